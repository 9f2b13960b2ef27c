// SPDX-License-Identifier: Apache-2.0
#include "values/interval.hpp"

#include <algorithm>
#include <array>

namespace tdkt::values {

namespace {

// A bound, or what lies beyond every number on one side.
struct Reach {
  int beyond = 0;  // -1: below all numbers, 1: above them
  Decimal value;

  friend auto operator<=>(const Reach&, const Reach&) = default;
  int sign() const { return beyond != 0 ? beyond : value < Decimal() ? -1 : value > Decimal() ? 1 : 0; }
};

Reach low_of(const Interval& interval) { return interval.low ? Reach{0, *interval.low} : Reach{-1, {}}; }
Reach high_of(const Interval& interval) { return interval.high ? Reach{0, *interval.high} : Reach{1, {}}; }

Reach reached(std::optional<Decimal> value, int side) { return value ? Reach{0, *value} : Reach{side, {}}; }

Interval between(const Reach& low, const Reach& high) {
  Interval result;
  if (low.beyond == 0) result.low = low.value;
  if (high.beyond == 0) result.high = high.value;
  return result;
}

// What lies between all of `corners`. A corner that overflowed is no bound on either side.
Interval spanning(const std::array<Reach, 4>& corners) {
  const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
  return between(*low, *high);
}

Reach product(const Reach& a, const Reach& b) {
  const int side = a.sign() * b.sign();
  if (side == 0) return {};
  if (a.beyond != 0 || b.beyond != 0) return {side, {}};
  return reached(product(a.value, b.value), side);
}

// Requires: the divisor's sign is not 0.
Reach quotient(const Reach& a, const Reach& b) {
  const int side = a.sign() * b.sign();
  if (side == 0 || b.beyond != 0) return {};
  if (a.beyond != 0) return {side, {}};
  return reached(quotient(a.value, b.value), side);
}

template <class Operation>
Interval by_corners(const Interval& a, const Interval& b, Operation operation) {
  return spanning({operation(low_of(a), low_of(b)), operation(low_of(a), high_of(b)),
                   operation(high_of(a), low_of(b)), operation(high_of(a), high_of(b))});
}

// Above: every number of a lies above every one of b; at nine digits.
bool surely_above(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  return low && high && compared(*low, *high) > 0;
}
bool surely_not_below(const std::optional<Decimal>& low, const std::optional<Decimal>& high) {
  return low && high && compared(*low, *high) >= 0;
}

Truth at_least(const Interval& a, const Interval& b) {
  if (surely_not_below(a.low, b.high)) return Truth::yes;
  return surely_above(b.low, a.high) ? Truth::no : Truth::unknown;
}

Truth equal(const Interval& a, const Interval& b) {
  if (surely_above(a.low, b.high) || surely_above(b.low, a.high)) return Truth::no;
  return both(at_least(a, b), at_least(b, a));
}

}  // namespace

Interval sum(const Interval& a, const Interval& b) {
  Interval result;
  if (a.low && b.low) result.low = sum(*a.low, *b.low);
  if (a.high && b.high) result.high = sum(*a.high, *b.high);
  return result;
}

Interval difference(const Interval& a, const Interval& b) {
  Interval result;
  if (a.low && b.high) result.low = difference(*a.low, *b.high);
  if (a.high && b.low) result.high = difference(*a.high, *b.low);
  return result;
}

Interval product(const Interval& a, const Interval& b) {
  return by_corners(a, b, [](const Reach& x, const Reach& y) { return product(x, y); });
}

Interval quotient(const Interval& a, const Interval& b) {
  const bool above_zero = b.low && *b.low > Decimal(), below_zero = b.high && *b.high < Decimal();
  if (!above_zero && !below_zero) return Interval::anything();
  return by_corners(a, b, [](const Reach& x, const Reach& y) { return quotient(x, y); });
}

Interval smaller(const Interval& a, const Interval& b) {
  return between(std::min(low_of(a), low_of(b)), std::min(high_of(a), high_of(b)));
}

Interval larger(const Interval& a, const Interval& b) {
  return between(std::max(low_of(a), low_of(b)), std::max(high_of(a), high_of(b)));
}

Interval rounded(const Interval& value, int places, Rounding rounding) {
  Interval result;
  if (value.low) result.low = rounded(*value.low, places, rounding);
  if (value.high) result.high = rounded(*value.high, places, rounding);
  return result;
}

Interval hull(const Interval& a, const Interval& b) {
  return between(std::min(low_of(a), low_of(b)), std::max(high_of(a), high_of(b)));
}

Truth compared(Sign sign, const Interval& a, const Interval& b) {
  switch (sign) {
    case Sign::equal: return equal(a, b);
    case Sign::unequal: return opposite(equal(a, b));
    case Sign::at_least: return at_least(a, b);
    case Sign::at_most: return at_least(b, a);
    case Sign::above: return opposite(at_least(b, a));
    case Sign::below: return opposite(at_least(a, b));
  }
  return Truth::unknown;
}

}  // namespace tdkt::values
