// SPDX-License-Identifier: Apache-2.0
// Decision tables and grades: the row that was taken, and why not the ones above it.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

typed::Expr literal(values::Decimal number, const Expression& like) {
  return typed::make(typed::Literal{number}, like.type, like.written);
}

Truth compared(const Look& look, values::Sign sign, const typed::Expr& input, const typed::Expr& with,
               const Environment& at) {
  return look.evaluation.truth(
      *typed::make(typed::Compare{sign, input, with}, columns::Type{}, input->written), at);
}

Truth fits(const Look& look, const typed::TableCell& cell, const typed::Expr& input, const Environment& at) {
  using Cell = typed::TableCell::Kind;
  using values::Sign;
  if (cell.kind == Cell::equal) return compared(look, Sign::equal, input, cell.value, at);
  Truth truth = Truth::yes;
  if (cell.kind == Cell::range && cell.low) {
    truth =
        compared(look, cell.low_open ? Sign::above : Sign::at_least, input, literal(*cell.low, *input), at);
  }
  if (cell.kind == Cell::range && cell.high) {
    const auto below = cell.high_open ? Sign::below : Sign::at_most;
    truth = values::both(truth, compared(look, below, input, literal(*cell.high, *input), at));
  }
  return truth;
}

// The row that surely fits: the first, or the only one.
std::optional<std::size_t> row_taken(const Look& look, const typed::Lookup& lookup, const Environment& at) {
  const auto& table = look.program[lookup.table];
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    Truth truth = Truth::yes;
    for (std::size_t k = 0; k < table.rows[i].cells.size(); ++k) {
      truth = values::both(truth, fits(look, table.rows[i].cells[k], lookup.inputs[k], at));
    }
    if (truth == Truth::yes) return i;
    if (truth == Truth::unknown) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

void complete(const Look& look, const typed::Lookup& lookup, const Environment& at, Reason& reason) {
  const auto taken = row_taken(look, lookup, at);
  if (taken) {
    const bool otherwise = look.program[lookup.table].rows[*taken].cells.empty();
    const auto which = otherwise ? say(Say::otherwise)
                                 : say(Say::row_taken, {number(static_cast<std::int64_t>(*taken + 1))});
    reason.numbers = joined(*reason.numbers, which, "; ");
  }
  for (const auto& input : lookup.inputs) add_parts(look, *input, at, reason.reasons);
}

void complete(const Look& look, const typed::GradeOf& grade, const Environment& at, Reason& reason) {
  const auto row = row_of(look, *grade.subject, at);
  if (!row) {
    add_parts(look, *grade.subject, at, reason.reasons);
    return;
  }
  if (!look.may_open()) return;
  const auto& grades = look.program[grade.grades];
  const auto there = judging(*row, at.period);
  for (const auto& line : grades.rows) {
    const auto value = name_of(look.program.schema[grades.scale].values[line.code]);
    if (!line.when) {
      Reason last{State::met, {}, {}, {}, say(Say::gives, {say(Say::otherwise), value}), {}, {}, {},
                  {},         {}, {}, {}};
      if (reason.state == State::unknown) last.state = State::unknown;
      reason.reasons.push_back(std::move(last));
      break;
    }
    auto told = reason_of(look.inside(), *line.when, there);
    told.sentence = say(Say::gives, {told.sentence, value});
    const bool taken = told.state == State::met;
    reason.reasons.push_back(std::move(told));
    if (taken) break;
  }
}

}  // namespace tdkt::verdicts
