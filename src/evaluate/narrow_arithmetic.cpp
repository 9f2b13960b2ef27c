// SPDX-License-Identifier: Apache-2.0
// Arithmetic in 64 bits. Sums, differences and products are exact or do not fit; quotients are rounded half
// away from zero at the twelfth digit, as everywhere (values/decimal.hpp).
#include <algorithm>

#include "evaluate/narrow_numbers.hpp"
#include "values/rounded_quotient.hpp"

namespace tdkt::evaluate {

namespace {

// `on_points` takes two known numbers, `on_bounds` whatever is known; both say false where something is too
// great. Inputs are read in units of 10^-left and 10^-right, results are in units of 10^-places.
struct Units {
  int left, right, places;
};
template <class OnPoints, class OnBounds>
std::optional<NumberColumn> each_pair(const Work& work, Units units, OnPoints on_points, OnBounds on_bounds) {
  const NarrowReader left(work.input<NumberColumn>(0), units.left), right(work.input<NumberColumn>(1), units.right);
  return filled_narrow(work, units.places, [&](std::size_t word, NarrowBlock& c) {
    NarrowBlock a, b;
    if (!left.read(word, work.rows, a) || !right.read(word, work.rows, b)) return false;
    bool fits = true;
    if (a.points && b.points) {
      for (std::size_t i = 0; i < c.size; ++i) {
        bool none = false;
        c.low[i] = 0;
        fits = on_points(a.low[i], b.low[i], c.low[i], none) && fits;
        c.high[i] = c.low[i];
        c.no_low |= Word{none} << i;
      }
      c.no_high = c.no_low;
      return fits;
    }
    for (std::size_t i = 0; i < c.size; ++i) {
      NarrowBounds result;
      fits = on_bounds(a[i], b[i], result) && fits;
      c.set(i, result);
    }
    return fits;
  });
}

// By way of the general rule for intervals.
template <class OnPoints, class OnIntervals>
std::optional<NumberColumn> combined(const Work& work, Units units, OnPoints on_points, OnIntervals on_intervals) {
  return each_pair(work, units, on_points, [&](const NarrowBounds& a, const NarrowBounds& b, NarrowBounds& c) {
    if (a.known() && b.known()) {
      bool none = false;
      const bool fits = on_points(a.low, b.low, c.low, none);
      c.high = c.low, c.no_low = c.no_high = none;
      return fits;
    }
    const auto result = narrowed(bounds_of(on_intervals(interval_of(widened(a, units.left)), interval_of(widened(b, units.right)))),
                                 units.places);
    if (result) c = *result;
    return result.has_value();
  });
}

std::optional<NumberColumn> sum(const Work& work, int places, bool minus) {
  const auto add = [](std::int64_t a, std::int64_t b, std::int64_t& c) { return !__builtin_add_overflow(a, b, &c); };
  const auto subtract = [](std::int64_t a, std::int64_t b, std::int64_t& c) { return !__builtin_sub_overflow(a, b, &c); };
  return each_pair(
      work, {places, places, places},
      [&](std::int64_t a, std::int64_t b, std::int64_t& c, bool&) { return minus ? subtract(a, b, c) : add(a, b, c); },
      [&](const NarrowBounds& a, const NarrowBounds& b, NarrowBounds& c) {
        c.no_low = a.no_low || (minus ? b.no_high : b.no_low);
        c.no_high = a.no_high || (minus ? b.no_low : b.no_high);
        return (c.no_low || (minus ? subtract(a.low, b.high, c.low) : add(a.low, b.low, c.low))) &&
               (c.no_high || (minus ? subtract(a.high, b.low, c.high) : add(a.high, b.high, c.high)));
      });
}

std::optional<NumberColumn> product(const Work& work, int left, int right) {
  return combined(
      work, {left, right, left + right},
      [](std::int64_t a, std::int64_t b, std::int64_t& c, bool&) { return !__builtin_mul_overflow(a, b, &c); },
      [](const Interval& a, const Interval& b) { return values::product(a, b); });
}

std::optional<NumberColumn> quotient(const Work& work, int left, int right) {
  __extension__ typedef unsigned __int128 uint128;
  const auto unit = power_of_ten(Decimal::digits + right - left);
  const auto magnitude = [](auto value) { return static_cast<uint128>(value < 0 ? -value : value); };
  const auto divided = [&](std::int64_t a, std::int64_t b, std::int64_t& c, bool& none) {
    none = b == 0;
    if (none) return true;
    int128 dividend = 0;
    if (__builtin_mul_overflow(int128{a}, unit, &dividend)) return false;
    const auto of = magnitude(dividend), by = magnitude(int128{b});
    const auto whole = of / by, rest = of - whole * by;
    const auto rounded = whole + (rest >= by - rest ? 1 : 0);
    c = static_cast<std::int64_t>(rounded);
    if ((a < 0) != (b < 0)) c = -c;
    return rounded < uint128{1} << 63;
  };
  return combined(work, {left, right, Decimal::digits}, divided,
                  [](const Interval& a, const Interval& b) { return values::quotient(a, b); });
}

}  // namespace

std::optional<NumberColumn> narrow_result(const graph::Arithmetic& arithmetic, const Work& work) {
  const auto left = narrow_places(work.input<NumberColumn>(0)), right = narrow_places(work.input<NumberColumn>(1));
  if (!left || !right) return std::nullopt;
  switch (arithmetic.op) {
    case typed::Operator::plus: return sum(work, std::max(*left, *right), false);
    case typed::Operator::minus: return sum(work, std::max(*left, *right), true);
    case typed::Operator::times: return *left + *right <= Decimal::digits ? product(work, *left, *right) : std::nullopt;
    case typed::Operator::over: break;
  }
  return quotient(work, *left, *right);
}

std::optional<NumberColumn> narrow_result(const graph::Choose& choose, const Work& work) {
  const auto left = narrow_places(work.input<NumberColumn>(0)), right = narrow_places(work.input<NumberColumn>(1));
  if (!left || !right) return std::nullopt;
  const auto places = std::max(*left, *right);
  const auto of = [&](std::int64_t a, std::int64_t b) { return choose.smaller ? std::min(a, b) : std::max(a, b); };
  return each_pair(
      work, {places, places, places}, [&](std::int64_t a, std::int64_t b, std::int64_t& c, bool&) { return c = of(a, b), true; },
      [&](const NarrowBounds& a, const NarrowBounds& b, NarrowBounds& c) {
        // Of the smaller the low end is lost where one has none, the high end only where neither has one.
        const auto side = [&](std::int64_t x, bool no_x, std::int64_t y, bool no_y, bool lost, std::int64_t& end) {
          end = no_x ? y : no_y ? x : of(x, y);
          return lost ? no_x || no_y : no_x && no_y;
        };
        c.no_low = side(a.low, a.no_low, b.low, b.no_low, choose.smaller, c.low);
        c.no_high = side(a.high, a.no_high, b.high, b.no_high, !choose.smaller, c.high);
        return true;
      });
}

std::optional<NumberColumn> narrow_result(const graph::Round& round, const Work& work) {
  const auto& column = work.input<NumberColumn>(0);
  const auto own = narrow_places(column);
  if (!own) return std::nullopt;
  const auto places = std::clamp(round.places, 0, *own);
  const NarrowReader reader(column, *own);
  const auto unit = static_cast<std::int64_t>(power_of_ten(*own - places));
  return filled_narrow(work, places, [&](std::size_t word, NarrowBlock& block) {
    if (!reader.read(word, work.rows, block)) return false;
    for (std::size_t i = 0; i < block.size; ++i) block.low[i] = values::rounded_quotient(block.low[i], unit, round.rounding);
    if (block.points) std::copy_n(block.low.begin(), block.size, block.high.begin());
    for (std::size_t i = 0; i < block.size && !block.points; ++i)
      block.high[i] = values::rounded_quotient(block.high[i], unit, round.rounding);
    return true;
  });
}

}  // namespace tdkt::evaluate
