// SPDX-License-Identifier: Apache-2.0
// Scorecards: the order in which points are clamped, scaled, rewarded, punished and rounded.
//
// Each value: computed; clamped to 0 … its ceiling; rounded. A part: the sum of what applies,
// clamped, scaled, rounded. The total: the sum of its parts, clamped, scaled, plus bonuses less
// penalties, clamped again, rounded.
#include "graph/builder.hpp"

namespace tdkt::graph {

using typed::ScoreNode;

NodeId Builder::clamped(NodeId value, std::optional<NodeId> ceiling, ContextId context) {
  const auto zero = known(Interval::exactly(Decimal()));
  if (ceiling) value = combined(Choose{true}, {value, *ceiling}, context, Kind::number);
  return combined(Choose{false}, {value, zero}, context, Kind::number);
}

NodeId Builder::rounded_as(const ScoreNode& node, NodeId value) {
  if (!node.rounded) return value;
  return add(Round{node.rounded->places, node.rounded->rounding}, {value}, (*this)[value].domain, Kind::number);
}

namespace {

// The greatest value of a table that gives literals; an item without a ceiling of its own has it.
std::optional<Decimal> greatest_outcome(const typed::Program& program, const Expr& points) {
  const auto* lookup = points ? std::get_if<typed::Lookup>(&points->node) : nullptr;
  if (!lookup) return std::nullopt;
  std::optional<Decimal> greatest;
  for (const auto& row : program[lookup->table].rows) {
    const auto* literal = row.outcome ? std::get_if<typed::Literal>(&row.outcome->node) : nullptr;
    const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
    if (!number) return std::nullopt;
    if (!greatest || *number > *greatest) greatest = *number;
  }
  return greatest;
}

bool is_outside(ScoreNode::Kind kind) { return kind == ScoreNode::Kind::bonus || kind == ScoreNode::Kind::penalty; }

}  // namespace

ScoreNodes Builder::score(typed::ScorecardId id, std::uint32_t node, ContextId context, MomentId moment) {
  const std::tuple key{id.index, node, context, moment};
  if (const auto found = graph_.scores_.find(key); found != graph_.scores_.end()) return found->second;
  const auto here = (*this)[context];
  if (here.direct)
    if (const auto rows = graph_.find_rows(here.entity, here.level))
      if (const auto found = graph_.scores_.find({id.index, node, *rows, moment}); found != graph_.scores_.end()) {
        const auto& all = found->second;
        return {look_up(all.computed, here.rows), look_up(all.points, here.rows), look_up(all.applies, here.rows),
                look_up(all.possible, here.rows)};
      }
  const auto year = at(moment).period.year();
  const bool ends = ends_before_records(Rule::scorecard, id.index, year);
  const std::tuple under_way{Rule::scorecard, id.index, node, context, moment};
  if (ends || !rules_under_way_.insert(under_way).second) {
    const auto none = unknown(Kind::number, ends ? Reason::before_records : Reason::other);
    return {none, none, known(Truth::yes), none};
  }
  years_under_way_[{Rule::scorecard, id.index}].push_back(year);
  const auto nodes = scored(program_[id], id, node, context, moment);
  years_under_way_[{Rule::scorecard, id.index}].pop_back();
  rules_under_way_.erase(under_way);
  graph_.scores_.emplace(key, nodes);
  return nodes;
}

ScoreNodes Builder::scored(const typed::Scorecard& card, typed::ScorecardId id, std::uint32_t index, ContextId context,
                           MomentId moment) {
  const auto& node = card.nodes[index];
  const auto zero = known(Interval::exactly(Decimal()));
  const auto where = [&](NodeId applies, NodeId value) {
    return as_known(applies) == Truth::yes ? value
                                           : combined(Pick{true, false}, {applies, value, zero}, context, Kind::number);
  };
  ScoreNodes result{};
  result.applies = node.applies_when ? on(node.applies_when, context, moment) : known(Truth::yes);
  std::optional<NodeId> ceiling;
  if (node.ceiling) ceiling = on(node.ceiling, context, moment);

  if (node.kind == ScoreNode::Kind::item || is_outside(node.kind)) {
    if (!ceiling)
      if (const auto greatest = greatest_outcome(program_, node.points)) ceiling = known(Interval::exactly(*greatest));
    result.possible = ceiling.value_or(unknown(Kind::number, Reason::other));
    const auto points = on(node.points, context, moment);
    result.computed = node.all_or_nothing
                          ? combined(Pick{true, false}, {points, result.possible, zero}, context, Kind::number)
                          : points;
    result.points = rounded_as(node, clamped(result.computed, ceiling, context));
    return result;
  }

  // What a scale stretches: the items inside, through parts that only add them up.
  std::vector<NodeId> earned, possible, stretched;
  const std::function<void(std::uint32_t, NodeId)> stretch = [&](std::uint32_t child, NodeId outer) {
    const auto nodes = score(id, child, context, moment);
    const auto& part = card.nodes[child];
    const auto applies = both({outer, nodes.applies});
    const bool adds_up = part.kind == ScoreNode::Kind::part && !part.scaled_to && !part.rounded && !part.parts.empty() &&
                         never_clamped(card, child);
    if (adds_up)
      for (const auto inner : part.parts) stretch(inner, applies);
    else
      stretched.insert(stretched.end(), {applies, nodes.points, nodes.possible});
  };
  for (const auto child : node.parts) {
    if (is_outside(card.nodes[child].kind)) continue;
    const auto nodes = score(id, child, context, moment);
    earned.push_back(where(nodes.applies, nodes.points));
    possible.push_back(where(nodes.applies, nodes.possible));
    if (node.scaled_to) stretch(child, known(Truth::yes));
  }
  result.computed = added(earned);
  result.possible = added(possible);
  if (ceiling) result.possible = combined(Choose{true}, {result.possible, *ceiling}, context, Kind::number);
  result.points = clamped(result.computed, ceiling, context);
  if (node.scaled_to) {
    if (ceiling) stretched.push_back(*ceiling);
    result.points = combined(Scaled{*node.scaled_to, ceiling.has_value()}, std::move(stretched), context, Kind::number);
    result.possible = known(Interval::exactly(*node.scaled_to));
    ceiling = result.possible;
  }
  if (node.kind == ScoreNode::Kind::whole) {
    const auto bonus = outside_total(card, id, ScoreNode::Kind::bonus, context, moment);
    const auto penalty = outside_total(card, id, ScoreNode::Kind::penalty, context, moment);
    result.computed = added({result.points, bonus});
    result.computed = combined(Arithmetic{typed::Operator::minus}, {result.computed, penalty}, context, Kind::number);
    result.points =
        clamped(result.computed, card.bonus_above_the_ceiling ? std::nullopt : ceiling, context);
  }
  result.points = rounded_as(node, result.points);
  return result;
}

// The ceilings inside are literals that add up to no more than the part's own.
bool Builder::never_clamped(const typed::Scorecard& card, std::uint32_t index) const {
  const auto ceiling_of = [&](std::uint32_t node) -> std::optional<Decimal> {
    const auto& ceiling = card.nodes[node].ceiling;
    const auto* literal = ceiling ? std::get_if<typed::Literal>(&ceiling->node) : nullptr;
    const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
    if (number) return *number;
    return ceiling ? std::nullopt : greatest_outcome(program_, card.nodes[node].points);
  };
  if (!card.nodes[index].ceiling) return true;
  const auto own = ceiling_of(index);
  std::optional<Decimal> inside = Decimal();
  for (const auto child : card.nodes[index].parts) {
    const auto ceiling = ceiling_of(child);
    inside = inside && ceiling ? values::sum(*inside, *ceiling) : std::nullopt;
  }
  return own && inside && *inside <= *own;
}

NodeId Builder::outside_total(const typed::Scorecard& card, typed::ScorecardId id, ScoreNode::Kind kind,
                              ContextId context, MomentId moment) {
  std::vector<NodeId> parts;
  const auto zero = known(Interval::exactly(Decimal()));
  for (const auto child : card.nodes[0].parts)
    if (card.nodes[child].kind == kind) {
      const auto nodes = score(id, child, context, moment);
      parts.push_back(as_known(nodes.applies) == Truth::yes
                          ? nodes.points
                          : combined(Pick{true, false}, {nodes.applies, nodes.points, zero}, context, Kind::number));
    }
  return added(parts);
}

namespace {

// The part or item of the same title in another pack's scorecard.
std::optional<std::uint32_t> same_part(const typed::Scorecard& own, std::uint32_t node, const typed::Scorecard& other) {
  if (&own == &other) return node;
  for (std::uint32_t i = 0; i < other.nodes.size(); ++i)
    if (other.nodes[i].kind == own.nodes[node].kind && other.nodes[i].title.text == own.nodes[node].title.text) return i;
  return std::nullopt;
}

}  // namespace

NodeId Builder::build_node(const typed::Score& n, const Expression&, ContextId context, MomentId moment) {
  const auto& own = program_[n.scorecard];
  const auto then = own_period(own.scope, moment);
  const auto found = graph_.in_force_.scorecard(n.scorecard, law_day(then));
  if (!found && at(then).as_then) return unknown(Kind::number, Reason::not_defined_then);
  const auto id = found.value_or(n.scorecard);
  const auto& card = program_[id];
  return for_subject(own.scope.entity, n.subject, context, moment, [&](ContextId subject) {
    if (n.what == typed::ScoreOf::bonus) return outside_total(card, id, ScoreNode::Kind::bonus, subject, then);
    if (n.what == typed::ScoreOf::penalty) return outside_total(card, id, ScoreNode::Kind::penalty, subject, then);
    if (n.what == typed::ScoreOf::total) return score(id, 0, subject, then).points;
    const auto part = same_part(own, n.node, card);
    if (!part) return unknown(Kind::number, Reason::not_defined_then);
    const auto nodes = score(id, *part, subject, then);
    if (as_known(nodes.applies) == Truth::yes) return nodes.points;
    return combined(Pick{true, false}, {nodes.applies, nodes.points, known(Interval::exactly(Decimal()))}, subject,
                    Kind::number);
  });
}

NodeId Builder::build_node(const typed::ItemsReach& n, const Expression&, ContextId context, MomentId moment) {
  const auto& own = program_[n.scorecard];
  const auto then = own_period(own.scope, moment);
  const auto found = graph_.in_force_.scorecard(n.scorecard, law_day(then));
  if (!found && at(then).as_then) return unknown(Kind::truth, Reason::not_defined_then);
  const auto id = found.value_or(n.scorecard);
  const auto& card = program_[id];
  return for_subject(own.scope.entity, n.subject, context, moment, [&](ContextId subject) {
    std::vector<NodeId> reached;
    for (std::uint32_t i = 0; i < card.nodes.size(); ++i) {
      if (card.nodes[i].kind != ScoreNode::Kind::item) continue;
      const auto nodes = score(id, i, subject, then);
      const auto wanted = combined(Arithmetic{typed::Operator::times},
                                   {known(Interval::exactly(n.share)), nodes.possible}, subject, Kind::number);
      reached.push_back(either({opposite(nodes.applies), compare(Sign::at_least, nodes.points, wanted, number_type())}));
    }
    return both(std::move(reached));
  });
}

}  // namespace tdkt::graph
