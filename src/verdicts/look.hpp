// SPDX-License-Identifier: Apache-2.0
// What the explainer looks with, and how it names what it sees.
//
// Nothing is worked out here a second time: values, truths, members and points are asked of the
// evaluation, expression by expression, so that an explanation cannot disagree with its verdict.
#pragma once

#include "evaluate/evaluation.hpp"
#include "graph/in_force.hpp"
#include "verdicts/explanation.hpp"
#include "verdicts/wording.hpp"

namespace tdkt::verdicts {

using evaluate::Environment;
using typed::Expression;

struct Look {
  const typed::Program& program;
  const evaluate::Evaluation& evaluation;
  const columns::Dataset& dataset;
  const graph::InForce& in_force;

  // Scorecards, grades, tables and other awards are opened within a rule, and definitions within
  // these; a definition within a definition stays closed.
  int opened = 0;

  // Whether to say by how much a condition falls short: not where it is to fail.
  bool asks_for_more = true;

  // Whether a heading says already that the words are what was found.
  bool in_a_column = false;

  // The award whose criteria are told: what it competes for with others.
  std::optional<typed::AwardId> award = {};

  Look inside() const { return with_opened(1); }
  Look inside_definition() const { return with_opened(2); }
  Look without_shortfalls() const {
    auto inner = *this;
    inner.asks_for_more = false;
    return inner;
  }
  Look of_award(typed::AwardId id) const {
    auto inner = *this;
    inner.award = id;
    return inner;
  }
  bool may_open() const { return opened < 2; }

 private:
  Look with_opened(int more) const {
    auto inner = *this;
    inner.opened += more;
    return inner;
  }
};

State state_of(values::Truth truth);

// The environment of a rule judged for one row, or of a part of it for another subject.
Environment judging(Row row, values::Period period);

// ---- names and values as texts (texts.cpp) ----------------------------------------------------

Phrase name_of(const columns::Name& name);
Phrase title_of(const typed::Title& title);
Phrase quoted(const Phrase& text);
Phrase sentence_of(const Look& look, const Expression& expression);
Phrase text_of(const Look& look, typed::EntityId entity, Row row);  // `Trần Văn A (P8)`
Phrase text_of(values::Date date);
Phrase text_of(values::Period period);  // `2024`, `quarter 2 of 2024`
Phrase text_of(const Look& look, values::Decimal number, const columns::Type& type);
Phrase text_of(const Look& look, const values::Interval& number, const columns::Type& type);
Phrase text_of(const Look& look, const evaluate::Cell& cell, const columns::Type& type);

// `65%`, and whether that is exact. Requires: total > 0.
struct Share {
  Phrase text;
  bool exact;
};
Share share_of(const Look& look, std::int64_t count, std::int64_t total);

bool is_known(const evaluate::Value& value);

// The row that an expression of an entity stands for, where it is known.
std::optional<Row> row_of(const Look& look, const Expression& expression, const Environment& at);

std::optional<Record> record_of(const Look& look, columns::Place place);

}  // namespace tdkt::verdicts
