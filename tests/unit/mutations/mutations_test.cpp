// SPDX-License-Identifier: Apache-2.0
// One-step changes: which there are of each construct, in whose words, which are left out because they
// can be proved to make no difference, and that only the copy changes.
#include "mutations/mutations.hpp"

#include <gmock/gmock.h>

#include "../typed/compiled.hpp"
#include "typed/print.hpp"

namespace tdkt::mutations {
namespace {

using grammar::Language;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

constexpr const char* vocabulary = R"(vocabulary "words"
entity person                                                    vi: cá nhân
entity unit                                                      vi: đơn vị
entity bloc                                                      vi: khối
scale rating                                                     vi: mức xếp loại
  fair                                                           vi: khá
  good                                                           vi: tốt
  excellent                                                      vi: xuất sắc
kinds group                                                      vi: nhóm
  first                                                          vi: một
  second                                                         vi: hai
relation staff of unit: many person, yearly, inverse unit        vi: cán bộ
relation members of bloc: many unit, yearly, inverse bloc        vi: thành viên
fact task rating of person: rating, yearly                       vi: kết quả
fact task rating of unit: rating, yearly                         vi: kết quả
fact months worked of person: whole number from 0 to 12, yearly  vi: số tháng
fact late reports of unit: whole number, yearly                  vi: báo cáo chậm
fact points of unit: number, yearly                              vi: điểm
fact planned of unit: number, yearly                             vi: kế hoạch
fact registered of unit: yes/no, yearly                          vi: đăng ký
fact assessment of unit: group, yearly                           vi: nhóm đánh giá
fact founded of unit: date, once                                 vi: ngày thành lập
)";

typed_tests::Compiled rules(const std::string& text) {
  return typed_tests::compiled({{"words.tdkt", vocabulary},
                                {"rules.tdkt", "pack \"P\"\n  in force from 2020-01-01\n  uses vocabulary \"words\"\n\n" + text}});
}

std::vector<std::string> changes_in(const typed_tests::Compiled& compiled, Language language = Language::english) {
  EXPECT_EQ(compiled.diagnostics.has_errors(), false) << compiled.said();
  std::vector<std::string> all;
  for (const auto& mutant : mutants(compiled.program)) all.push_back(mutant.change.in(language));
  return all;
}

// Of one requirement, apart from its being dropped.
std::vector<std::string> changes_of(const std::string& sentence, Language language = Language::english) {
  auto all = changes_in(rules("award \"A\" for a unit, every year\n  require " + sentence + "\n"), language);
  std::erase(all, language == Language::english ? "this requirement were dropped" : "bỏ yêu cầu này");
  return all;
}

TEST(Mutations, ShareOfMembers) {
  EXPECT_THAT(changes_of("at least 70% of staff have a task rating of good"),
              UnorderedElementsAre("70% became 69%", "70% became 71%", "“at least” became “more than”",
                                   "“task rating” became “a task rating of at least”", "“task rating” became “a task rating of at most”",
                                   "“good” became “fair”", "“good” became “excellent”"));
}

TEST(Mutations, InVietnameseToo) {
  const auto all = changes_of("at least 70% of staff have a task rating of at least good", Language::vietnamese);
  EXPECT_THAT(all, Contains("70% thành 69%"));
  EXPECT_THAT(all, Contains("“ít nhất” thành “trên”"));
}

// A whole number above 4 is one of at least 5: either stands for both.
TEST(Mutations, WholeNumbersHaveNoOpenThresholds) {
  EXPECT_THAT(changes_of("late reports is at most 3"),
              UnorderedElementsAre("3 became 2", "3 became 4"));
  EXPECT_THAT(changes_of("points is at most 3"),
              UnorderedElementsAre("3 became 2", "3 became 4", "“at most” became “below”"));
}

// What always holds is a requirement dropped, which is a change of its own; what is beyond the
// declared bounds is nothing.
TEST(Mutations, ThresholdsStayWithinWhatIsDeclared) {
  EXPECT_THAT(changes_of("no staff has months worked of at least 12"),
              UnorderedElementsAre("12 became 11", "“of at least” became “above”", "“no” became “at most 1 of”"));
  EXPECT_THAT(changes_of("late reports is at most 0"),
              UnorderedElementsAre("0 became 1", "“at most” became “below”"));
  EXPECT_THAT(changes_of("late reports is at least 1"), ElementsAre("1 became 2"));
}

TEST(Mutations, Quantifiers) {
  EXPECT_THAT(changes_of("all staff have months worked of at least 1"), Contains("“all staff have” became “any of staff has”"));
  EXPECT_THAT(changes_of("any of staff has months worked of at least 1"), Contains(HasSubstr("at least 2")));
  EXPECT_THAT(changes_of("at least 2 of staff have months worked of at least 1"),
              AllOf(Contains("“2 of staff have” became “1 of staff has”"), Contains("2 became 3"), Not(Contains("“at least” became “more than”"))));
  EXPECT_THAT(changes_of("between 10% and 20% of staff have months worked of at least 1"),
              AllOf(Contains("10% became 9%"), Contains("10% became 11%"), Contains("20% became 19%"),
                    Contains("20% became 21%")));
}

TEST(Mutations, ConnectivesAndNegation) {
  EXPECT_THAT(changes_of("registered and points is known"), Contains("“and” became “or”"));
  EXPECT_THAT(changes_of("registered or points is known"), Contains("“or” became “and”"));
  EXPECT_THAT(changes_of("not registered"), Not(IsEmpty()));
}

TEST(Mutations, Windows) {
  EXPECT_THAT(changes_of("points is known for 3 consecutive years"),
              AllOf(Contains("3 became 2"), Contains("3 became 4")));
  EXPECT_THAT(changes_of("registered in at least 3 of the last 5 years"),
              AllOf(Contains("3 became 2"), Contains("3 became 4"), Contains("5 became 4"), Contains("5 became 6")));
  EXPECT_THAT(changes_of("registered 2 years ago"), AllOf(Contains(HasSubstr("3")), Not(Contains(HasSubstr("0")))));
}

TEST(Mutations, DaysByOne) {
  const auto all = changes_of("founded is at most 2020-01-31");
  EXPECT_THAT(all, Contains("“2020-01-31” became “2020-01-30”")) << testing::PrintToString(all);
}

TEST(Mutations, KindsAreOrAreNot) {
  EXPECT_THAT(changes_of("assessment is first"), ElementsAre(HasSubstr("not")));
}

TEST(Mutations, ListsLoseOneValue) {
  EXPECT_EQ(changes_of("task rating is one of good; excellent").size(), 2u);
}

TEST(Mutations, CriteriaExceptionsGroups) {
  const auto all = changes_in(rules(R"(award "A" for a unit, every year
  require a) registered except when late reports is 0
  require b) any of:
    i) points is known
    ii) registered
  end
  bar c) when not registered
  defer d) when late reports > 3
)"));
  EXPECT_THAT(all, Contains("“except when late reports are 0” were dropped"));
  EXPECT_THAT(all, Contains("this requirement were dropped"));
  EXPECT_THAT(all, Contains("this condition were dropped"));
  EXPECT_THAT(all, Contains("“any of” became “all of”"));
  EXPECT_THAT(all, Contains("this bar were dropped"));
  EXPECT_THAT(all, Contains("this deferral were dropped"));
}

