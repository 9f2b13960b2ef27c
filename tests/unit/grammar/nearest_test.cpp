// SPDX-License-Identifier: Apache-2.0
#include "grammar/nearest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tdkt::grammar {
namespace {

TEST(Nearest, DistanceCountsEdits) {
  EXPECT_EQ(distance("", "", 3), 0u);
  EXPECT_EQ(distance("advanced labourer", "advanced laborer", 5), 1u);
  EXPECT_EQ(distance("đạt", "dat", 5), 2u);  // by character, not by byte
  EXPECT_EQ(distance("staff", "satff", 5), 1u);
  EXPECT_EQ(distance("kitten", "sitting", 5), 3u);
  EXPECT_EQ(distance("kitten", "sitting", 2), 3u);  // above `most`: most + 1
  EXPECT_EQ(distance("abcdefgh", "ijklmnop", 1), 2u);
  EXPECT_EQ(distance("a", "abcdef", 2), 3u);
}

TEST(Nearest, NearestComesFirst) {
  const std::vector<std::string> titles{"no title", "advanced laborer", "grassroots emulation fighter",
                                        "lao động tiên tiến", "advanced labor collective"};
  EXPECT_EQ(nearest("advanced labourer", titles, 3).front(), "advanced laborer");
  EXPECT_EQ(nearest("lao dong tien tien", titles, 1), (std::vector<std::string>{"lao động tiên tiến"}));
  EXPECT_EQ(nearest("Lao Động Tiên Tiên", titles, 1), (std::vector<std::string>{"lao động tiên tiến"}));
  EXPECT_TRUE(nearest("bicycle", titles, 3).empty());
  EXPECT_TRUE(nearest("no title", titles, 0).empty());
}

// The whole table, as the definition has it.
std::size_t edits(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& cell = table[i][j];
      if (i == 0 || j == 0) {
        cell = i + j;
        continue;
      }
      cell = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cell = std::min(cell, table[i - 2][j - 2] + 1);
    }
  return table[a.size()][b.size()];
}

TEST(Nearest, DistanceIsThatOfTheWholeTable) {
  std::mt19937 random(7);
  const auto text = [&](std::size_t most) {
    std::string letters(random() % most, ' ');
    for (auto& letter : letters) letter = "abcd "[random() % 5];
    return letters;
  };
  for (int round = 0; round < 4000; ++round) {
    // Up to 64 letters and above are worked out in two ways.
    const auto a = text(round % 4 == 0 ? 140 : 20), b = text(round % 4 < 2 ? 90 : 20);
    const auto whole = edits(a, b);
    for (const std::size_t most : {std::size_t{0}, whole / 2, whole, whole + 3, std::size_t{200}})
      ASSERT_EQ(distance(a, b, most), std::min(whole, most + 1)) << a << " | " << b << " | " << most;
    ASSERT_EQ(distance("đ" + a, "đ" + b, 200), whole) << a << " | " << b;
    ASSERT_LE(least_distance(letters_of(a), letters_of(b)), whole) << a << " | " << b;
  }
}

TEST(Nearest, LettersTellWhatIsFarApart) {
  EXPECT_EQ(least_distance(letters_of("staff"), letters_of("satff")), 0u);
  EXPECT_EQ(least_distance(letters_of("staff"), letters_of("staffs")), 1u);
  EXPECT_EQ(least_distance(letters_of("aaaa"), letters_of("bbbbbb")), 6u);
  EXPECT_LE(least_distance(letters_of(std::string(1000, 'a')), letters_of(std::string(600, 'a'))), 400u);
}

}  // namespace
}  // namespace tdkt::grammar
