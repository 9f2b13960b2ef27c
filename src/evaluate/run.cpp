// SPDX-License-Identifier: Apache-2.0
#include "evaluate/run.hpp"

#include <algorithm>

namespace tdkt::evaluate {

using graph::NodeId;

void Run::work_out(const graph::Graph& graph, const std::vector<NodeId>& order) {
  for (const auto node : order)
    if (!has(node)) work_out(graph, node);
}

const Column& Run::column(const graph::Graph& graph, NodeId node) {
  std::vector<NodeId> open{node};
  while (!open.empty()) {
    const auto next = open.back();
    if (has(next)) {
      open.pop_back();
      continue;
    }
    const auto needs = open.size();
    for (const auto input : graph[next].inputs)
      if (!has(input)) open.push_back(input);
    const auto& domain = graph[graph[next].domain];
    if (domain.of == graph::Domain::Of::edges && !has(domain.edges)) open.push_back(domain.edges);
    if (open.size() > needs) continue;
    work_out(graph, next);
    open.pop_back();
  }
  return *columns_[node.index];
}

std::size_t Run::rows(const graph::Graph& graph, graph::DomainId id) {
  const auto& domain = graph[id];
  switch (domain.of) {
    case graph::Domain::Of::one: return 1;
    case graph::Domain::Of::rows: return records_.rows(domain.entity);
    case graph::Domain::Of::edges: break;
  }
  return std::get<EdgeColumn>(column(graph, domain.edges)).size();
}

void Run::work_out(const graph::Graph& graph, NodeId id) {
  if (columns_.size() < graph.nodes().size()) columns_.resize(graph.nodes().size());
  const auto& node = graph[id];
  std::vector<ColumnPtr> inputs;
  for (const auto input : node.inputs) inputs.push_back(columns_[input.index]);
  const Work work{node, rows(graph, node.domain), inputs, records_, pool_};
  columns_[id.index] = std::visit(
      [&](const auto& operation) -> ColumnPtr {
        using Operation = std::decay_t<decltype(operation)>;
        if constexpr (std::is_same_v<Operation, graph::Lift>) return lifted(operation, work);
        else return std::make_shared<const Column>(worked_out(operation, work));
      },
      node.operation);
}

}  // namespace tdkt::evaluate
