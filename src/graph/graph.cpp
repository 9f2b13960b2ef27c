// SPDX-License-Identifier: Apache-2.0
#include "graph/graph.hpp"

#include "graph/builder.hpp"

namespace tdkt::graph {

Graph::Graph(const typed::Program& program, Request request)
    : program_(&program), request_(std::move(request)), in_force_(program) {
  domains_.push_back({});
  domain_ids_.emplace(Domain{}, one);
  bound_look_backs();
}

// Look-backs without an end stop at the first year with records, a century before the first case at
// the latest.
void Graph::bound_look_backs() {
  std::optional<int> earliest;
  const auto see = [&](const auto& cases) {
    for (const auto& asked : cases) earliest = std::min(earliest.value_or(asked.period.year()), asked.period.year());
  };
  see(request_.awards), see(request_.scorecards), see(request_.grades);
  see(request_.nominations), see(request_.expressions);
  if (earliest) request_.first_year = std::max(request_.first_year, *earliest - 100);
}

std::optional<MomentId> Graph::find_moment(const Moment& moment) const {
  const auto found = moment_ids_.find(moment);
  return found == moment_ids_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ContextId> Graph::find_rows(EntityId entity, std::uint8_t level) const {
  const auto found = rows_contexts_.find({entity, level});
  return found == rows_contexts_.end() ? std::nullopt : std::optional(found->second);
}

namespace {

template <class Map, class Key>
auto value_in(const Map& map, const Key& key) -> std::optional<typename Map::mapped_type> {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<NodeId> Graph::find(const typed::Expression& expression, ContextId context, const Moment& moment) const {
  const auto then = find_moment(moment);
  return then ? value_in(expressions_, At_<const typed::Expression*>{&expression, context, *then}) : std::nullopt;
}

std::optional<NodeId> Graph::find(const typed::Criterion& criterion, ContextId context, const Moment& moment) const {
  const auto then = find_moment(moment);
  return then ? value_in(criteria_, At_<const typed::Criterion*>{&criterion, context, *then}) : std::nullopt;
}

std::optional<SetNodes> Graph::find(const typed::Set& set, ContextId context, const Moment& moment) const {
  const auto then = find_moment(moment);
  return then ? value_in(sets_, At_<const typed::Set*>{&set, context, *then}) : std::nullopt;
}

std::vector<NodeId> Graph::nodes_of(const typed::Criterion& criterion) const {
  std::vector<NodeId> nodes;
  for (const auto& [key, node] : criteria_)
    if (std::get<0>(key) == &criterion && (*this)[std::get<1>(key)].of == Context::Of::rows) nodes.push_back(node);
  std::sort(nodes.begin(), nodes.end());
  return nodes;
}

std::vector<NodeId> Graph::nodes_of_criteria() const {
  std::vector<NodeId> nodes;
  for (const auto& [key, node] : criteria_)
    if ((*this)[std::get<1>(key)].of == Context::Of::rows) nodes.push_back(node);
  return nodes;
}

const NominationNodes* Graph::find(typed::NominationId nomination, Period period) const {
  const auto found = nominations_.find({nomination, period});
  return found == nominations_.end() ? nullptr : &found->second;
}

std::optional<ScoreNodes> Graph::find(typed::ScorecardId card, std::uint32_t node, ContextId context,
                                      const Moment& moment) const {
  const auto then = find_moment(moment);
  return then ? value_in(scores_, std::tuple{card.index, node, context, *then}) : std::nullopt;
}

std::optional<RuleNodes> Graph::find(typed::AwardId award, Period period) const {
  const auto then = find_moment({period, {}, {}, false, 0, {}});
  const auto rows = find_rows((*program_)[award].scope.entity, 0);
  // What is kept is the award's own; where a change of law has a say, two are looked at.
  if (!in_force_.transitions(award).empty()) return std::nullopt;
  return then && rows ? value_in(rules_, std::tuple{award.index, *rows, *then}) : std::nullopt;
}

std::vector<std::pair<NodeId, Period>> Graph::nodes_of(const typed::Expression& expression) const {
  std::vector<std::pair<NodeId, Period>> nodes;
  for (const auto context : contexts_of(&expression))
    for (std::uint32_t moment = 0; moment < moments_.size(); ++moment)
      if (const auto node = value_in(expressions_, At_<const typed::Expression*>{&expression, context, {moment}}))
        nodes.emplace_back(*node, moments_[moment].period);
  return nodes;
}

std::vector<ContextId> Graph::contexts_of(const void* expression_or_set) const {
  std::vector<ContextId> contexts;
  const auto [begin, end] = contexts_of_.equal_range(expression_or_set);
  for (auto at = begin; at != end; ++at) contexts.push_back(at->second);
  std::sort(contexts.begin(), contexts.end());
  contexts.erase(std::unique(contexts.begin(), contexts.end()), contexts.end());
  return contexts;
}

std::shared_ptr<const Graph> build(const typed::Program& program, Request request) {
  const auto graph = std::make_shared<Graph>(program, std::move(request));
  Builder(*graph).add(graph->request());
  return graph;
}

}  // namespace tdkt::graph
