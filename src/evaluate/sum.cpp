// SPDX-License-Identifier: Apache-2.0
// Aggregates over members whose values are bounds and who may not all belong. Totals are added up in
// more than 128 bits, so that neither order nor threads matter.
#include <algorithm>

#include "evaluate/kernels.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/numbers.hpp"
#include "evaluate/tally.hpp"

namespace tdkt::evaluate {

using typed::Function;

namespace {

// Two halves that never overflow for fewer than 2^63 terms.
class Total {
 public:
  void add(int128 value) {
    low_ += static_cast<std::uint64_t>(value);
    high_ += value >> 64;
  }
  // nullopt: out of range.
  std::optional<int128> value() const {
    const auto high = high_ + static_cast<int128>(low_ >> 64);
    constexpr int128 most = int128{1} << 63;
    if (high >= most || high < -most) return std::nullopt;
    const auto value = (high << 64) + static_cast<int128>(static_cast<std::uint64_t>(low_));
    return in_range(value) ? std::optional(value) : std::nullopt;
  }

 private:
  __extension__ unsigned __int128 low_ = 0;
  int128 high_ = 0;
};

std::optional<Decimal> mean(const Total& total, std::size_t count) {
  const auto value = total.value();
  if (!value) return std::nullopt;
  return values::quotient(Decimal::from_scaled(*value), Decimal(static_cast<std::int64_t>(count)));
}

Bounds bounds_from(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  return bounds_of(Interval{low, high});
}

// The members of one source, their values as bounds.
struct Members {
  std::vector<Bounds> sure, maybe;
  std::vector<int128> scratch;
  bool open = false;
};

Bounds total_of(const Members& members) {
  if (members.open) return Bounds::anything();
  Total low, high;
  Bounds result;
  for (const auto& value : members.sure) {
    if (value.no_low) result.no_low = true;
    else low.add(value.low);
    if (value.no_high) result.no_high = true;
    else high.add(value.high);
  }
  for (const auto& value : members.maybe) {
    if (value.no_low) result.no_low = true;
    else low.add(std::min<int128>(0, value.low));
    if (value.no_high) result.no_high = true;
    else high.add(std::max<int128>(0, value.high));
  }
  const auto least = low.value(), most = high.value();
  result.no_low = result.no_low || !least, result.no_high = result.no_high || !most;
  result.low = least.value_or(0), result.high = most.value_or(0);
  return result;
}

// One side of a figure: the bounds that lie there, as if greater were better.
struct Side {
  bool highest;
  bool unbounded(const Bounds& value) const { return highest ? value.no_high : value.no_low; }
  int128 of(const Bounds& value) const { return highest ? value.high : -value.low; }
};

// The greatest mean: members that need not belong join from the best down, as long as they raise it.
std::optional<Decimal> best_mean(Members& members, Side side) {
  Total total;
  for (const auto& value : members.sure) {
    if (side.unbounded(value)) return std::nullopt;
    total.add(side.of(value));
  }
  members.scratch.clear();
  for (const auto& value : members.maybe) {
    if (side.unbounded(value)) return std::nullopt;
    members.scratch.push_back(side.of(value));
  }
  std::sort(members.scratch.begin(), members.scratch.end(), std::greater<>());
  auto best = mean(total, members.sure.size());
  auto count = members.sure.size();
  for (const auto value : members.scratch) {
    total.add(value);
    const auto next = mean(total, ++count);
    if (!next || !best) return std::nullopt;
    best = std::max(*best, *next);
  }
  return best;
}

std::optional<Decimal> middle(const std::vector<int128>& ascending) {
  const auto half = ascending.size() / 2;
  if (ascending.size() % 2 == 1) return Decimal::from_scaled(ascending[half]);
  Total total;
  total.add(ascending[half - 1]), total.add(ascending[half]);
  return mean(total, 2);
}

// The greatest median: with each number of joining members, the best of them.
std::optional<Decimal> best_median(Members& members, Side side) {
  const auto most = power_of_ten(38) - 1;  // stands for what has no bound
  auto& values = members.scratch;
  values.clear();
  std::vector<int128> joining;
  for (const auto& value : members.sure) values.push_back(side.unbounded(value) ? most : side.of(value));
  for (const auto& value : members.maybe) joining.push_back(side.unbounded(value) ? most : side.of(value));
  std::sort(values.begin(), values.end());
  std::sort(joining.begin(), joining.end(), std::greater<>());
  auto best = middle(values);
  for (const auto value : joining) {
    values.insert(std::upper_bound(values.begin(), values.end(), value), value);
    const auto next = middle(values);
    if (!next || !best) return std::nullopt;
    best = std::max(*best, *next);
  }
  // A middle value without a bound, or the mean of one, has none.
  const auto limit = Decimal::from_scaled(most / 4);
  return best && *best < limit ? best : std::nullopt;
}

std::optional<Decimal> negated(const std::optional<Decimal>& value) {
  return value ? std::optional(Decimal::from_scaled(-value->scaled())) : std::nullopt;
}

// The highest of the members: at least that of the sure ones, at most that of all.
Bounds highest_of(const Members& members, bool highest) {
  Bounds result = Bounds::anything();
  const Side far{highest}, near{!highest};
  bool far_bounded = !members.open;
  int128 furthest = 0, nearest = 0;
  bool any = false, any_near = false;
  const auto reach = [&](const Bounds& value) {
    if (far.unbounded(value)) far_bounded = false;
    else furthest = any ? std::max(furthest, far.of(value)) : far.of(value);
    any = true;
  };
  for (const auto& value : members.sure) {
    reach(value);
    if (near.unbounded(value)) continue;
    nearest = any_near ? std::max(nearest, -near.of(value)) : -near.of(value);
    any_near = true;
  }
  for (const auto& value : members.maybe) reach(value);
  (highest ? result.no_high : result.no_low) = !far_bounded;
  (highest ? result.no_low : result.no_high) = !any_near;
  if (far_bounded) (highest ? result.high : result.low) = highest ? furthest : -furthest;
  if (any_near) (highest ? result.low : result.high) = highest ? nearest : -nearest;
  return result;
}

Bounds figure_of(Function function, Members& members) {
  if (function == Function::total) return total_of(members);
  if (members.sure.empty()) return Bounds::anything();  // perhaps nobody is left to judge
  if (function == Function::highest || function == Function::lowest)
    return highest_of(members, function == Function::highest);
  if (members.open) return Bounds::anything();
  if (function == Function::average)
    return bounds_from(negated(best_mean(members, {false})), best_mean(members, {true}));
  return bounds_from(negated(best_median(members, {false})), best_median(members, {true}));
}

Bounds number_of(const Tally& tally, bool open) {
  const auto sure = static_cast<int128>(tally.sure()), maybe = static_cast<int128>(tally.maybe());
  if (open && sure + maybe == 0) return Bounds::anything();
  constexpr auto unit = power_of_ten(Decimal::digits);
  return {sure * unit, (sure + maybe) * unit, false, open};
}

Bounds share_of(const Tally& tally, bool open) {
  if (tally.sure() == 0) return Bounds::anything();  // perhaps nobody is left to judge
  constexpr auto unit = power_of_ten(Decimal::digits);
  if (open) return {0, unit, false, false};
  const auto share = [](std::uint32_t of, std::uint32_t all) {
    return values::quotient(Decimal(std::int64_t{of}), Decimal(std::int64_t{all}));
  };
  return bounds_from(share(tally.sure_yes, tally.sure() + tally.maybe_open + tally.maybe_no),
                     share(tally.sure_yes + tally.sure_open + tally.maybe_yes + tally.maybe_open,
                           tally.sure() + tally.maybe_open + tally.maybe_yes));
}

template <class Each>
Column each_source(const Work& work, Each each) {
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    Members members;
    for (auto source = begin; source < end; ++source) store(result, source, each(source, members));
  });
  settle(result);
  return result;
}

