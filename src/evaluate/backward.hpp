// SPDX-License-Identifier: Apache-2.0
// From a row to where it stands: which edges end at it, which rows of a column look at it.
//
// Along a relation as it is on record its other way tells; for anything else an index is made when it is
// first asked for.
#pragma once

#include <map>

#include "evaluate/run.hpp"
#include "evaluate/selection.hpp"

namespace tdkt::evaluate {

class Backward {
 public:
  Backward(const graph::Graph& graph, Run& run) : graph_(graph), run_(run) {}

  // Of a column of edges: those that end at the row.
  Rows edges_to(graph::NodeId edges, Row target);
  // Of a column of rows: where it stands in it.
  Rows places_of(graph::NodeId rows, Row target);

  // The node's column is another now.
  void forget(graph::NodeId node) { indexes_.erase(node); }

 private:
  struct Index {  // places of row r: places[offsets[r]] … places[offsets[r + 1] - 1]
    std::vector<std::uint32_t> offsets, places;
  };
  const Index& index(graph::NodeId node);
  std::optional<Rows> along(columns::RelationId relation, bool inverse, const graph::When& when, Row target) const;

  const graph::Graph& graph_;
  Run& run_;
  std::map<graph::NodeId, Index> indexes_;
};

}  // namespace tdkt::evaluate
