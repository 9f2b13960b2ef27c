// SPDX-License-Identifier: Apache-2.0
// Sets, and what is counted, summed and ranked over them.
#include "graph/builder.hpp"

namespace tdkt::graph {

SetNodes Builder::set(const typed::Set& set, ContextId context, MomentId moment) {
  const At_<const typed::Set*> key{&set, context, moment};
  if (const auto found = graph_.sets_.find(key); found != graph_.sets_.end()) return found->second;

  const auto over = (*this)[context].domain;
  const auto then = without_receipt(moment);
  SetNodes nodes{};
  const auto keep = [&](const std::vector<Expr>& filters, bool may_not_be) {
    std::vector<NodeId> conditions;
    if (may_not_be) conditions.push_back(add(Belongs{}, {nodes.edges}, (*this)[nodes.inside].domain, Kind::truth));
    for (const auto& filter : filters) conditions.push_back(on(filter, nodes.inside, then));
    if (conditions.empty()) return;
    const auto belongs = both(std::move(conditions));
    if (as_known(belongs) != Truth::yes) nodes.belongs = belongs;
  };
  if (set.keys_of) {
    std::vector<When> when;
    for (const auto fact : set.key_facts) when.push_back(this->when(schema_[fact].timing, typed::JudgedPeriod{}, moment));
    nodes.edges = add(Keys{*set.keys_of, set.key_facts, when}, {on(set.from, context, then)}, over, Kind::edges);
    nodes.inside = members_of(nodes.edges, *set.keys_of, set.level, context);
    keep(set.key_filters, false);
  }
  bool first = !set.keys_of;
  for (const auto& step : set.steps) {
    const auto& relation = schema_[step.relation];
    const auto when = this->when(relation.timing, step.when, moment);
    const auto days = when.dated ? moving_days(step.when, context, moment) : std::vector<NodeId>{};
    std::vector<NodeId> inputs;
    bool may_not_be = !days.empty();
    if (first) {
      inputs = {on(set.from, context, then)};
    } else {
      const auto all = known(Truth::yes);
      may_not_be = may_not_be || nodes.belongs;
      inputs = {nodes.edges, nodes.belongs.value_or(all)};
    }
    inputs.insert(inputs.end(), days.begin(), days.end());
    nodes.belongs.reset();
    nodes.edges = first ? add(Follow{step.relation, step.inverse, when, !days.empty()}, inputs, over, Kind::edges)
                        : add(FollowOn{step.relation, step.inverse, when, !days.empty()}, inputs, over, Kind::edges);
    nodes.inside = members_of(nodes.edges, step.inverse ? relation.of : relation.to, set.level, context);
    keep(step.filters, may_not_be);
    first = false;
  }
  graph_.sets_.emplace(key, nodes);
  graph_.contexts_of_.emplace(&set, context);
  if (keep_ == Keep::nodes) new_sets_.push_back(key);
  return nodes;
}

NodeId Builder::counted(const typed::Set& of, const Expr& predicate, bool share, bool or_when_none, Sign sign,
                        const Expr& low, const Expr& high, ContextId context, MomentId moment) {
  const auto nodes = set(of, context, moment);
  std::vector<NodeId> inputs{nodes.edges};
  if (nodes.belongs) inputs.push_back(*nodes.belongs);
  const auto then = without_receipt(moment);
  if (predicate) inputs.push_back(on(predicate, nodes.inside, then));
  inputs.push_back(on(low, context, then));
  if (high) inputs.push_back(on(high, context, then));
  return combined(Count{nodes.belongs.has_value(), predicate != nullptr, share, high != nullptr, or_when_none, sign},
                  std::move(inputs), context, Kind::truth);
}

NodeId Builder::build_node(const typed::Quantified& n, const Expression&, ContextId context, MomentId moment) {
  return counted(n.set, n.predicate, n.amount.share, n.or_when_none, n.amount.sign, n.amount.low, n.amount.high,
                 context, moment);
}

NodeId Builder::aggregated(const typed::Aggregate& n, ContextId context, MomentId moment) {
  const auto nodes = set(n.set, context, moment);
  std::vector<NodeId> inputs{nodes.edges};
  if (nodes.belongs) inputs.push_back(*nodes.belongs);
  const auto then = without_receipt(moment);
  if (n.predicate) inputs.push_back(on(n.predicate, nodes.inside, then));
  if (n.value) inputs.push_back(on(n.value, nodes.inside, then));
  return combined(
      Aggregate{nodes.belongs.has_value(), n.predicate != nullptr, n.value != nullptr, n.function, n.known_only},
      std::move(inputs), context, Kind::number);
}

NodeId Builder::build_node(const typed::Aggregate& n, const Expression&, ContextId context, MomentId moment) {
  return aggregated(n, context, moment);
}

NodeId Builder::build_node(const typed::MemberWith& n, const Expression&, ContextId context, MomentId moment) {
  const auto nodes = set(n.set, context, moment);
  std::vector<NodeId> inputs{nodes.edges};
  if (nodes.belongs) inputs.push_back(*nodes.belongs);
  inputs.push_back(on(n.value, nodes.inside, without_receipt(moment)));
  return combined(Best{nodes.belongs.has_value(), n.highest}, std::move(inputs), context, Kind::entity);
}

NodeId Builder::build_node(const typed::MemberOf& n, const Expression&, ContextId context, MomentId moment) {
  const auto nodes = set(n.set, context, moment);
  std::vector<NodeId> inputs{nodes.edges};
  if (nodes.belongs) inputs.push_back(*nodes.belongs);
  inputs.push_back(on(n.entity, context, without_receipt(moment)));
  return combined(Contains{nodes.belongs.has_value()}, std::move(inputs), context, Kind::truth);
}

// The subject's own value is worked out as if it stood where the members stand.
NodeId Builder::build_node(const typed::Rank& n, const Expression&, ContextId context, MomentId moment) {
  const auto nodes = set(n.among, context, moment);
  const auto then = without_receipt(moment);
  const auto subject = on(n.subject, context, then);
  const auto as_member = bound(subject, n.among.of, n.among.level, context);
  std::vector<NodeId> inputs{nodes.edges};
  if (nodes.belongs) inputs.push_back(*nodes.belongs);
  inputs.push_back(on(n.value, nodes.inside, then));
  inputs.push_back(on(n.value, as_member, then));
  inputs.push_back(subject);
  return combined(Place{nodes.belongs.has_value(), n.high_to_low}, std::move(inputs), context, Kind::number);
}

NodeId Builder::build_node(const typed::InTop& n, const Expression& expression, ContextId context, MomentId moment) {
  const auto place = build_node(n.rank, expression, context, moment);
  auto most = on(n.top, context, without_receipt(moment));
  if (n.share) {
    const auto nodes = set(n.rank.among, context, moment);
    std::vector<NodeId> inputs{nodes.edges};
    if (nodes.belongs) inputs.push_back(*nodes.belongs);
    const auto members = combined(Aggregate{nodes.belongs.has_value(), false, false, typed::Function::number, false},
                                  std::move(inputs), context, Kind::number);
    most = combined(Arithmetic{typed::Operator::times}, {most, members}, context, Kind::number);
    most = combined(Round{0, n.rounding}, {most}, context, Kind::number);
  }
  return compare(Sign::at_most, place, most, number_type());
}

}  // namespace tdkt::graph
