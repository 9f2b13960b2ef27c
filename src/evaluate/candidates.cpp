// SPDX-License-Identifier: Apache-2.0
#include "evaluate/candidates.hpp"

#include "evaluate/numbers.hpp"
#include "evaluate/reading.hpp"
#include "evaluate/state.hpp"

namespace tdkt::evaluate {

Truth CandidatePart::truth(Candidate who) const { return TruthView(std::get<Truths>(*column_)).row(row(who)); }

Value CandidatePart::value(Candidate who) const { return value_at(*column_, row(who), *records_, scale_); }

Interval CandidatePart::position(Candidate who) const {
  if (const auto* numbers = std::get_if<NumberColumn>(column_.get())) return interval_of(number_at(*numbers, row(who)));
  const auto* codes = std::get_if<CodeColumn>(column_.get());
  if (codes && (*codes)[row(who)] < graph::no_code) return Interval::exactly(Decimal((*codes)[row(who)]));
  return position_of(value(who), scale_values_);
}

Candidates Evaluation::candidates(typed::NominationId id, values::Period period) const {
  const std::lock_guard lock(state_->mutex);
  auto& look_up = state_->look_up;
  const auto nodes = look_up.nomination(id, period);
  const auto& nomination = look_up.graph().program()[id];
  const auto& records = state_->run.records();
  const auto part = [&](const std::optional<graph::NominationPart>& of,
                        const typed::Expression* expression) -> std::optional<CandidatePart> {
    if (!of) return std::nullopt;
    const auto scale = expression ? expression->type.scale : typed::ScaleId{};
    return CandidatePart(look_up.kept(of->node), of->over, records, scale,
                         expression ? state_->scale_values(*expression) : 0);
  };
  Candidates candidates;
  candidates.edges = look_up.kept(nodes.edges);
  for (std::size_t i = 0; i < nodes.among.size(); ++i)
    candidates.among.push_back(*part(nodes.among[i], nomination.among[i].get()));
  for (std::size_t i = 0; i < nodes.keys.size(); ++i)
    candidates.keys.push_back(*part(nodes.keys[i], nomination.keys[i].value.get()));
  candidates.within = part(nodes.within, nomination.within.get());
  candidates.vote = part(nodes.vote, nullptr);
  for (const auto& offer : nodes.offers)
    candidates.offers.push_back({part(offer.condition, nullptr), part(offer.number, nullptr), part(offer.share, nullptr),
                                 part(offer.base_number, nullptr), part(offer.at_least, nullptr)});
  return candidates;
}

}  // namespace tdkt::evaluate
