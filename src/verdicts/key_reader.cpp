// SPDX-License-Identifier: Apache-2.0
#include "verdicts/key_reader.hpp"

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

using evaluate::CodeColumn;
using evaluate::NumberColumn;

namespace {

// Turned round, every key must still fit.
constexpr std::int64_t greatest = std::int64_t{1} << 62;

}  // namespace

template <class Stored>
bool KeyReader::read_stored(const KeyReader& reader, std::size_t row, std::int64_t& key) {
  if (!(reader.present_[row / 64] >> (row % 64) & 1)) return false;
  key = static_cast<const Stored*>(reader.values_)[row];
  return sizeof(Stored) < 8 || (key < greatest && key > -greatest);
}

bool KeyReader::read_code(const KeyReader& reader, std::size_t row, std::int64_t& key) {
  auto code = static_cast<const std::uint8_t*>(reader.values_)[row];
  if (code == columns::missing_code) code = reader.missing_;
  key = code;
  return code < graph::no_code;
}

// Computed numbers compare at nine digits after the point, everywhere.
bool KeyReader::read_worked_out(const KeyReader& reader, std::size_t row, std::int64_t& key) {
  const auto number = evaluate::number_at(*reader.numbers_, row);
  if (!number.known()) return false;
  constexpr auto unit = evaluate::power_of_ten(values::Decimal::digits - 9);
  const auto rounded = (number.low < 0 ? number.low - unit / 2 : number.low + unit / 2) / unit;
  if (rounded >= greatest || rounded <= -greatest) return false;
  key = static_cast<std::int64_t>(rounded);
  return true;
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
    reader.read_ = read_code;
    return reader;
  }
  const auto* numbers = std::get_if<NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  reader.single_ = numbers->rows == 1;
  reader.numbers_ = numbers;
  reader.read_ = read_worked_out;
  // Where a missing number stands for another it is not read as it lies.
  const bool as_it_lies = numbers->stored && numbers->stored->places <= 9 && !numbers->missing.known();
  if (!as_it_lies) return reader;
  reader.present_ = numbers->present->words.data();
  std::visit(
      [&](const auto& values) {
        using Stored = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (sizeof(Stored) <= 8) reader.values_ = values.data(), reader.read_ = read_stored<Stored>;
      },
      numbers->stored->values);
  return reader;
}

}  // namespace tdkt::verdicts
