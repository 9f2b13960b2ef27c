// SPDX-License-Identifier: Apache-2.0
#include "verdicts/key_reader.hpp"

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

using evaluate::CodeColumn;
using evaluate::NumberColumn;

namespace {

// Turned round, every key must still fit; further out lies what has no bound.
constexpr std::int64_t greatest = std::int64_t{1} << 61;
constexpr std::int64_t boundless = std::int64_t{1} << 62;

bool all_present(const NumberColumn& numbers) { return numbers.present->count() == numbers.present->rows; }

}  // namespace

template <class Stored>
bool KeyReader::read_stored(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high) {
  if (!(reader.present_[row / 64] >> (row % 64) & 1)) {
    low = -boundless, high = boundless;
    return true;
  }
  low = high = static_cast<const Stored*>(reader.values_)[row];
  return sizeof(Stored) < 8 || (low < greatest && low > -greatest);
}

bool KeyReader::read_code(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high) {
  auto code = static_cast<const std::uint8_t*>(reader.values_)[row];
  if (code == columns::missing_code) code = reader.missing_;
  low = high = code;
  if (code >= graph::no_code) low = 0, high = reader.last_code_;
  return true;
}

// Computed numbers compare at nine digits after the point, everywhere.
bool KeyReader::read_worked_out(const KeyReader& reader, std::size_t row, std::int64_t& low, std::int64_t& high) {
  const auto number = evaluate::number_at(*reader.numbers_, row);
  const auto end = [](values::int128 value, std::int64_t& key) {
    constexpr auto unit = evaluate::power_of_ten(values::Decimal::digits - 9);
    const auto rounded = (value < 0 ? value - unit / 2 : value + unit / 2) / unit;
    key = static_cast<std::int64_t>(rounded);
    return rounded < greatest && rounded > -greatest;
  };
  low = -boundless, high = boundless;
  return (number.no_low || end(number.low, low)) && (number.no_high || end(number.high, high));
}

std::optional<KeyReader> KeyReader::of(const evaluate::CandidatePart& part, KeyOrder order) {
  if (order.only_place) return std::nullopt;
  KeyReader reader;
  reader.part_ = &part;
  reader.high_to_low_ = order.high_to_low;
  if (const auto* codes = std::get_if<CodeColumn>(&part.column())) {
    reader.single_ = codes->rows == 1;
    reader.values_ = codes->codes;
    reader.missing_ = codes->missing;
    reader.last_code_ = part.last_code();
    reader.read_ = read_code;
    return reader;
  }
  const auto* numbers = std::get_if<NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  reader.single_ = numbers->rows == 1;
  reader.numbers_ = numbers;
  reader.read_ = read_worked_out;
  // Where something is known of a missing number it is not read as it lies.
  const bool boundless_gaps = !numbers->missing.low && !numbers->missing.high;
  const bool as_it_lies = numbers->stored && numbers->stored->places <= 9 && (boundless_gaps || all_present(*numbers));
  if (!as_it_lies) return reader;
  reader.present_ = numbers->present->words.data();
  std::visit(
      [&](const auto& values) {
        using Stored = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (sizeof(Stored) <= 8) reader.values_ = values.data(), reader.read_ = read_stored<Stored>, reader.size_ = sizeof(Stored);
      },
      numbers->stored->values);
  return reader;
}

}  // namespace tdkt::verdicts
