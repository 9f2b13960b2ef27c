// SPDX-License-Identifier: Apache-2.0
// What was written: statements, clauses and the words of their sentences, nothing resolved.
//
// Promises: spans point into the file's normalised text, and a parent's span covers its parts'.
// Sentences are kept as words because only the vocabulary can say where a phrase begins and ends;
// `typed` reads them, considering every reading. A statement with a mistake in it is left out, or
// kept with the clauses that could be read; the mistake is reported.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "grammar/keywords.hpp"
#include "source/source.hpp"
#include "values/date.hpp"
#include "values/decimal.hpp"

namespace tdkt::syntax {

using source::Span;

enum class WordKind : std::uint8_t {
  word,     // letters, digits and marks without a blank: `advanced`, `LĐTT`, `2a`
  number,   // 1.5, 1 000 000, 40
  percent,  // 70%
  date,     // 2024-01-31, 31/01/2024
  quoted,   // "…", the quotes left out of `text`
  symbol,   // one of + - * × / ÷ ( ) , ; : = ≠ <> < <= ≤ > >= ≥ -> ' | and `'s`
};

struct Word {
  WordKind kind;
  Span span;
  std::string text;            // as written (normalised); for quoted the inner text
  std::string key;             // folded (grammar::key_of); of word and quoted
  values::Decimal number;      // of number, and of percent (70% is 0.7)
  values::Date date{};         // of date
  bool after_blank = true;     // whether a blank or line break stands before it
};

struct Sentence {
  std::vector<Word> words;
  Span span;                   // an empty sentence has an empty span where it was expected
  bool empty() const { return words.empty(); }
};

// `a)`, `1.`, `-`, `4.a)`; `text` without the blank that follows.
struct Label {
  std::string text;
  Span span;
};

struct Quoted {
  std::string text;
  Span span;
};

// `vi: cá nhân, "cán bộ, công chức"`: forms set apart by commas.
struct Forms {
  std::vector<Quoted> forms;   // a form's span excludes its quotes' commas, includes its quotes
  Span span;
};

struct Cell {
  std::string text;            // trimmed
  Span span;
};

// The rows of `given`.
struct Rows {
  std::vector<std::vector<Cell>> rows;
  std::vector<Span> spans;
};

// One clause: the keyword that begins it, an optional label and title, the words up to the next
// clause, and the clauses inside it. The grammar's clauses.md lists which clause has which parts.
//
//   require c) "staff": 100% of staff achieve …   keyword require, label, title, sentence
//   require 4. "movements" all of: a) … end       group = all_of, parts = criteria
//   part "I" up to 60                             title, sentence = `up to 60`, parts = items
//   given unit + rows                             sentence = `unit`, rows
struct Clause {
  grammar::Keyword keyword;
  Span keyword_span;
  std::optional<Label> label;
  std::optional<Quoted> title;
  Sentence sentence;           // what stands before the colon, or the whole where none is
  std::optional<Sentence> after_colon;
  std::optional<grammar::Keyword> group;  // all_of, any_of, at_least_n_of
  Sentence group_count;        // N of `at least N of:`
  Span group_end{};            // the word that ends the group
  std::vector<Clause> parts;
  Rows rows;
  std::optional<Forms> translation;       // `vi:` or `en:` at the line's end
  std::optional<Quoted> citation, wording;  // `cites "…"`, `text "…"` under a nested statement part
  bool lines_lost = false;     // a line under it could not be read, and was reported
  Span span;
};

// A whole statement: `award "X" for a unit, every year vi: …` and its clauses.
struct Statement {
  grammar::Keyword keyword;
  Span keyword_span;
  std::optional<Quoted> title;            // where the header begins with a quoted name
  Sentence header;                        // the header's words after keyword and title
  std::optional<Sentence> after_colon;    // `cadence school year: from …`, `report "…" …: …`
  std::optional<Forms> translation;
  std::vector<Clause> clauses;            // also the values of a scale: keyword value_line
  bool lines_lost = false;                // a line under it could not be read, and was reported
  Span span;
};

struct Comment {
  std::string text;
  Span span;
  bool own_line;
};

struct File {
  std::uint32_t file = 0;                 // in source::Sources
  grammar::Language language = grammar::Language::english;
  std::vector<Statement> statements;
  std::vector<Comment> comments;          // kept for the formatter
};

}  // namespace tdkt::syntax
