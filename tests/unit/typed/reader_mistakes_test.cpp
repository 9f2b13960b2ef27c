// SPDX-License-Identifier: Apache-2.0
// Slips of authors: one error each, at the right words, and what it offers mends the sentence.
#include <gmock/gmock.h>

#include "reader_world.hpp"

namespace tdkt::typed_tests {
namespace {

using grammar::Language;
constexpr auto en = Language::english, vi = Language::vietnamese;
using As = World::As;

struct Slip {
  const char* levels;
  Language language;
  const char* sentence;
  const char* code;
  const char* words;               // that are pointed at
  std::vector<std::string> mended;  // the sentence after each suggestion
  As as = As::condition;
};

std::string applied(const std::string& text, const diagnostics::Suggestion& suggestion) {
  const auto& span = suggestion.where.span;
  return text.substr(0, span.begin) + suggestion.replacement + text.substr(span.end);
}

void check(const std::vector<Slip>& slips) {
  for (const auto& slip : slips) {
    const auto answer = world().read(slip.sentence, slip.levels, slip.language, slip.as);
    SCOPED_TRACE(std::string(slip.sentence) + "\n" + diagnostics::as_text(answer.diagnostics, world().compiled_.sources, {}));
    EXPECT_EQ(answer.tree, "");
    ASSERT_EQ(answer.diagnostics.all().size(), 1U) << "one error for one mistake";
    const auto& error = answer.diagnostics.all().front();
    EXPECT_EQ(diagnostics::text_of(error.kind).code, slip.code);
    EXPECT_EQ(error.language, slip.language);
    const auto& span = error.where.span;
    EXPECT_EQ(answer.text.substr(span.begin, span.end - span.begin), slip.words);

    std::vector<std::string> mended;
    for (const auto& suggestion : error.suggestions)
      if (suggestion.replaces) mended.push_back(applied(answer.text, suggestion));
    EXPECT_THAT(mended, testing::ElementsAreArray(slip.mended));
    for (const auto& sentence : mended) {
      const auto again = world().read(sentence, slip.levels, slip.language, slip.as);
      EXPECT_NE(again.tree, "") << sentence;
      EXPECT_FALSE(again.diagnostics.has_errors()) << sentence;
    }
  }
}

TEST(ReaderMistakes, Misspelt) {
  check({
      {"unit", en, "at least 70% of staff achieve advanced labourer", "E0203", "advanced labourer", {"at least 70% of staff achieve advanced laborer"}},
      {"unit", en, "task rating is at least god", "E0203", "god", {"task rating is at least good"}},
      {"unit", en, "task ratng is at least good", "E0227", "task ratng", {"task rating is at least good"}},
      {"unit", en, "100% of staf achieve advanced laborer", "E0227", "staf", {"100% of staff achieve advanced laborer"}},
      {"unit", en, "at leest 70% of staff achieve advanced laborer", "E0227", "at leest", {"at least 70% of staff achieve advanced laborer"}},
      {"person", en, "task rating is at least good for 3 consecutiv years", "E0227", "consecutiv years", {"task rating is at least good for 3 consecutive years"}},
      {"unit", en, "acheive advanced labor collective", "E0227", "acheive", {"achieve advanced labor collective"}},
      {"unit", vi, "100% cán bộ đạt lao đông tiên tiến", "E0203", "lao đông tiên tiến", {"100% cán bộ đạt lao động tiên tiến"}},
      {"person", en, "is eligible for \"Fightr\"", "E0217", "\"Fightr\"", {"is eligible for \"Fighter\""}},
      {"unit", en, "any of activities during \"sprng\" has theme enterprises", "E0218", "\"sprng\"", {"any of activities during \"spring\" has theme enterprises"}},
      {"unit", en, "total of \"Block scorecard\" > 3", "E0219", "\"Block scorecard\"", {"total of \"Bloc scorecard\" > 3"}},
      {"unit", en, "kjsdfh kjshdf", "E0202", "kjsdfh kjshdf", {}},
  });
}

TEST(ReaderMistakes, WithoutMarks) {
  check({
      {"unit", vi, "100% can bo dat lao dong tien tien", "E0228", "can bo dat lao dong tien tien", {"100% cán bộ đạt lao động tiên tiến"}},
      {"unit", vi, "100% cán bộ đạt lao dong tien tien", "E0228", "lao dong tien tien", {"100% cán bộ đạt lao động tiên tiến"}},
      {"unit", vi, "tren 70% cán bộ đạt lao động tiên tiến", "E0228", "tren", {"trên 70% cán bộ đạt lao động tiên tiến"}},
  });
}

TEST(ReaderMistakes, WordsOfTheOtherLanguage) {
  check({
      {"unit", en, "100% của staff achieve advanced laborer", "E0211", "của", {"100% of staff achieve advanced laborer"}},
      {"unit", vi, "ít nhất 70% cán bộ đạt lao động tiên tiến and đã đăng ký thi đua", "E0211", "and",
       {"ít nhất 70% cán bộ đạt lao động tiên tiến và đã đăng ký thi đua"}},
      {"unit", en, "ít nhất 70% cán bộ đạt lao động tiên tiến", "E0211", "ít nhất", {"at least 70% cán bộ đạt lao động tiên tiến"}},
  });
}

TEST(ReaderMistakes, HowMany) {
  check({
      {"unit", en, "staff achieve advanced laborer", "E0212", "staff",
       {"100% of staff achieve advanced laborer", "any of staff achieve advanced laborer", "no staff achieve advanced laborer"}},
      {"unit", vi, "cán bộ đạt lao động tiên tiến", "E0212", "cán bộ",
       {"100% cán bộ đạt lao động tiên tiến", "có ít nhất 1 cán bộ đạt lao động tiên tiến", "không có cán bộ đạt lao động tiên tiến"}},
      {"unit", en, "70% of staff achieve advanced laborer", "E0220", "70%",
       {"at least 70% of staff achieve advanced laborer", "at most 70% of staff achieve advanced laborer", "exactly 70% of staff achieve advanced laborer"}},
      {"unit", en, "at least >= 70% of staff achieve advanced laborer", "E0213", "at least >=",
       {"at least 70% of staff achieve advanced laborer", ">= 70% of staff achieve advanced laborer"}},
      {"unit", en, "at least 1.5 of staff achieve advanced laborer", "E0407", "1.5", {}},
      {"unit", en, "at least targets met of staff achieve advanced laborer", "E0231", "targets met", {"at least (targets met) of staff achieve advanced laborer"}},
      {"unit", en, "is in the top 20% of members of its bloc by targets met", "E0216", "20%",
       {"is in the top 20% of members of its bloc by targets met, rounded down", "is in the top 20% of members of its bloc by targets met, rounded up",
        "is in the top 20% of members of its bloc by targets met, rounded"}},
  });
}

TEST(ReaderMistakes, Types) {
  check({
      {"unit", en, "task rating is at least provincial", "E0401", "provincial", {}},
      {"unit", en, "late reports + targets met > 5", "E0402", "late reports + targets met", {}},
      {"unit", en, "late reports > targets met", "E0402", "late reports > targets met", {}},
      {"unit", en, "targets met is at least good", "E0403", "good", {}},
      {"unit", en, "assessment group is at least with duty assessment", "E0404", "assessment group", {}},
      {"unit", en, "5 + task rating", "E0405", "task rating", {}, As::number},
      {"unit", en, "task rating", "E0405", "task rating", {}, As::number},
      {"person", en, "received \"X\" 2 consecutive times", "E0408", "\"X\"", {}},
      {"bloc", en, "projects > 3", "E0202", "projects", {}},
      {"unit", en, "theme is enterprises", "E0412", "theme", {"100% of activities have theme of enterprises", "any of activities have theme of enterprises"}},
      {"unit", en, "leader is registered", "E0412", "leader", {"leader of its bloc is registered"}},
      {"unit", vi, "khối trưởng đã đăng ký thi đua", "E0412", "khối trưởng", {"khối trưởng của khối thi đua mình đã đăng ký thi đua"}},
      {"unit", en, "total targets met + targets exceeded of members of its bloc > 3", "E0215", "targets met + targets exceeded",
       {"total (targets met + targets exceeded) of members of its bloc > 3"}},
  });
}

TEST(ReaderMistakes, Times) {
  check({
      {"unit", en, "task rating is good in the last 3 years", "E0214", "in the last 3 years",
       {"task rating is good for 3 consecutive years", "task rating is good in at least 1 of the last 3 years"}},
      {"person", vi, "được xếp loại tốt trong 2 năm trước", "E0214", "trong 2 năm trước",
       {"được xếp loại tốt trong 2 năm liên tục trước đó", "được xếp loại tốt 2 năm trước"}},
      {"unit", en, "head's place in the previous year is 1", "E0230", "in the previous year", {"head's (place in the previous year) is 1"}},
  });
}

TEST(ReaderMistakes, MissingAndTooMuch) {
  check({
      {"unit", en, "targets met", "E0205", "", {}},
      {"unit", en, "task rating is", "E0205", "", {}},
      {"unit", en, "100% of staff", "E0205", "", {}},
      {"unit", en, "registered and", "E0205", "", {}},
      {"unit", en, "registered and and united and compliant", "E0232", "and and", {"registered and united and compliant"}},
      {"unit", en, "10 - 2 late reports", "E0233", "late reports", {"10 - 2 * late reports"}, As::number},
      {"unit", en, "registered)", "E0210", ")", {"registered"}},
      {"unit", en, "", "E0201", "", {}},
  });
}

// Each reading is shown as the sentence that means it alone.
TEST(ReaderMistakes, TwoReadings) {
  check({
      {"unit", en, "task rating is not completed", "E0206", "task rating is not completed", {"task rating is \"not completed\"", "task rating is not (completed)"}},
      {"unit", en, "100% of staff have task rating of at least good and task rating is good", "E0206",
       "100% of staff have task rating of at least good and task rating is good",
       {"100% of staff (have task rating of at least good and task rating is good)", "(100% of staff have task rating of at least good) and task rating is good"}},
      {"unit", en, "task rating is good and registered for 3 consecutive years", "E0206", "task rating is good and registered for 3 consecutive years",
       {"(task rating is good and registered) for 3 consecutive years", "task rating is good and (registered for 3 consecutive years)"}},
      {"unit", vi, "mức hoàn thành nhiệm vụ là tốt và đã đăng ký thi đua năm 2020", "E0206", "mức hoàn thành nhiệm vụ là tốt và đã đăng ký thi đua năm 2020",
       {"(mức hoàn thành nhiệm vụ là tốt và đã đăng ký thi đua) năm 2020", "mức hoàn thành nhiệm vụ là tốt và (đã đăng ký thi đua năm 2020)"}},
      {"unit", en, "if registered then united and compliant otherwise registered and registered", "E0206",
       "if registered then united and compliant otherwise registered and registered",
       {"if registered then united and compliant otherwise (registered and registered)", "(if registered then united and compliant otherwise registered) and registered"}},
  });
}

}  // namespace
}  // namespace tdkt::typed_tests
