// SPDX-License-Identifier: Apache-2.0
#include "graph/builder.hpp"

namespace tdkt::graph {

NodeId Builder::build_node(const typed::Evidence& n, const Expression&, ContextId context, MomentId moment) {
  return counted(n.set, nullptr, false, false, Sign::at_least, n.count, nullptr, context, moment);
}

}  // namespace tdkt::graph
