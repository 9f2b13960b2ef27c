// SPDX-License-Identifier: Apache-2.0
#include "evaluate/run.hpp"

#include <algorithm>
#include <chrono>
#include <set>

#include "evaluate/schedule.hpp"
#include "evaluate/selection.hpp"

namespace tdkt::evaluate {

using graph::NodeId;

void Run::work_out(const graph::Graph& graph, const std::vector<NodeId>& order, const std::vector<NodeId>& kept,
                   const std::function<void(std::size_t done, std::size_t of)>& advance) {
  times_.resize(graph.nodes().size());
  std::size_t done = 0;
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
    const auto begun = std::chrono::steady_clock::now();
    work_out_together(graph, step.nodes);
    const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - begun;
    for (const auto id : step.nodes) times_[id.index] += took / static_cast<std::int64_t>(step.nodes.size());
    if (advance) advance(++done, steps.size());
    for (const auto id : step.nodes)
      for_each_read(id, [&](NodeId read) {
        if (--readers[read.index] == 0) columns_[read.index].reset();
      });
  }
}

// Look-ups along one column of rows, as many at a time as fit; any other node by itself.
void Run::work_out_together(const graph::Graph& graph, const std::vector<NodeId>& nodes) {
  const auto is_look_up = [&](NodeId node) { return is_truth_of_members(graph, node); };
  if (!std::all_of(nodes.begin(), nodes.end(), is_look_up)) {
    for (const auto node : nodes)
      if (!has(node)) work_out(graph, node);
    return;
  }
  if (columns_.size() < graph.nodes().size()) columns_.resize(graph.nodes().size());
  const auto& at = std::get<RowColumn>(column(graph, graph[nodes.front()].inputs[1]));
  std::vector<const Truths*> columns;
  std::vector<NodeId> together;
  std::size_t planes = 0;
  const auto gather = [&] {
    if (together.empty()) return;
    auto truths = gathered(columns, at, pool_);
    for (std::size_t i = 0; i < together.size(); ++i)
      columns_[together[i].index] = std::make_shared<Column>(std::move(truths[i]));
    columns.clear(), together.clear(), planes = 0;
  };
  for (const auto node : nodes) {
    if (has(node)) continue;
    const auto& truths = std::get<Truths>(column(graph, graph[node].inputs[0]));
    if (!at.at || at.rows <= 1 || truths.yes.rows <= 1) {
      work_out(graph, node);
      continue;
    }
    const auto more = planes_of(truths);
    if (planes + more > most_planes) gather();
    columns.push_back(&truths), together.push_back(node), planes += more;
  }
  gather();
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
  columns_[id.index] = worked_out(graph, id);
}

std::shared_ptr<Column> Run::worked_out(const graph::Graph& graph, NodeId id) {
  const auto& node = graph[id];
  std::vector<ColumnPtr> inputs;
  for (const auto input : node.inputs) inputs.push_back(columns_[input.index]);
  auto column = evaluate::worked_out({node, rows(graph, node.domain), inputs, records_, pool_});
  return column ? std::make_shared<Column>(*std::move(column)) : columns_[node.inputs[0].index];
}

std::size_t Run::bytes() const {
  std::set<const Column*> seen;  // some nodes share one
  std::size_t all = 0;
  for (const auto& column : columns_)
    if (column && seen.insert(column.get()).second) all += bytes_of(*column);
  return all;
}

std::optional<Column> worked_out(const Work& work) {
  return std::visit(
      [&](const auto& operation) -> std::optional<Column> {
        using Operation = std::decay_t<decltype(operation)>;
        if constexpr (std::is_same_v<Operation, graph::Lift>) return lifted(operation, work);
        else return worked_out(operation, work);
      },
      work.node.operation);
}

}  // namespace tdkt::evaluate
