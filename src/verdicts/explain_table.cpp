// SPDX-License-Identifier: Apache-2.0
// Decision tables and grades: the row that was taken, and why not the ones above it.
#include <set>

#include "verdicts/explain_parts.hpp"
#include "verdicts/walk.hpp"

namespace tdkt::verdicts {
namespace {

using values::Interval;
using values::Sign;
using values::Truth;

Truth equal(const evaluate::Cell& a, const evaluate::Cell& b) {
  const auto *left = std::get_if<Interval>(&a.value), *right = std::get_if<Interval>(&b.value);
  if (left && right) return values::compared(Sign::equal, *left, *right);
  if (!is_known(a.value) || !is_known(b.value)) return Truth::unknown;
  const auto *code = std::get_if<typed::Code>(&a.value), *other = std::get_if<typed::Code>(&b.value);
  if (code && other) return values::truth_of(code->code == other->code);
  const auto *truth = std::get_if<Truth>(&a.value), *same = std::get_if<Truth>(&b.value);
  if (truth && same) return values::truth_of(*truth == *same);
  const auto *row = std::get_if<Row>(&a.value), *own = std::get_if<Row>(&b.value);
  return row && own ? values::truth_of(*row == *own) : Truth::unknown;
}

Truth fits(const Look& look, const typed::TableCell& cell, const typed::Expr& input, const Environment& at) {
  using Cell = typed::TableCell::Kind;
  if (cell.kind == Cell::any) return Truth::yes;
  if (cell.kind == Cell::equal) {
    return equal(look.evaluation.value(*input, at), look.evaluation.value(*cell.value, at));
  }
  const auto value = look.evaluation.number(*input, at);
  Truth truth = Truth::yes;
  if (cell.low) {
    const auto sign = cell.low_open ? Sign::above : Sign::at_least;
    truth = values::compared(sign, value, Interval::exactly(*cell.low));
  }
  if (cell.high) {
    const auto sign = cell.high_open ? Sign::below : Sign::at_most;
    truth = values::both(truth, values::compared(sign, value, Interval::exactly(*cell.high)));
  }
  return truth;
}

// What an earlier row has opened, a scorecard above all, is not opened again.
void open_once(Reason& reason, std::set<std::string>& opened) {
  for (auto& part : reason.reasons) {
    const auto known = part.sentence.english + '\n' + (part.numbers ? part.numbers->english : "");
    if (!part.reasons.empty() && !opened.insert(known).second) part.reasons.clear();
    else open_once(part, opened);
  }
}

}  // namespace

std::optional<std::size_t> row_taken(const Look& look, const typed::Lookup& lookup, const Environment& at) {
  const auto& table = answering(look, lookup.table, at.period);
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

void complete(const Look& look, const typed::Lookup& lookup, const Environment& at, Reason& reason) {
  const auto taken = row_taken(look, lookup, at);
  if (taken) {
    const bool otherwise = answering(look, lookup.table, at.period).rows[*taken].cells.empty();
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
  const auto there = judging(*row, at.period);
  const auto& grades = look.program[answering(look, grade.grades, at.period)];
  std::set<std::string> opened;
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
    open_once(told, opened);
    const bool taken = told.state == State::met;
    reason.reasons.push_back(std::move(told));
    if (taken) break;
  }
}

}  // namespace tdkt::verdicts
