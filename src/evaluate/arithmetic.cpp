// SPDX-License-Identifier: Apache-2.0
// Arithmetic on bounds. Where both sides are known the decimal is worked out once; values/interval.hpp
// defines the rest.
#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

Bounds exactly(const std::optional<Decimal>& value) {
  return value ? Bounds{value->scaled(), value->scaled(), false, false} : Bounds::anything();
}

template <class Combine>
Column each_pair(const Work& work, Combine combine) {
  const auto& left = work.input<NumberColumn>(0);
  const auto& right = work.input<NumberColumn>(1);
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock a, b, c;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      load(left, word, work.rows, a);
      load(right, word, work.rows, b);
      c.size = a.size, c.no_low = c.no_high = 0;
      for (std::size_t i = 0; i < a.size; ++i) c.set(i, combine(a[i], b[i]));
      store(result, word, c);
    }
  });
  settle(result);
  return result;
}

template <class OnNumbers, class OnIntervals>
Column combined(const Work& work, OnNumbers on_numbers, OnIntervals on_intervals) {
  return each_pair(work, [&](const Bounds& a, const Bounds& b) {
    if (a.known() && b.known())
      return exactly(on_numbers(Decimal::from_scaled(a.low), Decimal::from_scaled(b.low)));
    return bounds_of(on_intervals(interval_of(a), interval_of(b)));
  });
}

// Sums of bounds need no decimals: what leaves the range is no bound.
Bounds sum_of(const Bounds& a, const Bounds& b) {
  Bounds result;
  result.no_low = a.no_low || b.no_low || __builtin_add_overflow(a.low, b.low, &result.low) || !in_range(result.low);
  result.no_high = a.no_high || b.no_high || __builtin_add_overflow(a.high, b.high, &result.high) || !in_range(result.high);
  return result;
}

}  // namespace

Column worked_out(const graph::Arithmetic& arithmetic, const Work& work) {
  switch (arithmetic.op) {
    case typed::Operator::plus: return each_pair(work, sum_of);
    case typed::Operator::minus:
      return each_pair(work, [](const Bounds& a, const Bounds& b) {
        return sum_of(a, {-b.high, -b.low, b.no_high, b.no_low});
      });
    case typed::Operator::times:
      return combined(
          work, [](Decimal a, Decimal b) { return values::product(a, b); },
          [](const Interval& a, const Interval& b) { return values::product(a, b); });
    case typed::Operator::over: break;
  }
  return combined(
      work, [](Decimal a, Decimal b) { return values::quotient(a, b); },
      [](const Interval& a, const Interval& b) { return values::quotient(a, b); });
}

Column worked_out(const graph::Choose& choose, const Work& work) {
  return each_pair(work, [&](const Bounds& a, const Bounds& b) {
    const auto smaller = [](int128 x, bool no_x, int128 y, bool no_y, bool beyond_counts, int128& least) {
      // Without a bound a side lies beyond every number: below for lows, above for highs.
      if (no_x || no_y) {
        least = no_x ? y : x;
        return beyond_counts || (no_x && no_y);
      }
      least = std::min(x, y);
      return false;
    };
    const auto negated = [](const Bounds& bounds) { return Bounds{-bounds.high, -bounds.low, bounds.no_high, bounds.no_low}; };
    const auto x = choose.smaller ? a : negated(a), y = choose.smaller ? b : negated(b);
    Bounds result;
    result.no_low = smaller(x.low, x.no_low, y.low, y.no_low, true, result.low);
    result.no_high = smaller(x.high, x.no_high, y.high, y.no_high, false, result.high);
    return choose.smaller ? result : negated(result);
  });
}

Column worked_out(const graph::Round& round, const Work& work) {
  const auto& column = work.input<NumberColumn>(0);
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock block;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      load(column, word, work.rows, block);
      for (std::size_t i = 0; i < block.size; ++i)
        block.set(i, bounds_of(values::rounded(interval_of(block[i]), round.places, round.rounding)));
      store(result, word, block);
    }
  });
  settle(result);
  return result;
}

}  // namespace tdkt::evaluate
