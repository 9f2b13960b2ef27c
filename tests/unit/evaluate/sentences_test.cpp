// SPDX-License-Identifier: Apache-2.0
// Sentences over small worlds: what each comes to, unknowns included.
#include <gtest/gtest.h>

#include "world.hpp"

namespace tdkt::evaluate {
namespace {

struct Case {
  const char* sentence;
  const char* entity;
  int year;
  const char* truth;
};

// Judges each sentence of cases as the one requirement of an award for `entity`.
void check(const std::string& entity, const std::string& statements, const std::string& tables,
           const std::vector<int>& years, const std::vector<Case>& cases) {
  std::string rules = statements + "\n";
  for (std::size_t i = 0; i < cases.size(); ++i)
    rules += "award \"A" + std::to_string(i) + "\" for a " + entity + ", every year\n  require " + cases[i].sentence + "\n\n";
  const World world(rules, tables, years);
  ASSERT_EQ(world.mistakes(), "");
  for (std::size_t i = 0; i < cases.size(); ++i)
    EXPECT_EQ(world.verdict("A" + std::to_string(i), cases[i].entity, cases[i].year), cases[i].truth)
        << cases[i].sentence << " of " << cases[i].entity << " in " << cases[i].year;
}

// U1: three of staff, one mark not on record. U2: all marks on record. U3: nobody on record.
const char* const staff = R"(
unit
id | mark | size
U1 | good | 3
U2 | poor | 2
U3 | fair |

person
id | unit | mark | honour  | months | active
P1 | U1   | good | worker  | 12     | yes
P2 | U1   | poor | fighter | 6      | no
P3 | U1   |      |         |        |
P4 | U2   | good | fighter | 3      | yes
P5 | U2   | excellent |    | 9      | yes
)";

TEST(Sentences, Quantifiers) {
  check("unit", "", staff, {2024},
        {{"100% of staff have a mark of at least good", "U1", 2024, "no"},
         {"100% of staff have a mark of at least good", "U2", 2024, "yes"},
         {"100% of staff have a mark of at least good", "U3", 2024, "unknown"},
         {"any of staff has a mark of at least good", "U1", 2024, "yes"},
         {"any of staff has a mark of excellent", "U1", 2024, "unknown"},
         {"at least 33.3% of staff have a mark of at least good", "U1", 2024, "yes"},
         {"at least 2 of staff have a mark of at least good", "U1", 2024, "unknown"},
         {"at least 3 of staff have a mark of at least good", "U1", 2024, "no"},
         {"no staff have a mark of poor", "U1", 2024, "no"},
         {"no staff have a mark of excellent", "U1", 2024, "unknown"},
         {"exactly 50% of staff have a mark of good", "U1", 2024, "no"},
         {"exactly 1 of staff has a mark of poor", "U1", 2024, "unknown"},
         {"between 40% and 60% of staff have a mark of good", "U1", 2024, "no"},
         {"between 30% and 60% of staff have a mark of good", "U1", 2024, "unknown"},
         {"100% of staff who achieve fighter have a mark of at least good", "U1", 2024, "no"},
         {"100% of staff who achieve fighter have a mark of at least good", "U2", 2024, "yes"},
         {"100% of staff with a mark of fair have a mark of at least good", "U2", 2024, "unknown"},
         {"100% of staff with a mark of fair are active or when there are none", "U2", 2024, "yes"},
         {"no staff with a mark of fair is active", "U2", 2024, "yes"},
         {"any of staff with a mark of fair is active", "U2", 2024, "no"},
         {"all staff have a mark of at least poor", "U1", 2024, "yes"},
         {"number of staff is 3", "U1", 2024, "yes"},
         {"number of staff is at least 0", "U3", 2024, "unknown"}});
}

TEST(Sentences, SharesCompareInWholeNumbers) {
  check("unit", "", staff, {2024},
        {{"share of staff who achieve worker is at least 2/3", "U1", 2024, "no"},
         {"share of staff who achieve worker is at least 66%", "U1", 2024, "yes"},
         {"share of staff who achieve worker is not 50%", "U2", 2024, "no"},
         {"15 * share of staff who achieve fighter = 5", "U1", 2024, "yes"},
         {"share of staff who achieve worker is between 60% and 70%", "U1", 2024, "yes"}});
}

TEST(Sentences, Aggregates) {
  check("unit", "", staff, {2024},
        {{"total months of staff is at least 18", "U1", 2024, "yes"},
         {"total months of staff is at least 19", "U1", 2024, "unknown"},
         {"total months of staff is above 30", "U1", 2024, "no"},
         {"average months of staff is 6", "U2", 2024, "yes"},
         {"average months of staff is at least 10", "U1", 2024, "unknown"},
         {"average months of staff is above 10", "U1", 2024, "no"},
         {"highest months of staff is 12", "U1", 2024, "yes"},
         {"lowest months of staff is at most 6", "U1", 2024, "yes"},
         {"median months of staff is at least 6", "U1", 2024, "yes"},
         {"median months of staff is 6", "U2", 2024, "yes"},
         {"total months of staff that are known is 18", "U1", 2024, "yes"},
         {"total months of staff with a mark of good is at least 12", "U1", 2024, "yes"},
         {"total months of staff with a mark of good is at most 12", "U1", 2024, "unknown"},
         {"total months of staff with a mark of good is above 24", "U1", 2024, "no"},
         {"average months of staff with a mark of poor is 6", "U1", 2024, "unknown"},
         {"the staff with the highest months is the person \"P5\"", "U2", 2024, "yes"}});
}

TEST(Sentences, FactsOfOthersAndRanks) {
  const auto tables = std::string(R"(
bloc
id | leader
B1 | U1
B2 |

unit
id | bloc | mark      | planned | met | size
U1 | B1   | good      | 10      | 9   | 3
U2 | B1   | excellent | 10      |     | 2
U3 | B1   | fair      | 20      | 20  | 1
U4 | B2   | fair      | 20      | 20  |
)");
  check("unit", "", tables, {2024},
        {{"mark of leader of its bloc is good", "U3", 2024, "yes"},
         {"mark of leader of its bloc is good", "U4", 2024, "unknown"},
         {"any of members of its bloc has a met of at least 9", "U1", 2024, "yes"},
         {"met is at most 10", "U2", 2024, "yes"},
         {"met is above 10", "U2", 2024, "no"},
         {"rank of the unit by size among members of its bloc is 1", "U1", 2024, "yes"},
         {"rank of the unit by size among members of its bloc is 3", "U3", 2024, "yes"},
         {"rank of the unit by met / planned among members of its bloc is at most 2", "U3", 2024, "yes"},
         {"rank of the unit by met / planned among members of its bloc is 1", "U2", 2024, "unknown"},
         {"rank of the unit by met / planned among members of its bloc is 3", "U1", 2024, "unknown"},
         {"is in the top 2 of members of its bloc by size", "U2", 2024, "yes"},
         {"100% of members of its bloc have a size of at most size of the unit", "U1", 2024, "yes"},
         {"100% of members of its bloc have a size of at most size of the unit", "U2", 2024, "no"},
         {"size / (size - 3) is above 1", "U1", 2024, "unknown"}});
  check("bloc", "", tables, {2024},
        {{"leader is one of members", "B1", 2024, "yes"},
         {"leader is one of members", "B2", 2024, "unknown"},
         {"the member with the highest size is the unit \"U1\"", "B1", 2024, "yes"},
         {"the member with the highest met is the unit \"U3\"", "B1", 2024, "yes"},
         {"leader is the unit \"U1\"", "B1", 2024, "yes"}});
}

TEST(Sentences, Years) {
  const auto tables = std::string(R"(
person
id | year | unit | mark      | honour
P1 | 2022 | U1   | good      | worker
P1 | 2023 | U1   | good      | fighter
P1 | 2024 | U1   | excellent | fighter
P2 | 2022 | U1   | poor      | worker
P2 | 2023 | U1   |           | worker
P2 | 2024 | U1   | good      | worker
P3 | 2024 | U1   | good      |

unit
id | year | listed
U1 | 2024 | yes
)");
  check("person", "", tables, {2022, 2023, 2024},
        {{"mark is at least good for 3 consecutive years", "P1", 2024, "yes"},
         {"mark is at least good for 3 consecutive years", "P2", 2024, "no"},
         {"mark is at least good for 4 consecutive years", "P1", 2024, "unknown"},
         {"mark is at least good for 2 consecutive years", "P2", 2024, "unknown"},
         {"mark is good for 2 consecutive years before", "P1", 2024, "yes"},
         {"mark is good in at least 2 of the last 3 years", "P1", 2024, "yes"},
         {"mark is good in at least 2 of the last 3 years", "P2", 2024, "unknown"},
         {"mark is excellent in the previous year", "P1", 2024, "no"},
         {"mark is good 2 years ago", "P1", 2024, "yes"},
         {"mark is poor in 2022", "P2", 2024, "yes"},
         {"mark is at least good from 2022 to 2023", "P1", 2024, "yes"},
         {"mark is at least good from 2023", "P1", 2024, "yes"},
         {"achieve fighter for 2 consecutive years", "P1", 2024, "yes"},
         {"achieve fighter for 3 consecutive years", "P1", 2024, "no"},
         {"achieve fighter for 4 consecutive years", "P1", 2024, "no"},
         {"last year's mark is good", "P1", 2024, "yes"},
         {"the judged year is at least 2024", "P1", 2024, "yes"},
         {"within the last 3 years: (mark is at least good in every year and mark is excellent at least 1 time)", "P1", 2024,
          "yes"}});
  check("unit", "", tables, {2022, 2023, 2024},
        {{"100% of staff have a mark of at least good in the previous year", "U1", 2024, "unknown"},
         {"each of the staff has (mark is at least fair for 2 consecutive years)", "U1", 2024, "unknown"},
         {"listed for 3 consecutive years", "U1", 2024, "no"},
         {"not listed in 2015", "U1", 2024, "yes"},
         {"number of staff is 3", "U1", 2024, "yes"},
         {"number of staff is 3 in the previous year", "U1", 2024, "no"}});
}

TEST(Sentences, DatedRecordsAndReceipts) {
  const auto tables = std::string(R"(
unit
id | year | mark | founded
U1 | 2018 | good | 2001-05-01
U1 | 2019 | excellent | 2001-05-01
U1 | 2020 | good | 2001-05-01
U1 | 2021 | poor | 2001-05-01
U1 | 2022 | good | 2001-05-01
U1 | 2023 | good | 2001-05-01
U1 | 2024 | good | 2001-05-01
U2 | 2024 | good |

award record
id | unit | date       | award name
R1 | U1   | 2016-03-01 | Flag
R2 | U1   | 2019-03-01 | Flag
R3 | U1   | 2020-03-01 | Flag
R4 | U1   | 2021-06-30 | Medal
R5 | U2   | 2023-06-30 |

person
id | year | unit
P1 | 2024 | U1

initiative
id | authors | date       | reach
I1 | P1     | 2022-12-31 | good
I2 | P1     | 2024-01-15 | fair
)");
  const std::string flag = "award \"Flag\" for a unit, every year\n  require listed\n\n"
                           "award \"Medal\" for a unit, every year\n  require listed\n";
  check("unit", flag, tables, {2018, 2019, 2020, 2021, 2022, 2023, 2024},
        {{"received \"Flag\" at least 3 times", "U1", 2024, "yes"},
         {"received \"Flag\" at least 3 times", "U1", 2019, "no"},
         {"received \"Flag\"", "U2", 2024, "unknown"},
         {"received \"Flag\" at least 2 times", "U2", 2024, "no"},
         {"received \"Flag\" 2 consecutive times", "U1", 2024, "yes"},
         {"received \"Flag\" 3 consecutive times", "U1", 2024, "no"},
         {"mark is at least good in every year since receiving \"Medal\"", "U1", 2024, "yes"},
         {"mark is at least good in every year since receiving \"Flag\"", "U1", 2024, "no"},
         {"mark is at least good in the 3 years after receiving \"Medal\"", "U1", 2024, "yes"},
         {"mark is at least good in the 5 years after receiving \"Medal\"", "U1", 2024, "unknown"},
         {"founded < 2002-01-01", "U1", 2024, "yes"},
         {"founded is known", "U2", 2024, "no"},
         {"number of initiatives of staff is 1", "U1", 2024, "yes"},
         {"number of initiatives of staff in the last 3 years is 2", "U1", 2024, "yes"}});
  check("person", "", tables, {2024},
        {{"any of initiatives in the last 3 years has reach of at least good", "P1", 2024, "yes"},
         {"any of initiatives has reach of at least good", "P1", 2024, "no"},
         {"any of initiatives before 2023-01-01 has reach of good", "P1", 2024, "yes"},
         {"at least 1 of initiatives within 20 days of 2024-01-01", "P1", 2024, "yes"},
         {"at least 1 of initiatives within 10 days of 2024-01-01", "P1", 2024, "no"}});
}

TEST(Sentences, APathReachesAMemberOnce) {
  const auto tables = std::string(R"(
person
id | year | unit
P1 | 2024 | U1
P2 | 2024 | U1

initiative
id | authors | date       | reach
I1 | P1     | 2024-03-01 | good
I1 | P2     | 2024-03-01 | good
I2 | P2     | 2024-04-01 |
)");
  check("unit", "", tables, {2024},
        {{"number of initiatives of staff is 2", "U1", 2024, "yes"},
         {"any of initiatives of staff has reach of good", "U1", 2024, "yes"},
         {"at least 2 of initiatives of staff have reach of good", "U1", 2024, "unknown"}});
}

TEST(Sentences, SecondKeys) {
  const auto tables = std::string(R"(
target
unit | indicator | year | target | result
U1   | revenue   | 2024 | 100    | 120
U1   | jobs      | 2024 | 10     | 10
U2   | revenue   | 2024 | 100    | 90
U2   | jobs      | 2024 | 10     |
)");
  check("unit", "", tables, {2024},
        {{"every indicator has result of at least target", "U1", 2024, "yes"},
         {"every indicator has result of at least target", "U2", 2024, "no"},
         {"result for \"revenue\" is above 100", "U1", 2024, "yes"},
         {"result for \"jobs\" is above 100", "U2", 2024, "unknown"},
         {"total target over indicators is 110", "U1", 2024, "yes"},
         {"no indicator has target of at least 500", "U1", 2024, "yes"},
         {"no indicator has target of at least 500 in the previous year", "U1", 2024, "unknown"},
         {"number of indicators is 2", "U1", 2024, "yes"}});
}

TEST(Sentences, Rotation) {
  const auto tables = std::string(R"(
bloc
id | year | leader | deputy
B1 | 2020 | U1     | U2
B1 | 2021 | U2     | U3
B1 | 2022 | U3     | U1
B1 | 2023 | U1     | U2
B1 | 2024 | U1     | U2
B2 | 2020 | U4     |
B2 | 2021 | U5     |
B2 | 2022 |        |
B2 | 2023 | U4     |
B2 | 2024 | U5     |
B3 | 2023 | U7     |
B3 | 2024 | U1     |

unit
id | bloc
U1 | B1
U2 | B1
U3 | B1
U4 | B2
U5 | B2
U6 | B2
U7 | B3
)");
  check("bloc", "", tables, {2020, 2021, 2022, 2023, 2024},
        {{"bloc leader rotates annually", "B1", 2021, "yes"},
         {"bloc leader rotates annually", "B1", 2024, "no"},
         {"bloc leader rotates annually", "B1", 2020, "unknown"},
         {"bloc leader rotates annually", "B2", 2023, "unknown"},
         {"bloc leader rotates annually", "B3", 2024, "no"},  // not one of the members
         {"bloc leader rotates annually with no repeat within 3 years", "B1", 2023, "yes"},
         {"bloc leader rotates annually with no repeat within 4 years", "B1", 2023, "no"},
         {"bloc leader rotates annually with no repeat within 3 years", "B2", 2023, "unknown"},
         {"bloc leader rotates annually with no repeat within 1 years", "B1", 2024, "no"},
         {"bloc leader rotates annually until every member has led, from 2020", "B1", 2022, "yes"},
         {"bloc leader rotates annually until every member has led, from 2020", "B1", 2023, "yes"},
         {"bloc leader rotates annually until every member has led, from 2020", "B1", 2024, "no"},
         {"bloc leader rotates annually until every member has led, from 2020", "B2", 2023, "unknown"},
         {"bloc leader rotates annually until every member has led", "B1", 2023, "yes"},
         {"bloc leader rotates annually until every member has led", "B1", 2024, "unknown"},
         {"the deputy becomes leader", "B1", 2021, "yes"},
         {"the deputy becomes leader", "B1", 2024, "no"}});
}

TEST(Sentences, AttestedFactsNeedTheirAttestation) {
  const auto tables = std::string(R"(
unit
id | united
U1 | yes
U2 | no
)");
  check("unit", "", tables, {2024}, {{"united", "U1", 2024, "yes"}, {"united", "U2", 2024, "no"}});
}

TEST(Sentences, FinerFactsAreThoseOfTheLastPeriod) {
  const auto tables = std::string(R"(
unit
id | quarter | quarterly mark
U1 | 2024-Q1 | poor
U1 | 2024-Q4 | good
)");
  check("unit", "", tables, {2024}, {{"last quarterly mark is good", "U1", 2024, "yes"},
                                     {"every quarter has quarterly mark of at least good", "U1", 2024, "no"}});
}

}  // namespace
}  // namespace tdkt::evaluate
