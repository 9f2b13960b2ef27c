// SPDX-License-Identifier: Apache-2.0
#include "graph/request.hpp"

#include <algorithm>

#include "graph/in_force.hpp"

namespace tdkt::graph {

using values::Cadence;
using values::Period;

namespace {

// The periods of a scope's cadence that end in the year.
std::vector<Period> periods_ending_in(const typed::Program& program, const typed::Scope& scope, int year) {
  if (scope.period) {
    const auto days = program[*scope.period].days;
    return days.year() == year ? std::vector{days} : std::vector<Period>{};
  }
  if (scope.year && *scope.year != year) return {};
  const auto& schema = program.schema;
  const auto cadence = scope.every.cadence;
  if (cadence == Cadence::once || cadence == Cadence::dated || cadence == Cadence::yearly || scope.year)
    return {values::year_period(year)};
  std::vector<Period> periods;
  auto index = columns::index_containing(schema, scope.every, values::last_day(year));
  for (;; --index) {
    const auto period = columns::period_at(schema, scope.every, index);
    if (period.year() < year) break;
    if (period.year() == year) periods.push_back(period);
  }
  std::reverse(periods.begin(), periods.end());
  return periods;
}

}  // namespace

Request everything(const typed::Program& program, const std::vector<int>& years) {
  const InForce in_force(program);
  Request request;
  if (years.empty()) return request;
  const auto [first, last] = std::minmax_element(years.begin(), years.end());
  request.first_year = *first, request.last_year = *last;

  const auto each = [&](const auto& rules, const auto& ask) {
    for (const auto year : years)
      for (std::uint32_t i = 0; i < rules.size(); ++i)
        for (const auto period : periods_ending_in(program, rules[i].scope, year))
          if (in_force.pack(rules[i].pack, period.last)) ask(i, period);
  };
  each(program.awards, [&](std::uint32_t i, Period period) {
    if (in_force.stands_alone({i}, period)) request.awards.push_back({{i}, period});
  });
  each(program.scorecards, [&](std::uint32_t i, Period period) { request.scorecards.push_back({{i}, period}); });
  each(program.grades, [&](std::uint32_t i, Period period) { request.grades.push_back({{i}, period}); });
  each(program.nominations, [&](std::uint32_t i, Period period) { request.nominations.push_back({{i}, period}); });
  each(program.reports, [&](std::uint32_t i, Period period) {
    request.expressions.push_back({program.reports[i].value, program.reports[i].scope.entity, period});
  });
  each(program.checks, [&](std::uint32_t i, Period period) {
    for (const auto& line : program.checks[i].lines)
      request.expressions.push_back({line.when, program.checks[i].scope.entity, period});
  });
  return request;
}

}  // namespace tdkt::graph
