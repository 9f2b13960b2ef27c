// SPDX-License-Identifier: Apache-2.0
// Decision tables and grades: the first row that holds. A row that may hold leaves the value open
// between its own and those of the rows behind it.
#include "graph/builder.hpp"

namespace tdkt::graph {

NodeId Builder::graded(typed::GradesId id, ContextId context, MomentId moment) {
  const auto& grades = program_[id];
  std::vector<NodeId> inputs;
  bool otherwise = false;
  for (const auto& row : grades.rows) {
    const auto value = add(Known{row.code}, {}, one, Kind::code);
    if (row.when) inputs.push_back(on(row.when, context, moment));
    inputs.push_back(value);
    if (!row.when) {
      otherwise = true;
      break;
    }
  }
  return combined(Pick{otherwise, grades.gaps}, std::move(inputs), context, Kind::code);
}

NodeId Builder::build_node(const typed::GradeOf& n, const Expression&, ContextId context, MomentId moment) {
  const auto& own = program_[n.grades];
  const auto then = own_period(own.scope, moment);
  const auto found = graph_.in_force_.grades(n.grades, law_day(then));
  // Another pack's grades are values of another scale: they answer only where they are the same one.
  const bool same = found && (*found == n.grades || program_[*found].scale == own.scale);
  if (!same && at(then).as_then) return unknown(Kind::code, Reason::not_defined_then);
  const auto id = same ? *found : n.grades;
  return for_subject(own.scope.entity, n.subject, context, moment, [&](ContextId subject) {
    const std::tuple key{Rule::grades, id.index, 0u, subject, then};
    const auto year = at(then).period.year();
    if (ends_before_records(Rule::grades, id.index, year)) return unknown(Kind::code, Reason::before_records);
    if (!rules_under_way_.insert(key).second) return unknown(Kind::code, Reason::other);
    years_under_way_[{Rule::grades, id.index}].push_back(year);
    const auto node = graded(id, subject, then);
    years_under_way_[{Rule::grades, id.index}].pop_back();
    rules_under_way_.erase(key);
    return node;
  });
}

NodeId Builder::build_node(const typed::Lookup& n, const Expression&, ContextId context, MomentId moment) {
  const auto found = graph_.in_force_.table(n.table, law_day(moment));
  const auto& table = program_[found.value_or(n.table)];
  if (!found && at(moment).as_then) return unknown(kind_of(table.type), Reason::not_defined_then);
  std::vector<NodeId> inputs;
  std::vector<columns::Type> types;
  for (const auto& input : n.inputs) {
    inputs.push_back(on(input, context, moment));
    types.push_back(input->type);
  }
  return looked_up(table, inputs, types, context, moment);
}

NodeId Builder::looked_up(const typed::DecisionTable& table, const std::vector<NodeId>& inputs,
                          const std::vector<columns::Type>& types, ContextId context, MomentId moment) {
  const auto number = [&](const Decimal& value) { return known(Interval::exactly(value)); };
  std::vector<NodeId> rows;
  bool otherwise = false;
  for (const auto& row : table.rows) {
    std::vector<NodeId> conditions;
    for (std::size_t i = 0; i < row.cells.size() && i < inputs.size(); ++i) {
      const auto& cell = row.cells[i];
      if (cell.kind == typed::TableCell::Kind::equal)
        conditions.push_back(compare(Sign::equal, inputs[i], on(cell.value, context, moment), types[i]));
      if (cell.kind != typed::TableCell::Kind::range) continue;
      if (cell.low)
        conditions.push_back(
            compare(cell.low_open ? Sign::above : Sign::at_least, inputs[i], number(*cell.low), types[i]));
      if (cell.high)
        conditions.push_back(
            compare(cell.high_open ? Sign::below : Sign::at_most, inputs[i], number(*cell.high), types[i]));
    }
    const auto condition = both(std::move(conditions));
    const auto outcome = on(row.outcome, context, moment);
    otherwise = as_known(condition) == Truth::yes;
    if (!otherwise) rows.push_back(condition);
    rows.push_back(outcome);
    if (otherwise) break;
  }
  return combined(Pick{otherwise, table.gaps}, std::move(rows), context, kind_of(table.type));
}

}  // namespace tdkt::graph
