// SPDX-License-Identifier: Apache-2.0
// Rules as wholes: awards, scorecards, grades, tables, what is in force when, and who is judged.
#include <gtest/gtest.h>

#include "values/interval.hpp"
#include "world.hpp"

namespace tdkt::evaluate {
namespace {

const char* const units = R"(
unit
id | year | mark      | listed | size | planned | met | founded
U1 | 2023 | good      | yes    | 3    | 10      | 10  | 2001-05-01
U1 | 2024 | excellent | yes    | 3    | 10      | 9   | 2001-05-01
U2 | 2024 | good      | no     | 2    | 20      |     |
U3 | 2024 |           | yes    |      | 10      | 2   |
U4 | 2024 | excellent | no     | 1    | 10      | 1   | 2001-05-01
)";

TEST(Rules, BarsDeferralsAndExceptions) {
  const World world(R"(award "A" for a unit, every year
  require a) mark is excellent except when size is 2
  bar "listed" when listed
  defer "under review" when founded is known

award "B" for a unit, every year
  require "groups" any of:
    a) mark is poor
    b) at least 2 of:
      1. size is above 2
      2. mark is excellent
      3. met is above 10
    end
  end

award "C" for a unit, every year
  require is eligible for "A"
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.verdict("A", "U1", 2024), "no");
  EXPECT_EQ(world.deferral("A", "U1", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U2", 2024), "yes");
  EXPECT_EQ(world.deferral("A", "U2", 2024), "no");
  EXPECT_EQ(world.verdict("B", "U1", 2024), "yes");
  EXPECT_EQ(world.verdict("B", "U2", 2024), "no");
  EXPECT_EQ(world.verdict("B", "U3", 2024), "unknown");
  EXPECT_EQ(world.verdict("C", "U1", 2024), "no");
  EXPECT_EQ(world.verdict("C", "U2", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U4", 2024), "yes");
  EXPECT_EQ(world.deferral("A", "U4", 2024), "yes");
  EXPECT_EQ(world.verdict("C", "U4", 2024), "unknown");
  const auto& criteria = world.award("B").criteria;
  const auto& second = criteria[0].parts[1];
  EXPECT_EQ(world.evaluation().criterion(second, judging(0, 2024)), values::Truth::yes);
  EXPECT_EQ(world.evaluation().criterion(second.parts[2], judging(0, 2024)), values::Truth::no);
}

TEST(Rules, WhoIsJudged) {
  const World world(R"(award "A" for every unit whose size is at least 3, every year
  require mark is good

award "B" for the unit "U2", every year
  require mark is good
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  const auto rule = [&](std::uint32_t award, int year) -> const RuleColumns& {
    return world.evaluation().rule({award}, values::year_period(year));
  };
  EXPECT_TRUE(rule(0, 2024).judged[0]);
  EXPECT_FALSE(rule(0, 2024).judged[1]);
  EXPECT_FALSE(rule(0, 2024).judged[2]);
  EXPECT_TRUE(rule(0, 2024).scope_unknown[2]);
  EXPECT_TRUE(rule(0, 2023).judged[0]);
  EXPECT_FALSE(rule(0, 2023).judged[2]);
  EXPECT_FALSE(rule(0, 2023).scope_unknown[2]);
  EXPECT_FALSE(rule(1, 2024).judged[0]);
  EXPECT_TRUE(rule(1, 2024).judged[1]);
  EXPECT_TRUE(world.evaluation().judged({1}, values::year_period(2024))[1]);
  EXPECT_FALSE(world.evaluation().judged({1}, values::year_period(2023))[1]);
}

TEST(Rules, ParametersAndDefinitionsAreThoseInForceThen) {
  const World world(R"(parameter enough
  from 2010-01-01: 3
  from 2024-01-01: 4

define large of a unit as size is at least (enough)

award "A" for a unit, every year
  require large

award "B" for a unit, every year
  require large in the previous year
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.verdict("A", "U1", 2023), "yes");
  EXPECT_EQ(world.verdict("A", "U1", 2024), "no");
  EXPECT_EQ(world.verdict("B", "U1", 2024), "yes");
  EXPECT_EQ(world.verdict("B", "U1", 2023), "unknown");
}

TEST(Rules, AnAwardMayHangOnItselfInEarlierYears) {
  const World world(R"(award "A" for a unit, every year
  require listed
  require (is eligible for "A" in the previous year) or size is 3
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.verdict("A", "U1", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U3", 2024), "unknown");
  EXPECT_EQ(world.verdict("A", "U2", 2024), "no");
}

TEST(Rules, Scorecards) {
  const World world(R"(scorecard "Card" for a unit, every year, out of 100
  part "I" up to 60
    item "targets" up to 40: 50 * met / planned
    item "size" up to 20: 10 * size
  part "II" up to 40
    item "mark" up to 40 all or nothing: mark is excellent
  bonus "listed" up to 5: if listed then 10 otherwise 0
  penalty "small": 3 - size

report "total" for a unit, every year: total of "Card"
report "part" for a unit, every year: points of part "I"
report "bonus" for a unit, every year: bonus

award "A" for a unit, every year
  require every item of "Card" reaches 100% of its ceiling
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.report("part", "U1", 2024), "60");
  EXPECT_EQ(world.report("bonus", "U1", 2024), "5");
  EXPECT_EQ(world.report("total", "U1", 2024), "100");
  EXPECT_EQ(world.report("part", "U2", 2024), "20..60");
  EXPECT_EQ(world.report("total", "U2", 2024), "19..59");
  EXPECT_EQ(world.verdict("A", "U1", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U2", 2024), "no");
  EXPECT_EQ(world.verdict("A", "U3", 2024), "no");
  const auto points = world.evaluation().points({0}, 2, judging(0, 2024));
  EXPECT_EQ(points.computed, values::Interval::exactly(values::Decimal(45)));
  EXPECT_EQ(points.points, values::Interval::exactly(values::Decimal(40)));
  EXPECT_EQ(points.applies, values::Truth::yes);
}

TEST(Rules, ScaledScorecardsBoundEarnedAndPossibleTogether) {
  const World world(R"(scorecard "Card" for a unit, every year, out of 40 scaled to 100
  item "a" up to 10: 10
  item "b" up to 20 applies when mark is good: 5
  item "c" up to 10 applies when listed: 10 * met / planned

report "total" for a unit, every year: total of "Card"
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.report("total", "U1", 2024), "95");
  EXPECT_EQ(world.report("total", "U1", 2023), "62.5");
  EXPECT_EQ(world.report("total", "U2", 2024), "50");
  // (10 + 2) / 20, or with the item of 5 in 20 (10 + 5 + 2) / 40.
  EXPECT_EQ(world.report("total", "U3", 2024), "42.5..60");
}

TEST(Rules, GradesAndTables) {
  const World world(R"(grades "Grade" for a unit, every year
  "Best" when mark is excellent and met is at least 9
  "Middle" when mark is at least good
  otherwise "Rest"

table points by mark
  excellent -> 30
  good -> 25
  otherwise -> 5

table points by size
  above 2 -> 2
  1 to 2 -> 1
  below 1 -> 0
  no match is a gap

report "grade" for a unit, every year: grade in "Grade" of the unit
report "points" for a unit, every year: points by mark
report "by size" for a unit, every year: points by size

award "A" for a unit, every year
  require grade in "Grade" of the unit is at least "Middle"
)",
                    units, {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.report("grade", "U1", 2024), "code 2");
  EXPECT_EQ(world.report("grade", "U1", 2023), "code 1");
  EXPECT_EQ(world.report("grade", "U3", 2024), "unknown code");
  EXPECT_EQ(world.report("points", "U1", 2024), "30");
  EXPECT_EQ(world.report("points", "U3", 2024), "5..30");
  EXPECT_EQ(world.report("by size", "U2", 2024), "1");
  EXPECT_EQ(world.report("by size", "U3", 2024), "..");
  EXPECT_EQ(world.verdict("A", "U2", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U3", 2024), "unknown");
}

TEST(Rules, WaiversLiftOneCriterionWhileTheyAreValid) {
  const World world(R"(award "A" for a unit, every year
  require a) mark is excellent
  require b) size is at least 2
)",
                    std::string(units) + R"(
waiver
award | criterion | entity | authority | reason | from       | until
A     | a)        | U2     | the head  | flood  | 2024-01-01 | 2024-12-31
A     | a)        | U1     | the head  | flood  | 2023-01-01 | 2023-06-30
)",
                    {2023, 2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.verdict("A", "U2", 2024), "yes");
  EXPECT_EQ(world.verdict("A", "U1", 2023), "no");
}

TEST(Rules, EvidenceIsSpentOnce) {
  const World world(R"(  order of awards "High"; "Low"

award "High" for a person, every year
  require a) 1 initiatives not used for another award
  require b) mark is excellent

award "Low" for a person, every year
  require 2 initiatives not used for another award
)",
                    R"(
person
id | mark
P1 | excellent
P2 | good
P3 |
P4 | excellent

initiative
id | authors | date       | reach
I1 | P1     | 2024-03-01 | good
I2 | P1     | 2024-03-02 | good
I3 | P2     | 2024-03-01 | good
I4 | P2     | 2024-03-02 | good
I5 | P3     | 2024-03-01 | good
I6 | P3     | 2024-03-02 | good
I7 | P4     | 2024-03-02 | good
I8 | P4     | 2024-03-02 | good
I9 | P4     | 2024-03-02 | good
)",
                    {2024});
  if (!world.mistakes().empty()) GTEST_FAIL() << world.mistakes();
  EXPECT_EQ(world.verdict("High", "P1", 2024), "yes");
  EXPECT_EQ(world.verdict("Low", "P1", 2024), "no");
  EXPECT_EQ(world.verdict("Low", "P2", 2024), "yes");
  EXPECT_EQ(world.verdict("Low", "P3", 2024), "unknown");
  EXPECT_EQ(world.verdict("Low", "P4", 2024), "yes");
}

}  // namespace
}  // namespace tdkt::evaluate
