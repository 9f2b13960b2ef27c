// SPDX-License-Identifier: Apache-2.0
#include "reports/layout.hpp"

#include <gtest/gtest.h>

#include "reports/words.hpp"

namespace tdkt::reports {
namespace {

TEST(Layout, SetsCellsInColumnsByWhatATerminalShows) {
  EXPECT_EQ(set_in_columns({{{"id", Tone::heading}, {"name", Tone::heading}, {"verdict", Tone::heading}},
                            {{"U1"}, {"Sở Nội vụ"}, {"eligible"}},
                            {{"U10"}, {"漢字"}, {"no"}}},
                           2, false),
            "  id   name       verdict\n"
            "  U1   Sở Nội vụ  eligible\n"
            "  U10  漢字       no\n");
}

TEST(Layout, LeavesOutColumnsThatAreEmpty) {
  EXPECT_EQ(set_in_columns({{{"id", Tone::heading}, {"name", Tone::heading}, {"x", Tone::heading}}, {{"1"}, {""}, {"a"}}}, 0, false),
            "id  x\n1   a\n");
}

TEST(Layout, ANameWithALineBreakStaysOnItsLine) {
  EXPECT_EQ(set_in_columns({{{"a\nb\x1b[31m"}}}, 0, false), "a b [31m\n");
}

TEST(Layout, ColoursOnlyWhenAsked) {
  EXPECT_EQ(toned("x", Tone::good, false), "x");
  EXPECT_EQ(toned("x", Tone::good, true), "\x1b[32mx\x1b[0m");
  EXPECT_EQ(toned("x", Tone::plain, true), "x");
}

TEST(Layout, IndentsEveryLine) {
  EXPECT_EQ(indented("a\n\nb\n", 2), "  a\n\n  b\n");
  EXPECT_EQ(indented("a", 1), " a\n");
  EXPECT_EQ(indented("", 1), "");
}

TEST(Words, OfPeriods) {
  const auto days = [](const char* first, const char* last) {
    return values::Period{*values::Date::parse_iso(first), *values::Date::parse_iso(last)};
  };
  EXPECT_EQ(words_of(values::year_period(2021), Language::english), "2021");
  EXPECT_EQ(words_of(days("2021-01-01", "2021-06-30"), Language::english), "first half of 2021");
  EXPECT_EQ(words_of(days("2021-07-01", "2021-12-31"), Language::vietnamese), "6 tháng cuối năm 2021");
  EXPECT_EQ(words_of(days("2021-10-01", "2021-12-31"), Language::english), "quarter 4/2021");
  EXPECT_EQ(words_of(days("2021-02-01", "2021-02-28"), Language::vietnamese), "tháng 2/2021");
  EXPECT_EQ(words_of(days("2017-07-21", "2017-08-31"), Language::english), "2017-07-21 – 2017-08-31");
  EXPECT_EQ(words_of(days("2017-07-21", "2017-08-31"), Language::vietnamese), "21/07/2017 – 31/08/2017");
}

TEST(Words, OfPlaces) {
  EXPECT_EQ(words_of(verdicts::Places{0, 0}), "");
  EXPECT_EQ(words_of(verdicts::Places{2, 2}), "2");
  EXPECT_EQ(words_of(verdicts::Places{2, 4}), "2–4");
}

}  // namespace
}  // namespace tdkt::reports
