// SPDX-License-Identifier: Apache-2.0
// What is known of a number: it lies between two bounds, both included. A number that is known has
// equal bounds; one of which nothing is known has none.
#pragma once

#include <optional>

#include "values/decimal.hpp"
#include "values/truth.hpp"

namespace tdkt::values {

struct Interval {
  std::optional<Decimal> low, high;  // nullopt: no bound on that side

  static Interval exactly(Decimal value) { return {value, value}; }
  static Interval anything() { return {}; }

  bool known() const { return low && high && *low == *high; }
  friend bool operator==(const Interval&, const Interval&) = default;
};

// Each is the tightest interval that holds every result for operands within theirs, a bound that
// overflows being dropped. A division whose divisor may be zero is anything.
Interval sum(const Interval& a, const Interval& b);
Interval difference(const Interval& a, const Interval& b);
Interval product(const Interval& a, const Interval& b);
Interval quotient(const Interval& a, const Interval& b);
Interval smaller(const Interval& a, const Interval& b);
Interval larger(const Interval& a, const Interval& b);
Interval rounded(const Interval& value, int places, Rounding rounding);
Interval hull(const Interval& a, const Interval& b);  // one or the other

enum class Sign : std::uint8_t { equal, unequal, at_least, at_most, above, below };

// True or false where every pair of numbers within the bounds agrees; compares at 9 digits.
Truth compared(Sign sign, const Interval& a, const Interval& b);

}  // namespace tdkt::values
