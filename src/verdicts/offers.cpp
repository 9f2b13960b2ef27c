// SPDX-License-Identifier: Apache-2.0
#include "verdicts/offers.hpp"

#include <algorithm>

#include "verdicts/settled_if_known.hpp"
#include "verdicts/quota.hpp"
#include "verdicts/tied.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;
using Flags = std::vector<bool>;

std::int64_t count(const Flags& flags) { return std::count(flags.begin(), flags.end(), true); }

// Works through the offers in order and keeps who may and who must still be free.
class Allocation {
 public:
  explicit Allocation(const Contest& contest)
      : contest_(contest),
        ranking_(ranked(contest.keys, contest.contenders)),
        ahead_(ranking_),
        size_(contest.contenders.size()),
        possibly_free_(size_, true) {
    for (const auto& contender : contest.contenders) surely_free_.push_back(contender.sure);
    possibly_free_before_.push_back(possibly_free_);
  }

  ContestOutcome outcome() {
    for (std::size_t j = 0; j < contest_.quotas.size(); ++j) make_offer(j);
    ContestOutcome outcome;
    for (const auto quota : quotas_) {
      outcome.quotas.push_back({values::Decimal(quota.least), values::Decimal(quota.greatest)});
      if (quota.greatest == without_end) outcome.quotas.back().high.reset();
    }
    outcome.chances = chances();
    mark_ties(contest_, ranking_, outcome);
    return outcome;
  }

 private:
  bool surely_qualifies(std::size_t x, std::size_t j) const {
    return contest_.contenders[x].qualifies[j] == Truth::yes;
  }
  bool may_qualify(std::size_t x, std::size_t j) const {
    return contest_.contenders[x].qualifies[j] != Truth::no;
  }

  template <class Condition>
  Flags those(Condition condition) const {
    Flags flags(size_);
    for (std::size_t x = 0; x < size_; ++x) flags[x] = condition(x);
    return flags;
  }

  void make_offer(std::size_t j) {
    quotas_.push_back(
        quota_of(contest_.quotas[j], {contest_.members, contest_.most_members}, given_, holders()));
    find_who_can(j);
    find_who_surely_holds(j);
    given_.push_back(given(j));
    if (contest_.one_offer_each) {
      for (std::size_t x = 0; x < size_; ++x) {
        if (can_[j][x]) surely_free_[x] = false;
        if (surely_[j][x]) possibly_free_[x] = false;
      }
    }
    possibly_free_before_.push_back(possibly_free_);
  }

  // x can get j if fewer than the greatest quota are bound to be served before it.
  void find_who_can(std::size_t j) {
    const auto rivals = [&](std::size_t z) { return contest_.contenders[z].sure && surely_qualifies(z, j); };
    const auto free = ahead_.surely(those([&](std::size_t z) { return rivals(z) && surely_free_[z]; }));
    const auto any = ahead_.surely(those(rivals));
    std::int64_t spent_before = 0;
    for (std::size_t i = 0; i < j && contest_.one_offer_each; ++i) spent_before += quotas_[i].greatest;
    can_.push_back(those([&](std::size_t x) {
      return possibly_free_[x] && may_qualify(x, j) &&
             std::max(free[x], any[x] - spent_before) < quotas_[j].greatest;
    }));
  }

  // After offer j, x surely holds one if for some run i … j it qualifies for each and fewer than
  // their least quotas together can be served before it. Where several may be held, each offer is a
  // run of its own.
  void find_who_surely_holds(std::size_t j) {
    Flags holds(size_), qualifies_for_run(size_, true), rivals(size_);
    std::int64_t places = 0;
    for (std::size_t i = j + 1; i-- > 0;) {
      places += quotas_[i].least;
      for (std::size_t x = 0; x < size_; ++x) {
        qualifies_for_run[x] = qualifies_for_run[x] && surely_qualifies(x, i);
        rivals[x] = rivals[x] || may_qualify(x, i);
      }
      const auto ahead =
          ahead_.perhaps(those([&](std::size_t z) { return rivals[z] && possibly_free_before_[i][z]; }));
      for (std::size_t x = 0; x < size_; ++x) {
        if (qualifies_for_run[x] && ahead[x] < places && !contest_.maybe_more) holds[x] = true;
      }
      if (!contest_.one_offer_each) break;
    }
    surely_.push_back(std::move(holds));
  }

