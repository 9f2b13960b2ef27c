// SPDX-License-Identifier: Apache-2.0
// How many whole units a number comes to, in integers of any width.
#pragma once

#include "values/decimal.hpp"

namespace tdkt::values {

// Requires: unit > 0.
template <class Int>
constexpr Int rounded_quotient(Int value, Int unit, Rounding rounding) {
  const Int whole = value / unit, rest = value - whole * unit;
  switch (rounding) {
    case Rounding::up: return whole + (rest > 0);
    case Rounding::down: return whole - (rest < 0);
    case Rounding::half_away: break;
  }
  const Int away = rest < 0 ? -rest : rest;
  if (away < unit - away) return whole;
  return rest < 0 ? whole - 1 : whole + 1;
}

}  // namespace tdkt::values
