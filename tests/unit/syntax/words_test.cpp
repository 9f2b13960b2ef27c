// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "syntax/parse.hpp"
#include "syntax/words.hpp"

namespace tdkt::syntax {
namespace {

using grammar::Language;

// Each word with a letter for its kind, `_` where no blank stands before it.
std::string told(std::string_view text, Language language = Language::english) {
  constexpr const char* kinds[] = {"w", "n", "p", "d", "q", "s"};
  std::string result;
  for (const auto& word : words_of(text, language).words)
    result += (result.empty() ? "" : word.after_blank ? " " : "_") + std::string(kinds[static_cast<int>(word.kind)]) +
              ":" + word.text;
  return result;
}

TEST(Words, OfEveryKind) {
  EXPECT_EQ(told("100% of staff"), "p:100% w:of w:staff");
  EXPECT_EQ(told("70 % of 1 000 000 and 5.25"), "p:70 % w:of n:1 000 000 w:and n:5.25");
  EXPECT_EQ(told("từ 1,5 đến 31/12/2024", Language::vietnamese), "w:từ n:1,5 w:đến d:31/12/2024");
  EXPECT_EQ(told("2024-01-31 2a half-yearly U1-07"), "d:2024-01-31 w:2a w:half-yearly w:U1_s:-_n:07");
  EXPECT_EQ(told("leader's (place)"), "w:leader_s:'s s:(_w:place_s:)");
  EXPECT_EQ(told("a<=b ≠ c<>d>=e ≤ f -> g"), "w:a_s:<=_w:b s:≠ w:c_s:<>_w:d_s:>=_w:e s:≤ w:f s:-> w:g");
  EXPECT_EQ(told("\"a, b\"; x|y − z × w ÷ v"), "q:a, b_s:; w:x_s:|_w:y s:- w:z s:× w:w s:÷ w:v");
  EXPECT_EQ(told("fails c) of"), "w:fails w:c_s:) w:of");
  EXPECT_EQ(told("fails 4.a) of"), "w:fails w:4.a_s:) w:of");
  EXPECT_EQ(told("fails 2. of"), "w:fails n:2_s:. w:of");
  EXPECT_EQ(told("yes/no"), "w:yes_s:/_w:no");
}

TEST(Words, OverLinesAndBrackets) {
  EXPECT_EQ(told("  a\n(b\n c)  "), "w:a s:(_w:b w:c_s:)");
  EXPECT_EQ(told(""), "");
  EXPECT_EQ(told("require x"), "w:require w:x");
}

TEST(Words, HaveKeysValuesAndPlaces) {
  const auto sentence = words_of("Kỷ luật 07,50 7,5% 31/01/2024", Language::vietnamese);
  ASSERT_EQ(sentence.words.size(), 5u);
  EXPECT_EQ(sentence.words[0].key, "kỉ");
  EXPECT_EQ(sentence.words[2].number.text(), "7.5");
  EXPECT_EQ(sentence.words[3].number.text(), "0.075");
  EXPECT_EQ(sentence.words[4].date.iso(), "2024-01-31");
  EXPECT_EQ(sentence.words[0].span, (source::Span{0, 4}));
  EXPECT_EQ(sentence.span, (source::Span{0, 33}));
}

TEST(Words, KeepWhatCanBeReadOfABrokenSentence) {
  EXPECT_EQ(told("a \"b"), "w:a");
  EXPECT_EQ(told("a (b"), "w:a s:(_w:b");
}

TEST(Keywords, EndWhereTheirSpellingsEnd) {
  const auto sentence = words_of("đạt thì đủ điểm, không đạt 0 điểm nhé", Language::vietnamese);
  EXPECT_EQ(end_of(grammar::Keyword::all_or_nothing, sentence, 0, Language::vietnamese), 9u);
  EXPECT_EQ(end_of(grammar::Keyword::all_or_nothing, sentence, 1, Language::vietnamese), 1u);
}

}  // namespace
}  // namespace tdkt::syntax
