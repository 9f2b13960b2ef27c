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
  ValueExplanation told{table.ids[row], row < table.names.size() ? table.names[row] : "", period, {}};
  for (const auto& expression : expressions) {
    const bool is_condition = expression->type.kind == columns::TypeKind::truth;
    told.reasons.push_back(is_condition ? reason_of(look, *expression, at) : value_of(look, *expression, at));
    clear_inner_settling(told.reasons.back());
  }
  return told;
}

}  // namespace tdkt::verdicts
