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

// The loops are short, so that the processor has many of these far-off reads under way at once.
template <class Stored>
bool KeyReader::read_stored(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends) {
  const auto* values = static_cast<const Stored*>(reader.values_);
  const auto missing = [&](std::size_t row) { return reader.present_ && !(reader.present_[row / 64] >> (row % 64) & 1); };
  bool fits = true;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto row = reader.single_ ? 0 : rows[i];
    const auto value = static_cast<std::int64_t>(values[row]);
    if constexpr (sizeof(Stored) == 8) fits = fits && value < greatest && value > -greatest;
    ends[i] = missing(row) ? KeyEnds{-boundless, boundless} : KeyEnds{value, value};
  }
  return fits;
}

bool KeyReader::read_codes(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends) {
  const auto* codes = static_cast<const std::uint8_t*>(reader.values_);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto code = codes[reader.single_ ? 0 : rows[i]];
    if (code == columns::missing_code) code = reader.missing_;
    ends[i] = code >= graph::no_code ? KeyEnds{0, reader.last_code_} : KeyEnds{code, code};
  }
  return true;
}

// Computed numbers compare at nine digits after the point, everywhere.
bool KeyReader::read_worked_out(const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends) {
  const auto end = [](values::int128 value, std::int64_t& key) {
    constexpr auto unit = evaluate::power_of_ten(values::Decimal::digits - 9);
    const auto rounded = (value < 0 ? value - unit / 2 : value + unit / 2) / unit;
    key = static_cast<std::int64_t>(rounded);
    return rounded < greatest && rounded > -greatest;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto number = evaluate::number_at(*reader.numbers_, rows[i]);
    std::int64_t low = -boundless, high = boundless;
    if (!(number.no_low || end(number.low, low)) || !(number.no_high || end(number.high, high))) return false;
    ends[i] = {low, high};
  }
  return true;
}

bool KeyReader::read(std::span<const std::uint32_t> rows, KeyEnds* ends) const {
  if (!read_(*this, rows, ends)) return false;
  for (std::size_t i = 0; high_to_low_ && i < rows.size(); ++i) ends[i] = {-ends[i].worst, -ends[i].best};
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
    reader.last_code_ = part.last_code();
    reader.read_ = read_codes;
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
  if (!all_present(*numbers)) reader.present_ = numbers->present->words.data();
  std::visit(
      [&](const auto& values) {
        using Stored = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (sizeof(Stored) <= 8) reader.values_ = values.data(), reader.read_ = read_stored<Stored>;
      },
      numbers->stored->values);
  return reader;
}

}  // namespace tdkt::verdicts
