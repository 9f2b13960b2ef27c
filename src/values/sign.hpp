// SPDX-License-Identifier: Apache-2.0
// What a sign of comparison asks of an order, and the sign that is read from the right.
#pragma once

#include <compare>

#include "values/interval.hpp"

namespace tdkt::values {

constexpr bool holds(Sign sign, std::strong_ordering order) {
  switch (sign) {
    case Sign::equal: return order == 0;
    case Sign::unequal: return order != 0;
    case Sign::at_least: return order >= 0;
    case Sign::at_most: return order <= 0;
    case Sign::above: return order > 0;
    case Sign::below: return order < 0;
  }
  return false;
}

// `a < b` is `b > a`.
constexpr Sign turned(Sign sign) {
  switch (sign) {
    case Sign::at_least: return Sign::at_most;
    case Sign::at_most: return Sign::at_least;
    case Sign::above: return Sign::below;
    case Sign::below: return Sign::above;
    default: return sign;
  }
}

}  // namespace tdkt::values
