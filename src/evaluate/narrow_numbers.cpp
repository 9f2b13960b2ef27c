// SPDX-License-Identifier: Apache-2.0
#include "evaluate/narrow_numbers.hpp"

#include <algorithm>
#include <bit>

namespace tdkt::evaluate {

namespace {

int128 unit_of(int places) { return power_of_ten(Decimal::digits - places); }

bool fits(int128 value) { return value == static_cast<std::int64_t>(value); }

}  // namespace

std::optional<NarrowBounds> narrowed(const Bounds& bounds, int places) {
  const auto unit = unit_of(places);
  NarrowBounds result{0, 0, bounds.no_low, bounds.no_high};
  const auto narrow = [&](int128 value, std::int64_t& to) {
    to = static_cast<std::int64_t>(value / unit);
    return value % unit == 0 && fits(value / unit);
  };
  if (!bounds.no_low && !narrow(bounds.low, result.low)) return std::nullopt;
  if (!bounds.no_high && !narrow(bounds.high, result.high)) return std::nullopt;
  return result;
}

Bounds widened(const NarrowBounds& bounds, int places) {
  const auto unit = unit_of(places);
  return {bounds.low * unit, bounds.high * unit, bounds.no_low, bounds.no_high};
}

namespace {

std::optional<int> narrow_places(const Bounds& bounds) {
  for (int places = 0; places <= Decimal::digits; ++places)
    if (narrowed(bounds, places)) return places;
  return std::nullopt;
}

}  // namespace

std::optional<int> narrow_places(const NumberColumn& column) {
  if (column.rows == 1) return narrow_places(number_at(column, 0));
  if (column.narrow) return column.narrow->places;
  if (!column.stored || std::holds_alternative<columns::Array<int128>>(column.stored->values)) return std::nullopt;
  const auto missing = narrow_places(bounds_of(column.missing));
  return missing ? std::optional(std::max<int>(column.stored->places, *missing)) : std::nullopt;
}

NarrowReader::NarrowReader(const NumberColumn& column, int places) : column_(column) {
  if (column.rows == 1) {
    same_ = narrowed(number_at(column, 0), places);
    return;
  }
  if (column.stored) same_ = narrowed(bounds_of(column.missing), places);
  const int own = column.stored ? column.stored->places : column.narrow->places;
  factor_ = static_cast<std::int64_t>(power_of_ten(places - own));
}

template <class Stored>
bool NarrowReader::read_stored(const Stored* values, std::size_t word, NarrowBlock& block) const {
  const auto* here = values + word * 64;
  bool too_great = false;
  if (factor_ == 1)
    for (std::size_t i = 0; i < block.size; ++i) block.low[i] = static_cast<std::int64_t>(here[i]);
  else
    for (std::size_t i = 0; i < block.size; ++i)
      too_great |= __builtin_mul_overflow(static_cast<std::int64_t>(here[i]), factor_, &block.low[i]);
  std::copy_n(block.low.begin(), block.size, block.high.begin());
  auto missing = ~column_.present->words[word] & rows_in_word(word * 64 + block.size, word);
  if (missing != 0 && !same_) return false;
  for (; missing != 0; missing &= missing - 1) block.set(static_cast<std::size_t>(std::countr_zero(missing)), *same_);
  return !too_great;
}

bool NarrowReader::read(std::size_t word, std::size_t rows, NarrowBlock& block) const {
  block.size = std::min<std::size_t>(64, rows - word * 64);
  block.no_low = block.no_high = 0;
  block.points = true;
  if (column_.rows == 1) {
    for (std::size_t i = 0; same_ && i < block.size; ++i) block.set(i, *same_);
    return same_.has_value();
  }
  if (column_.stored)
    return std::visit(
        [&](const auto& values) {
          using Stored = typename std::decay_t<decltype(values)>::value_type;
          if constexpr (std::is_same_v<Stored, int128>) return false;
          else return read_stored(values.data(), word, block);
        },
        column_.stored->values);
  const auto& [places, low, high] = *column_.narrow;
  bool too_great = false;
  const auto load = [&](const Vector<std::int64_t>& from, std::array<std::int64_t, 64>& to) {
    for (std::size_t i = 0; i < block.size; ++i) too_great |= __builtin_mul_overflow(from[word * 64 + i], factor_, &to[i]);
  };
  load(low, block.low);
  if (high.empty()) std::copy_n(block.low.begin(), block.size, block.high.begin());
  else load(high, block.high);
  if (!column_.no_low.words.empty()) block.no_low = column_.no_low.words[word];
  if (!column_.no_high.words.empty()) block.no_high = column_.no_high.words[word];
  block.points = block.all_known();
  return !too_great;
}

NumberColumn narrow_to_fill(std::size_t rows, int places) {
  NumberColumn column;
  column.rows = rows;
  auto& narrow = column.narrow.emplace();
  narrow.places = places;
  narrow.low.resize(rows), narrow.high.resize(rows);
  column.no_low = Bits(rows), column.no_high = Bits(rows);
  return column;
}

}  // namespace tdkt::evaluate
