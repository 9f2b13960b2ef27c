// SPDX-License-Identifier: Apache-2.0
#include "evaluate/schedule.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace tdkt::evaluate {

using graph::Graph;
using graph::NodeId;

namespace {

// Of each row of edges the truth of the member at its end.
bool is_truth_of_members(const Graph& graph, NodeId id) {
  const auto& node = graph[id];
  return node.kind == graph::Kind::truth && std::holds_alternative<graph::At>(node.operation) &&
         std::holds_alternative<graph::Target>(graph[node.inputs[1]].operation);
}

std::vector<std::uint32_t> stages_of(const Graph& graph, const std::vector<NodeId>& order) {
  std::vector<std::uint32_t> stages(graph.nodes().size());
  for (const auto id : order) {
    const auto& node = graph[id];
    std::uint32_t stage = 0;
    for (const auto input : node.inputs) stage = std::max(stage, stages[input.index]);
    const auto& domain = graph[node.domain];
    if (domain.of == graph::Domain::Of::edges) stage = std::max(stage, stages[domain.edges.index]);
    stages[id.index] = stage + (is_truth_of_members(graph, id) ? 1 : 0);
  }
  return stages;
}

}  // namespace

std::vector<Step> scheduled(const Graph& graph, const std::vector<NodeId>& order) {
  const auto stages = stages_of(graph, order);
  std::map<std::tuple<std::uint32_t, NodeId>, std::vector<NodeId>> look_ups;  // by stage and column of rows
  std::vector<std::vector<NodeId>> others;                                    // by stage
  for (const auto id : order) {
    const auto stage = stages[id.index];
    if (others.size() <= stage) others.resize(stage + 1);
    if (is_truth_of_members(graph, id)) look_ups[{stage, graph[id].inputs[1]}].push_back(id);
    else others[stage].push_back(id);
  }
  std::vector<Step> steps;
  auto next = look_ups.begin();
  for (std::uint32_t stage = 0; stage < others.size(); ++stage) {
    for (; next != look_ups.end() && std::get<0>(next->first) == stage; ++next)
      for (std::size_t i = 0; i < next->second.size(); i += most_together)
        steps.push_back({{next->second.begin() + static_cast<std::ptrdiff_t>(i),
                          next->second.begin() + static_cast<std::ptrdiff_t>(std::min(i + most_together, next->second.size()))}});
    for (const auto id : others[stage]) steps.push_back({{id}});
  }
  return steps;
}

}  // namespace tdkt::evaluate
