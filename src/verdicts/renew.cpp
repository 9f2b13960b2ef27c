// SPDX-License-Identifier: Apache-2.0
#include "evaluate/renewed.hpp"
#include "verdicts/nominations.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::verdicts {

namespace {

std::optional<Outcome> outcome_before(typed::RuleKind kind, const evaluate::Renewed::RuleRow& row) {
  if (row.scope_unknown) return Outcome::undetermined;
  if (!row.judged) return std::nullopt;
  return outcome_of(kind, row.requirements, row.deferral);
}

std::optional<Outcome> outcome_now(const Verdicts::Case& one, Row row) {
  const auto verdict = verdict_on(one, row);
  return verdict ? std::optional(verdict->outcome) : std::nullopt;
}

}  // namespace

std::vector<RenewedNomination> Nominations::renew(const evaluate::Renewed& renewed) const {
  if (!inside_) return {};
  auto& inside = *inside_;
  inside.all.reset();
  if (!inside.renewal)
    inside.renewal.emplace(inside.program, *inside.in_force, inside.evaluation, inside.dataset, inside.rounds, cases_);
  return inside.renewal->renew(renewed);
}

Renewed renew(const Results& results, const evaluate::Evaluation& evaluation, std::span<const columns::Changed> changes) {
  const auto columns = evaluation.renew(changes);
  Renewed renewed;
  renewed.nodes = columns.nodes;
  for (const auto& one : results.verdicts.cases())
    for (const auto& rule : columns.rules) {
      if (rule.award != one.award || rule.period != one.period) continue;
      Renewed::Rule told{one.award, one.period, {}};
      for (const auto& row : rule.before) {
        const auto before = outcome_before(one.kind, row), after = outcome_now(one, row.row);
        if (before != after) told.verdicts.push_back({row.row, before, after});
      }
      if (!told.verdicts.empty()) renewed.rules.push_back(std::move(told));
    }
  renewed.nominations = results.nominations.renew(columns);
  return renewed;
}

}  // namespace tdkt::verdicts
