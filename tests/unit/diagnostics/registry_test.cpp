// SPDX-License-Identifier: Apache-2.0
// Every message keeps the form that all of them have.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "diagnostics/diagnostic.hpp"

namespace tdkt::diagnostics {
namespace {

std::size_t gaps(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2)) ++count;
  return count;
}

template <class Check>
void for_each_kind(Check check) {
  for (std::size_t i = 0; i < kinds(); ++i) {
    const auto& kind = text_of(static_cast<Kind>(i));
    SCOPED_TRACE(std::string(kind.code) + " " + std::string(kind.name));
    check(kind);
  }
}

TEST(Registry, CodesAreUsedOnceAndSaySeverity) {
  std::set<std::string_view> numbers;
  for_each_kind([&](const KindText& kind) {
    ASSERT_EQ(kind.code.size(), 5u);
    EXPECT_TRUE(numbers.insert(kind.code.substr(1)).second) << "the number is taken";
    const std::map<char, Severity> severities{
        {'E', Severity::error}, {'W', Severity::warning}, {'R', Severity::remark}};
    ASSERT_TRUE(severities.contains(kind.code[0]));
    EXPECT_EQ(severities.at(kind.code[0]), kind.severity);
  });
}

TEST(Registry, BothWordingsTakeTheSameValues) {
  for_each_kind([](const KindText& kind) { EXPECT_EQ(gaps(kind.english), gaps(kind.vietnamese)); });
}

TEST(Registry, WordingsAreSentencesWithoutAnEnd) {
  for_each_kind([](const KindText& kind) {
    for (const auto text : {kind.english, kind.vietnamese}) {
      ASSERT_FALSE(text.empty());
      EXPECT_FALSE(text.ends_with('.')) << text;
      EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ')) << text;
    }
    // Names such as NUL, UTF-8 or TOML may begin a sentence; other words begin small.
    const bool capital = kind.english[0] >= 'A' && kind.english[0] <= 'Z';
    const bool abbreviation = kind.english.size() > 1 && kind.english[1] >= 'A' && kind.english[1] <= 'Z';
    EXPECT_TRUE(!capital || abbreviation) << kind.english;
    EXPECT_NE(kind.english, kind.vietnamese);
  });
}

}  // namespace
}  // namespace tdkt::diagnostics
