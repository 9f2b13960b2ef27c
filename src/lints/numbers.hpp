// SPDX-License-Identifier: Apache-2.0
// Sets of numbers as pieces of the number line.
#pragma once

#include <optional>
#include <vector>

#include "values/decimal.hpp"
#include "values/interval.hpp"

namespace tdkt::lints {

// Numbers between two ends.
struct Piece {
  std::optional<values::Decimal> low, high;  // nullopt: no end on that side
  bool low_open = false, high_open = false;
};
using Numbers = std::vector<Piece>;          // apart, ascending

// Those that compare with `number` as `sign` says.
Numbers numbers(values::Sign sign, values::Decimal number);
Numbers numbers_between(values::Decimal low, values::Decimal high);  // both included
Numbers all_but(const Numbers& numbers);
// The same whole numbers with whole ends that are included: `above 11` is `at least 12`.
Numbers whole(const Numbers& numbers);
// With everything above the least, below the greatest.
Numbers and_above(const Numbers& numbers);
Numbers and_below(const Numbers& numbers);

bool within(const Numbers& inner, const Numbers& outer);
bool apart(const Numbers& a, const Numbers& b);
bool holds(const Numbers& numbers, values::Decimal number);

}  // namespace tdkt::lints
