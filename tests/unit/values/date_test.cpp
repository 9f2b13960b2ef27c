// SPDX-License-Identifier: Apache-2.0
#include "values/date.hpp"

#include <gtest/gtest.h>

namespace tdkt::values {
namespace {

TEST(Date, CountsEveryDay) {
  Date date = *Date::of(1899, 12, 31);
  for (int year = 1900; year <= 2101; ++year)
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; Date::of(year, month, day); ++day) {
        date = plus_days(date, 1);
        ASSERT_EQ(Date::of(year, month, day), date);
        ASSERT_EQ(date.year(), year);
        ASSERT_EQ(date.month(), month);
        ASSERT_EQ(date.day(), day);
        ASSERT_EQ(Date::parse_iso(date.iso()), date);
        ASSERT_EQ(Date::parse_vietnamese(date.vietnamese()), date);
      }
  EXPECT_EQ(date.iso(), "2101-12-31");
}

TEST(Date, IsReadInItsOwnFormOnly) {
  EXPECT_EQ(Date::parse_vietnamese("1/9/2021")->iso(), "2021-09-01");
  EXPECT_EQ(Date::parse_vietnamese("31.1.2024")->iso(), "2024-01-31");
  for (const char* text : {"2024-1-31", "2023-02-29", "2024-13-01", "24-01-01", "", "2024/01/31", "2024-01-310"})
    EXPECT_FALSE(Date::parse_iso(text)) << text;
  for (const char* text : {"31/02/2024", "1/13/2024", "1/1.2024", "1/1/24", "/1/2024", "1/1/2024 ", "29/2/1900"})
    EXPECT_FALSE(Date::parse_vietnamese(text)) << text;
}

TEST(Date, MovesByYears) {
  EXPECT_EQ(plus_years(*Date::of(2024, 2, 29), 1).iso(), "2025-02-28");
  EXPECT_EQ(plus_years(*Date::of(2024, 2, 29), -4).iso(), "2020-02-29");
  EXPECT_EQ(plus_years(*Date::of(2024, 1, 31), 10).iso(), "2034-01-31");
}

TEST(Period, IndicesGrowByOneAndLeaveNoDayOut) {
  for (const auto cadence : {Cadence::yearly, Cadence::half_yearly, Cadence::quarterly, Cadence::monthly, Cadence::weekly}) {
    auto index = index_containing(cadence, *Date::of(1968, 2, 11));
    for (auto day = *Date::of(1968, 2, 11); day < *Date::of(2025, 3, 1); day = plus_days(day, 1)) {
      const auto now = index_containing(cadence, day);
      ASSERT_TRUE(now == index || now == index + 1);
      index = now;
      const auto period = period_of(cadence, index);
      ASSERT_LE(period.first, day);
      ASSERT_GE(period.last, day);
      ASSERT_EQ(period_of(cadence, index + 1).first, plus_days(period.last, 1));
    }
  }
  EXPECT_EQ(index_containing(Cadence::half_yearly, *Date::of(2021, 7, 1)), 2 * 2021 + 1);
  EXPECT_EQ(index_containing(Cadence::quarterly, *Date::of(2021, 3, 31)), 4 * 2021);
  EXPECT_EQ(index_containing(Cadence::monthly, *Date::of(2021, 12, 31)), 12 * 2021 + 11);
  EXPECT_EQ(period_of(Cadence::weekly, 0).first.iso(), "1970-01-05");
  EXPECT_EQ(period_of(Cadence::weekly, index_containing(Cadence::weekly, *Date::of(2021, 1, 1))).first.iso(),
            "2020-12-28");  // ISO week 53 of 2020
}

}  // namespace
}  // namespace tdkt::values
