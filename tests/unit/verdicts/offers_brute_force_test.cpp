// SPDX-License-Identifier: Apache-2.0
// Small contests at random, each played through in every way that its unknowns and ties allow: no
// bound may ever be wrong, and with one offer and independent unknowns none may be too wide.
#include <gtest/gtest.h>

#include <random>

#include "brute_force.hpp"

namespace tdkt::verdicts {
namespace {

using namespace brute_force;
using values::Decimal;
using values::Interval;
using values::Truth;

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}
  int below(int n) { return static_cast<int>(engine_() % static_cast<unsigned>(n)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool one_in(int n) { return below(n) == 0; }

 private:
  std::mt19937 engine_;
};

struct Kind {
  const char* name;
  unsigned seed;
  int instances;
  int offers;  // at most
  bool ties, several_each, shares, place_keys;
  int not_settled;  // how many that have one outcome may be left open, measured
};

constexpr int open_end = 9;  // beyond every key: what a key without a bound may be

Choice key(Dice& dice, bool ties, int person, bool unknown) {
  const int spread = ties ? 3 : 7;
  const int low = ties ? dice.between(1, 3) : 1 + person;
  if (!unknown) return {low};
  if (dice.one_in(4)) return {-open_end, 1, 2, 3, 4, 5, 6, 7, open_end};
  Choice choice;
  for (int value = low; value <= std::min(low + dice.between(1, 2), spread); ++value) choice.push_back(value);
  return choice;
}

Instance random_instance(Dice& dice, const Kind& kind) {
  Instance instance;
  const int people = dice.between(2, 5);
  const int offers = dice.between(1, kind.offers);
  const int keys = kind.place_keys ? 2 : dice.between(1, 2);
  for (int k = 0; k < keys; ++k) instance.keys.push_back({!dice.one_in(4), {}});
  if (kind.place_keys) instance.keys[1].only_place = dice.between(1, 2);
  instance.one_offer_each = !kind.several_each;
  instance.members = {people + dice.below(4)};
  if (kind.shares && dice.one_in(4)) instance.members.push_back(instance.members[0] + 1);

  int unknowns = dice.below(5);
  const auto unknown = [&] { return unknowns > 0 && dice.one_in(3) ? (--unknowns, true) : false; };
  std::vector<int> numbers{0, 1, 2, 3, 4};
  for (int x = 0; x < people; ++x) {
    Person person;
    if (unknown() && dice.one_in(3)) person.stands = {0, 1};
    for (int k = 0; k < keys; ++k) {
      if (k > 0 && !kind.ties)
        person.keys.push_back({dice.between(1, 5)});
      else
        person.keys.push_back(key(dice, kind.ties, x, unknown()));
    }
    for (int j = 0; j < offers; ++j) {
      person.qualifies.push_back(unknown() ? Choice{0, 1} : Choice{dice.one_in(4) ? 0 : 1});
    }
    instance.people.push_back(person);
  }
  for (int j = 0; j < offers; ++j) {
    Offered offer;
    const int base = kind.shares ? dice.below(4) : 0;
    offer.base = base == 1            ? QuotaTerms::Base::members
                 : base == 2          ? QuotaTerms::Base::remaining
                 : base == 3 && j > 0 ? QuotaTerms::Base::offered
                                      : QuotaTerms::Base::none;
    if (offer.base == QuotaTerms::Base::none) {
      offer.amount = {dice.between(0, 3)};
      if (unknown()) offer.amount.push_back(offer.amount[0] + 1);
    } else {
      offer.amount = {10 * dice.between(1, 9)};
      offer.rounding = static_cast<values::Rounding>(dice.below(3));
      offer.offered = j > 0 ? static_cast<std::uint32_t>(dice.below(j)) : 0;
      if (dice.one_in(3)) offer.floor = 1;
    }
    instance.offers.push_back(offer);
  }
  return instance;
}

Interval as_interval(const Choice& choice) {
  const auto [low, high] = std::minmax_element(choice.begin(), choice.end());
  if (*high == open_end) return Interval::anything();
  return {Decimal(*low), Decimal(*high)};
}

Truth as_truth(const Choice& choice) {
  return choice.size() > 1 ? Truth::unknown : values::truth_of(choice[0] == 1);
}

Contest as_contest(const Instance& instance) {
  Contest contest;
  contest.keys = instance.keys;
  contest.one_offer_each = instance.one_offer_each;
  contest.members = instance.members.front();
  contest.most_members = instance.members.back();
  for (const auto& person : instance.people) {
    Contender contender;
    contender.sure = person.stands.size() == 1;
    for (const auto& choice : person.keys) contender.keys.push_back(as_interval(choice));
    for (const auto& choice : person.qualifies) contender.qualifies.push_back(as_truth(choice));
    contest.contenders.push_back(contender);
  }
  for (const auto& offer : instance.offers) {
    QuotaTerms terms;
    terms.base = offer.base;
    terms.amount = as_interval(offer.amount);
    if (offer.base != QuotaTerms::Base::none) {
      terms.amount = Interval::exactly(Decimal::from_scaled(offer.amount[0] * (Decimal::one / 100)));
    }
    terms.offered = offer.offered;
    terms.rounding = offer.rounding;
    if (offer.floor) terms.floor = Interval::exactly(Decimal(*offer.floor));
    contest.quotas.push_back(terms);
  }
  return contest;
}

// What came of one person over all worlds in which it stands.
struct Seen {
  std::set<std::set<int>> outcomes;
  std::set<std::set<std::set<int>>> outcomes_by_world;
  int best = 99, worst = 0;
};

struct AllWorlds {
  std::vector<Seen> people;
  std::vector<std::set<int>> quotas;
  std::size_t worlds = 0;
};

AllWorlds play_all(const Instance& instance) {
  AllWorlds all;
  all.people.resize(instance.people.size());
  all.quotas.resize(instance.offers.size());
  for_each_world(instance, [&](const World& world) {
    ++all.worlds;
    const auto place = places(instance, world);
    std::vector<std::set<std::set<int>>> outcomes(place.size());
    for_each_order(place, [&](const std::vector<int>& order) {
      const auto played = play(instance, world, order);
      for (std::size_t j = 0; j < played.quotas.size(); ++j) all.quotas[j].insert(played.quotas[j]);
      for (std::size_t x = 0; x < place.size(); ++x) outcomes[x].insert(played.holds[x]);
    });
    for (std::size_t x = 0; x < place.size(); ++x) {
      if (place[x] == 0) continue;
      auto& seen = all.people[x];
      seen.best = std::min(seen.best, place[x]);
      seen.worst = std::max(seen.worst, place[x]);
      seen.outcomes.insert(outcomes[x].begin(), outcomes[x].end());
      seen.outcomes_by_world.insert(outcomes[x]);
    }
  });
  return all;
}

std::set<int> offers_where(const std::vector<bool>& flags) {
  std::set<int> offers;
  for (std::size_t j = 0; j < flags.size(); ++j) {
    if (flags[j]) offers.insert(static_cast<int>(j));
  }
  return offers;
}

void expect_sound(const Chance& chance, const Seen& seen) {
  const auto can = offers_where(chance.can), surely = offers_where(chance.surely);
  for (const auto& outcome : seen.outcomes) {
    EXPECT_TRUE(std::includes(can.begin(), can.end(), outcome.begin(), outcome.end()));
    EXPECT_TRUE(std::includes(outcome.begin(), outcome.end(), surely.begin(), surely.end()));
    EXPECT_TRUE(chance.may_get_nothing || !outcome.empty());
    EXPECT_TRUE(chance.standing != Standing::nominated || outcome == can);
    EXPECT_TRUE(chance.standing != Standing::not_nominated || outcome.empty());
  }
  // A tie is what is left when no fact is missing that matters.
  EXPECT_TRUE(chance.standing != Standing::tied || seen.outcomes_by_world.size() == 1);
  EXPECT_LE(chance.places.best, static_cast<std::uint32_t>(seen.best));
  EXPECT_GE(chance.places.worst, static_cast<std::uint32_t>(seen.worst));
}

bool settled_standing(const Chance& chance) {
  return chance.standing == Standing::nominated || chance.standing == Standing::not_nominated;
}

// The instance as a person would write it down, for a failure's message.
std::string described(const Instance& instance) {
  std::string text;
  const auto add = [&](const char* name, const Choice& choice) {
    text += std::string(" ") + name;
    for (const int value : choice) text += ' ' + std::to_string(value);
  };
  for (const auto& order : instance.keys) {
    text += order.high_to_low ? " key down" : " key up";
    if (order.only_place) text += " at " + std::to_string(*order.only_place);
  }
  add("; members", instance.members);
  for (const auto& offer : instance.offers) {
    add("\n  offer", offer.amount);
    text += " base " + std::to_string(static_cast<int>(offer.base)) + ' ' + std::to_string(offer.offered) +
            " rounding " + std::to_string(static_cast<int>(offer.rounding));
    if (offer.floor) text += " floor " + std::to_string(*offer.floor);
  }
  for (const auto& person : instance.people) {
    add("\n  person stands", person.stands);
    for (const auto& choice : person.keys) add("key", choice);
    for (const auto& choice : person.qualifies) add("qualifies", choice);
  }
  return text;
}

class OffersBruteForce : public testing::TestWithParam<Kind> {};

TEST_P(OffersBruteForce, NoBoundIsEverWrong) {
  const Kind kind = GetParam();
  Dice dice(kind.seed);
  int candidates = 0, left_open = 0, open = 0, ties = 0;
  for (int n = 0; n < kind.instances; ++n) {
    const auto instance = random_instance(dice, kind);
    SCOPED_TRACE("instance " + std::to_string(n) + described(instance));
    const auto all = play_all(instance);
    const auto found = settled(as_contest(instance));
    for (std::size_t j = 0; j < all.quotas.size(); ++j) {
      EXPECT_LE(*found.quotas[j].low, Decimal(*all.quotas[j].begin()));
      EXPECT_GE(*found.quotas[j].high, Decimal(*all.quotas[j].rbegin()));
    }
    for (std::size_t x = 0; x < all.people.size(); ++x) {
      SCOPED_TRACE("candidate " + std::to_string(x));
      const Chance& chance = found.chances[x];
      expect_sound(chance, all.people[x]);
      EXPECT_TRUE(all.worlds > 1 || chance.standing != Standing::undetermined) << "nothing is unknown";
      ++candidates;
      open += !settled_standing(chance);
      ties += chance.standing == Standing::tied;
      left_open += !settled_standing(chance) && all.people[x].outcomes.size() == 1;
      const bool exact = (kind.offers == 1 || kind.several_each) && !kind.shares && !kind.place_keys;
      if (exact) {
        EXPECT_EQ(settled_standing(chance), all.people[x].outcomes.size() == 1);
        EXPECT_EQ(chance.places.best, static_cast<std::uint32_t>(all.people[x].best));
        EXPECT_EQ(chance.places.worst, static_cast<std::uint32_t>(all.people[x].worst));
      }
    }
    if (HasFailure()) break;
  }
  EXPECT_LE(left_open, kind.not_settled)
      << "of " << candidates << " candidates, " << open << " open, " << ties << " tied";
  EXPECT_GT(open, candidates / 50) << "too few instances leave anything open";
  RecordProperty("candidates", candidates);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, OffersBruteForce,
    testing::Values(Kind{"OneOfferNoTies", 1, 1500, 1, false, false, false, false, 0},
                    Kind{"OneOfferTies", 2, 1500, 1, true, false, false, false, 0},
                    Kind{"SeveralOffersNoTies", 3, 3000, 3, false, false, false, false, 13},
                    Kind{"SeveralOffersTies", 4, 3000, 3, true, false, false, false, 28},
                    Kind{"SeveralOffersEach", 5, 1500, 3, true, true, false, false, 0},
                    Kind{"Shares", 6, 3000, 3, true, false, true, false, 34},
                    Kind{"SharesSeveralEach", 7, 1500, 3, true, true, true, false, 33},
                    Kind{"KeyForOnePlaceOnly", 8, 1500, 2, true, false, false, true, 33}),
    [](const auto& kind) { return std::string(kind.param.name); });

}  // namespace
}  // namespace tdkt::verdicts
