// SPDX-License-Identifier: Apache-2.0
// The tables of tests.
#include <gmock/gmock.h>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(Bind, RowsWithoutAYearAreOfEachYear) {
  const Bound bound = bind(emulation(), {"unit\nid | task rating\nU1 | good", "person\nid | unit\nP1 | U1"},
                           {.years = {2023, 2024}});
  EXPECT_THAT(bound.messages, IsEmpty());
  EXPECT_THAT(facts(emulation(), bound.dataset),
              testing::IsSupersetOf({"unit U1 2023 task rating = good @3", "unit U1 2024 task rating = good @3"}));
  EXPECT_THAT(relations(emulation(), bound.dataset),
              ElementsAre("unit U1 2023 staff -> P1 @6", "unit U1 2024 staff -> P1 @6"));
  EXPECT_THAT(seen(emulation(), bound.dataset),
              ElementsAre("person 2023: P1", "person 2024: P1", "unit 2023: U1", "unit 2024: U1"));
}

TEST(Bind, RowsWithAYearAreOfThatYear) {
  const Bound bound = bind(emulation(), {"unit\nid | year | score\nU1 | 2022 | 5\nU1 | 2024 | 6"}, {.years = {2024}});
  EXPECT_THAT(facts(emulation(), bound.dataset),
              testing::IsSupersetOf({"unit U1 2022 score = 5 @3", "unit U1 2024 score = 6 @4"}));
  EXPECT_THAT(covered(emulation(), bound.dataset), Contains("score of unit: 2022 2024"));
  EXPECT_THAT(covered(emulation(), bound.dataset), Contains("task rating of unit: 2024"));
}

TEST(Bind, WhatNoTableMentionsIsAbsent) {
  const Bound bound = bind(emulation(), {"person\nid\nP1"}, {.years = {2024}});
  EXPECT_THAT(bound.messages, IsEmpty());
  EXPECT_THAT(facts(emulation(), bound.dataset), ElementsAre("person P1 2024 discipline = none"));
  for (const auto& timeline : bound.dataset.facts) EXPECT_TRUE(timeline.given);
  for (const auto& timeline : bound.dataset.relations) {
    EXPECT_TRUE(timeline.given);
    EXPECT_FALSE(timeline.covered.empty());
  }
  EXPECT_THAT(relations(emulation(), bound.dataset), IsEmpty());
}

TEST(Bind, FinerPeriodsOfTheYearAreAllMeant) {
  const Bound bound = bind(emulation(), {"unit\nid | budget | pass rate\nU1 | 5 | 70%"}, {.years = {2024}});
  EXPECT_THAT(bound.messages, IsEmpty());
  EXPECT_THAT(facts(emulation(), bound.dataset),
              testing::IsSupersetOf({"unit U1 2024-01-01..2024-03-31 budget = 5 @3", "unit U1 2024-10-01..2024-12-31 budget = 5 @3",
                                     "unit U1 2023-09-01..2024-08-31 pass rate = 0.7 @3"}));
}

TEST(Bind, HeadingsAreEntitiesRelationsAndRecords) {
  const Bound bound = bind(emulation(),
                           {"đơn vị\nmã | khối\nU1 | B1\nU2 | B1", "khối trưởng\nkhối | đơn vị\nB1 | U2",
                            "sáng kiến\nmã | tác giả | author | ngày | cấp công nhận\nS1 | | P1 | 15/08/2024 | tốt",
                            "miễn trừ\ndanh hiệu | tiêu chí | đơn vị | thẩm quyền\nCờ | a) | U1 | UBND tỉnh"},
                           {.years = {2024}, .language = grammar::Language::vietnamese});
  EXPECT_THAT(relations(emulation(), bound.dataset),
              ElementsAre("bloc B1 2024 members -> U1 @3", "bloc B1 2024 members -> U2 @4", "bloc B1 2024 leader -> U2 @7",
                          "person P1 dated initiatives -> S1 on 2024-08-15 @10"));
  EXPECT_EQ(bound.dataset.waivers.size(), 1u);
  EXPECT_EQ(bound.messages.size(), 1u);  // `tác giả` is no declared name here
}

TEST(Bind, NumbersAreThoseOfTheRuleFile) {
  const auto english = bind(emulation(), {"unit\nid | score\nU1 | 1.5\nU2 | 1,5\nU3 | 1 000"}, {.years = {2024}});
  EXPECT_THAT(english.messages, ElementsAre("E0732 test.tdkt:4 [score] '1,5' is not a number = write '1.5'"));
  const auto vietnamese = bind(emulation(), {"unit\nid | score\nU1 | 1.5\nU2 | 1,5\nU3 | 1 000"},
                               {.years = {2024}, .language = grammar::Language::vietnamese});
  EXPECT_THAT(vietnamese.messages, ElementsAre("E0732 test.tdkt:3 [score] '1.5' không phải là số = viết '1,5'"));
}

TEST(Bind, AttestedFactsNeedNoAttestation) {
  const Bound bound = bind(emulation(), {"unit\nid | unity\nU1 | yes"}, {.years = {2024}});
  EXPECT_THAT(bound.dataset.attested_by_table, Each(true));
}

TEST(Bind, SaysWhatIsWrong) {
  const Bound bound = bind(emulation(),
                           {"unit\nid | task rating\nU1 | goood\nU2", "person\nid | unit\nP1 | U9", "planet\nid\nX"},
                           {.years = {2024}});
  EXPECT_THAT(bound.messages,
              ElementsAre("E0709 test.tdkt:4 the row has 1 cells, the header has 2",
                          HasSubstr("E0720 test.tdkt:9 it is not said what the table is about"),
                          "E0730 test.tdkt:3 [task rating] 'goood' is not a value of 'rating' = did you mean 'good'?",
                          "E0741 test.tdkt:7 [unit] no unit on record has the id or the name 'U9'"));
}

TEST(Bind, WithoutTablesEverythingIsGivenAndEmpty) {
  const Bound bound = bind(emulation(), {}, {.years = {2024}});
  EXPECT_THAT(bound.messages, IsEmpty());
  EXPECT_THAT(facts(emulation(), bound.dataset), IsEmpty());
  EXPECT_EQ(bound.dataset.entities.size(), emulation().entities.size());
}

}  // namespace
}  // namespace tdkt::loaders::test
