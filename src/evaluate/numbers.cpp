// SPDX-License-Identifier: Apache-2.0
#include "evaluate/numbers.hpp"

#include <algorithm>
#include <bit>

namespace tdkt::evaluate {

Bounds number_at(const NumberColumn& column, std::size_t row) {
  return with_numbers(column, [&](const auto& numbers) { return numbers[row]; });
}

namespace {

template <class Stored>
void load_stored(const NumberColumn& column, const Stored* values, std::size_t word, NumberBlock& block) {
  const auto unit = power_of_ten(Decimal::digits - column.stored->places);
  const auto* here = values + word * 64;
  for (std::size_t i = 0; i < block.size; ++i) block.low[i] = static_cast<int128>(here[i]) * unit;
  std::copy_n(block.low.begin(), block.size, block.high.begin());
  const auto missing = ~column.present->words[word] & rows_in_word(word * 64 + block.size, word);
  if (missing == 0) return;
  const auto bounds = bounds_of(column.missing);
  for (auto rest = missing; rest != 0; rest &= rest - 1) block.set(static_cast<std::size_t>(std::countr_zero(rest)), bounds);
}

template <class T>
void load_bounds(const Vector<T>& lows, const Vector<T>& highs, int128 unit, std::size_t word, NumberBlock& block) {
  for (std::size_t i = 0; i < block.size; ++i) block.low[i] = lows[word * 64 + i] * unit;
  if (highs.empty()) {
    std::copy_n(block.low.begin(), block.size, block.high.begin());
    return;
  }
  for (std::size_t i = 0; i < block.size; ++i) block.high[i] = highs[word * 64 + i] * unit;
  block.points = std::equal(block.low.begin(), block.low.begin() + static_cast<std::ptrdiff_t>(block.size), block.high.begin());
}

}  // namespace

void load(const NumberColumn& column, std::size_t word, std::size_t rows, NumberBlock& block) {
  block.size = std::min<std::size_t>(64, rows - word * 64);
  block.no_low = block.no_high = 0;
  block.points = true;
  if (column.rows == 1) {
    const auto number = number_at(column, 0);
    std::fill_n(block.low.begin(), block.size, number.low);
    std::fill_n(block.high.begin(), block.size, number.high);
    const auto all = rows_in_word(rows, word);
    block.no_low = number.no_low ? all : 0, block.no_high = number.no_high ? all : 0;
    block.points = number.known();
    return;
  }
  if (column.stored)
    return std::visit([&](const auto& values) { load_stored(column, values.data(), word, block); }, column.stored->values);
  if (column.narrow) load_bounds(column.narrow->low, column.narrow->high, power_of_ten(Decimal::digits - column.narrow->places), word, block);
  else load_bounds(column.low, column.high, 1, word, block);
  if (!column.no_low.words.empty()) block.no_low = column.no_low.words[word];
  if (!column.no_high.words.empty()) block.no_high = column.no_high.words[word];
  block.points = block.points && block.no_low == 0 && block.no_high == 0;
}

NumberColumn numbers_to_fill(std::size_t rows) {
  NumberColumn column;
  column.rows = rows;
  column.low.resize(rows), column.high.resize(rows);
  column.no_low = Bits(rows), column.no_high = Bits(rows);
  return column;
}

void store(NumberColumn& column, std::size_t row, const Bounds& bounds) {
  column.low[row] = bounds.low, column.high[row] = bounds.high;
  if (bounds.no_low) column.no_low.set(row);
  if (bounds.no_high) column.no_high.set(row);
}

void settle(NumberColumn& column) {
  const auto none = [](const Bits& bits) {
    return std::all_of(bits.words.begin(), bits.words.end(), [](Word word) { return word == 0; });
  };
  const bool bounded = none(column.no_low) && none(column.no_high);
  if (bounded) column.no_low = {}, column.no_high = {};
  if (!bounded) return;
  if (!column.narrow && column.low == column.high) column.high = {};
  if (column.narrow && column.narrow->low == column.narrow->high) column.narrow->high = {};
}

NumberColumn constant(const Interval& number) {
  auto column = numbers_to_fill(1);
  store(column, std::size_t{0}, bounds_of(number));
  settle(column);
  return column;
}

}  // namespace tdkt::evaluate
