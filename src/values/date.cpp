// SPDX-License-Identifier: Apache-2.0
// Days to calendar dates and back by eras of 400 years.
// Source: H. Hinnant, chrono-Compatible Low-Level Date Algorithms (2013).
#include "values/date.hpp"

#include <algorithm>
#include <array>

namespace tdkt::values {

namespace {

constexpr int floor_div(int a, int b) { return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0); }

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
constexpr int days_in(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

constexpr std::int32_t day_number(int year, int month, int day) {
  if (month <= 2) --year;
  const int era = floor_div(year, 400), year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}
static_assert(day_number(1970, 1, 1) == 0 && day_number(2000, 3, 1) == 11017);

struct Calendar {
  int year, month, day;
};

constexpr Calendar calendar(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = floor_div(shifted, 146097), day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int turned = (5 * day_of_year + 2) / 153;
  const int month = turned < 10 ? turned + 3 : turned - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * turned + 2) / 5 + 1};
}

std::optional<int> digits_of(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t size) {
  auto text = std::to_string(value);
  return text.size() < size ? std::string(size - text.size(), '0') + text : text;
}

// Months in a period of the cadence, for those made of months.
constexpr int months_in(Cadence cadence) {
  switch (cadence) {
    case Cadence::half_yearly: return 6;
    case Cadence::quarterly: return 3;
    case Cadence::monthly: return 1;
    default: return 12;
  }
}

constexpr std::int32_t first_monday = 4;  // 1970-01-05

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month))
    return std::nullopt;
  return Date{day_number(year, month, day)};
}

std::optional<Date> Date::parse_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits_of(text.substr(0, 4), 4, 4), month = digits_of(text.substr(5, 2), 2, 2),
             day = digits_of(text.substr(8), 2, 2);
  return year && month && day ? of(*year, *month, *day) : std::nullopt;
}

std::optional<Date> Date::parse_vietnamese(std::string_view text) {
  const auto first = text.find_first_of("/.-");
  if (first == std::string_view::npos) return std::nullopt;
  const auto second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto day = digits_of(text.substr(0, first), 1, 2),
             month = digits_of(text.substr(first + 1, second - first - 1), 1, 2),
             year = digits_of(text.substr(second + 1), 4, 4);
  return year && month && day ? of(*year, *month, *day) : std::nullopt;
}

int Date::year() const { return calendar(days).year; }
int Date::month() const { return calendar(days).month; }
int Date::day() const { return calendar(days).day; }

std::string Date::iso() const {
  const auto [year, month, day] = calendar(days);
  return padded(year, 4) + '-' + padded(month, 2) + '-' + padded(day, 2);
}

std::string Date::vietnamese() const {
  const auto [year, month, day] = calendar(days);
  return padded(day, 2) + '/' + padded(month, 2) + '/' + padded(year, 4);
}

Date first_day(int year) { return {day_number(year, 1, 1)}; }
Date last_day(int year) { return {day_number(year, 12, 31)}; }
Date plus_days(Date date, int days) { return {date.days + days}; }

Date plus_years(Date date, int years) {
  const auto [year, month, day] = calendar(date.days);
  return {day_number(year + years, month, std::min(day, days_in(year + years, month)))};
}

Period year_period(int year) { return {first_day(year), last_day(year)}; }

Period period_of(Cadence cadence, std::int32_t index) {
  switch (cadence) {
    case Cadence::yearly:
    case Cadence::half_yearly:
    case Cadence::quarterly:
    case Cadence::monthly: {
      const int months = months_in(cadence), a_year = 12 / months;
      const int year = floor_div(index, a_year), month = (index - year * a_year) * months + 1;
      const int last = month + months - 1;
      return {{day_number(year, month, 1)}, {day_number(year, last, days_in(year, last))}};
    }
    case Cadence::weekly:
      return {{first_monday + 7 * index}, {first_monday + 7 * index + 6}};
    case Cadence::once:
    case Cadence::dated:
    case Cadence::declared: break;
  }
  return {first_day(1), last_day(9999)};
}

std::int32_t index_containing(Cadence cadence, Date date) {
  switch (cadence) {
    case Cadence::yearly:
    case Cadence::half_yearly:
    case Cadence::quarterly:
    case Cadence::monthly: {
      const auto [year, month, day] = calendar(date.days);
      const int months = months_in(cadence);
      return year * (12 / months) + (month - 1) / months;
    }
    case Cadence::weekly: return floor_div(date.days - first_monday, 7);
    case Cadence::once:
    case Cadence::dated:
    case Cadence::declared: break;
  }
  return 0;
}

}  // namespace tdkt::values
