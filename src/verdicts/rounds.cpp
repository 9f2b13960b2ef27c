// SPDX-License-Identifier: Apache-2.0
#include "verdicts/rounds.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"
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

Truth proposed(const Candidate& candidate, const std::vector<bool>& counts) {
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

const Outcomes* Rounds::of(typed::NominationId nomination, values::Period judged) {
  const auto& wanted = program_[nomination];
  for (std::uint32_t i = 0; i < program_.nominations.size(); ++i) {
    const auto& other = program_.nominations[i];
    if (!same_title(other.title, wanted.title)) continue;
    const auto period = own_period(program_, other.scope, judged);
    if (in_force_.pack(other.pack, period.last)) return &of(graph::NominationCase{typed::NominationId{i}, period});
  }
  return nullptr;
}

bool makes_offer(const typed::Nomination& nomination, const typed::Title& title) {
  return std::any_of(nomination.offers.begin(), nomination.offers.end(),
                     [&](const typed::Offer& offer) { return same_title(offer.title, title); });
}

std::vector<Truth> proposed(const typed::Program& program, const Outcomes* outcomes, std::size_t rows,
                            const std::optional<typed::Title>& title) {
  if (!outcomes) return std::vector<Truth>(rows, Truth::unknown);
  std::vector<Truth> all(rows, Truth::no);
  for (const auto& outcome : *outcomes) {
    const auto& offers = program[outcome.nomination].offers;
    std::vector<bool> counts(offers.size(), true);
    for (std::size_t j = 0; title && j < offers.size(); ++j) counts[j] = same_title(offers[j].title, *title);
    for (const auto& candidate : outcome.candidates)
      all[candidate.row] = values::either(all[candidate.row], proposed(candidate, counts));
  }
  return all;
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
