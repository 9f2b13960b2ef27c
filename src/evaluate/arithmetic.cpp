// SPDX-License-Identifier: Apache-2.0
// Arithmetic on bounds, in 128 bits where 64 do not do. Where both sides are known the decimal is worked out
// once; values/interval.hpp defines the rest.
#include "evaluate/kernels.hpp"
#include "evaluate/narrow_numbers.hpp"

namespace tdkt::evaluate {

namespace {

Bounds exactly(const std::optional<Decimal>& value) {
  return value ? Bounds{value->scaled(), value->scaled(), false, false} : Bounds::anything();
}

// `on_points` takes two known numbers and says where there is none; `on_bounds` whatever is known.
template <class OnPoints, class OnBounds>
Column each_pair(const Work& work, OnPoints on_points, OnBounds on_bounds) {
  const auto& left = work.input<NumberColumn>(0);
  const auto& right = work.input<NumberColumn>(1);
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock a, b, c;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      load(left, word, work.rows, a);
      load(right, word, work.rows, b);
      c.size = a.size, c.no_low = c.no_high = 0;
      if (a.points && b.points) {
        for (std::size_t i = 0; i < a.size; ++i) {
          bool none = false;
          c.low[i] = c.high[i] = on_points(a.low[i], b.low[i], none);
          c.no_low |= Word{none} << i;
        }
        c.no_high = c.no_low;
      } else {
        for (std::size_t i = 0; i < a.size; ++i) c.set(i, on_bounds(a[i], b[i]));
      }
      store(result, word, c);
    }
  });
  settle(result);
  return result;
}

template <class OnNumbers, class OnIntervals>
Column combined(const Work& work, OnNumbers on_numbers, OnIntervals on_intervals) {
  const auto on_points = [&](int128 a, int128 b, bool& none) {
    const auto value = on_numbers(Decimal::from_scaled(a), Decimal::from_scaled(b));
    none = !value;
    return value ? value->scaled() : 0;
  };
  return each_pair(work, on_points, [&](const Bounds& a, const Bounds& b) {
    if (a.known() && b.known())
      return exactly(on_numbers(Decimal::from_scaled(a.low), Decimal::from_scaled(b.low)));
    return bounds_of(on_intervals(interval_of(a), interval_of(b)));
  });
}

// `on_number` takes a number and says where there is none; where it `turns` what is greater becomes less.
template <class OnNumber>
Column each_number(const Work& work, const NumberColumn& column, bool turns, OnNumber on_number) {
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock block;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      load(column, word, work.rows, block);
      for (std::size_t i = 0; i < block.size && block.points; ++i) {
        bool none = false;
        block.low[i] = block.high[i] = on_number(block.low[i], none);
        block.no_low |= Word{none} << i;
      }
      if (block.points) block.no_high = block.no_low;
      for (std::size_t i = 0; i < block.size && !block.points; ++i) {
        auto bounds = block[i];
        if (turns) bounds = {bounds.high, bounds.low, bounds.no_high, bounds.no_low};
        const bool known = bounds.known();
        if (!bounds.no_low) bounds.low = on_number(bounds.low, bounds.no_low);
        if (known) bounds.high = bounds.low, bounds.no_high = bounds.no_low;
        else if (!bounds.no_high) bounds.high = on_number(bounds.high, bounds.no_high);
        block.set(i, bounds);
      }
      store(result, word, block);
    }
  });
  settle(result);
  return result;
}

// A known whole number, not zero, that stands for all rows.
std::optional<std::int64_t> whole_constant(const NumberColumn& column) {
  if (column.rows != 1) return std::nullopt;
  const auto number = number_at(column, 0);
  if (!number.known() || number.low == 0 || number.low % Decimal::one != 0) return std::nullopt;
  const auto whole = number.low / Decimal::one;
  constexpr int128 most = std::int64_t{1} << 40;
  return whole > most || whole < -most ? std::nullopt : std::optional(static_cast<std::int64_t>(whole));
}

// Times a whole number: exact, and without a division.
Column multiplied(const NumberColumn& column, std::int64_t factor, const Work& work) {
  const auto times = [&](int128 value, bool& none) {
    // Two words of 64 bits never leave the range; only longer ones need a look.
    if (value == static_cast<std::int64_t>(value)) return int128{static_cast<std::int64_t>(value)} * factor;
    int128 result = 0;
    none = __builtin_mul_overflow(value, int128{factor}, &result) || !in_range(result);
    return result;
  };
  return each_number(work, column, factor < 0, times);
}

// Sums of bounds need no decimals: what leaves the range is no bound.
int128 sum_of(int128 a, int128 b, bool& none) {
  int128 sum = 0;
  none = __builtin_add_overflow(a, b, &sum) || !in_range(sum);
  return none ? 0 : sum;
}

Bounds sum_of(const Bounds& a, const Bounds& b) {
  Bounds result;
  result.no_low = a.no_low || b.no_low || __builtin_add_overflow(a.low, b.low, &result.low) || !in_range(result.low);
  result.no_high = a.no_high || b.no_high || __builtin_add_overflow(a.high, b.high, &result.high) || !in_range(result.high);
  return result;
}

}  // namespace

Column worked_out(const graph::Arithmetic& arithmetic, const Work& work) {
  if (auto narrow = narrow_result(arithmetic, work)) return *std::move(narrow);
  if (arithmetic.op == typed::Operator::times)
    for (const std::size_t side : {0u, 1u})
      if (const auto factor = whole_constant(work.input<NumberColumn>(side)))
        return multiplied(work.input<NumberColumn>(1 - side), *factor, work);
  switch (arithmetic.op) {
    case typed::Operator::plus:
      return each_pair(
          work, [](int128 a, int128 b, bool& none) { return sum_of(a, b, none); },
          [](const Bounds& a, const Bounds& b) { return sum_of(a, b); });
    case typed::Operator::minus:
      return each_pair(
          work, [](int128 a, int128 b, bool& none) { return sum_of(a, -b, none); },
          [](const Bounds& a, const Bounds& b) { return sum_of(a, {-b.high, -b.low, b.no_high, b.no_low}); });
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
  if (auto narrow = narrow_result(choose, work)) return *std::move(narrow);
  const auto of_points = [&](int128 a, int128 b, bool&) { return choose.smaller ? std::min(a, b) : std::max(a, b); };
  return each_pair(work, of_points, [&](const Bounds& a, const Bounds& b) {
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
  if (auto narrow = narrow_result(round, work)) return *std::move(narrow);
  return each_number(work, work.input<NumberColumn>(0), false, [&](int128 value, bool& none) {
    const auto result = values::rounded(Decimal::from_scaled(value), round.places, round.rounding);
    none = !result;
    return result ? result->scaled() : 0;
  });
}

}  // namespace tdkt::evaluate
