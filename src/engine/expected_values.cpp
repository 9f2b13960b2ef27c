// SPDX-License-Identifier: Apache-2.0
// Expectations of values and of the warnings of checks.
#include "engine/expectation_check.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::engine {

using grammar::Language;
using values::Truth;

namespace {

bool same(const evaluate::Value& a, const evaluate::Value& b) {
  if (const auto* x = std::get_if<values::Interval>(&a))
    if (const auto* y = std::get_if<values::Interval>(&b))
      return values::compared(values::Sign::equal, *x, *y) == Truth::yes;
  if (const auto* x = std::get_if<typed::Code>(&a))
    if (const auto* y = std::get_if<typed::Code>(&b)) return x->scale == y->scale && x->code == y->code;
  if (const auto* x = std::get_if<std::string>(&a))
    if (const auto* y = std::get_if<std::string>(&b)) return grammar::key_of(*x) == grammar::key_of(*y);
  if (const auto* x = std::get_if<Truth>(&a))
    if (const auto* y = std::get_if<Truth>(&b)) return *x == *y && *x != Truth::unknown;
  if (const auto* x = std::get_if<values::Row>(&a))
    if (const auto* y = std::get_if<values::Row>(&b)) return *x == *y;
  if (const auto* x = std::get_if<values::Date>(&a))
    if (const auto* y = std::get_if<values::Date>(&b)) return *x == *y;
  return false;
}

// The periods in which a value is asked for: those of the scorecard or grades that it is of, else
// the year or the named period.
std::vector<values::Period> periods_of(const typed::Program& program, const typed::Test& test,
                                       const typed::Expectation& expectation, const graph::Request& whole) {
  std::vector<values::Period> periods;
  const auto fits = [&](values::Period period) { return !expectation.year || period.year() == *expectation.year; };
  if (const auto* score = std::get_if<typed::Score>(&expectation.value->node))
    for (const auto& asked : whole.scorecards)
      if (asked.scorecard == score->scorecard && fits(asked.period)) periods.push_back(asked.period);
  if (const auto* grade = std::get_if<typed::GradeOf>(&expectation.value->node))
    for (const auto& asked : whole.grades)
      if (asked.grades == grade->grades && fits(asked.period)) periods.push_back(asked.period);
  if (!periods.empty()) return {periods.back()};
  if (expectation.year) return {values::year_period(*expectation.year)};
  if (test.period) return {program[*test.period].days};
  if (!test.years.empty()) return {values::year_period(test.years.back())};
  return {};
}

}  // namespace

std::optional<columns::EntityId> subject_of(const typed::Expression& expression) {
  if (const auto* self = std::get_if<typed::Self>(&expression.node); self && self->level == 0)
    return expression.type.entity;
  std::optional<columns::EntityId> found;
  typed::for_each_part(expression, [&](const typed::Expression& part) {
    if (!found) found = subject_of(part);
  });
  return found;
}

namespace {

// `task rating of U1`: of the kind of entity that has such an id.
typed::Expectation::Other meant(const Check& check) {
  typed::Expectation::Other first{check.wanted.value, check.wanted.expected};
  const auto is_on_record = [&](const typed::Expression& value) {
    const auto entity = subject_of(value);
    return entity && check.row_in(*entity);
  };
  if (is_on_record(*first.value)) return first;
  for (const auto& other : check.wanted.others)
    if (is_on_record(*other.value)) return other;
  return first;
}

}  // namespace

void check_value(Check& check) {
  const auto wanted = meant(check);
  for (const auto& asked : check.run.request.expressions) {
    if (asked.expression != wanted.value) continue;
    const auto row = check.row_in(asked.entity);
    if (!row) {
      check.not_on_record();
      continue;
    }
    check.about.emplace_back(AskedValue{wanted.value, asked.period, *row});
    const auto environment = environment_of(asked.period, *row);
    const auto expected = check.run.evaluation.value(*wanted.expected, environment);
    const auto actual = check.run.evaluation.value(*wanted.value, environment);
    const auto words = [&](const evaluate::Value& of) {
      const auto& type = wanted.value->type;
      return Phrase(reports::words_of(check.program, check.dataset, of, type, Language::english),
                    reports::words_of(check.program, check.dataset, of, type, Language::vietnamese));
    };
    check.checked.expected = words(expected.value);
    check.checked.actual = words(actual.value);
    check.checked.held = same(expected.value, actual.value);
    if (check.checked.held) return;
    check.explain({wanted.value}, asked.entity, asked.period, *row);
  }
}

void check_warning(Check& check) {
  check.checked.expected = {"a warning \"" + check.wanted.title + '"', "cảnh báo \"" + check.wanted.title + '"'};
  check.checked.actual = {"no warning", "không có cảnh báo"};
  std::vector<typed::Expr> off;
  std::optional<values::Period> last;  // of several periods the last is told
  for (const auto& asked : check.run.request.expressions)
    for (const auto& record : check.program.checks)
      for (const auto& line : record.lines) {
        const bool meant = line.when == asked.expression && check.is_titled(record.title);
        const auto row = check.row_in(record.scope.entity);
        if (!meant || !row || !check.is_year(asked.period)) continue;
        check.about.emplace_back(AskedValue{line.when, asked.period, *row});
        if (last != asked.period) off.clear();
        last = asked.period;
        off.push_back(line.when);
        check.explain(off, asked.entity, asked.period, *row);
        if (check.run.evaluation.truth(*line.when, environment_of(asked.period, *row)) != Truth::yes) continue;
        check.checked.held = true;
        check.checked.actual = check.checked.expected;
      }
  if (check.checked.held) check.checked.why = {};
}

void add_value(const typed::Program& program, const typed::Test& test, const typed::Expectation& expectation,
               const graph::Request& whole, graph::Request& request) {
  auto meant = expectation.others;
  meant.insert(meant.begin(), {expectation.value, expectation.expected});
  for (const auto period : periods_of(program, test, expectation, whole))
    for (const auto& [value, expected] : meant)
      if (const auto entity = subject_of(*value)) {
        request.expressions.push_back({value, *entity, period});
        request.expressions.push_back({expected, *entity, period});
      }
}

}  // namespace tdkt::engine