  // How many offer j goes to.
  Count given(std::size_t j) const {
    const auto rivals = [&](std::size_t z) { return contest_.contenders[z].sure && surely_qualifies(z, j); };
    std::int64_t served_before = 0;
    for (const auto& earlier : given_) served_before += earlier.greatest;
    if (!contest_.one_offer_each) served_before = 0;
    const auto least = std::max(count(those([&](std::size_t z) { return rivals(z) && surely_free_[z]; })),
                                count(those(rivals)) - served_before);
    const auto most = contest_.maybe_more ? without_end : count(can_[j]);
    return {std::min(quotas_[j].least, least), std::min(quotas_[j].greatest, most)};
  }

  // How many members hold an offer so far.
  Count holders() const {
    Count holders;
    for (const auto& offer : given_) {
      holders.least =
          contest_.one_offer_each ? holders.least + offer.least : std::max(holders.least, offer.least);
      holders.greatest += offer.greatest;
    }
    holders.greatest = std::min(holders.greatest, contest_.most_members);
    return holders;
  }

  std::vector<Chance> chances() const {
    std::vector<Chance> chances(size_);
    const auto sure = ahead_.surely(those([&](std::size_t z) { return contest_.contenders[z].sure; }));
    const auto most = ahead_.perhaps_strictly(Flags(size_, true));
    for (std::size_t x = 0; x < size_; ++x) {
      Chance& chance = chances[x];
      chance.places.best = static_cast<std::uint32_t>(sure[x] + 1);
      chance.places.worst = contest_.maybe_more ? no_worst_place : static_cast<std::uint32_t>(most[x] + 1);
      for (std::size_t j = 0; j < quotas_.size(); ++j) {
        chance.can.push_back(can_[j][x]);
        chance.surely.push_back(can_[j][x] && surely_[j][x]);
      }
      if (contest_.one_offer_each)
        settle_one(chance, possibly_free_[x]);
      else
        settle_each(chance);
    }
    return chances;
  }

  // One offer at most: nothing is one more outcome, and a single outcome is the outcome.
  static void settle_one(Chance& chance, bool may_stay_free) {
    chance.may_get_nothing = may_stay_free;
    const auto outcomes = count(chance.can) + (may_stay_free ? 1 : 0);
    chance.surely.assign(chance.can.size(), false);
    if (outcomes != 1) return;
    chance.standing = may_stay_free ? Standing::not_nominated : Standing::nominated;
    if (!may_stay_free) chance.surely = chance.can;
  }

  static void settle_each(Chance& chance) {
    chance.may_get_nothing = count(chance.surely) == 0;
    if (chance.surely != chance.can) return;
    chance.standing = chance.may_get_nothing ? Standing::not_nominated : Standing::nominated;
  }

  const Contest& contest_;
  Ranking ranking_;
  Ahead ahead_;
  std::size_t size_;
  Flags surely_free_, possibly_free_;
  std::vector<Flags> possibly_free_before_;  // by offer
  std::vector<Flags> can_, surely_;          // by offer
  std::vector<Count> quotas_, given_;        // by offer
};

}  // namespace

ContestOutcome settled(const Contest& contest) {
  if (auto known = settled_if_known(contest)) return *std::move(known);
  return settled_within_bounds(contest);
}

ContestOutcome settled_within_bounds(const Contest& contest) { return Allocation(contest).outcome(); }

}  // namespace tdkt::verdicts
