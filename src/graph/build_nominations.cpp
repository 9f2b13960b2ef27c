// SPDX-License-Identifier: Apache-2.0
// Nominations: what is asked of candidates and of their groups, each where it can be answered with the
// least work.
#include "graph/builder.hpp"

namespace tdkt::graph {

const NominationNodes& Builder::nomination(typed::NominationId id, Period period) {
  if (const auto found = graph_.nominations_.find({id, period}); found != graph_.nominations_.end()) return found->second;
  const auto& nomination = program_[id];
  const auto& relation = schema_[nomination.members];
  const auto then = moment({period, {}, {}, false, 0, {}});
  const auto group = rows_of(nomination.scope.entity, 0);
  const auto when = this->when(relation.timing, typed::JudgedPeriod{}, then);
  NominationNodes nodes;
  nodes.edges = add(Follow{nomination.members, nomination.inverse, when, false}, {(*this)[group].rows},
                    (*this)[group].domain, Kind::edges);
  const auto member = nomination.inverse ? relation.of : relation.to;
  const auto candidate = members_of(nodes.edges, member, 1, group);
  using Over = NominationPart::Over;
  const auto ask = [&](const Expr& expression, ContextId context) -> std::optional<NominationPart> {
    if (!expression) return std::nullopt;
    const auto node = build(*expression, context, then);
    if (graph_[(*this)[node].domain].of == Domain::Of::edges) return NominationPart{node, Over::candidates};
    const bool of_member = levels_read(*expression, (*this)[context].depth)[1];
    return NominationPart{node, of_member ? Over::members : Over::groups};
  };
  for (const auto& condition : nomination.among) nodes.among.push_back(*ask(condition, candidate));
  nodes.within = ask(nomination.within, candidate);
  for (const auto& key : nomination.keys) nodes.keys.push_back(*ask(key.value, candidate));
  for (const auto& offer : nomination.offers)
    nodes.offers.push_back({ask(offer.condition, candidate), ask(offer.quota.number, group), ask(offer.quota.share, group),
                            ask(offer.quota.base_number, group), ask(offer.quota.at_least, group)});
  if (nomination.vote)
    nodes.vote = NominationPart{criterion(*nomination.vote, {values::no_row}, candidate, then), Over::candidates};
  return graph_.nominations_.emplace(std::pair(id, period), std::move(nodes)).first->second;
}

void Builder::want(typed::NominationId id, Period period) {
  const auto& nodes = nomination(id, period);
  const auto& nomination = program_[id];
  const auto then = moment({period, {}, {}, false, 0, {}});
  const auto want_part = [&](const std::optional<NominationPart>& part) {
    if (part) want(part->node);
  };
  want(nodes.edges);
  want(in_scope(nomination.scope, rows_of(nomination.scope.entity, 0), then));
  for (const auto& part : nodes.among) want(part.node);
  for (const auto& part : nodes.keys) want(part.node);
  for (const auto& part : {nodes.within, nodes.vote}) want_part(part);
  for (const auto& offer : nodes.offers)
    for (const auto& part : {offer.condition, offer.number, offer.share, offer.base_number, offer.at_least}) want_part(part);
  const auto& relation = schema_[nomination.members];
  const auto member = nomination.inverse ? relation.of : relation.to;
  for (const auto& offer : nomination.offers) {
    const auto award = graph_.in_force_.award(offer.eligible_for, member, period);
    if (!award) continue;
    const auto rule = this->rule(*award, rows_of(member, 0), own_period(program_[*award].scope, then));
    for (const auto node : {rule.requirements, rule.deferral, rule.scope}) want(node);
  }
}

}  // namespace tdkt::graph
