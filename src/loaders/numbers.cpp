// SPDX-License-Identifier: Apache-2.0
#include "loaders/numbers.hpp"

#include <string>

namespace tdkt::loaders {
namespace {

constexpr NumberFormat with_point{DecimalMark::point}, with_comma{DecimalMark::comma};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The grouping blank at the start of the text: U+0020, U+00A0, U+2009 or U+202F.
std::size_t grouping_blank(std::string_view text) {
  if (text.starts_with(" ")) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  return text.starts_with("\xE2\x80\x89") || text.starts_with("\xE2\x80\xAF") ? 3 : 0;
}

std::size_t take_digits(std::string_view& text, std::string& plain) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  plain += text.substr(0, count);
  text.remove_prefix(count);
  return count;
}

// The separator before a group of three digits; 0 where none follows. One number has one kind.
std::size_t group_sign(std::string_view text, char other, std::string_view& kind) {
  const std::size_t size = text.starts_with(other) ? 1 : grouping_blank(text);
  if (size == 0 || (!kind.empty() && text.substr(0, size) != kind)) return 0;
  kind = text.substr(0, size);
  return size;
}

}  // namespace

std::optional<std::int64_t> plain_whole(std::string_view text) {
  constexpr std::size_t most_digits = 18;
  if (text.empty() || text.size() > most_digits) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    number = 10 * number + (c - '0');
  }
  return number;
}

std::optional<values::Decimal> number_in(std::string_view text, const NumberFormat& format) {
  if (const auto whole = plain_whole(text)) return values::Decimal(*whole);
  const char mark = format.mark == DecimalMark::point ? '.' : ',';
  const char other = !format.grouped ? '\0' : mark == '.' ? ',' : '.';
  std::string plain;
  for (const std::string_view minus : {"-", "\xE2\x88\x92"}) {
    if (!text.starts_with(minus)) continue;
    plain = "-";
    text.remove_prefix(minus.size());
    break;
  }
  std::size_t digits = take_digits(text, plain);
  if (digits == 0) return std::nullopt;
  std::string_view kind;
  while (const std::size_t size = group_sign(text, other, kind)) {
    if (digits > 3) return std::nullopt;
    text.remove_prefix(size);
    digits = take_digits(text, plain);
    if (digits != 3) return std::nullopt;
  }
  if (text.starts_with(mark)) {
    text.remove_prefix(1);
    plain += '.';
    if (take_digits(text, plain) == 0) return std::nullopt;
  }
  return text.empty() ? values::Decimal::parse(plain) : std::nullopt;
}

void FormatVotes::count(std::string_view text) {
  if (plain_whole(text)) return;
  const bool point = number_in(text, with_point).has_value(), comma = number_in(text, with_comma).has_value();
  point_only_ += point && !comma;
  comma_only_ += comma && !point;
}

NumberFormat FormatVotes::format() const {
  const auto mark = comma_only_ > point_only_ ? DecimalMark::comma : DecimalMark::point;
  return {mark, true, (point_only_ == 0) != (comma_only_ == 0)};
}

std::optional<TwoReadings> two_readings(std::string_view text) {
  if (plain_whole(text)) return std::nullopt;
  const auto point = number_in(text, with_point), comma = number_in(text, with_comma);
  if (!point || !comma || *point == *comma) return std::nullopt;
  return TwoReadings{*point, *comma};
}

}  // namespace tdkt::loaders
