// SPDX-License-Identifier: Apache-2.0
// Works nodes out, each once, and keeps their columns.
#pragma once

#include <chrono>
#include <functional>
#include <vector>

#include "evaluate/kernels.hpp"
#include "graph/graph.hpp"

namespace tdkt::evaluate {

class Run {
 public:
  Run(const columns::Schema& schema, const columns::Dataset& data, unsigned threads)
      : records_(schema, data), pool_(threads) {}
  Run(const columns::Schema& schema, const columns::Dataset& data, unsigned threads, std::size_t rows_at_a_time)
      : records_(schema, data), pool_(threads, rows_at_a_time) {}

  // Every node of `order`, in which each stands after all that it needs. Of those that are not to be
  // kept the columns are let go when they have been read; they are worked out again if asked for.
  void work_out(const graph::Graph& graph, const std::vector<graph::NodeId>& order, const std::vector<graph::NodeId>& kept,
                const std::function<void(std::size_t done, std::size_t of)>& advance = {});
  // What working the node out took, by the clock.
  std::chrono::nanoseconds time_of(graph::NodeId node) const {
    return node.index < times_.size() ? times_[node.index] : std::chrono::nanoseconds();
  }

  // A node's column; it and what it needs are worked out where they are not yet.
  const Column& column(const graph::Graph& graph, graph::NodeId node);
  ColumnPtr kept(const graph::Graph& graph, graph::NodeId node) { return column(graph, node), columns_[node.index]; }

  // The same, for who brings it up to date where it lies.
  Column& to_renew(graph::NodeId node) { return *columns_[node.index]; }
  // What the column of a node whose inputs are there would be.
  std::shared_ptr<Column> worked_out(const graph::Graph& graph, graph::NodeId node);

  std::size_t rows(const graph::Graph& graph, graph::DomainId domain);
  const Records& records() const { return records_; }

  Pool& pool() { return pool_; }

  // What the columns take that do not lie in the records.
  std::size_t bytes() const;

  void forget(graph::NodeId node) {
    if (node.index < columns_.size()) columns_[node.index].reset();
  }
  // Forgets the columns of nodes from this one on.
  void forget_from(std::size_t node) { columns_.resize(std::min(columns_.size(), node)); }

 private:
  bool has(graph::NodeId node) const { return node.index < columns_.size() && columns_[node.index]; }
  void work_out(const graph::Graph& graph, graph::NodeId node);
  void work_out_together(const graph::Graph& graph, const std::vector<graph::NodeId>& nodes);

  Records records_;
  Pool pool_;
  std::vector<std::shared_ptr<Column>> columns_;  // by node
  std::vector<std::chrono::nanoseconds> times_;  // by node
};

}  // namespace tdkt::evaluate
