// SPDX-License-Identifier: Apache-2.0
// Values and conditions that somebody asked about by themselves.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {

ValueExplanation explain(const typed::Program& program, const std::vector<typed::Expr>& expressions,
                         typed::EntityId entity, values::Period period, Row row,
                         const evaluate::Evaluation& evaluation, const columns::Dataset& dataset) {
  const graph::InForce in_force(program);
  const Look look{program, evaluation, dataset, in_force};
  const auto at = judging(row, period);
  const auto& table = dataset.entities[entity.index];
  ValueExplanation told{std::string(table.ids[row]), std::string(row < table.names.size() ? table.names[row] : ""), period, {}};
  for (const auto& expression : expressions) {
    const bool is_condition = expression->type.kind == columns::TypeKind::truth;
    told.reasons.push_back(is_condition ? reason_of(look, *expression, at) : value_of(look, *expression, at));
    clear_inner_settling(told.reasons.back());
  }
  return told;
}

namespace {

// What is open leaves the verdict open, a scope's condition first.
ScoreExplanation told_of(const Look& look, const typed::Title& title, const std::string& citation,
                         const typed::Scope& scope, const typed::Expression& score, const Environment& at) {
  const auto row = at.rows[0];
  const auto& table = look.dataset.entities[scope.entity.index];
  ScoreExplanation told{std::string(table.ids[row]), std::string(row < table.names.size() ? table.names[row] : ""), title_of(title),
                        say(Say::undetermined), at.period, value_of(look, score, at)};
  told.root.citation = citation;
  const auto within = scope.filter ? look.evaluation.truth(*scope.filter, at) : values::Truth::yes;
  const auto cell = look.evaluation.value(score, at);
  if (within != values::Truth::yes) {
    const auto note = say(Say::scope_unknown, {text_of(look, scope.entity, row)});
    told.root.state = State::unknown;
    told.root.numbers = told.root.numbers ? joined(note, *told.root.numbers, "; ") : note;
    told.root.reasons.insert(told.root.reasons.begin(), reason_of(look, *scope.filter, at));
    add_new(told.root.would_settle, would_settle(look, *scope.filter, at));
  } else if (is_known(cell.value)) {
    told.verdict = text_of(look, cell, score.type);
  } else if (cell.cause == evaluate::Cause::gap) {
    told.verdict = say(Say::no_grade);
  }
  clear_inner_settling(told.root);
  return told;
}

}  // namespace

ScoreExplanation explain(const typed::Program& program, typed::ScorecardId id, values::Period period, Row row,
                         const evaluate::Evaluation& evaluation, const columns::Dataset& dataset) {
  const graph::InForce in_force(program);
  const auto& card = program[id];
  typed::Type self, number;
  self.kind = typed::TypeKind::entity;
  self.entity = card.scope.entity;
  number.kind = typed::TypeKind::number;
  const auto total = typed::make(
      typed::Score{id, typed::ScoreOf::total, 0, typed::make(typed::Self{0}, self, card.written)}, number, card.written);
  return told_of({program, evaluation, dataset, in_force}, card.title, card.citation, card.scope, *total,
                 judging(row, period));
}

ScoreExplanation explain(const typed::Program& program, typed::GradesId id, const typed::Expression& grade,
                         values::Period period, Row row, const evaluate::Evaluation& evaluation,
                         const columns::Dataset& dataset) {
  const graph::InForce in_force(program);
  const auto& grades = program[id];
  return told_of({program, evaluation, dataset, in_force}, grades.title, grades.citation, grades.scope, grade,
                 judging(row, period));
}

}  // namespace tdkt::verdicts
