// SPDX-License-Identifier: Apache-2.0
#include "lints/numbers.hpp"

#include <algorithm>

namespace tdkt::lints {

using values::Decimal;
using values::Rounding;
using values::Sign;

namespace {

// Whether a piece that begins (ends) as `a` does reaches no further down (up) than one as `b`.
bool begins_within(const Piece& a, const Piece& b) {
  if (!b.low) return true;
  if (!a.low) return false;
  return *a.low > *b.low || (*a.low == *b.low && (a.low_open || !b.low_open));
}
bool ends_within(const Piece& a, const Piece& b) {
  if (!b.high) return true;
  if (!a.high) return false;
  return *a.high < *b.high || (*a.high == *b.high && (a.high_open || !b.high_open));
}
// Whether all of `a` lies below all of `b`.
bool lies_below(const Piece& a, const Piece& b) {
  return a.high && b.low && (*a.high < *b.low || (*a.high == *b.low && (a.high_open || b.low_open)));
}

}  // namespace

Numbers numbers(Sign sign, Decimal number) {
  const Piece below{std::nullopt, number, false, true}, above{number, std::nullopt, true, false};
  switch (sign) {
    case Sign::equal: return {{number, number}};
    case Sign::unequal: return {below, above};
    case Sign::at_least: return {{number, std::nullopt}};
    case Sign::at_most: return {{std::nullopt, number}};
    case Sign::above: return {above};
    case Sign::below: return {below};
  }
  return {};
}

Numbers numbers_between(Decimal low, Decimal high) {
  if (low > high) return {};
  return {{low, high}};
}

Numbers all_but(const Numbers& numbers) {
  Numbers rest;
  Piece gap;  // from the end of the last piece on
  for (const auto& piece : numbers) {
    if (piece.low) {
      gap.high = piece.low;
      gap.high_open = !piece.low_open;
      if (!gap.low || *gap.low < *gap.high || !(gap.low_open || gap.high_open)) rest.push_back(gap);
    }
    if (!piece.high) return rest;
    gap = {piece.high, std::nullopt, !piece.high_open, false};
  }
  rest.push_back(gap);
  return rest;
}

Numbers whole(const Numbers& numbers) {
  Numbers result;
  for (auto piece : numbers) {
    const auto end = [](std::optional<Decimal>& at, bool& open, Rounding inward, int step) {
      if (!at) return;
      if (at->is_whole()) {
        if (open) at = values::sum(*at, Decimal(step));
      } else {
        at = values::rounded(*at, 0, inward);
      }
      open = false;
    };
    end(piece.low, piece.low_open, Rounding::up, 1);
    end(piece.high, piece.high_open, Rounding::down, -1);
    if (!piece.low || !piece.high || *piece.low <= *piece.high) result.push_back(piece);
  }
  return result;
}

Numbers and_above(const Numbers& numbers) {
  if (numbers.empty()) return {};
  return {{numbers.front().low, std::nullopt, numbers.front().low_open, false}};
}

Numbers and_below(const Numbers& numbers) {
  if (numbers.empty()) return {};
  return {{std::nullopt, numbers.back().high, false, numbers.back().high_open}};
}

bool within(const Numbers& inner, const Numbers& outer) {
  return std::all_of(inner.begin(), inner.end(), [&](const Piece& a) {
    return std::any_of(outer.begin(), outer.end(), [&](const Piece& b) { return begins_within(a, b) && ends_within(a, b); });
  });
}

bool apart(const Numbers& a, const Numbers& b) {
  return std::all_of(a.begin(), a.end(), [&](const Piece& x) {
    return std::all_of(b.begin(), b.end(), [&](const Piece& y) { return lies_below(x, y) || lies_below(y, x); });
  });
}

bool holds(const Numbers& numbers, Decimal number) { return within({{number, number}}, numbers); }

}  // namespace tdkt::lints
