// SPDX-License-Identifier: Apache-2.0
#include "verdicts/wording.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace tdkt::verdicts {
namespace {

std::vector<Phrase> marked(std::size_t count) {
  std::vector<Phrase> values;
  for (std::size_t i = 0; i < count; ++i) values.push_back("<" + std::to_string(i) + ">");
  return values;
}

std::size_t holes(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '{'));
}

TEST(Wording, EveryLineTakesTheSameValuesInBothLanguages) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(Say::count_); ++i) {
    const auto which = static_cast<Say>(i);
    SCOPED_TRACE(wording(which).name);
    const auto count = holes(wording(which).english);
    EXPECT_EQ(count, holes(wording(which).vietnamese));
    const auto told = say(which, marked(count));
    for (const auto& value : marked(count)) {
      EXPECT_NE(told.english.find(value.english), std::string::npos) << told.english;
      EXPECT_NE(told.vietnamese.find(value.english), std::string::npos) << told.vietnamese;
    }
    EXPECT_EQ(told.english.find('{'), std::string::npos);
  }
}

TEST(Wording, LongListsEndInAnEllipsis) {
  EXPECT_EQ(listed(marked(3)).english, "<0>, <1>, <2>");
  EXPECT_EQ(listed(marked(3), 2).vietnamese, "<0>, <1>, …");
  EXPECT_EQ(listed({}).english, "");
}

TEST(Wording, MonthsAreWrittenAsEachLanguageDoes) {
  const auto month = say(Say::month, {number(7), number(2024)});
  EXPECT_EQ(month.english, "2024-07");
  EXPECT_EQ(month.vietnamese, "tháng 7 năm 2024");
}

}  // namespace
}  // namespace tdkt::verdicts
