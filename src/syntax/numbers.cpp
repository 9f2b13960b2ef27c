// SPDX-License-Identifier: Apache-2.0
#include "syntax/numbers.hpp"

#include <algorithm>
#include <vector>

namespace tdkt::syntax {

using grammar::Language;

namespace {

// A number cut at its points and commas.
struct Cut {
  std::vector<std::string> digits;
  std::string signs;
};

Cut cut(std::string_view text) {
  Cut result{{""}, {}};
  for (const char c : text) {
    if (c == '.' || c == ',') {
      result.signs += c;
      result.digits.emplace_back();
    } else if (c >= '0' && c <= '9') {
      result.digits.back() += c;
    }
  }
  return result;
}

bool is_grouped(const std::vector<std::string>& digits, std::size_t count) {
  for (std::size_t i = 1; i < count; ++i)
    if (digits[i].size() != 3) return false;
  return !digits[0].empty() && digits[0].size() <= 3 && digits[0] != "0";
}

std::string joined(const std::vector<std::string>& digits, std::size_t count) {
  std::string text = digits[0];
  for (std::size_t i = 1; i < count; ++i) text += " " + digits[i];
  return text;
}

}  // namespace

NumberRead number_in(std::string_view text, Language language) {
  const auto [digits, signs] = cut(text);
  const char point = language == Language::english ? '.' : ',';
  if (signs.empty()) return {values::Decimal::parse(digits[0]), {}};
  if (signs.size() == 1 && signs[0] == point)
    return {values::Decimal::parse(digits[0] + "." + digits[1]), {}};

  // 1.000.000, 1,000: digits grouped by another sign than a blank.
  const bool same = std::all_of(signs.begin(), signs.end(), [&](char c) { return c == signs[0]; });
  if (same && is_grouped(digits, digits.size())) {
    const auto instead = joined(digits, digits.size());
    return {number_in(instead, language).number, instead};
  }
  if (signs.size() == 1) {
    const auto instead = digits[0] + point + digits[1];
    return {number_in(instead, language).number, instead};
  }
  // 1.000,5
  const auto groups = digits.size() - 1;
  const bool last_differs = signs.find(signs.back()) == signs.size() - 1;
  if (last_differs && is_grouped(digits, groups)) {
    const auto instead = joined(digits, groups) + point + digits.back();
    return {number_in(instead, language).number, instead};
  }
  return {};
}

DateRead date_in(std::string_view text, Language language) {
  if (text.find('-') != std::string_view::npos) return {values::Date::parse_iso(text), {}};
  const auto date = values::Date::parse_vietnamese(text);
  if (!date || language == Language::vietnamese) return {date, {}};
  return {date, date->iso()};
}

std::string day_instead_of(std::string_view text, Language language) {
  int numbers[3] = {}, count = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') numbers[count] = numbers[count] * 10 + (c - '0');
    else if (++count > 2) return {};
  }
  const bool iso = text.find('-') != std::string_view::npos;
  const int year = iso ? numbers[0] : numbers[2], month = numbers[1];
  int day = iso ? numbers[2] : numbers[0];
  // `2024-2-1` is the first of February; only what is no day may have the two exchanged.
  auto date = values::Date::of(year, month, day);
  if (!date) date = values::Date::of(year, day, month);
  if (month <= 12)
    for (int most = 31; !date && day > 28 && most >= 28; --most) date = values::Date::of(year, month, most);
  if (!date) return {};
  return language == Language::english ? date->iso() : date->vietnamese();
}

std::optional<values::Decimal> hundredth(values::Decimal number) {
  return values::quotient(number, values::Decimal(100));
}

}  // namespace tdkt::syntax
