// SPDX-License-Identifier: Apache-2.0
#include "engine/scores.hpp"

#include "verdicts/subject.hpp"

namespace tdkt::engine {

typed::Expr grade_of_self(const typed::Program& program, typed::GradesId grades) {
  const auto& statement = program[grades];
  typed::Type self, grade;
  self.kind = typed::TypeKind::entity;
  self.entity = statement.scope.entity;
  grade.kind = typed::TypeKind::scale;
  grade.scale = statement.scale;
  return typed::make(typed::GradeOf{grades, typed::make(typed::Self{0}, self, statement.written)}, grade,
                     statement.written);
}

void ask_for_scores(const typed::Program& program, graph::Request& request) {
  const auto ask = [&](const typed::Scope& scope, values::Period period) {
    if (scope.filter) request.expressions.push_back({scope.filter, scope.entity, period});
  };
  for (const auto& asked : request.scorecards) ask(program[asked.scorecard].scope, asked.period);
  for (const auto& asked : request.grades) {
    const auto& scope = program[asked.grades].scope;
    ask(scope, asked.period);
    request.expressions.push_back({grade_of_self(program, asked.grades), scope.entity, asked.period});
  }
}

namespace {

typed::Expr asked_for(const graph::Request& request, graph::GradesCase grades) {
  for (const auto& asked : request.expressions)
    if (const auto* grade = std::get_if<typed::GradeOf>(&asked.expression->node);
        grade && grade->grades == grades.grades && asked.period == grades.period)
      return asked.expression;
  return nullptr;
}

}  // namespace

void list_scores(const typed::Program& program, const columns::Dataset& dataset, Run& run) {
  for (const auto& asked : run.request.scorecards)
    for (const auto& [row, within] :
         verdicts::subjects(program[asked.scorecard].scope, asked.period, run.evaluation, dataset))
      run.scored.push_back({asked.scorecard, asked.period, row, within});
  for (const auto& asked : run.request.grades)
    if (const auto grade = asked_for(run.request, asked))
      for (const auto& [row, within] :
           verdicts::subjects(program[asked.grades].scope, asked.period, run.evaluation, dataset))
        run.graded.push_back({asked.grades, grade, asked.period, row, within});
}

}  // namespace tdkt::engine
