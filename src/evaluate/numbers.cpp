// SPDX-License-Identifier: Apache-2.0
#include "evaluate/numbers.hpp"

#include <algorithm>

namespace tdkt::evaluate {

Bounds number_at(const NumberColumn& column, std::size_t row) {
  return with_numbers(column, [&](const auto& numbers) { return numbers[row]; });
}

void load(const NumberColumn& column, std::size_t word, std::size_t rows, NumberBlock& block) {
  block.size = std::min<std::size_t>(64, rows - word * 64);
  block.no_low = block.no_high = 0;
  block.points = true;
  with_numbers(column, [&](const auto& numbers) {
    for (std::size_t i = 0; i < block.size; ++i) block.set(i, numbers[word * 64 + i]);
  });
}

NumberColumn numbers_to_fill(std::size_t rows) {
  NumberColumn column;
  column.rows = rows;
  column.low.resize(rows), column.high.resize(rows);
  column.no_low = Bits(rows), column.no_high = Bits(rows);
  return column;
}

void store(NumberColumn& column, std::size_t word, const NumberBlock& block) {
  std::copy_n(block.low.begin(), block.size, column.low.begin() + static_cast<std::ptrdiff_t>(word * 64));
  std::copy_n(block.high.begin(), block.size, column.high.begin() + static_cast<std::ptrdiff_t>(word * 64));
  column.no_low.words[word] = block.no_low;
  column.no_high.words[word] = block.no_high;
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
  if (bounded && column.low == column.high) column.high = {};
}

NumberColumn constant(const Interval& number) {
  auto column = numbers_to_fill(1);
  store(column, std::size_t{0}, bounds_of(number));
  settle(column);
  return column;
}

}  // namespace tdkt::evaluate
