// SPDX-License-Identifier: Apache-2.0
// The obvious way: every way of settling what is open, played through from the first offer to the last.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include "verdicts/offers.hpp"

namespace tdkt::verdicts::brute_force {

// A number that is one of a few.
using Choice = std::vector<int>;

struct Person {
  Choice stands{1};  // 1: a candidate
  std::vector<Choice> keys;
  std::vector<Choice> qualifies;  // by offer, 1: does
};

struct Offered {
  QuotaTerms::Base base = QuotaTerms::Base::none;
  Choice amount{1};  // a count, or a share in percent
  std::uint32_t offered = 0;
  values::Rounding rounding = values::Rounding::down;
  std::optional<int> floor;
};

struct Instance {
  std::vector<KeyOrder> keys;
  std::vector<Person> people;
  std::vector<Offered> offers;
  Choice members{0};
  bool one_offer_each = true;
};

// Everything settled: one world.
struct World {
  std::vector<int> stands;
  std::vector<std::vector<int>> keys, qualifies;
  std::vector<int> amounts;
  int members = 0;
};

// The offers that each person holds in one world under one order of equals.
struct Played {
  std::vector<std::set<int>> holds;
  std::vector<int> quotas;
};

inline int rounded_share(int percent, int of, values::Rounding rounding) {
  const int hundredths = percent * of;
  switch (rounding) {
    case values::Rounding::down:
      return hundredths / 100;
    case values::Rounding::up:
      return (hundredths + 99) / 100;
    case values::Rounding::half_away:
      return (hundredths + 50) / 100;
  }
  return 0;
}

inline Played play(const Instance& instance, const World& world, const std::vector<int>& order) {
  Played played;
  played.holds.resize(instance.people.size());
  std::vector<int> given;
  for (std::size_t j = 0; j < instance.offers.size(); ++j) {
    const auto& offer = instance.offers[j];
    const auto holders = static_cast<int>(
        std::count_if(played.holds.begin(), played.holds.end(), [](auto& h) { return !h.empty(); }));
    int quota = world.amounts[j];
    if (offer.base == QuotaTerms::Base::members) quota = rounded_share(quota, world.members, offer.rounding);
    if (offer.base == QuotaTerms::Base::remaining) {
      quota = rounded_share(quota, world.members - holders, offer.rounding);
    }
    if (offer.base == QuotaTerms::Base::offered)
      quota = rounded_share(quota, given[offer.offered], offer.rounding);
    if (offer.floor) quota = std::max(quota, *offer.floor);
    played.quotas.push_back(quota);
    given.push_back(0);
    for (const int x : order) {
      auto& holds = played.holds[static_cast<std::size_t>(x)];
      if (given[j] == quota) break;
      if (instance.one_offer_each && !holds.empty()) continue;
      if (!world.qualifies[static_cast<std::size_t>(x)][j]) continue;
      holds.insert(static_cast<int>(j));
      ++given[j];
    }
  }
  return played;
}

// The places of those who stand: 1 + how many are strictly ahead; 0 of the others.
inline std::vector<int> places(const Instance& instance, const World& world) {
  const std::size_t size = instance.people.size();
  std::vector<std::vector<int>> effective(size);
  const auto place = [&](std::size_t x) {
    int ahead = 0;
    for (std::size_t z = 0; z < size; ++z) ahead += world.stands[z] && effective[z] > effective[x];
    return ahead + 1;
  };
  for (std::size_t k = 0; k < instance.keys.size(); ++k) {
    std::vector<int> add(size);
    for (std::size_t x = 0; x < size; ++x) {
      add[x] = instance.keys[k].high_to_low ? world.keys[x][k] : -world.keys[x][k];
      if (instance.keys[k].only_place && place(x) != *instance.keys[k].only_place) add[x] = 0;
    }
    for (std::size_t x = 0; x < size; ++x) effective[x].push_back(add[x]);
  }
  std::vector<int> result(size);
  for (std::size_t x = 0; x < size; ++x) result[x] = world.stands[x] ? place(x) : 0;
  return result;
}

// Calls visit for every order of those who stand in which equals stand anyhow.
inline void for_each_order(const std::vector<int>& place,
                           const std::function<void(const std::vector<int>&)>& visit) {
  std::vector<int> order;
  for (std::size_t x = 0; x < place.size(); ++x) {
    if (place[x] > 0) order.push_back(static_cast<int>(x));
  }
  std::sort(order.begin(), order.end());
  do {
    if (std::is_sorted(order.begin(), order.end(), [&](int a, int b) {
          return place[static_cast<std::size_t>(a)] < place[static_cast<std::size_t>(b)];
        })) {
      visit(order);
    }
  } while (std::next_permutation(order.begin(), order.end()));
}

// Calls visit for every world.
inline void for_each_world(const Instance& instance, const std::function<void(const World&)>& visit) {
  World world;
  std::vector<std::pair<int*, const Choice*>> open;
  for (const auto& person : instance.people) {
    world.stands.push_back(0);
    world.keys.emplace_back(person.keys.size());
    world.qualifies.emplace_back(person.qualifies.size());
  }
  world.amounts.resize(instance.offers.size());
  for (std::size_t x = 0; x < instance.people.size(); ++x) {
    const auto& person = instance.people[x];
    open.push_back({&world.stands[x], &person.stands});
    for (std::size_t k = 0; k < person.keys.size(); ++k) open.push_back({&world.keys[x][k], &person.keys[k]});
    for (std::size_t j = 0; j < person.qualifies.size(); ++j) {
      open.push_back({&world.qualifies[x][j], &person.qualifies[j]});
    }
  }
  for (std::size_t j = 0; j < instance.offers.size(); ++j) {
    open.push_back({&world.amounts[j], &instance.offers[j].amount});
  }
  open.push_back({&world.members, &instance.members});

  const std::function<void(std::size_t)> settle = [&](std::size_t next) {
    if (next == open.size()) return visit(world);
    for (const int value : *open[next].second) {
      *open[next].first = value;
      settle(next + 1);
    }
  };
  settle(0);
}

}  // namespace tdkt::verdicts::brute_force
