// SPDX-License-Identifier: Apache-2.0
// In which order nodes are worked out, and what is worked out together.
//
// Truths of members that are looked up along one column of rows (is each member of a unit rated so, has
// it that title, was it disciplined) are gathered together: the look-ups cost more than what is done
// with them. So nodes are put into stages, each of which begins with all the look-ups that it needs.
#pragma once

#include <vector>

#include "graph/graph.hpp"

namespace tdkt::evaluate {

struct Step {
  std::vector<graph::NodeId> nodes;  // one, or several look-ups along one column
};

// `order`: each node after all that it needs.
std::vector<Step> scheduled(const graph::Graph& graph, const std::vector<graph::NodeId>& order);

// How many look-ups are worth gathering at once.
inline constexpr std::size_t most_together = 4;

}  // namespace tdkt::evaluate
