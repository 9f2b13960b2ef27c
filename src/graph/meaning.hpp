// SPDX-License-Identifier: Apache-2.0
// A node's meaning as bytes: equal bytes, one node.
#pragma once

#include <string>
#include <vector>

#include "graph/node.hpp"

namespace tdkt::graph {

std::string meaning_of(const Operation& operation, const std::vector<NodeId>& inputs, DomainId domain, Kind kind);

}  // namespace tdkt::graph
