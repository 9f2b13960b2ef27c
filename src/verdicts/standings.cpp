// SPDX-License-Identifier: Apache-2.0
#include "verdicts/standings.hpp"

#include <atomic>

#include "verdicts/contests.hpp"
#include "verdicts/one_offer.hpp"

namespace tdkt::verdicts {

namespace {

void mark(columns::Bits& bits, std::uint32_t edge) {
  std::atomic_ref(bits.words[edge / 64]).fetch_or(columns::Word{1} << (edge % 64), std::memory_order_relaxed);
}

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
    auto one_offer = quick;
    for (auto index = begin; index < end; ++index)
      if (!one_offer || !one_offer->settle(inside.groups_[index], standings)) settle_one_by_one(inside, index, standings);
  });
  return standings;
}

}  // namespace tdkt::verdicts