TEST(Mutations, Quotas) {
  const auto all = changes_in(rules(R"(nomination "N" for a bloc, every year
  among members who have registered
  rank by points from high to low, then by late reports from low to high
  offer "Flag" to at most 1
  offer "Certificate" to at most 50% of the members that remain, rounded down
  each member gets at most one offer
)"));
  for (const auto* change :
       {"1 became 0", "1 became 2", "50% became 49%", "50% became 51%", "“down” became “up”",
        "“the members that remain” became “members”", "“high to low” became “low to high”",
        "“low to high” became “high to low”", "this key were dropped", "this condition were dropped",
        "“each member gets at most one offer” were dropped"})
    EXPECT_THAT(all, Contains(change)) << testing::PrintToString(all);
}

TEST(Mutations, CeilingsOutOfReachAreNotRaised) {
  const auto all = changes_in(rules(R"(scorecard "S" for a unit, every year, out of 30
  item "reports" up to 10: 10 - 2 * late reports
  item "points" up to 20: points
)"));
  EXPECT_THAT(all, AllOf(Contains("20 became 19"), Contains("20 became 21"), Contains("30 became 29"),
                         Not(Contains("30 became 31"))));
}

// A row above takes the number that would come in.
TEST(Mutations, RowsThatOthersCover) {
  const auto all = changes_in(rules(R"(table score by late reports
  0         -> 10
  1 to 3    -> 5
  otherwise -> 0
)"));
  EXPECT_THAT(all, AllOf(Contains("1 became 2"), Contains("3 became 2"), Contains("3 became 4"), Contains("10 became 9")));
  EXPECT_EQ(std::count(all.begin(), all.end(), "1 became 0"), 0);
}

// The first value of a parameter stands before its day, too; a day matters where a period ends.
TEST(Mutations, DaysOfParameters) {
  const auto all = changes_in(rules(R"(parameter share wanted
  from 2020-01-01: 70%
  from 2021-01-01: 75%
  from 2022-05-01: 80%

award "A" for a unit, every year
  require at least (share wanted) of staff have a task rating of good
)"));
  EXPECT_THAT(all, AllOf(Contains("“2021-01-01” became “2020-12-31”"), Contains("75% became 74%")));
  EXPECT_THAT(all, Each(Not(HasSubstr("2022-05"))));
  EXPECT_THAT(all, Each(Not(HasSubstr("2021-01-02"))));
}

TEST(Mutations, OnlyTheCopyChanges) {
  const auto compiled = rules(R"(define surplus (gained, expected) as (gained - expected) / 2
award "A" for a unit, every year
  require surplus (points, planned) is at least 10
award "B" for a unit, every year
  require surplus (planned, points) is at least 20
)");
  const auto sentence = [](const typed::Program& program, std::size_t award) {
    const auto& condition = *program.awards[award].criteria.front().condition;
    const auto& compare = std::get<typed::Compare>(condition.node);
    return typed::as_sentence(program, *std::get<typed::Defined>(compare.left->node).meaning, Language::english);
  };
  const auto before = sentence(compiled.program, 0);
  bool found = false;
  for (const auto& mutant : mutants(compiled.program)) {
    if (mutant.change.english != "2 became 3") continue;
    found = true;
    const auto changed = mutated(compiled.program, mutant);
    EXPECT_THAT(sentence(changed, 0), HasSubstr("/ 3"));
    EXPECT_THAT(sentence(changed, 1), HasSubstr("/ 3"));
    EXPECT_EQ(mutant.touched, (std::set<Statement>{{Kind::award, 0}, {Kind::award, 1}}));
  }
  EXPECT_TRUE(found);
  EXPECT_EQ(sentence(compiled.program, 0), before);
}

TEST(Mutations, WhatRulesRestOn) {
  const auto compiled = rules(R"(scorecard "S" for a unit, every year, out of 10
  item "p" up to 10: points
grades "G" for a unit, every year
  "Good" when total of "S" is at least 8
  otherwise "Fair"
award "A" for a unit, every year
  require grade in "G" is at least Good
award "B" for a unit, every year
  require registered
)");
  const auto all = reached(compiled.program, {{Kind::award, 0}});
  EXPECT_TRUE(all.contains({Kind::scorecard, 0}));
  EXPECT_TRUE(all.contains({Kind::grades, 0}));
  EXPECT_FALSE(all.contains({Kind::award, 1}));
}

// Every change keeps the program printable and every type as it was.
TEST(Mutations, OfTheExamples) {
  const auto compiled = typed_tests::compiled({{"emulation.tdkt", typed_tests::example("emulation")},
                                               {"law.tdkt", typed_tests::example("law-2022-collectives")}});
  ASSERT_FALSE(compiled.diagnostics.has_errors()) << compiled.said();
  const auto all = mutants(compiled.program);
  EXPECT_GT(all.size(), 20u);
  for (const auto& mutant : all) {
    EXPECT_FALSE(mutant.change.english.empty());
    EXPECT_NE(mutant.change.english, mutant.sentence.english);
    const auto changed = mutated(compiled.program, mutant);
    EXPECT_EQ(changed.awards.size(), compiled.program.awards.size());
  }
}

}  // namespace
}  // namespace tdkt::mutations
