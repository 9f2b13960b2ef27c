// SPDX-License-Identifier: Apache-2.0
#include "verdicts/key_reader.hpp"

#include <algorithm>

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

using evaluate::CodeColumn;
using evaluate::NumberColumn;

namespace {

// Turned round, every key must still fit; further out lies what has no bound.
constexpr std::int64_t greatest = std::int64_t{1} << 61;
constexpr std::int64_t boundless = std::int64_t{1} << 62;

bool all_present(const NumberColumn& numbers) {
  const auto& words = numbers.present->words;
  const auto first_gap = std::find_if(words.begin(), words.end(), [](columns::Word word) { return word != ~columns::Word{0}; });
  const auto word = static_cast<std::size_t>(first_gap - words.begin());
  return first_gap == words.end() || (word + 1 == words.size() && *first_gap == evaluate::rows_in_word(numbers.present->rows, word));
}

}  // namespace

// Each form says of a row between which numbers its key lies, and whether they are small enough.
template <class Stored>
struct KeyReader::AsItLies {
  const KeyReader& reader;
  const Stored* values = static_cast<const Stored*>(reader.values_);

  KeyEnds operator()(std::size_t row, bool& fits) const {
    const auto value = static_cast<std::int64_t>(values[row]);
    if constexpr (sizeof(Stored) == 8) fits = fits && value < greatest && value > -greatest;
    const bool missing = reader.present_ && !(reader.present_[row / 64] >> (row % 64) & 1);
    return missing ? KeyEnds{-boundless, boundless} : KeyEnds{value, value};
  }
};

struct KeyReader::Codes {
  const KeyReader& reader;
  const std::uint8_t* codes = static_cast<const std::uint8_t*>(reader.values_);

  KeyEnds operator()(std::size_t row, bool&) const {
    auto code = codes[row];
    if (code == columns::missing_code) code = reader.missing_;
    return code >= graph::no_code ? KeyEnds{0, reader.last_code_} : KeyEnds{code, code};
  }
};

// Of at most nine digits after the point: its own units order it.
struct KeyReader::Narrow {
  const KeyReader& reader;
  const std::int64_t* low = reader.numbers_->narrow->low.data();
  const std::int64_t* high = reader.numbers_->narrow->high.empty() ? low : reader.numbers_->narrow->high.data();
  const columns::Word* no_low = reader.numbers_->no_low.words.empty() ? nullptr : reader.numbers_->no_low.words.data();
  const columns::Word* no_high = reader.numbers_->no_high.words.empty() ? nullptr : reader.numbers_->no_high.words.data();

  KeyEnds operator()(std::size_t row, bool& fits) const {
    const auto is_set = [&](const columns::Word* bits) { return bits && (bits[row / 64] >> (row % 64) & 1); };
    const KeyEnds ends{is_set(no_low) ? -boundless : low[row], is_set(no_high) ? boundless : high[row]};
    fits = fits && (is_set(no_low) || ends.best > -greatest) && (is_set(no_high) || ends.worst < greatest);
    return ends;
  }
};

// Computed numbers compare at nine digits after the point, everywhere.
struct KeyReader::WorkedOut {
  const KeyReader& reader;

  KeyEnds operator()(std::size_t row, bool& fits) const {
    const auto number = evaluate::number_at(*reader.numbers_, row);
    KeyEnds ends{-boundless, boundless};
    if (!number.no_low) ends.best = at_nine(number.low, fits);
    if (!number.no_high) ends.worst = number.known() ? ends.best : at_nine(number.high, fits);
    return ends;
  }

  static std::int64_t at_nine(values::int128 value, bool& fits) {
    constexpr std::int64_t unit = evaluate::power_of_ten(values::Decimal::digits - 9);
    const auto rounded = [](auto number) { return (number < 0 ? number - unit / 2 : number + unit / 2) / unit; };
    if (value < boundless && value > -boundless) return rounded(static_cast<std::int64_t>(value));  // a short division
    const auto far = rounded(value);
    fits = fits && far < greatest && far > -greatest;
    return static_cast<std::int64_t>(far);
  }
};

// The loops are short, so that the processor has many of these far-off reads under way at once.
template <class Form>
void KeyReader::read_as() {
  read_ends_ = [](const KeyReader& reader, std::span<const std::uint32_t> rows, KeyEnds* ends) {
    const Form form{reader};
    bool fits = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto [low, high] = form(reader.single_ ? 0 : rows[i], fits);
      ends[i] = reader.high_to_low_ ? KeyEnds{-high, -low} : KeyEnds{low, high};
    }
    return fits;
  };
  read_keys_ = [](const KeyReader& reader, std::span<const std::uint32_t> rows, std::int64_t* keys) {
    const Form form{reader};
    const std::int64_t sign = reader.high_to_low_ ? -1 : 1;
    bool fits = true;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto [low, high] = form(reader.single_ ? 0 : rows[i], fits);
      keys[i] = low == high ? sign * low : unknown_key;
    }
    return fits;
  };
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
    reader.read_as<Codes>();
    return reader;
  }
  const auto* numbers = std::get_if<NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  reader.single_ = numbers->rows == 1;
  reader.numbers_ = numbers;
  if (numbers->narrow && numbers->narrow->places <= 9) reader.read_as<Narrow>();
  else reader.read_as<WorkedOut>();
  // Where something is known of a missing number it is not read as it lies.
  const bool boundless_gaps = !numbers->missing.low && !numbers->missing.high;
  const bool as_it_lies = numbers->stored && numbers->stored->places <= 9 && (boundless_gaps || all_present(*numbers));
  if (!as_it_lies) return reader;
  if (!all_present(*numbers)) reader.present_ = numbers->present->words.data();
  std::visit(
      [&](const auto& values) {
        using Stored = typename std::decay_t<decltype(values)>::value_type;
        if constexpr (sizeof(Stored) <= 8) reader.values_ = values.data(), reader.read_as<AsItLies<Stored>>();
      },
      numbers->stored->values);
  return reader;
}

}  // namespace tdkt::verdicts
