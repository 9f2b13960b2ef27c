// SPDX-License-Identifier: Apache-2.0
// Arithmetic.
#include "graph/builder.hpp"

namespace tdkt::graph {

NodeId Builder::build_node(const typed::Arithmetic& n, const Expression&, ContextId context, MomentId moment) {
  return combined(Arithmetic{n.op}, {on(n.left, context, moment), on(n.right, context, moment)}, context, Kind::number);
}

NodeId Builder::build_node(const typed::PercentOf& n, const Expression&, ContextId context, MomentId moment) {
  return combined(Arithmetic{typed::Operator::times}, {on(n.percent, context, moment), on(n.of, context, moment)},
                  context, Kind::number);
}

NodeId Builder::build_node(const typed::Choose& n, const Expression&, ContextId context, MomentId moment) {
  return combined(Choose{n.smaller}, {on(n.left, context, moment), on(n.right, context, moment)}, context, Kind::number);
}

NodeId Builder::build_node(const typed::Capped& n, const Expression&, ContextId context, MomentId moment) {
  return combined(Choose{true}, {on(n.value, context, moment), on(n.ceiling, context, moment)}, context, Kind::number);
}

NodeId Builder::build_node(const typed::Rounded& n, const Expression&, ContextId context, MomentId moment) {
  return combined(Round{n.places, n.rounding}, {on(n.value, context, moment)}, context, Kind::number);
}

NodeId Builder::build_node(const typed::If& n, const Expression& expression, ContextId context, MomentId moment) {
  const auto condition = on(n.condition, context, moment);
  if (const auto truth = as_known(condition); truth && *truth != Truth::unknown)
    return on(*truth == Truth::yes ? n.then : n.otherwise, context, moment);
  return combined(Pick{true, false}, {condition, on(n.then, context, moment), on(n.otherwise, context, moment)}, context,
                  kind_of(expression.type));
}

NodeId Builder::added(const std::vector<NodeId>& parts) {
  if (parts.empty()) return known(Interval::exactly(Decimal()));
  auto total = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const auto over = (*this)[total].domain == one ? (*this)[parts[i]].domain : (*this)[total].domain;
    total = add(Arithmetic{typed::Operator::plus}, {total, parts[i]}, over, Kind::number);
  }
  return total;
}

}  // namespace tdkt::graph
