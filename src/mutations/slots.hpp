// SPDX-License-Identifier: Apache-2.0
// Every place of a program that holds an expression, and what stands there: the one place that knows
// where changed expressions have to be put back.
#pragma once

#include "mutations/statements.hpp"
#include "typed/program.hpp"

namespace tdkt::mutations {

// Tests are left alone: they say what is wanted.
//
// Calls visit(expression, statement); Program may be const.
template <class Program, class Visit>
void for_each_slot(Program& program, Visit visit) {
  const auto at = [](Kind kind, std::size_t index) { return Statement{kind, static_cast<std::uint32_t>(index)}; };
  const auto each = [](auto& things, const auto& body) {
    for (std::size_t i = 0; i < things.size(); ++i) body(things[i], i);
  };
  const auto criterion = [&](const auto& self, auto& one, Statement of) -> void {
    visit(one.condition, of);
    for (auto& part : one.parts) self(self, part, of);
    visit(one.except_when, of);
  };

  each(program.parameters, [&](auto& parameter, std::size_t i) {
    for (auto& value : parameter.values) visit(value.value, at(Kind::parameter, i));
  });
  each(program.definitions, [&](auto& definition, std::size_t i) {
    visit(definition.body, at(Kind::definition, i));
    if (!definition.population) return;
    for (auto& step : definition.population->steps)
      for (auto& filter : step.filters) visit(filter, at(Kind::definition, i));
  });
  each(program.tables, [&](auto& table, std::size_t i) {
    for (auto& input : table.inputs) visit(input, at(Kind::table, i));
    for (auto& row : table.rows) {
      for (auto& cell : row.cells) visit(cell.value, at(Kind::table, i));
      visit(row.outcome, at(Kind::table, i));
    }
  });
  each(program.scorecards, [&](auto& card, std::size_t i) {
    const auto of = at(Kind::scorecard, i);
    visit(card.scope.filter, of);
    for (auto& node : card.nodes) visit(node.points, of), visit(node.ceiling, of), visit(node.applies_when, of);
  });
  each(program.grades, [&](auto& grades, std::size_t i) {
    visit(grades.scope.filter, at(Kind::grades, i));
    for (auto& row : grades.rows) visit(row.when, at(Kind::grades, i));
  });
  each(program.awards, [&](auto& award, std::size_t i) {
    visit(award.scope.filter, at(Kind::award, i));
    for (auto& one : award.criteria) criterion(criterion, one, at(Kind::award, i));
  });
  each(program.nominations, [&](auto& nomination, std::size_t i) {
    const auto of = at(Kind::nomination, i);
    visit(nomination.scope.filter, of);
    for (auto& condition : nomination.among) visit(condition, of);
    visit(nomination.within, of);
    for (auto& key : nomination.keys) visit(key.value, of);
    for (auto& offer : nomination.offers) {
      auto& quota = offer.quota;
      for (auto* part : {&quota.number, &quota.share, &quota.base_number, &quota.at_least}) visit(*part, of);
      visit(offer.condition, of);
    }
    if (nomination.vote) criterion(criterion, *nomination.vote, of);
  });
  each(program.reports, [&](auto& report, std::size_t i) {
    visit(report.scope.filter, at(Kind::report, i));
    visit(report.value, at(Kind::report, i));
  });
  each(program.checks, [&](auto& check, std::size_t i) {
    visit(check.scope.filter, at(Kind::check, i));
    for (auto& line : check.lines) visit(line.when, at(Kind::check, i));
  });
}

}  // namespace tdkt::mutations
