// SPDX-License-Identifier: Apache-2.0
// Days: when parameters and packs come into force, and when named periods begin and end. A case is
// judged by what is in force on the last day of its period, so that moving a day matters only if some
// period ends on the day that changes sides.
#include <algorithm>

#include "mutations/rule_changes.hpp"
#include "mutations/wording.hpp"

namespace tdkt::mutations {

using values::Date;

namespace {

Phrase words_of(Date day) { return {day.iso(), day.vietnamese()}; }

// Whether any rule is judged for a period that ends on the day.
bool is_last_day(const typed::Program& program, Date day) {
  const auto ends = [&](const typed::Scope& scope) {
    if (scope.period) return program[*scope.period].days.last == day;
    const auto cadence = scope.every.cadence;
    const bool by_year = scope.year || cadence == values::Cadence::yearly || cadence == values::Cadence::once ||
                         cadence == values::Cadence::dated;
    if (by_year) return values::last_day(day.year()) == day;
    const auto index = columns::index_containing(program.schema, scope.every, day);
    return columns::period_at(program.schema, scope.every, index).last == day;
  };
  const auto any = [&](const auto& rules) {
    return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) { return ends(rule.scope); });
  };
  return any(program.awards) || any(program.scorecards) || any(program.grades) || any(program.nominations) ||
         any(program.reports) || any(program.checks);
}

}  // namespace

void add_calendar_changes(const typed::Program& program, std::vector<RuleChange>& changes) {
  const auto move = [&](Statement statement, Date day, Date changing, int by, const Phrase& sentence,
                        source::Where at, auto apply) {
    if (is_last_day(program, changing))
      changes.push_back({statement, became(words_of(day), words_of(values::plus_days(day, by))), sentence, at, apply});
  };
  for (std::uint32_t p = 0; p < program.parameters.size(); ++p) {
    const auto& parameter = program.parameters[p];
    // Before its first value stands that same value.
    for (std::size_t v = 1; v < parameter.values.size(); ++v)
      for (const int by : {-1, 1}) {
        const auto day = parameter.values[v].from;
        const auto to = values::plus_days(day, by);
        move({Kind::parameter, p}, day, by < 0 ? to : day, by, name_of(parameter.name),
             parameter.values[v].value ? parameter.values[v].value->written : parameter.written,
             [=](typed::Program& changed) { changed.parameters[p].values[v].from = to; });
      }
  }
  for (std::size_t p = 0; p < program.periods.size(); ++p)
    for (const auto end : {&values::Period::first, &values::Period::last})
      for (const int by : {-1, 1}) {
        const auto& period = program.periods[p];
        const auto to = values::plus_days(period.days.*end, by);
        changes.push_back({{Kind::calendar, 0}, became(words_of(period.days.*end), words_of(to)), title_of(period.title), period.written,
                           [=](typed::Program& changed) { changed.periods[p].days.*end = to; }});
      }
  // With one pack alone no test can say that nothing is in force.
  if (program.packs.size() < 2) return;
  for (std::size_t k = 0; k < program.packs.size(); ++k)
    for (const auto end : {&typed::InForce::from, &typed::InForce::until})
      for (const int by : {-1, 1}) {
        const auto& pack = program.packs[k];
        const auto day = pack.in_force.*end;
        if (day == typed::InForce{}.*end) continue;
        const auto to = values::plus_days(day, by);
        const bool grows = (end == &typed::InForce::from) == (by < 0);
        move({Kind::calendar, 0}, day, grows ? to : day, by, title_of(pack.title), pack.written,
             [=](typed::Program& changed) { changed.packs[k].in_force.*end = to; });
      }
}

}  // namespace tdkt::mutations
