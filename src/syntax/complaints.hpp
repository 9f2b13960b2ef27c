// SPDX-License-Identifier: Apache-2.0
// What the syntax of a file has to complain of: place, wording, what to write instead.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "grammar/reading.hpp"
#include "syntax/tree.hpp"

namespace tdkt::syntax {

class Complaints {
 public:
  Complaints(grammar::Reading& reading, std::uint32_t file, diagnostics::Diagnostics& diagnostics)
      : reading_(reading), file_(file), diagnostics_(diagnostics) {}

  // `at` is where reading failed; the report stands at the end of the line before where it began.
  void expected(std::size_t at, const diagnostics::Phrase& what);
  void expected(std::size_t at, grammar::Keyword keyword, std::size_t piece = 0);
  void name_expected(std::size_t at, const diagnostics::Phrase& what);
  // `from`: where the clause or header begins.
  void colon_expected(std::size_t at, std::size_t from);
  void arrow_expected(std::size_t at, const diagnostics::Phrase& what);
  void day_expected(std::size_t at, const diagnostics::Phrase& what, bool last);
  void days_expected(std::size_t at, const diagnostics::Phrase& what, grammar::Keyword keyword);
  void nothing_more(std::size_t at);
  void rows_missing(std::size_t at);

  void unknown_statement(std::size_t at);
  void unknown_clause(std::size_t at);
  void wrong_word(const grammar::LineWord& word);  // misspelt, of the other language, badly indented
  void misplaced(const grammar::LineWord& word);

  void quote_not_closed(std::size_t after);
  void bracket_not_closed(std::size_t bracket, std::size_t end);
  void too_deep(std::size_t at, diagnostics::Kind kind, std::uint32_t most);
  void sentence_too_long(Span sentence, std::size_t most);

  void stray_sign(Span sign);
  void needless_sign(Span sign);
  void foreign_sign(Span sign, const std::string& instead);
  void dots_between(Span dots, const std::string& instead);
  void foreign_brackets(Span opening, Span whole);
  void label_without_blank(Span label);
  void translation_of_itself(Span tag);
  void odd_group(Span opener, const grammar::Reading::OddGroup& group);
  void group_not_closed(Span opener);
  void no_group_to_end(Span word);
  void empty_group(Span opener);

  void number_form(Span number, const std::string& instead);
  void not_a_number(Span number);
  void date_form(Span date, const std::string& instead);
  void not_a_day(Span date, const std::string& instead);

 private:
  diagnostics::Diagnostic& report(diagnostics::Kind kind, Span span, std::vector<diagnostics::Phrase> values = {});
  void replace(diagnostics::Diagnostic& diagnostic, Span span, const std::string& instead);
  std::string written(Span span) const;
  Span word_at(std::size_t at) const;  // the word or sign there; empty at the end of a line
  std::size_t end_of_name(std::size_t begin) const;
  bool odd_quotes_from(std::size_t at) const;
  bool colon_before_title(std::size_t at) const;
  bool colon_before_keyword(std::size_t at, grammar::Keyword keyword) const;
  std::uint32_t end_before(std::size_t at) const;
  Span without_blank(Span sign) const;
  bool colon_inserted(std::size_t end);
  bool ceiling_in_figures(std::size_t at);
  bool ceiling_runs_on(std::size_t from, std::size_t at);
  bool header_runs_on(std::size_t from, std::size_t at);
  bool days_without_words(std::size_t at);
  bool otherwise_behind(std::size_t at);

  grammar::Reading& reading_;
  std::uint32_t file_;
  diagnostics::Diagnostics& diagnostics_;
};

}  // namespace tdkt::syntax
