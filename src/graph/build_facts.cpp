// SPDX-License-Identifier: Apache-2.0
// Facts, relations to one entity, and what stands for itself.
#include "graph/builder.hpp"

#include "values/match.hpp"

namespace tdkt::graph {

Kind kind_of(const columns::Type& type) {
  switch (type.kind) {
    case columns::TypeKind::truth: return Kind::truth;
    case columns::TypeKind::number: return Kind::number;
    case columns::TypeKind::scale: return Kind::code;
    case columns::TypeKind::date: return Kind::date;
    case columns::TypeKind::text: return Kind::text;
    case columns::TypeKind::entity: return Kind::entity;
  }
  return Kind::truth;
}

NodeId Builder::build_node(const typed::Literal& n, const Expression&, ContextId, MomentId) {
  return std::visit(
      values::match{[&](bool value) { return known(values::truth_of(value)); },
                    [&](const Decimal& value) { return known(Interval::exactly(value)); },
                    [&](const typed::Code& value) { return add(Known{value.code}, {}, one, Kind::code); },
                    [&](Date value) { return add(Known{value}, {}, one, Kind::date); },
                    [&](const std::string& value) { return add(Known{value}, {}, one, Kind::text); },
                    [&](const typed::EntityName& value) {
                      return add(Named{value.entity, value.text}, {}, one, Kind::entity);
                    }},
      n.value);
}

NodeId Builder::build_node(const typed::Parameter& n, const Expression& expression, ContextId context, MomentId moment) {
  if (const auto value = graph_.in_force_.parameter(n.parameter, law_day(moment)))
    return build(*value, context, moment);
  const auto& history = program_[n.parameter];
  if (at(moment).as_then || history.values.empty()) return unknown(kind_of(expression.type), Reason::not_defined_then);
  return build(*history.values.front().value, context, moment);
}

NodeId Builder::build_node(const typed::JudgedYear&, const Expression&, ContextId, MomentId moment) {
  return known(Interval::exactly(Decimal(at(moment).period.year())));
}

NodeId Builder::build_node(const typed::Self& n, const Expression&, ContextId context, MomentId) {
  return row_at(n.level, context);
}

NodeId Builder::build_node(const typed::FactOf& n, const Expression&, ContextId context, MomentId moment) {
  const auto& fact = schema_[n.fact];
  const auto when = this->when(fact.timing, typed::JudgedPeriod{}, moment);
  const auto subject = on(n.subject, context, moment);
  if (n.key) return combined(ReadKeyed{n.fact, when}, {subject, on(n.key, context, moment)}, context, kind_of(fact.type));
  const auto rows = domain({Domain::Of::rows, fact.of, {}, {}});
  return look_up(add(ReadFact{n.fact, when}, {}, rows, kind_of(fact.type)), subject);
}

NodeId Builder::build_node(const typed::Related& n, const Expression&, ContextId context, MomentId moment) {
  const auto& relation = schema_[n.relation];
  auto when = this->when(relation.timing, typed::JudgedPeriod{}, moment);
  if (when.dated && n.inverse) when.days = {};  // whose it is does not depend on when it came about
  const auto rows = domain({Domain::Of::rows, n.inverse ? relation.to : relation.of, {}, {}});
  return look_up(add(ReadRelated{n.relation, n.inverse, when}, {}, rows, Kind::entity), on(n.subject, context, moment));
}

NodeId Builder::for_subject(EntityId entity, const Expr& subject, ContextId context, MomentId moment,
                            const std::function<NodeId(ContextId)>& body) {
  const auto rows = on(subject, context, moment);
  if ((*this)[context].direct) return body(about(entity, 0, rows, nobody()));
  return look_up(body(rows_of(entity, 0)), rows);
}

NodeId Builder::build_node(const typed::Defined& n, const Expression& expression, ContextId context, MomentId moment) {
  const auto& own = program_[n.definition];
  const auto then = at(moment);
  const auto year = then.period.year();
  if (ends_before_records(Rule::definition, n.definition.index, year))
    return unknown(kind_of(expression.type), Reason::before_records);
  const auto found = graph_.in_force_.definition(n.definition, law_day(moment));
  if (!found && then.as_then) return unknown(kind_of(expression.type), Reason::not_defined_then);
  // One that looks at itself in earlier periods has no meaning put in: it is looked up there.
  const bool looked_up = found && n.arguments.empty() && (*found != n.definition || !n.meaning);
  const auto other = looked_up ? program_[*found].body : nullptr;
  if (!other && !n.meaning) return unknown(kind_of(expression.type), Reason::not_defined_then);
  years_under_way_[{Rule::definition, n.definition.index}].push_back(year);
  const auto node =
      other ? for_subject(own.of, n.subject, context, moment,
                          [&](ContextId subject) { return on(*other, subject, moment); })
            : on(n.meaning, context, moment);
  years_under_way_[{Rule::definition, n.definition.index}].pop_back();
  return node;
}

}  // namespace tdkt::graph
