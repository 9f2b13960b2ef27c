// SPDX-License-Identifier: Apache-2.0
// Why an award or pledge came out as it did for one row.
#include "verdicts/explain_parts.hpp"
#include "verdicts/judged_by.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::verdicts {
namespace {

Say word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::eligible:
      return Say::eligible;
    case Outcome::ineligible:
      return Say::ineligible;
    case Outcome::deferred:
      return Say::deferred;
    case Outcome::undetermined:
      return Say::undetermined;
    case Outcome::kept:
      return Say::kept;
    case Outcome::broken:
      return Say::broken;
  }
  return Say::undetermined;
}

State state_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::eligible:
    case Outcome::kept:
      return State::met;
    case Outcome::ineligible:
    case Outcome::broken:
      return State::not_met;
    case Outcome::deferred:
    case Outcome::undetermined:
      break;
  }
  return State::unknown;
}

// `because of c), d)`; `open: b)`.
std::optional<Phrase> summary(const Look& look, typed::AwardId award, const Environment& at,
                              Outcome outcome) {
  if (state_of(outcome) == State::met) return std::nullopt;
  const bool settled = outcome != Outcome::undetermined;
  const auto which = criteria_behind(look, award, at, outcome);
  if (which.empty()) return std::nullopt;
  return say(settled ? Say::settled_by : Say::waits_for, {listed(which)});
}

void tell_scope(const Look& look, const typed::Scope& scope, const Environment& at,
                const evaluate::RuleColumns& columns, Phrase whom, Reason& root) {
  const bool unknown = columns.scope_unknown[at.rows[0]];
  if (!unknown && columns.judged[at.rows[0]]) return;
  const auto note = unknown ? say(Say::scope_unknown, {std::move(whom)})
                            : say(Say::not_judged, {std::move(whom), text_of(at.period)});
  root.numbers = root.numbers ? joined(note, *root.numbers, "; ") : note;
  if (!scope.filter) return;
  root.reasons.push_back(reason_of(look, *scope.filter, at));
  clear_inner_settling(root.reasons.back());
}

// Which law judges the case, where a change of law has something to say of it.
void tell_law(const Look& look, const JudgedBy& judged, Reason& root) {
  if (!judged.asked) return;
  const auto pack = quoted(title_of(look.program[look.program[judged.award].pack].title));
  const auto note = !judged.received    ? say(Say::received_unknown)
                    : judged.favourable ? say(Say::judged_by_favourable, {text_of(*judged.received), pack})
                                        : say(Say::judged_by_pack, {text_of(*judged.received), pack});
  root.numbers = root.numbers ? joined(note, *root.numbers, "; ") : note;
}

}  // namespace

Explanation explain(const typed::Program& program, typed::AwardId id, values::Period period, Row row,
                    const evaluate::Evaluation& evaluation, const columns::Dataset& dataset,
                    const Concern& concern) {
  const graph::InForce in_force(program);
  const Look look{program, evaluation, dataset, in_force};
  const auto& award = program[id];
  const auto& columns = evaluation.rule(id, period);
  const auto outcome = outcome_of(award.kind, columns, row);
  const auto judged = judged_by(program, in_force, evaluation, dataset, id, period, row);
  auto at = judging(row, period);
  at.law = judged.law;
  const auto whom = text_of(look, award.scope.entity, row);
  const auto verdict = say(word_of(outcome));

  Reason root{state_of(outcome),
              {},
              program[judged.award].citation,
              {},
              verdict,
              summary(look, judged.award, at, outcome),
              {},
              {},
              {},
              {},
              {},
              {}};
  tell_scope(look, award.scope, at, columns, whom, root);
  tell_law(look, judged, root);
  for (auto& told : explain_criteria(look, judged.award, at, outcome, concern)) root.reasons.push_back(std::move(told));

  const auto& table = dataset.entities[award.scope.entity.index];
  return {std::string(table.ids[row]),
          std::string(row < table.names.size() ? table.names[row] : ""),
          title_of(award.title),
          period,
          verdict,
          outcome,
          std::move(root)};
}

}  // namespace tdkt::verdicts
