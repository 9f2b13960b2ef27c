// SPDX-License-Identifier: Apache-2.0
#include "verdicts/standings.hpp"

#include "verdicts/contests.hpp"
#include "verdicts/one_offer.hpp"

namespace tdkt::verdicts {

namespace {

// The same by way of the outcomes with all their particulars.
void settle_one_by_one(const Contests::Inside& contests, std::size_t index, Standings& standings) {
  const auto pool = contests.pool(index);
  for (const auto& outcome : contests.outcomes(pool))
    for (const auto& candidate : outcome.candidates) {
      const auto found = std::lower_bound(pool.people.begin(), pool.people.end(), candidate.row,
                                          [](const Person& person, Row row) { return person.row < row; });
      switch (candidate.standing) {
        case Standing::nominated: mark(standings.nominated, found->edge); break;
        case Standing::tied: mark(standings.tied, found->edge); break;
        case Standing::undetermined: mark(standings.undetermined, found->edge); break;
        case Standing::not_nominated:
        case Standing::not_among: break;
      }
    }
}

}  // namespace

Standings Contests::standings() const {
  const auto& inside = *inside_;
  const auto edges = inside.candidates_.to_members().size();
  Standings standings{columns::Bits(edges), columns::Bits(edges), columns::Bits(edges)};
  const auto quick = OneOffer::of(inside);
  constexpr std::size_t groups_at_a_time = 512;
  inside.evaluation_.in_ranges(size(), groups_at_a_time, [&](std::size_t begin, std::size_t end) {
    const auto by_outcomes = [&](std::size_t i) { settle_one_by_one(inside, begin + i, standings); };
    if (auto one_offer = quick)
      one_offer->settle(std::span(inside.groups_).subspan(begin, end - begin), standings, by_outcomes);
    else
      for (std::size_t i = 0; i < end - begin; ++i) by_outcomes(i);
  });
  return standings;
}

void Contests::settle(std::span<const std::size_t> pools, Standings& standings) const {
  const auto& inside = *inside_;
  for_each_candidate(pools, [&](Row, Row, std::size_t candidate) {
    for (auto* set : {&standings.nominated, &standings.tied, &standings.undetermined}) set->clear(candidate);
  });
  std::vector<Group> groups;
  for (const auto pool : pools) groups.push_back(inside.groups_of(pool).front());
  auto quick = OneOffer::of(inside, groups);
  const auto by_outcomes = [&](std::size_t i) { settle_one_by_one(inside, pools[i], standings); };
  if (quick) quick->settle(groups, standings, by_outcomes);
  else for (std::size_t i = 0; i < pools.size(); ++i) by_outcomes(i);
}

}  // namespace tdkt::verdicts
