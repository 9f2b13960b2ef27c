// SPDX-License-Identifier: Apache-2.0
// Awards and pledges: criteria joined, bars, deferrals, waivers; and the request as a whole.
#include "graph/builder.hpp"

#include <algorithm>

namespace tdkt::graph {

using typed::Criterion;
using typed::CriterionKind;

// Yes: nothing stands in the way. A bar that is off is as good as a requirement met.
NodeId Builder::criterion(const Criterion& criterion, typed::AwardId award, ContextId context, MomentId moment) {
  const At_<const Criterion*> key{&criterion, context, moment};
  if (const auto found = graph_.criteria_.find(key); found != graph_.criteria_.end()) return found->second;
  awards_.push_back(award);
  std::vector<NodeId> parts;
  for (const auto& part : criterion.parts) parts.push_back(this->criterion(part, award, context, moment));
  auto node = known(Truth::yes);
  switch (criterion.kind) {
    case CriterionKind::require:
    case CriterionKind::vote: node = on(criterion.condition, context, moment); break;
    case CriterionKind::bar:
    case CriterionKind::defer: node = opposite(on(criterion.condition, context, moment)); break;
    case CriterionKind::all_of: node = both(std::move(parts)); break;
    case CriterionKind::any_of: node = either(std::move(parts)); break;
    case CriterionKind::at_least_n_of:
      node = combined(AtLeast{criterion.at_least}, std::move(parts), context, Kind::truth);
      break;
  }
  if (criterion.except_when) node = either({node, on(criterion.except_when, context, moment)});
  awards_.pop_back();
  const bool of_award = award.index < program_.awards.size();  // a nomination's vote is not
  if (of_award && (!criterion.path.empty() || criterion.title)) {
    const auto day = at(moment).period.last;
    const auto& rule = program_[award];
    node = combined(Lift{award_forms(award), rule.scope.entity, criterion.path,
                         criterion.title ? criterion.title->text : std::string(), day},
                    {node, row_at((*this)[context].level, context)}, context, Kind::truth);
  }
  graph_.criteria_.emplace(key, node);
  graph_.contexts_of_.emplace(&criterion, context);
  if (keep_ == Keep::nodes) new_criteria_.push_back(key);
  return node;
}

const std::vector<std::string>& Builder::award_forms(typed::AwardId award) {
  const auto [at, is_new] = award_forms_.try_emplace(award);
  if (is_new) at->second = graph_.in_force_.award_forms(program_[award].title.text);
  return at->second;
}

NodeId Builder::in_scope(const typed::Scope& scope, ContextId context, MomentId moment) {
  std::vector<NodeId> conditions;
  if (scope.filter) conditions.push_back(on(scope.filter, context, moment));
  if (scope.only) {
    const auto only = add(Named{scope.entity, *scope.only}, {}, one, Kind::entity);
    conditions.push_back(compare(Sign::equal, row_at((*this)[context].level, context), only, entity_type(scope.entity)));
  }
  return both(std::move(conditions));
}

// A case that was received before a change of law may be judged by the law before it.
RuleNodes Builder::rule(typed::AwardId id, ContextId context, MomentId moment) {
  auto nodes = own_rule(id, context, moment);
  if (at(moment).law) return nodes;
  for (const auto& transition : graph_.in_force_.transitions(id)) {
    auto then = at(moment);
    then.law = transition.law;
    auto earlier = own_rule(transition.award, context, this->moment(then));
    if (transition.unless_favourable) {
      const auto rival = *transition.unless_favourable == id ? nodes : own_rule(*transition.unless_favourable, context, moment);
      const std::vector<NodeId> two{earlier.requirements, earlier.deferral, rival.requirements, rival.deferral};
      earlier.requirements = combined(Favourable{false}, two, context, Kind::truth);
      earlier.deferral = combined(Favourable{true}, two, context, Kind::truth);
    }
    const auto received = combined(ReceivedBefore{award_forms(id), program_[id].scope.entity, transition.before},
                                   {row_at((*this)[context].level, context)}, context, Kind::truth);
    const auto by_date = [&](NodeId before, NodeId after) {
      return combined(Pick{true, false}, {received, before, after}, context, Kind::truth);
    };
    nodes.requirements = by_date(earlier.requirements, nodes.requirements);
    nodes.deferral = by_date(earlier.deferral, nodes.deferral);
  }
  return nodes;
}

RuleNodes Builder::own_rule(typed::AwardId id, ContextId context, MomentId moment) {
  const std::tuple key{id.index, context, moment};
  if (const auto found = graph_.rules_.find(key); found != graph_.rules_.end()) return found->second;
  const auto here = (*this)[context];
  if (here.direct)
    if (const auto rows = graph_.find_rows(here.entity, here.level))
      if (const auto found = graph_.rules_.find({id.index, *rows, moment}); found != graph_.rules_.end())
        return {look_up(found->second.requirements, here.rows), look_up(found->second.deferral, here.rows),
                look_up(found->second.scope, here.rows)};

  const auto then = at(moment);
  const bool ends = ends_before_records(Rule::award, id.index, then.period.year());
  const std::tuple own{Rule::award, id.index, 0u, context, moment};
  if (ends || !rules_under_way_.insert(own).second) {
    const auto none = unknown(Kind::truth, ends ? Reason::before_records : Reason::other);
    return {none, none, none};
  }
  years_under_way_[{Rule::award, id.index}].push_back(then.period.year());
  std::vector<NodeId> requirements, deferrals;
  const auto join = [&](typed::AwardId award) {
    for (const auto& criterion : program_[award].criteria) {
      const auto node = this->criterion(criterion, award, context, moment);
      if (criterion.kind == CriterionKind::defer) deferrals.push_back(opposite(node));
      else requirements.push_back(node);
    }
  };
  join(id);
  for (const auto addition : graph_.in_force_.additions(id, law_period(moment))) join(addition);
  const RuleNodes nodes{both(std::move(requirements)), either(std::move(deferrals)),
                        in_scope(program_[id].scope, context, moment)};
  years_under_way_[{Rule::award, id.index}].pop_back();
  rules_under_way_.erase(own);
  graph_.rules_.emplace(key, nodes);
  return nodes;
}

Period own_period(const typed::Program& program, const typed::Scope& scope, Period judged) {
  const auto cadence = scope.every.cadence;
  if (scope.period) {
    const auto days = program[*scope.period].days;
    return days.year() == judged.year() ? days : judged;
  }
  if (cadence == values::Cadence::once || cadence == values::Cadence::dated) return judged;
  const auto index = columns::index_for(program.schema, scope.every, judged);
  return columns::period_at(program.schema, scope.every, index);
}

MomentId Builder::own_period(const typed::Scope& scope, MomentId moment) {
  auto then = at(moment);
  then.period = graph::own_period(program_, scope, then.period);
  return this->moment(then);
}

NodeId Builder::build_node(const typed::Eligible& n, const Expression&, ContextId context, MomentId moment) {
  const auto entity = n.subject->type.entity;
  const auto found = graph_.in_force_.award(n.awards, entity, law_period(moment));
  if (!found) return unknown(Kind::truth, Reason::not_defined_then);
  const auto then = own_period(program_[*found].scope, moment);
  return for_subject(entity, n.subject, context, moment, [&](ContextId subject) {
    const auto nodes = rule(*found, subject, then);
    const auto eligible = combined(Eligibility{}, {nodes.requirements, nodes.deferral}, subject, Kind::truth);
    return both({nodes.scope, eligible});
  });
}

void Builder::add(const Request& request) {
  const auto judged = [&](Period period) { return moment({period, {}, {}, false, 0, {}}); };
  for (const auto& asked : request.awards) {
    const auto nodes = rule(asked.award, rows_of(program_[asked.award].scope.entity, 0), judged(asked.period));
    for (const auto node : {nodes.requirements, nodes.deferral, nodes.scope}) want(node);
  }
  for (const auto& asked : request.scorecards) {
    const auto& card = program_[asked.scorecard];
    for (std::uint32_t node = 0; node < card.nodes.size(); ++node) {
      const auto nodes = score(asked.scorecard, node, rows_of(card.scope.entity, 0), judged(asked.period));
      for (const auto wanted : {nodes.computed, nodes.points, nodes.applies}) want(wanted);
    }
  }
  for (const auto& asked : request.grades)
    want(graded(asked.grades, rows_of(program_[asked.grades].scope.entity, 0), judged(asked.period)));
  for (const auto& asked : request.nominations) want(asked.nomination, asked.period);
  for (const auto& asked : request.expressions)
    want(build(*asked.expression, rows_of(asked.entity, 0), judged(asked.period)));
  std::sort(graph_.wanted_.begin(), graph_.wanted_.end());
  graph_.wanted_.erase(std::unique(graph_.wanted_.begin(), graph_.wanted_.end()), graph_.wanted_.end());
}

}  // namespace tdkt::graph
