// SPDX-License-Identifier: Apache-2.0
// Evidence that can be spent once. Awards claim it in the order in which the pack ranks them: an award
// keeps its claim if all kept so far and this one can be supplied together. An award that fails for
// another reason claims nothing, and neither does one that holds without documents.
//
// An award can often be met in several ways. A bundle is what one of them asks for; they are taken in
// the order written, what asks for nothing first.
#include "graph/builder.hpp"

namespace tdkt::graph {

namespace {

using Bundle = std::vector<const typed::Evidence*>;
using Bundles = std::vector<Bundle>;

constexpr std::size_t most_bundles = 32;

Bundles each_with_each(const Bundles& some, const Bundles& others) {
  Bundles joined;
  for (const auto& one : some)
    for (const auto& other : others) {
      joined.push_back(one);
      joined.back().insert(joined.back().end(), other.begin(), other.end());
    }
  return joined;
}

Bundles all_of(const std::vector<Bundles>& parts) {
  Bundles joined{{}};
  for (const auto& part : parts) {
    joined = each_with_each(joined, part);
    if (joined.size() > most_bundles) return joined;
  }
  return joined;
}

// `wanted` of the parts, in every way of choosing them.
Bundles some_of(const std::vector<Bundles>& parts, std::size_t wanted, std::size_t first = 0) {
  if (wanted == 0) return {{}};
  Bundles found;
  for (auto part = first; part + wanted <= parts.size() && found.size() <= most_bundles; ++part)
    for (auto& bundle : each_with_each(parts[part], some_of(parts, wanted - 1, part + 1))) found.push_back(std::move(bundle));
  return found;
}

Bundles bundles_of(const Expression& expression) {
  if (const auto* evidence = std::get_if<typed::Evidence>(&expression.node)) return {{evidence}};
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node))
    return defined->meaning ? bundles_of(*defined->meaning) : Bundles{{}};
  const bool all = std::holds_alternative<typed::All>(expression.node);
  if (!all && !std::holds_alternative<typed::Any>(expression.node)) return {{}};
  std::vector<Bundles> parts;
  typed::for_each_part(expression, [&](const Expression& part) { parts.push_back(bundles_of(part)); });
  return all ? all_of(parts) : some_of(parts, 1);
}

Bundles bundles_of(const typed::Criterion& criterion) {
  using typed::CriterionKind;
  std::vector<Bundles> parts;
  for (const auto& part : criterion.parts) parts.push_back(bundles_of(part));
  switch (criterion.kind) {
    case CriterionKind::require: return criterion.condition ? bundles_of(*criterion.condition) : Bundles{{}};
    case CriterionKind::all_of: return all_of(parts);
    case CriterionKind::any_of: return some_of(parts, 1);
    case CriterionKind::at_least_n_of:
      return some_of(parts, std::min(parts.size(), static_cast<std::size_t>(std::max(criterion.at_least, 0))));
    default: return {{}};
  }
}

Bundles bundles_of(const typed::Award& award) {
  std::vector<Bundles> parts;
  for (const auto& criterion : award.criteria) parts.push_back(bundles_of(criterion));
  auto bundles = all_of(parts);
  std::stable_partition(bundles.begin(), bundles.end(), [](const Bundle& bundle) { return bundle.empty(); });
  return bundles;
}

}  // namespace

std::uint32_t Builder::assumption(Assumption assumption) {
  auto& known = graph_.assumptions_;
  const auto index = static_cast<std::size_t>(std::find(known.begin(), known.end(), assumption) - known.begin());
  if (index == known.size()) known.push_back(std::move(assumption));
  return static_cast<std::uint32_t>(index);
}

// Whether an award is eligible with the documents of one bundle, and no others.
NodeId Builder::holds_by(typed::AwardId award, const std::vector<const typed::Evidence*>& bundle, ContextId context,
                         MomentId moment) {
  auto then = at(moment);
  then.assumed = assumption({award, bundle});
  const auto nodes = rule(award, context, this->moment(then));
  return both({nodes.scope, combined(Eligibility{}, {nodes.requirements, nodes.deferral}, context, Kind::truth)});
}

NodeId Builder::build_node(const typed::Evidence& n, const Expression&, ContextId context, MomentId moment) {
  const auto award = awards_.empty() ? typed::AwardId{values::no_row} : awards_.back();
  if (const auto assumed = at(moment).assumed) {
    const auto& assumption = graph_.assumptions_[assumed];
    const auto& supplied = assumption.supplied;
    return known(values::truth_of(assumption.award != award || std::find(supplied.begin(), supplied.end(), &n) != supplied.end()));
  }
  const bool of_award = award.index < program_.awards.size();
  if (!of_award || (*this)[context].level != 0)
    return counted(n.set, nullptr, false, false, Sign::at_least, n.count, nullptr, context, moment);

  Supply before;
  std::vector<NodeId> inputs_before;
  const auto add_demands = [&](Supply& supply, std::vector<NodeId>& inputs, const Bundle& bundle) {
    supply.kinds.push_back(static_cast<std::uint8_t>(bundle.size()));
    for (const auto* evidence : bundle) {
      const auto nodes = set(evidence->set, context, moment);
      inputs.push_back(nodes.edges);
      if (nodes.belongs) inputs.push_back(*nodes.belongs);
      supply.belongs.push_back(nodes.belongs.has_value());
      supply.entities.push_back(evidence->set.of.index);
      inputs.push_back(on(evidence->count, context, without_receipt(moment)));
    }
  };
  for (const auto rival : graph_.in_force_.ranked_up_to(award, at(moment).period)) {
    if (rival == award) continue;
    const auto bundles = bundles_of(program_[rival]);
    if (bundles.size() > most_bundles) return unknown(Kind::truth, Reason::other);
    if (bundles.size() == 1 && bundles.front().empty()) continue;
    before.bundles.push_back(static_cast<std::uint8_t>(bundles.size()));
    for (const auto& bundle : bundles) {
      inputs_before.push_back(holds_by(rival, bundle, context, moment));
      add_demands(before, inputs_before, bundle);
    }
  }

  std::vector<NodeId> ways;
  const auto own = bundles_of(program_[award]);
  if (own.size() > most_bundles) return unknown(Kind::truth, Reason::other);
  for (const auto& bundle : own) {
    if (std::find(bundle.begin(), bundle.end(), &n) == bundle.end()) continue;
    auto supply = before;
    auto inputs = inputs_before;
    supply.bundles.push_back(1);
    add_demands(supply, inputs, bundle);
    ways.push_back(combined(std::move(supply), std::move(inputs), context, Kind::truth));
  }
  return either(std::move(ways));
}

}  // namespace tdkt::graph
