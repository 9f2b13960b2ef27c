// SPDX-License-Identifier: Apache-2.0
// The work of reading is bounded, and grows with the words.
#include <gmock/gmock.h>

#include <chrono>

#include "reader_world.hpp"

namespace tdkt::typed_tests {
namespace {

std::string times(const std::string& text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

std::string code_of(const World::Answer& answer) {
  return answer.diagnostics.empty() ? "" : std::string(diagnostics::text_of(answer.diagnostics.all().front().kind).code);
}

TEST(ReaderLimits, LongSentences) {
  const auto limit = std::chrono::seconds(5);  // far above what is needed, far below what explodes
  const auto begun = std::chrono::steady_clock::now();
  for (const auto& sentence :
       {times("registered and ", 300) + "registered", times("targets met > 5 and registered or ", 100) + "registered",
        "targets met > " + times("targets planned + ", 500) + "1", times("100% of staff achieve advanced laborer and ", 60) + "registered",
        times("not ", 300) + "registered", times("if registered then ", 40) + "registered" + times(" otherwise registered", 40),
        times("leader of bloc of ", 50) + "unit is registered", times("(", 50) + "registered" + times(")", 50)}) {
    const auto answer = world().read(sentence, "unit", Language::english);
    EXPECT_NE(answer.tree, "") << sentence.substr(0, 60) << ' ' << code_of(answer);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, limit);
}

TEST(ReaderLimits, SentencesThatAreNotUnderstood) {
  const auto begun = std::chrono::steady_clock::now();
  for (const auto& sentence : {times("xyz ", 1'000), times("number of staff who ", 30) + "registered > 3",
                               times("total targets met of members of its bloc whose ", 8) + "registered > 3"}) {
    const auto answer = world().read(sentence, "unit", Language::english);
    EXPECT_EQ(answer.tree, "");
    EXPECT_EQ(answer.diagnostics.all().size(), 1U);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(10));
}

TEST(ReaderLimits, TooMuchIsSaidSo) {
  EXPECT_EQ(code_of(world().read(times("registered and ", 3'000) + "registered", "unit", Language::english)), "E0117");
  // Each `and` could go on with the member's condition or with the unit's.
  const auto answer = world().read(
      times("100% of staff have task rating of good and ", 14) + times("task rating is good and ", 14) + "task rating is good", "unit",
      Language::english);
  EXPECT_EQ(answer.tree, "");
  EXPECT_THAT(code_of(answer), testing::AnyOf("E0206", "E0207"));
}

}  // namespace
}  // namespace tdkt::typed_tests
