// SPDX-License-Identifier: Apache-2.0
// Makes the tree from what the grammar finds, in the order in which it finds it.
//
// Statements and clauses in the making lie on a stack of frames: `open` begins one, the functions in
// between fill it, `close` hands it to the one below, `drop` forgets it after an error. Words wait in
// one list until the rule around them says which sentence they are.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/reading.hpp"
#include "syntax/complaints.hpp"
#include "syntax/tree.hpp"

namespace tdkt::syntax {

class Builder {
 public:
  static constexpr std::size_t longest_sentence = 4000;  // words

  Builder(std::string_view text, grammar::Language language, std::uint32_t file,
          diagnostics::Diagnostics& diagnostics);

  grammar::Reading reading;
  Complaints complaints;

  // Statements and clauses
  void open(grammar::Keyword keyword, std::size_t at);
  void close(std::size_t at);
  void drop();
  void word_taken();                 // at the begin of a line: reports what is not right with it
  void forget_header();              // after an error in it
  void line_lost();                  // to whatever stands around it

  // Words, and what they come to
  void plain(Span span);
  void number(Span span);
  void percent(Span span);
  void date(Span span);
  void odd_date(Span span);
  void quoted(Span span);            // the quotes included
  void symbol(Span span);
  void full_stop(Span span);
  void stray(Span span);
  void foreign(Span span);
  void foreign_bracket(Span span);
  bool too_long() const { return words_.size() - frames_.back().first_word > longest_sentence; }
  void report_too_long();

  void sentence();
  void after_colon();
  void group_count();
  Sentence take_words();

  // Other parts
  void label(Span span);
  void tight_label(Span span);       // without a blank after it
  void title(Span span);
  void translation(Span span);
  void group(Span opener);           // its keyword was taken just before
  void odd_group(Span opener);       // in other words, or without its colon
  void odd_arrow(Span sign);         // `=>`
  std::size_t begin_of_clause() const { return frames_.empty() ? 0 : frames_.back().clause.keyword_span.begin; }
  std::size_t open_bracket() const;  // the innermost
  void group_closed(bool ended);
  void row(Span rest);               // of a line, from its first character that is no blank
  void comment(Span span);

  File finish();

 private:
  struct Frame {
    Clause clause;
    std::uint32_t indent = 0;        // of its line
    std::size_t first_word = 0;      // in words_
    bool flawed = false;
    bool had_parts = false;          // perhaps left out since
    Span opener{};                   // of a group
    std::vector<std::uint32_t> indents;  // of the clause's parts
  };

  Frame& top() { return frames_.back(); }
  Word make(WordKind kind, Span span, std::string text);
  void make_up(Span span, const std::string& instead);
  bool ends_here(Span last);
  bool joins(const Word& word) const;  // `and`, `or`
  std::string text_of(Span span) const { return std::string(reading.text.substr(span.begin, span.end - span.begin)); }
  void close_statement(Frame frame);
  void attach(Frame frame);
  bool cite(Clause& clause, Frame& parent);

  std::vector<Frame> frames_;
  std::vector<Word> words_;
  std::vector<Statement> opened_;    // `open define` among the lines of a pack
  std::vector<std::uint32_t> mated_; // closing brackets of another kind, reported with their opening ones
  File file_;
};

}  // namespace tdkt::syntax
