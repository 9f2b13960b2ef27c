// SPDX-License-Identifier: Apache-2.0
// What the grammar must know beyond the next character: which clauses can stand on a line, whether a
// line continues the one above it, and where a sentence ends.
//
// A line break ends a clause unless the next line with something on it is indented and begins no
// clause of the present place. Clause words are those of the file's language; the other language's
// and misspelt ones count too where they surely were meant, so that one slip does not swallow the
// line after it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "grammar/lexicon.hpp"
#include "grammar/places.hpp"

namespace tdkt::grammar {

// The word that begins a clause or statement.
struct LineWord {
  Keyword keyword;
  std::uint32_t begin, end;
  enum class Written : std::uint8_t { right, other_language, misspelt } written = Written::right;
  std::string spelling{};      // what should have been written
  bool at_margin = false;      // a clause that is not indented
  bool indented = false;       // a statement that is
  bool outside = false;        // of the group: it was not ended
};

// Where a sentence ends besides the ends of clauses.
struct Stops {
  std::span<const Keyword> words;
  bool colon = false, arrow = false, comma = false;
  std::optional<Keyword> rest_of{};  // the second piece of a keyword
  bool equals = false;               // at `=`, which stands there by mistake
};

// Groups: criteria begin with a label, `require` or a nested group; where the first has no label,
// each line that is not deeper than it begins one.
struct Group {
  std::uint32_t opener = 0;         // where the clause that opens the group begins
  std::uint32_t opener_indent = 0;
  std::uint32_t first_indent = 0;
  bool labelled = true;
};

// What changes from clause to clause; kept and put back by the grammar's rules.
struct Scene {
  const Place* place = nullptr;     // nullptr: a sentence that stands alone
  const Place* outer = nullptr;     // in a group: the statement's own
  const Stops* stops = nullptr;
  std::optional<Group> group;
  std::uint32_t indent = 0;         // of the line that began the present clause
  bool in_header = false;
  std::optional<std::uint32_t> row_blanks;  // before the first row of `given`, in bytes
  std::uint32_t brackets = 0, groups = 0;  // open ones
};

class Reading {
 public:
  Reading(std::string_view read, Language side) : text(read), language(side), lexicon(read) {}

  // The language of the first keyword at the margin, or nothing.
  std::optional<Language> language_found();

  struct Line {
    std::uint32_t begin, indent;    // of its first character that is no blank
  };
  // The next line with more on it than a comment, from the end of a line (or the text's begin).
  std::optional<Line> next_line(std::size_t at);
  std::uint32_t indent_at(std::size_t at) const;  // of the line that holds `at`

  std::optional<LineWord> statement_word(std::size_t at);
  // What begins at `at`, the first character of a line. `sure`: nothing continues there anyway.
  std::optional<LineWord> line_word(std::size_t at, bool sure);
  // Whether the clause goes on after the end of line at `at`.
  bool goes_on(std::size_t at);
  // Whether a further clause of the present place follows the end of line at `at`.
  bool clause_follows(std::size_t at);

  // Whether a statement begins below the end of line at `at`.
  bool statement_follows(std::size_t at);
  bool row_follows(std::size_t at);               // whether a row with bars is below the end of line at `at`
  bool row_holds(std::size_t at);                 // whether the line of `at` is a row of a `given` table
  bool together_at(std::size_t at);               // `for all … together`

  // The word taken last, for the clause that it opens and for a report where it is not right.
  LineWord taken{Keyword::count_, 0, 0};
  std::optional<LineWord> first_statement;
  std::optional<std::uint32_t> take_statement_word(Keyword keyword, std::size_t at);
  std::optional<std::uint32_t> take_line_word(Keyword keyword, std::size_t at);
  std::optional<std::uint32_t> keyword_end(Keyword keyword, std::size_t at, std::size_t piece);

  // Begins a group whose opener ends at `at`; returns how many are open.
  std::uint32_t enter_group(std::size_t at);

  // `if` where `when` must stand: where it ends.
  std::optional<std::uint32_t> said_instead(Keyword keyword, std::size_t at);

  // Where the sentence has to stop.
  bool stops_at(std::size_t at);
  bool translation_at(std::size_t at) const;      // `vi:` or `en:`
  bool comment_at(std::size_t at) const;
  bool ends_line(std::size_t at) const;           // nothing but a comment follows on the line
  std::optional<std::uint32_t> label_end(std::size_t at) const;
  bool tight_label_at(std::size_t at) const;      // `a)task`, a blank forgotten
  std::optional<std::uint32_t> group_end(std::size_t at);  // past the colon of `any of:`

  // `one of the following:` above a criterion: a group that is opened in other words, or without its colon.
  struct OddGroup {
    Keyword keyword;
    std::uint32_t end;
    std::string count, instead;           // of `at least N of:`; what to write
    std::optional<std::uint32_t> colon_at{};  // where only the colon is missing
  };
  std::optional<OddGroup> odd_group(std::size_t at);
  std::optional<std::uint32_t> odd_end(std::size_t at);    // past `end.`, `end if` on a line of their own
  std::optional<std::uint32_t> odd_date_end(std::size_t at) const;  // `31/12/24`, `31-12-2024`

  // From an error at a line's begin back to the end of the last word before it.
  std::uint32_t back_to_word(std::size_t at) const;

  std::string_view text;
  Language language;
  Lexicon lexicon;
  Scene scene;
  // How many words of the other language began lines of the present statement: then its other
  // keywords are read in either language.
  std::uint32_t turned = 0;

 private:
  std::optional<LineWord> named(std::size_t at, std::span<const Keyword> words, bool sure, std::uint32_t indent);
  std::optional<LineWord> criterion(std::size_t at, bool sure, std::uint32_t indent);
  std::optional<LineWord> behind_label(std::size_t at, std::span<const Keyword> words);
  bool begins_unnamed(std::size_t at, std::uint32_t indent);
  bool row_at(std::size_t line);
  std::optional<LineWord> work_out_line_word(std::size_t at, bool sure);
  std::optional<LineWord> work_out_statement_word(std::size_t at);
  bool closes_ahead(std::size_t at);
  bool statement_inside(const Line& line, bool sure);  // one that is indented by mistake
  std::string_view rest_of_line(std::size_t at) const;
  std::optional<LineWord> exactly(std::size_t at, std::span<const Keyword> words, Language wanted);

  struct Asked {
    std::size_t at = std::string_view::npos;
    std::optional<Line> answer;
  } last_line_;

  // Each line's begin is asked about by several rules.
  struct AskedWord {
    std::size_t at = std::string_view::npos;
    const Place* place = nullptr;
    std::uint32_t group = 0;
    bool sure = false;
    std::optional<LineWord> answer;
  } last_word_, last_statement_;
};

}  // namespace tdkt::grammar