// How many members there are, of sets that are complete: whole numbers.
std::optional<NumberColumn> numbers_of(const EdgeColumn& edges, std::optional<TruthView> belongs, const Work& work) {
  if (edges.open.rows != 0 || edges.sources != work.rows || (belongs && belongs->single)) return std::nullopt;
  const bool known = !belongs || all_known(*belongs, edges.size());
  Vector<std::int32_t> least(work.rows), most(known ? 0 : work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    std::vector<std::uint32_t> counts(end - begin);
    const auto* offsets = edges.offsets + begin;
    const auto members = [&](std::size_t i) { return static_cast<std::int32_t>(offsets[i + 1] - offsets[i]); };
    if (belongs) loops().count(belongs->yes, offsets, counts.size(), counts.data());
    for (std::size_t i = 0; i < counts.size(); ++i) least[begin + i] = belongs ? static_cast<std::int32_t>(counts[i]) : members(i);
    if (known) return;
    loops().count(belongs->no, offsets, counts.size(), counts.data());
    for (std::size_t i = 0; i < counts.size(); ++i) most[begin + i] = members(i) - static_cast<std::int32_t>(counts[i]);
  });
  NumberColumn result;
  result.rows = work.rows;
  if (known) {
    result.stored = std::make_shared<const columns::Numbers>(columns::Numbers{0, std::vector<std::int32_t>(least.begin(), least.end())});
    result.present = std::make_shared<const Bits>(work.rows, true);
  } else {
    result.narrow = NumberColumn::Narrow{0, {least.begin(), least.end()}, {most.begin(), most.end()}};
  }
  return result;
}

}  // namespace

Column worked_out(const graph::Aggregate& aggregate, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  std::size_t next = 1;
  std::optional<TruthView> belongs, predicate;
  if (aggregate.belongs) belongs = work.truths(next++);
  if (aggregate.predicate) predicate = work.truths(next++);
  if (aggregate.function == Function::number && !aggregate.predicate)
    if (auto numbers = numbers_of(edges, belongs, work)) return *std::move(numbers);
  if (!aggregate.value)
    return each_source(work, [&](std::size_t source, Members&) {
      const auto tally = tally_of(belongs, predicate, edges.offsets[source], edges.offsets[source + 1]);
      const auto open = edges.is_open(source);
      return aggregate.function == Function::share ? share_of(tally, open) : number_of(tally, open);
    });
  return with_numbers(work.input<NumberColumn>(next), [&](const auto& values) {
    return each_source(work, [&](std::size_t source, Members& members) {
      members.sure.clear(), members.maybe.clear();
      members.open = edges.is_open(source);
      for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge) {
        const auto is_one = belongs ? belongs->row(edge) : Truth::yes;
        if (is_one == Truth::no) continue;
        const Bounds value = values[edge];
        if (aggregate.known_only && !value.known()) continue;
        (is_one == Truth::yes ? members.sure : members.maybe).push_back(value);
      }
      return figure_of(aggregate.function, members);
    });
  });
}

}  // namespace tdkt::evaluate
