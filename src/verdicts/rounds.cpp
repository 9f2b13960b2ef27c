// SPDX-License-Identifier: Apache-2.0
#include "verdicts/rounds.hpp"

#include <algorithm>

#include "evaluate/candidates.hpp"
#include "grammar/spelling.hpp"
#include "graph/builder.hpp"
#include "verdicts/nominate.hpp"

namespace tdkt::verdicts {
namespace {

using values::Interval;
using values::Truth;

bool same_title(const typed::Title& a, const typed::Title& b) {
  const auto is = [&](const std::string& text) {
    const auto key = grammar::key_of(text);
    return key == grammar::key_of(b.text) || (b.translation && key == grammar::key_of(*b.translation));
  };
  return is(a.text) || (a.translation && is(*a.translation));
}

Truth proposed_of(const Candidate& candidate, const std::vector<bool>& counts) {
  for (const auto offer : candidate.offers)
    if (counts[offer]) return Truth::yes;
  const bool open = candidate.standing == Standing::tied || candidate.standing == Standing::undetermined;
  return open ? Truth::unknown : Truth::no;
}

}  // namespace

const Outcomes& Rounds::of(graph::NominationCase asked) {
  const std::pair key(asked.nomination, asked.period);
  if (const auto found = worked_out_.find(key); found != worked_out_.end()) return found->second;
  const Contests contests(program_, in_force_, asked, evaluation_, dataset_, *this);
  Outcomes outcomes;
  for (std::size_t pool = 0; pool < contests.size(); ++pool)
    for (auto& outcome : contests.outcomes(pool)) outcomes.push_back(std::move(outcome));
  return worked_out_.emplace(key, std::move(outcomes)).first->second;
}

const Standings& Rounds::standings(graph::NominationCase asked) {
  const Key key(asked.nomination, asked.period);
  if (const auto found = standings_.find(key); found != standings_.end()) return found->second;
  auto standings = Contests(program_, in_force_, asked, evaluation_, dataset_, *this).standings();
  return standings_.emplace(key, std::move(standings)).first->second;
}

std::optional<graph::NominationCase> Rounds::case_of(typed::NominationId nomination, values::Period judged) const {
  const auto& wanted = program_[nomination];
  for (std::uint32_t i = 0; i < program_.nominations.size(); ++i) {
    const auto& other = program_.nominations[i];
    if (!same_title(other.title, wanted.title)) continue;
    const auto period = graph::own_period(program_, other.scope, judged);
    if (in_force_.pack(other.pack, period.last)) return graph::NominationCase{typed::NominationId{i}, period};
  }
  return std::nullopt;
}

const Outcomes* Rounds::of(typed::NominationId nomination, values::Period judged) {
  const auto found = case_of(nomination, judged);
  return found ? &of(*found) : nullptr;
}

std::vector<Truth> Rounds::proposed(typed::NominationId nomination, values::Period judged, std::size_t rows,
                                    const std::optional<typed::Title>& title) {
  const auto asked = case_of(nomination, judged);
  if (!asked) return std::vector<Truth>(rows, Truth::unknown);
  std::vector<Truth> all(rows, Truth::no);
  const auto add = [&](Row row, Truth truth) { all[row] = values::either(all[row], truth); };
  const auto& offers = program_[asked->nomination].offers;
  if (offers.size() == 1) {  // whoever is nominated is proposed for it
    if (title && !same_title(offers.front().title, *title)) return all;
    const auto& found = standings(*asked);
    const auto candidates = evaluation_.candidates(asked->nomination, asked->period);
    const auto* members = candidates.to_members().targets;
    for (std::size_t edge = 0; edge < found.nominated.rows; ++edge) {
      if (found.nominated[edge]) add(members[edge], Truth::yes);
      else if (found.tied[edge] || found.undetermined[edge]) add(members[edge], Truth::unknown);
    }
    return all;
  }
  std::vector<bool> counts(offers.size(), true);
  for (std::size_t j = 0; title && j < offers.size(); ++j) counts[j] = same_title(offers[j].title, *title);
  for (const auto& outcome : of(*asked))
    for (const auto& candidate : outcome.candidates) add(candidate.row, proposed_of(candidate, counts));
  return all;
}

bool makes_offer(const typed::Nomination& nomination, const typed::Title& title) {
  return std::any_of(nomination.offers.begin(), nomination.offers.end(),
                     [&](const typed::Offer& offer) { return same_title(offer.title, title); });
}

Interval first_places(const Outcomes* outcomes, const std::vector<Row>* groups) {
  if (!outcomes) return {values::Decimal(), std::nullopt};
  std::int64_t least = 0, most = 0;
  for (const auto& outcome : *outcomes) {
    if (groups && outcome.group != values::no_row && std::find(groups->begin(), groups->end(), outcome.group) == groups->end())
      continue;
    std::int64_t sure = 0;
    bool somebody = false;
    for (const auto& candidate : outcome.candidates) {
      const bool stands = candidate.standing != Standing::undetermined && candidate.standing != Standing::not_among;
      somebody = somebody || stands;
      sure += stands && candidate.places.best == 1 && candidate.places.worst == 1;
      most += candidate.places.best == 1;
    }
    least += somebody ? std::max<std::int64_t>(sure, 1) : sure;
  }
  return {values::Decimal(least), values::Decimal(most)};
}

}  // namespace tdkt::verdicts
