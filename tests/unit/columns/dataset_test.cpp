// SPDX-License-Identifier: Apache-2.0
#include "columns/dataset.hpp"

#include <gtest/gtest.h>

namespace tdkt::columns {
namespace {

TEST(Bits, KeepTheRestOfTheLastWordClear) {
  for (const std::size_t rows : {0u, 1u, 63u, 64u, 65u, 128u, 1000u}) {
    EXPECT_EQ(Bits(rows, true).count(), rows);
    EXPECT_EQ(Bits(rows).count(), 0u);
    EXPECT_EQ(Bits(rows).words.size(), words_for(rows));
  }
  Bits bits(70);
  bits.set(0), bits.set(69), bits.set(64), bits.clear(64);
  EXPECT_TRUE(bits[0] && bits[69] && !bits[64]);
  EXPECT_EQ(bits.count(), 2u);
}

TEST(Truths, ARowInNeitherIsUnknown) {
  Truths truths(3);
  truths.yes.set(0), truths.no.set(1);
  EXPECT_EQ(truths[0], values::Truth::yes);
  EXPECT_EQ(truths[1], values::Truth::no);
  EXPECT_EQ(truths[2], values::Truth::unknown);
}

TEST(Numbers, AreWholeMultiplesOfTheirLastDigit) {
  Numbers numbers{2, std::vector<std::int16_t>{150, -25, 0}};
  EXPECT_EQ(numbers.at(0).text(), "1.5");
  EXPECT_EQ(numbers.at(1).text(), "-0.25");
  Numbers whole{0, std::vector<std::int8_t>{-128}};
  EXPECT_EQ(whole.at(0).text(), "-128");
}

TEST(EntityTable, FindsAnIdAsWritten) {
  EntityTable table;
  table.ids = {"01", "1", "A", "a", "Ủy ban"};
  EXPECT_EQ(table.find("1"), 1u);
  EXPECT_EQ(table.find("a"), 3u);
  EXPECT_EQ(table.find("Ủy ban"), 4u);
  EXPECT_FALSE(table.find("b"));
}

}  // namespace
}  // namespace tdkt::columns
