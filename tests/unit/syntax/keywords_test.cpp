// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <map>

#include "grammar/keywords.hpp"
#include "grammar/places.hpp"

namespace tdkt::grammar {
namespace {

constexpr Language both[] = {Language::english, Language::vietnamese};

TEST(ClauseWords, EveryWordOfOneLanguageHasATwin) {
  for (const auto keyword : all_keywords())
    EXPECT_EQ(spellings(keyword, Language::english).empty(), spellings(keyword, Language::vietnamese).empty())
        << name_of(keyword);
}

TEST(ClauseWords, NoTwoStatementsShareAWord) {
  for (const auto language : both) {
    std::map<std::vector<std::string>, Keyword> taken;
    for (const auto keyword : statement_words)
      for (const auto& words : spelling_words(keyword, language)) {
        const auto [other, is_new] = taken.emplace(words, keyword);
        EXPECT_TRUE(is_new) << name_of(keyword) << " and " << name_of(other->second);
      }
  }
}

TEST(ClauseWords, NoTwoClausesOfOnePlaceShareAWord) {
  const Place* all[] = {&places::vocabulary, &places::pack,  &places::parameter,  &places::cited, &places::table,
                        &places::scorecard,  &places::award, &places::nomination, &places::check, &places::test};
  for (const auto language : both)
    for (const auto* place : all) {
      std::map<std::vector<std::string>, Keyword> taken;
      for (const auto keyword : place->words)
        for (const auto& words : spelling_words(keyword, language)) {
          const auto [other, is_new] = taken.emplace(words, keyword);
          EXPECT_TRUE(is_new) << name_of(keyword) << " and " << name_of(other->second);
        }
    }
}

}  // namespace
}  // namespace tdkt::grammar
