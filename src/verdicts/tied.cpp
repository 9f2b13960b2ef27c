// SPDX-License-Identifier: Apache-2.0
#include "verdicts/tied.hpp"

#include <algorithm>

namespace tdkt::verdicts {
namespace {

// Whether what comes of a contender may differ. One that perhaps stands, and then is nominated, takes
// a place or leaves it.
bool is_open(const Contender& contender, const Chance& chance) {
  return chance.standing == Standing::undetermined ||
         (chance.standing == Standing::nominated && !contender.sure);
}

bool conditions_known(const Contender& contender) {
  return contender.sure && std::none_of(contender.qualifies.begin(), contender.qualifies.end(),
                                        [](auto truth) { return truth == values::Truth::unknown; });
}

bool all_known(const Contest& contest, const Ranking& ranking) {
  return ranking.low == ranking.high &&
         std::all_of(contest.contenders.begin(), contest.contenders.end(), conditions_known) &&
         std::all_of(contest.quotas.begin(), contest.quotas.end(), [](auto& terms) { return terms.known(); });
}

// Offers after the last that x can get cannot matter to it.
bool quotas_settled(const std::vector<values::Interval>& quotas, const Chance& chance) {
  const auto last = std::find(chance.can.rbegin(), chance.can.rend(), true);
  return std::all_of(quotas.begin(), quotas.begin() + (chance.can.rend() - last),
                     [](const auto& quota) { return quota.known(); });
}

}  // namespace

void mark_ties(const Contest& contest, const Ranking& ranking, ContestOutcome& outcome) {
  if (contest.maybe_more) return;
  auto& chances = outcome.chances;
  const bool nothing_missing = all_known(contest, ranking) && contest.members == contest.most_members;
  std::vector<std::size_t> open;
  for (std::size_t x = 0; x < chances.size(); ++x) {
    if (is_open(contest.contenders[x], chances[x])) open.push_back(x);
  }
  // Best first, so that whoever is surely ahead has been looked at before.
  std::stable_sort(open.begin(), open.end(), [&](auto a, auto b) { return ranking.low[a] > ranking.low[b]; });

  const auto harmless = [&](std::size_t z, std::size_t x) {
    if (ranking.surely_ahead(x, z)) return true;
    if (!conditions_known(contest.contenders[z])) return false;
    if (ranking.surely_ahead(z, x)) return chances[z].standing == Standing::tied;
    return ranking.surely_equal(z, x);
  };
  for (const auto x : open) {
    if (chances[x].standing != Standing::undetermined) continue;
    const bool only_a_tie =
        (nothing_missing || quotas_settled(outcome.quotas, chances[x])) &&
        conditions_known(contest.contenders[x]) &&
        std::all_of(open.begin(), open.end(), [&](auto z) { return z == x || harmless(z, x); });
    if (only_a_tie) chances[x].standing = Standing::tied;
  }
}

}  // namespace tdkt::verdicts
