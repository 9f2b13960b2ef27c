// SPDX-License-Identifier: Apache-2.0
// Brings kept columns up to date after a change of the records: only the rows that rest on it are worked
// out again, and only those that came out different are passed on to what reads them.
//
// How a difference travels, from the rows of a node's inputs to those of the node:
//   an input over the node's own rows       the same rows
//   an input that stands for all rows       all rows
//   At: a column of another entity          the rows that look at a different one (backward.hpp)
//   FromSource                              the edges of different sources
//   an input over edges from the node's rows   the sources of different edges
//   other edges: members came or went       all rows of what is read along them
// The kernels are asked for these rows as a column of their own (selection.hpp). Where all rows are asked
// for, and of what looks into the records in its own way (receipts, rotation), the whole column is worked
// out and compared with what was there.
#pragma once

#include <map>
#include <set>
#include <span>

#include "columns/amendments.hpp"
#include "evaluate/backward.hpp"

namespace tdkt::evaluate {

// How a node's column differs from before.
struct Difference {
  bool all = false;  // its rows are others; or so many differ that they are not told apart
  Rows rows;
  bool none() const { return !all && rows.empty(); }
};

class Renewal {
 public:
  // Requires: the run keeps the columns of all nodes in `order`, which is one of need.
  Renewal(const graph::Graph& graph, Run& run, const std::vector<graph::NodeId>& order);

  // Requires: the records have these changes, and all others were renewed before.
  void renew(std::span<const columns::Changed> changes);

  // Of the last renewal.
  const Difference& of(graph::NodeId node) const { return differences_[node.index]; }
  std::size_t nodes() const { return worked_out_; }  // that were looked at again

  Backward& backward() { return backward_; }

 private:
  void start(const columns::Changed& change);
  Difference renewed(graph::NodeId node);
  Difference renewed_fact(graph::NodeId node);
  Difference renewed_whole(graph::NodeId node);
  Difference renewed_rows(graph::NodeId node, const Rows& rows);
  Difference renewed_edges(graph::NodeId node, const Rows& sources);
  Rows worked_out_at(graph::NodeId node, const Rows& rows, std::span<const ColumnPtr> inputs);
  std::optional<Rows> rows_to_renew(graph::NodeId node);  // nullopt: all
  std::optional<Rows> looking_at(graph::NodeId node);
  ColumnPtr input_at(graph::NodeId node, std::size_t input, const Rows& rows);
  void pass_on(graph::NodeId node);

  const graph::Graph& graph_;
  Run& run_;
  Backward backward_;
  std::vector<std::uint32_t> position_;                    // by node, in the order of need
  std::vector<graph::NodeId> order_;
  std::vector<graph::NodeId> others_;                      // of the graph, that only questions about single rows ask for
  std::vector<std::vector<graph::NodeId>> readers_;        // by node
  std::vector<std::vector<graph::NodeId>> fact_readers_;   // by fact, also of what it bounds

  std::set<std::uint32_t> open_;                           // positions of nodes that are to be looked at
  std::map<graph::NodeId, Rows> asked_;                    // of nodes that read the records: subjects
  std::vector<Difference> differences_;                    // by node
  std::vector<graph::NodeId> different_;
  std::size_t worked_out_ = 0;
};

}  // namespace tdkt::evaluate
