// SPDX-License-Identifier: Apache-2.0
#include "verdicts/settled_if_known.hpp"

#include <algorithm>
#include <numeric>

#include "verdicts/quota.hpp"

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::int128;
using values::Truth;

bool is_known(const Contest& contest) {
  const auto is_point = [](const values::Interval& value) { return value.known(); };
  const auto is_known_of = [&](const Contender& one) {
    return one.sure && std::all_of(one.keys.begin(), one.keys.end(), is_point) &&
           std::none_of(one.qualifies.begin(), one.qualifies.end(), [](Truth truth) { return truth == Truth::unknown; });
  };
  return !contest.maybe_more && contest.members == contest.most_members &&
         std::none_of(contest.keys.begin(), contest.keys.end(), [](const KeyOrder& key) { return key.only_place.has_value(); }) &&
         std::all_of(contest.quotas.begin(), contest.quotas.end(), [](const QuotaTerms& terms) { return terms.known(); }) &&
         std::all_of(contest.contenders.begin(), contest.contenders.end(), is_known_of);
}

// Contenders, the best first; nullopt where two are equal.
std::optional<std::vector<std::uint32_t>> in_order(const Contest& contest) {
  const auto size = contest.contenders.size(), keys = contest.keys.size();
  std::vector<int128> ends(size * keys);  // less is better
  for (std::size_t x = 0; x < size; ++x)
    for (std::size_t k = 0; k < keys; ++k) {
      // Computed numbers compare at nine digits after the point, everywhere.
      const auto key = *contest.contenders[x].keys[k].low;
      const auto end = values::rounded(key, 9, values::Rounding::half_away).value_or(key).scaled();
      ends[x * keys + k] = contest.keys[k].high_to_low ? -end : end;
    }
  const auto of = [&](std::uint32_t x) { return ends.begin() + static_cast<std::ptrdiff_t>(x * keys); };
  const auto length = static_cast<std::ptrdiff_t>(keys);
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
    return std::lexicographical_compare(of(x), of(x) + length, of(y), of(y) + length);
  });
  const auto equal = std::adjacent_find(order.begin(), order.end(),
                                        [&](std::uint32_t x, std::uint32_t y) { return std::equal(of(x), of(x) + length, of(y)); });
  return equal == order.end() ? std::optional(std::move(order)) : std::nullopt;
}

}  // namespace

std::optional<ContestOutcome> settled_if_known(const Contest& contest) {
  if (!is_known(contest)) return std::nullopt;
  const auto order = in_order(contest);
  if (!order) return std::nullopt;
  ContestOutcome outcome;
  outcome.chances.resize(order->size());
  for (std::uint32_t place = 0; place < order->size(); ++place) {
    auto& chance = outcome.chances[(*order)[place]];
    chance.places = {place + 1, place + 1};
    chance.can.resize(contest.quotas.size());
  }
  const Count members{contest.members, contest.members};
  std::vector<Count> given;
  Count holders;
  for (std::size_t j = 0; j < contest.quotas.size(); ++j) {
    const auto quota = quota_of(contest.quotas[j], members, given, holders);
    if (quota.least != quota.greatest) return std::nullopt;
    outcome.quotas.push_back({Decimal(quota.least), Decimal(quota.greatest)});
    if (quota.greatest == without_end) outcome.quotas.back().high.reset();
    std::int64_t count = 0;
    for (auto x = order->begin(); x != order->end() && count < quota.greatest; ++x) {
      auto& chance = outcome.chances[*x];
      const bool free = !contest.one_offer_each || chance.may_get_nothing;
      if (!free || contest.contenders[*x].qualifies[j] != Truth::yes) continue;
      holders.least += chance.may_get_nothing;
      chance.may_get_nothing = false;
      chance.can[j] = true;
      ++count;
    }
    holders.greatest = holders.least;
    given.push_back({count, count});
  }
  for (auto& chance : outcome.chances) {
    chance.surely = chance.can;
    chance.standing = chance.may_get_nothing ? Standing::not_nominated : Standing::nominated;
  }
  return outcome;
}

}  // namespace tdkt::verdicts
