// SPDX-License-Identifier: Apache-2.0
// Reading and writing columns of numbers: one at a time where kernels look them up, 64 at a time
// where they sweep. Every form a column can have becomes a loop of its own.
#pragma once

#include <algorithm>

#include "evaluate/column.hpp"

namespace tdkt::evaluate {

// A number's bounds, as a kernel holds them.
template <class T>
struct BoundsOf {
  T low = 0, high = 0;
  bool no_low = false, no_high = false;

  static BoundsOf anything() { return {0, 0, true, true}; }
  bool known() const { return !no_low && !no_high && low == high; }
};
using Bounds = BoundsOf<int128>;  // in units of 10^-12

inline Bounds bounds_of(const Interval& interval) {
  return {interval.low ? interval.low->scaled() : 0, interval.high ? interval.high->scaled() : 0, !interval.low,
          !interval.high};
}
inline Interval interval_of(const Bounds& bounds) {
  Interval interval;
  if (!bounds.no_low) interval.low = Decimal::from_scaled(bounds.low);
  if (!bounds.no_high) interval.high = Decimal::from_scaled(bounds.high);
  return interval;
}

constexpr int128 power_of_ten(int exponent) {
  int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}
inline constexpr int128 number_limit = power_of_ten(38);
inline bool in_range(int128 scaled) { return scaled < number_limit && scaled > -number_limit; }

template <class Stored>
struct StoredNumbers {
  const Stored* values;
  const Word* present;
  int128 unit;
  Bounds missing;
  bool single;

  Bounds operator[](std::size_t row) const {
    const auto at = single ? 0 : row;
    if (!(present[at / 64] >> (at % 64) & 1)) return missing;
    const auto value = static_cast<int128>(values[at]) * unit;
    return {value, value, false, false};
  }
};

template <class T>
struct WorkedOutNumbers {
  const T* low;
  const T* high;
  int128 unit;
  const Word* no_low;   // nullptr: all have one
  const Word* no_high;
  bool single;

  Bounds operator[](std::size_t row) const {
    const auto at = single ? 0 : row;
    return {low[at] * unit, high[at] * unit, no_low && (no_low[at / 64] >> (at % 64) & 1),
            no_high && (no_high[at / 64] >> (at % 64) & 1)};
  }
};

// Calls read(numbers) with the column's form.
template <class Read>
decltype(auto) with_numbers(const NumberColumn& column, Read read) {
  const bool single = column.rows == 1;
  if (column.stored)
    return std::visit(
        [&](const auto& values) {
          using Stored = typename std::decay_t<decltype(values)>::value_type;
          return read(StoredNumbers<Stored>{values.data(), column.present->words.data(),
                                            power_of_ten(Decimal::digits - column.stored->places),
                                            bounds_of(column.missing), single});
        },
        column.stored->values);
  const auto* no_low = column.no_low.words.empty() ? nullptr : column.no_low.words.data();
  const auto* no_high = column.no_high.words.empty() ? nullptr : column.no_high.words.data();
  const auto worked_out = [&](const auto& low, const auto& high, int128 unit) {
    using T = typename std::decay_t<decltype(low)>::value_type;
    return read(WorkedOutNumbers<T>{low.data(), high.empty() ? low.data() : high.data(), unit, no_low, no_high, single});
  };
  if (column.narrow) return worked_out(column.narrow->low, column.narrow->high, power_of_ten(Decimal::digits - column.narrow->places));
  return worked_out(column.low, column.high, 1);
}

Bounds number_at(const NumberColumn& column, std::size_t row);

// 64 rows, or as many as there are.
template <class T>
struct BlockOf {
  std::array<T, 64> low, high;
  Word no_low = 0, no_high = 0;
  std::size_t size = 0;
  bool points = true;            // every number is known

  BoundsOf<T> operator[](std::size_t i) const {
    return {low[i], high[i], (no_low >> i & 1) != 0, (no_high >> i & 1) != 0};
  }
  void set(std::size_t i, const BoundsOf<T>& bounds) {
    low[i] = bounds.low, high[i] = bounds.high;
    no_low = (no_low & ~(Word{1} << i)) | Word{bounds.no_low} << i;
    no_high = (no_high & ~(Word{1} << i)) | Word{bounds.no_high} << i;
    points = points && bounds.known();
  }
  bool all_known() const {
    return (no_low | no_high) == 0 && std::equal(low.begin(), low.begin() + static_cast<std::ptrdiff_t>(size), high.begin());
  }
};
using NumberBlock = BlockOf<int128>;

// Rows 64 * word … of a column for `rows` rows.
void load(const NumberColumn& column, std::size_t word, std::size_t rows, NumberBlock& block);

// A column to be worked out; `store` writes each of its blocks once. Blocks may be written by
// several threads.
NumberColumn numbers_to_fill(std::size_t rows);
template <class T>
void store(NumberColumn& column, std::size_t word, const BlockOf<T>& block) {
  const auto put = [&](auto& low, auto& high) {
    const auto at = static_cast<std::ptrdiff_t>(word * 64);
    std::copy_n(block.low.begin(), block.size, low.begin() + at);
    std::copy_n(block.high.begin(), block.size, high.begin() + at);
  };
  if constexpr (std::is_same_v<T, int128>) put(column.low, column.high);
  else put(column.narrow->low, column.narrow->high);
  column.no_low.words[word] = block.no_low;
  column.no_high.words[word] = block.no_high;
}
void store(NumberColumn& column, std::size_t row, const Bounds& bounds);

// Drops what the finished column does not need: a second bound that is never another, marks that
// are never set.
void settle(NumberColumn& column);

NumberColumn constant(const Interval& number);

// Compares at nine digits after the point: −1, 0 or 1.
inline int compared_at_nine(int128 a, int128 b) {
  constexpr int128 unit = power_of_ten(Decimal::digits - 9);
  int128 difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) return a > b ? 1 : -1;
  if (difference >= unit) return 1;
  if (difference <= -unit) return -1;
  const auto rounded = [](int128 value) { return (value < 0 ? value - unit / 2 : value + unit / 2) / unit; };
  const auto left = rounded(a), right = rounded(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace tdkt::evaluate
