// SPDX-License-Identifier: Apache-2.0
// Who is ahead of whom when keys are known only within bounds.
//
// Keys compare lexicographically. With independent keys, the worst that can happen to x is that each
// of its keys is at its worse end, so x is surely ahead of y exactly when x's worse ends beat y's
// better ends in lexicographic order. Both ends of every contender are therefore one number each,
// its position among all ends, and every question is a comparison of two such numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "values/interval.hpp"

namespace tdkt::verdicts {

struct KeyOrder {
  bool high_to_low = true;
  std::optional<int> only_place;  // asked only of those who share this place
};

// Someone who stands in a contest, surely or perhaps.
struct Contender {
  bool sure = true;
  std::vector<values::Interval> keys;    // by KeyOrder
  std::vector<values::Truth> qualifies;  // by offer
};

// Greater is better. Surely ahead: low[x] > high[y]. Possibly ahead, equals included: high[x] >= low[y].
struct Ranking {
  std::vector<std::uint32_t> low, high;

  bool surely_ahead(std::size_t x, std::size_t y) const { return low[x] > high[y]; }
  bool surely_equal(std::size_t x, std::size_t y) const {
    return low[x] == high[x] && low[y] == high[y] && low[x] == low[y];
  }
};

Ranking ranked(const std::vector<KeyOrder>& keys, const std::vector<Contender>& contenders);

// Counts, for every contender x at once, the others in `among` that are ahead of x.
class Ahead {
 public:
  explicit Ahead(const Ranking& ranking);
  std::vector<std::int64_t> surely(const std::vector<bool>& among) const;   // strictly
  std::vector<std::int64_t> perhaps(const std::vector<bool>& among) const;  // equals included
  std::vector<std::int64_t> perhaps_strictly(const std::vector<bool>& among) const;

 private:
  const Ranking& ranking_;
  std::vector<std::uint32_t> by_low_, by_high_;             // contenders, best first
  std::vector<std::uint32_t> surely_, perhaps_, strictly_;  // how many of those are ahead of x
};

}  // namespace tdkt::verdicts
