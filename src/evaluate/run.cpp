// SPDX-License-Identifier: Apache-2.0
#include "evaluate/run.hpp"

#include <algorithm>

#include "evaluate/schedule.hpp"

namespace tdkt::evaluate {

using graph::NodeId;

void Run::work_out(const graph::Graph& graph, const std::vector<NodeId>& order, const std::vector<NodeId>& kept) {
  const auto steps = scheduled(graph, order);
  // How often each column is still to be read; what nobody reads any more is let go.
  std::vector<std::uint32_t> readers(graph.nodes().size());
  const auto for_each_read = [&](NodeId id, auto visit) {
    for (const auto input : graph[id].inputs) visit(input);
    const auto& domain = graph[graph[id].domain];
    if (domain.of == graph::Domain::Of::edges) visit(domain.edges);
  };
  for (const auto id : order) for_each_read(id, [&](NodeId read) { ++readers[read.index]; });
  for (const auto id : kept) ++readers[id.index];
  for (const auto& step : steps) {
    work_out_together(graph, step.nodes);
    for (const auto id : step.nodes)
      for_each_read(id, [&](NodeId read) {
        if (--readers[read.index] == 0) columns_[read.index].reset();
      });
  }
}

void Run::work_out_together(const graph::Graph& graph, const std::vector<NodeId>& nodes) {
  const bool one = nodes.size() == 1;
  if (one) return has(nodes.front()) ? void() : work_out(graph, nodes.front());
  const auto& at = std::get<RowColumn>(column(graph, graph[nodes.front()].inputs[1]));
  std::vector<const Truths*> columns;
  for (const auto node : nodes) columns.push_back(&std::get<Truths>(column(graph, graph[node].inputs[0])));
  const bool whole = at.at && std::all_of(columns.begin(), columns.end(), [](const Truths* c) { return c->yes.rows > 1; });
  if (!whole) {
    for (const auto node : nodes)
      if (!has(node)) work_out(graph, node);
    return;
  }
  auto truths = gathered(columns, at, pool_);
  if (columns_.size() < graph.nodes().size()) columns_.resize(graph.nodes().size());
  for (std::size_t i = 0; i < nodes.size(); ++i) columns_[nodes[i].index] = std::make_shared<const Column>(std::move(truths[i]));
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
