// SPDX-License-Identifier: Apache-2.0
// Calendar days (proleptic Gregorian) and the periods that cases are judged for.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tdkt::values {

struct Date {
  std::int32_t days = 0;  // since 1970-01-01
  friend auto operator<=>(Date, Date) = default;

  static std::optional<Date> of(int year, int month, int day);
  static std::optional<Date> parse_iso(std::string_view text);         // 2024-01-31
  static std::optional<Date> parse_vietnamese(std::string_view text);  // 31/01/2024, 31.1.2024
  int year() const;
  int month() const;
  int day() const;
  std::string iso() const;         // 2024-01-31
  std::string vietnamese() const;  // 31/01/2024
};

Date first_day(int year);
Date last_day(int year);
Date plus_days(Date date, int days);
Date plus_years(Date date, int years);  // 29 February becomes 28 February where there is none

enum class Cadence : std::uint8_t {
  once, yearly, half_yearly, quarterly, monthly, weekly, dated, declared
};

// A span of days, both included. Every period of a cadence has an index that grows by one from each
// to the next: a year's is its number, a half-year's 2·year + (0, 1), a quarter's 4·year + (0 … 3),
// a month's 12·year + (0 … 11), a week's the number of its Monday since 1970-01-05 (ISO 8601).
struct Period {
  Date first, last;
  friend auto operator<=>(Period, Period) = default;
  int year() const { return last.year(); }  // the year in which it ends
};

Period year_period(int year);
Period period_of(Cadence cadence, std::int32_t index);
std::int32_t index_containing(Cadence cadence, Date date);

}  // namespace tdkt::values
