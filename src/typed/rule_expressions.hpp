// SPDX-License-Identifier: Apache-2.0
// Every expression that a rule states, wherever it stands: the one place that knows where rules keep
// them. Parts of expressions are left to for_each_part.
#pragma once

#include "typed/program.hpp"

namespace tdkt::typed {

// Calls visit(expression, where the words that state it stand, label path or empty).
template <class Visit>
void for_each_expression(const Scope& scope, Visit visit) {
  if (scope.filter) visit(*scope.filter, scope.written, std::string());
}

template <class Visit>
void for_each_expression(const Criterion& criterion, Visit visit) {
  if (criterion.condition) visit(*criterion.condition, criterion.written, criterion.path);
  if (criterion.except_when) visit(*criterion.except_when, criterion.written, criterion.path);
  for (const auto& part : criterion.parts) for_each_expression(part, visit);
}

template <class Visit>
void for_each_expression(const Award& award, Visit visit) {
  for_each_expression(award.scope, visit);
  for (const auto& criterion : award.criteria) for_each_expression(criterion, visit);
}

template <class Visit>
void for_each_expression(const Definition& definition, Visit visit) {
  if (definition.body) visit(*definition.body, definition.written, std::string());
  if (definition.population)
    for (const auto& step : definition.population->steps)
      for (const auto& filter : step.filters) visit(*filter, definition.written, std::string());
}

template <class Visit>
void for_each_expression(const DecisionTable& table, Visit visit) {
  for (const auto& input : table.inputs) visit(*input, table.written, std::string());
  for (const auto& row : table.rows)
    if (row.outcome) visit(*row.outcome, row.written, std::string());
}

template <class Visit>
void for_each_expression(const Scorecard& card, Visit visit) {
  for_each_expression(card.scope, visit);
  for (const auto& node : card.nodes)
    for (const auto& expression : {node.points, node.ceiling, node.applies_when})
      if (expression) visit(*expression, node.written, node.label);
}

template <class Visit>
void for_each_expression(const Grades& grades, Visit visit) {
  for_each_expression(grades.scope, visit);
  for (const auto& row : grades.rows)
    if (row.when) visit(*row.when, row.written, std::string());
}

template <class Visit>
void for_each_expression(const Nomination& nomination, Visit visit) {
  for_each_expression(nomination.scope, visit);
  for (const auto& filter : nomination.among)
    if (filter) visit(*filter, nomination.written, std::string());
  if (nomination.within) visit(*nomination.within, nomination.written, std::string());
  for (const auto& key : nomination.keys)
    if (key.value) visit(*key.value, nomination.written, std::string());
  for (const auto& offer : nomination.offers)
    for (const auto& expression : {offer.quota.number, offer.quota.share, offer.quota.base_number,
                                   offer.quota.at_least, offer.condition})
      if (expression) visit(*expression, offer.written, std::string());
  if (nomination.vote) for_each_expression(*nomination.vote, visit);
}

template <class Visit>
void for_each_expression(const Report& report, Visit visit) {
  for_each_expression(report.scope, visit);
  if (report.value) visit(*report.value, report.written, std::string());
}

template <class Visit>
void for_each_expression(const RecordCheck& check, Visit visit) {
  for_each_expression(check.scope, visit);
  for (const auto& line : check.lines)
    if (line.when) visit(*line.when, line.written, std::string());
}

}  // namespace tdkt::typed
