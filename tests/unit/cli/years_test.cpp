// SPDX-License-Identifier: Apache-2.0
#include "cli/years.hpp"

#include <gtest/gtest.h>

namespace tdkt::cli {
namespace {

TEST(Years, AreReadInEachForm) {
  using Years = std::vector<int>;
  EXPECT_EQ(years_of("2021"), (Years{2021}));
  EXPECT_EQ(years_of("2019-2021"), (Years{2019, 2020, 2021}));
  EXPECT_EQ(years_of("2021,2019"), (Years{2019, 2021}));
  EXPECT_EQ(years_of("2019 - 2020, 2020, 2024"), (Years{2019, 2020, 2024}));
}

TEST(Years, WhatIsNoYearIsRefused) {
  for (const char* text : {"", "yesterday", "21", "2021-", "-2021", "2021-2019", "2021,", "2021;2022", "20210", "0001-9999",
                           "2021-2022-2023", "２０２１", "+202"})
    EXPECT_FALSE(years_of(text)) << text;
}

}  // namespace
}  // namespace tdkt::cli
