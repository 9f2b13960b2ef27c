// SPDX-License-Identifier: Apache-2.0
// Kleene's three truths, in an order that makes `and` the lesser and `or` the greater.
// Source: S. C. Kleene, Introduction to Metamathematics (1952), §64.
#pragma once

#include <algorithm>
#include <cstdint>

namespace tdkt::values {

enum class Truth : std::uint8_t { no, unknown, yes };

constexpr Truth both(Truth a, Truth b) { return std::min(a, b); }
constexpr Truth either(Truth a, Truth b) { return std::max(a, b); }
constexpr Truth opposite(Truth a) {
  return a == Truth::unknown ? a : a == Truth::yes ? Truth::no : Truth::yes;
}
constexpr Truth truth_of(bool holds) { return holds ? Truth::yes : Truth::no; }

}  // namespace tdkt::values
