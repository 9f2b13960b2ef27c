// SPDX-License-Identifier: Apache-2.0
// What is mended without asking, and what is left to the author.
#include "engine/fixes.hpp"

#include <gtest/gtest.h>

#include "diagnostics/kinds.hpp"

namespace tdkt::engine {
namespace {

using diagnostics::Diagnostics;
using diagnostics::Kind;

struct Made {
  source::Sources sources;
  Diagnostics diagnostics;

  explicit Made(const std::string& text) { sources.add({"a.tdkt", text}); }

  diagnostics::Diagnostic& mistake(Kind kind, std::string_view words, const std::string& instead) {
    const auto at = static_cast<std::uint32_t>(sources[0].text().find(words));
    const source::Where where{0, {at, at + static_cast<std::uint32_t>(words.size())}};
    return diagnostics.report(kind, where, grammar::Language::english, {std::string(words)}).replace(where, instead, "write it so");
  }
  bool certain() const { return is_certain(diagnostics.all().front(), sources); }
};

bool certain(Kind kind, const std::string& words, const std::string& instead) {
  Made made(words);
  made.mistake(kind, words, instead);
  return made.certain();
}

TEST(Fixes, NumbersAndDatesThatMayBeTwoThingsAreLeft) {
  EXPECT_TRUE(certain(Kind::number_form, "1.5", "1,5"));
  EXPECT_TRUE(certain(Kind::number_form, "1.25", "1,25"));
  EXPECT_FALSE(certain(Kind::number_form, "1.500", "1 500"));
  EXPECT_TRUE(certain(Kind::number_form, "1.000.000", "1 000 000"));
  EXPECT_TRUE(certain(Kind::number_form, "1.000,5", "1 000,5"));
  EXPECT_TRUE(certain(Kind::date_form, "31/01/2024", "2024-01-31"));
  EXPECT_TRUE(certain(Kind::date_form, "03/03/2024", "2024-03-03"));
  EXPECT_FALSE(certain(Kind::date_form, "02/03/2024", "2024-03-02"));
}

TEST(Fixes, ALongNameOneLetterOffIsCertain) {
  EXPECT_TRUE(certain(Kind::not_a_value, "advanced labourer", "advanced laborer"));
  EXPECT_FALSE(certain(Kind::not_a_value, "goos", "good")) << "too short";
  EXPECT_FALSE(certain(Kind::not_a_value, "advancd labourer", "advanced laborer")) << "two letters";
  EXPECT_FALSE(certain(Kind::not_an_entity, "collectives", "collective")) << "nobody has read the sentence with it";
}

TEST(Fixes, AChoiceIsTheAuthors) {
  Made made("advanced labourer");
  made.mistake(Kind::not_a_value, "advanced labourer", "advanced laborer").suggest("or something else");
  EXPECT_FALSE(made.certain());
}

TEST(Fixes, TheOriginalsBytesAreChangedAndNoOthers) {
  // The blank that does not break, the CRLF and the byte-order mark stay.
  Made made("\xEF\xBB\xBFone\u00A0two advanced labourer.\r\nthree and and four\r\n");
  made.mistake(Kind::not_a_value, "advanced labourer", "advanced laborer");
  made.mistake(Kind::word_twice, "and and", "and");
  Texts texts;
  const auto fixed = fix(made.diagnostics, made.sources, 1, texts);
  EXPECT_EQ(texts.at("a.tdkt"), "\xEF\xBB\xBFone\u00A0two advanced laborer.\r\nthree and four\r\n");
  ASSERT_EQ(fixed.size(), 2u);
  EXPECT_EQ(fixed[1].line, 2u);
  EXPECT_EQ(fixed[1].before, "three and and four");
  EXPECT_EQ(fixed[1].after, "three and four");
}

TEST(Fixes, OfChangesThatMeetTheFirstIsMade) {
  Made made("and and and five");
  made.mistake(Kind::word_twice, "and and", "and");
  made.mistake(Kind::word_twice, "and and five", "and five");
  Texts texts;
  EXPECT_EQ(fix(made.diagnostics, made.sources, 1, texts).size(), 1u);
  EXPECT_EQ(texts.at("a.tdkt"), "and and five");
}

TEST(Fixes, FilesThatNobodyAskedForAreLeft) {
  Made made("advanced labourer");
  made.mistake(Kind::not_a_value, "advanced labourer", "advanced laborer");
  Texts texts;
  EXPECT_TRUE(fix(made.diagnostics, made.sources, 0, texts).empty());
  EXPECT_TRUE(texts.empty());
}

}  // namespace
}  // namespace tdkt::engine
