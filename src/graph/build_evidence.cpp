// SPDX-License-Identifier: Apache-2.0
// Evidence that can be spent once. Awards claim it in the order in which the pack ranks them: an award
// keeps its claim if all kept so far and this one can be supplied together. An award that fails for
// another reason claims nothing.
#include "graph/builder.hpp"

namespace tdkt::graph {

void Builder::find_evidence(const Expression& expression, std::vector<const typed::Evidence*>& found) {
  if (const auto* evidence = std::get_if<typed::Evidence>(&expression.node)) found.push_back(evidence);
  const bool joins = std::holds_alternative<typed::All>(expression.node) || std::holds_alternative<typed::Any>(expression.node);
  if (joins) typed::for_each_part(expression, [&](const Expression& part) { find_evidence(part, found); });
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node))
    if (defined->meaning) find_evidence(*defined->meaning, found);
}

void Builder::find_evidence(const std::vector<typed::Criterion>& criteria, std::vector<const typed::Evidence*>& found) {
  for (const auto& criterion : criteria) {
    if (criterion.condition) find_evidence(*criterion.condition, found);
    find_evidence(criterion.parts, found);
  }
}

std::vector<const typed::Evidence*> Builder::evidence_of(typed::AwardId award) {
  std::vector<const typed::Evidence*> found;
  find_evidence(program_[award].criteria, found);
  return found;
}

NodeId Builder::build_node(const typed::Evidence& n, const Expression&, ContextId context, MomentId moment) {
  const auto then = at(moment);
  if (then.supplied) return known(Truth::yes);
  const auto award = awards_.empty() ? typed::AwardId{values::no_row} : awards_.back();
  const bool of_award = award.index < program_.awards.size();
  if (!of_award || (*this)[context].level != 0)
    return counted(n.set, nullptr, false, false, Sign::at_least, n.count, nullptr, context, moment);

  auto without = then;
  without.supplied = true;
  Supply supply;
  std::vector<NodeId> inputs;
  for (const auto rival : graph_.in_force_.ranked_up_to(award, then.period)) {
    const auto wanted = evidence_of(rival);
    if (wanted.empty()) continue;
    if (rival != award) {
      const auto nodes = rule(rival, context, this->moment(without));
      const auto eligible = combined(Eligibility{}, {nodes.requirements, nodes.deferral}, context, Kind::truth);
      inputs.push_back(both({nodes.scope, eligible}));
    }
    supply.kinds.push_back(static_cast<std::uint8_t>(wanted.size()));
    for (const auto* evidence : wanted) {
      const auto nodes = set(evidence->set, context, moment);
      inputs.push_back(nodes.edges);
      if (nodes.belongs) inputs.push_back(*nodes.belongs);
      supply.belongs.push_back(nodes.belongs.has_value());
      supply.entities.push_back(evidence->set.of.index);
      inputs.push_back(on(evidence->count, context, moment));
    }
  }
  return combined(std::move(supply), std::move(inputs), context, Kind::truth);
}

}  // namespace tdkt::graph
