// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/check.hpp"

namespace tdkt::typed {

namespace {

std::optional<Decimal> plain(const Expr& ceiling) {
  if (!ceiling) return std::nullopt;
  const auto* literal = std::get_if<Literal>(&ceiling->node);
  const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

// What the parts can reach together; bonuses and penalties stand outside. A part that can be left out
// makes a sum of its own.
std::optional<Decimal> greatest(const Scorecard& card, const ScoreNode& node) {
  Decimal all;
  bool any = false;
  for (const auto index : node.parts) {
    const auto& part = card.nodes[index];
    if (part.kind == ScoreNode::Kind::bonus || part.kind == ScoreNode::Kind::penalty) continue;
    if (part.applies_when) return std::nullopt;
    const auto own = part.scaled_to ? part.scaled_to : plain(part.ceiling);
    if (!own) return std::nullopt;
    const auto next = values::sum(all, *own);
    if (!next) return std::nullopt;
    all = *next;
    any = true;
  }
  return any ? std::optional(all) : std::nullopt;
}

}  // namespace

void check_ceilings(Build& build) {
  for (const auto& card : build.program.scorecards)
    for (const auto& node : card.nodes) {
      const auto ceiling = plain(node.ceiling);
      const auto parts = greatest(card, node);
      if (!ceiling || !parts || node.scaled_to || *ceiling == *parts) continue;
      build.diagnostics.report(Kind::ceilings_differ, node.written, card.title.language,
                               {node.title.text, parts->text(), ceiling->text()});
    }
}

}  // namespace tdkt::typed
