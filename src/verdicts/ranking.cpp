// SPDX-License-Identifier: Apache-2.0
#include "verdicts/ranking.hpp"

#include <algorithm>
#include <numeric>

namespace tdkt::verdicts {
namespace {

using values::Decimal;

// An end of a key's interval, turned so that greater is better. `beyond` is −1 or +1 at an open end.
struct End {
  int beyond = 0;
  Decimal value;
  friend auto operator<=>(const End&, const End&) = default;
};

// Computed numbers compare at 9 digits after the point, everywhere.
Decimal comparable(Decimal value) {
  return values::rounded(value, 9, values::Rounding::half_away).value_or(value);
}

End end_of(const std::optional<Decimal>& bound, int open, bool high_to_low) {
  if (!bound) return {open, {}};
  const Decimal value = comparable(*bound);
  return {0, high_to_low ? value : Decimal::from_scaled(-value.scaled())};
}

struct Ends {
  End worse, better;
};

Ends ends_of(const values::Interval& key, bool high_to_low) {
  return {end_of(high_to_low ? key.low : key.high, -1, high_to_low),
          end_of(high_to_low ? key.high : key.low, +1, high_to_low)};
}

// Refines the positions by one more key.
void refine(Ranking& ranking, const std::vector<Ends>& ends) {
  struct Entry {
    std::uint32_t before;
    End end;
    std::uint32_t* position;
  };
  std::vector<Entry> entries;
  entries.reserve(2 * ends.size());
  for (std::size_t x = 0; x < ends.size(); ++x) {
    entries.push_back({ranking.low[x], ends[x].worse, &ranking.low[x]});
    entries.push_back({ranking.high[x], ends[x].better, &ranking.high[x]});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.before != b.before ? a.before < b.before : a.end < b.end;
  });
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && (entries[i].before != entries[i - 1].before || entries[i].end != entries[i - 1].end)) {
      ++position;
    }
    *entries[i].position = position;
  }
}

// The ends of a key that counts only at one place. Who surely stands there has its own, who surely
// doesn't is equal to all, and for the rest anything may come of it.
std::vector<Ends> ends_at_place(const Ranking& ranking, const std::vector<Contender>& contenders,
                                std::vector<Ends> ends, int place) {
  const Ahead ahead(ranking);
  std::vector<bool> sure, all(contenders.size(), true);
  for (const auto& contender : contenders) sure.push_back(contender.sure);
  const auto least = ahead.surely(sure), most = ahead.perhaps_strictly(all);
  for (std::size_t x = 0; x < ends.size(); ++x) {
    const bool may_stand = least[x] + 1 <= place && place <= most[x] + 1;
    const bool stands = may_stand && least[x] == most[x];
    if (!may_stand)
      ends[x] = {};
    else if (!stands)
      ends[x] = {{-1, {}}, {+1, {}}};
  }
  return ends;
}

// How many of the first n in `order` are in `among`, for every n.
std::vector<std::int64_t> running_count(const std::vector<std::uint32_t>& order,
                                        const std::vector<bool>& among) {
  std::vector<std::int64_t> counts(order.size() + 1);
  for (std::size_t n = 0; n < order.size(); ++n) counts[n + 1] = counts[n] + (among[order[n]] ? 1 : 0);
  return counts;
}

}  // namespace

Ranking ranked(const std::vector<KeyOrder>& keys, const std::vector<Contender>& contenders) {
  Ranking ranking;
  ranking.low.resize(contenders.size());
  ranking.high.resize(contenders.size());
  for (std::size_t k = 0; k < keys.size(); ++k) {
    std::vector<Ends> ends;
    ends.reserve(contenders.size());
    for (const auto& contender : contenders) {
      ends.push_back(ends_of(contender.keys[k], keys[k].high_to_low));
    }
    if (keys[k].only_place) {
      ends = ends_at_place(ranking, contenders, std::move(ends), *keys[k].only_place);
    }
    refine(ranking, ends);
  }
  return ranking;
}

Ahead::Ahead(const Ranking& ranking) : ranking_(ranking) {
  const std::size_t size = ranking.low.size();
  by_low_.resize(size);
  std::iota(by_low_.begin(), by_low_.end(), 0U);
  by_high_ = by_low_;
  std::sort(by_low_.begin(), by_low_.end(), [&](auto a, auto b) { return ranking.low[a] > ranking.low[b]; });
  std::sort(by_high_.begin(), by_high_.end(),
            [&](auto a, auto b) { return ranking.high[a] > ranking.high[b]; });

  const auto first_not = [](const auto& order, auto is_ahead) {
    return static_cast<std::uint32_t>(std::partition_point(order.begin(), order.end(), is_ahead) -
                                      order.begin());
  };
  for (std::size_t x = 0; x < size; ++x) {
    surely_.push_back(first_not(by_low_, [&](auto z) { return ranking.low[z] > ranking.high[x]; }));
    perhaps_.push_back(first_not(by_high_, [&](auto z) { return ranking.high[z] >= ranking.low[x]; }));
    strictly_.push_back(first_not(by_high_, [&](auto z) { return ranking.high[z] > ranking.low[x]; }));
  }
}

std::vector<std::int64_t> Ahead::surely(const std::vector<bool>& among) const {
  const auto counts = running_count(by_low_, among);
  std::vector<std::int64_t> ahead;
  for (auto n : surely_) ahead.push_back(counts[n]);
  return ahead;
}

std::vector<std::int64_t> Ahead::perhaps(const std::vector<bool>& among) const {
  const auto counts = running_count(by_high_, among);
  std::vector<std::int64_t> ahead;
  for (std::size_t x = 0; x < perhaps_.size(); ++x) {
    ahead.push_back(counts[perhaps_[x]] - (among[x] ? 1 : 0));  // x is equal to itself
  }
  return ahead;
}

std::vector<std::int64_t> Ahead::perhaps_strictly(const std::vector<bool>& among) const {
  const auto counts = running_count(by_high_, among);
  std::vector<std::int64_t> ahead;
  for (std::size_t x = 0; x < strictly_.size(); ++x) {
    const bool self = ranking_.high[x] > ranking_.low[x];  // its better end is ahead of its worse one
    ahead.push_back(counts[strictly_[x]] - (self && among[x] ? 1 : 0));
  }
  return ahead;
}

}  // namespace tdkt::verdicts
