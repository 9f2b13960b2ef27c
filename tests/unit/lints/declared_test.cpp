// SPDX-License-Identifier: Apache-2.0
// What bounds settle, what is used nowhere, what is forgotten.
#include <gtest/gtest.h>

#include "linted.hpp"

namespace tdkt::lints_tests {
namespace {

TEST(Comparisons, ThoseThatBoundsSettleAreTold) {
  for (const char* always : {"planned is at most 100", "planned is at least 0", "planned + 1 is above 0", "met is at most planned", "planned >= met",
                             "planned is between 0 and 100", "share of staff who achieve good is at most 100%", "number of staff is at least 0",
                             "average months worked of staff is at most 12", "total months worked of staff is at least 0",
                             "the smaller of (planned) and (50) is at most 50", "(if registered then 5 otherwise 7) is above 4",
                             "task rating is at least poor", "task rating is at most excellent", "at least 0% of staff help", "at most 100% of staff help",
                             "at least 0 of staff help", "met is at most 100"})
    EXPECT_EQ(award({always}).codes(), Codes{"W1008"}) << always << "\n" << award({always}).said();
  for (const char* never : {"planned is above 100", "planned is below 0", "met is above planned", "planned is between 101 and 110",
                            "number of staff is below 0", "task rating is below poor", "task rating is above excellent", "more than 100% of staff help",
                            "highest months worked of staff is above 12", "met is 101"})
    EXPECT_EQ(award({never}).codes(), Codes{"W1009"}) << never << "\n" << award({never}).said();
  for (const char* open : {"points is at least 0", "planned is at least 100", "planned / met is at least 0", "met is below planned",
                           "task rating is at least good", "any of staff helps", "total months worked of staff is at most 12"})
    EXPECT_EQ(award({open}).codes(), Codes{}) << open << "\n" << award({open}).said();
}

TEST(Comparisons, PointsLieBelowTheirCeiling) {
  const std::string card = "scorecard \"S\" for a unit, every year, out of 50\n  item \"i\" up to 50: points\n\n";
  const auto with = [&](const std::string& criterion) {
    return pack(card + "award \"A\" for a unit, every year\n  require " + criterion + "\n").codes();
  };
  EXPECT_EQ(with("total of \"S\" is at least 60"), Codes{"W1009"});
  EXPECT_EQ(with("total of \"S\" is at least 0"), Codes{"W1008"});
  EXPECT_EQ(with("total of \"S\" is at least 40"), Codes{});
  EXPECT_EQ(with("points of item \"i\" of \"S\" is above 50"), Codes{"W1009"});
}

TEST(Comparisons, ThoseInsideConditionsOfMembersAreTold) {
  EXPECT_EQ(award({"any of staff has months worked of more than 12"}).codes(), Codes{"W1009"});
}

TEST(Shares, BeyondAllAreTold) {
  for (const char* beyond : {"at least 120% of staff achieve good", "share of staff who achieve good is at least 101%",
                             "between 50% and 150% of staff achieve good", "share of staff who achieve good is between 50% and 200%"})
    EXPECT_EQ(award({beyond}).codes(), Codes{"W1007"}) << beyond << "\n" << award({beyond}).said();
  EXPECT_EQ(award({"points is at least 120%"}).codes(), Codes{}) << "only shares end at 100%";
}

TEST(Empty, SharesOfAPossiblyEmptyRelationAreRemarked) {
  EXPECT_EQ(award({"100% of helpers help"}).codes(), Codes{"R1010"});
  EXPECT_EQ(award({"at least 50% of helpers help"}).codes(), Codes{"R1010"});
  EXPECT_EQ(award({"100% of helpers help or when there are none"}).codes(), Codes{});
  EXPECT_EQ(award({"100% of staff help"}).codes(), Codes{}) << "never empty";
  EXPECT_EQ(award({"no helpers help"}).codes(), Codes{}) << "of nobody that is so";
  EXPECT_EQ(award({"any of helpers helps"}).codes(), Codes{});
  const auto found = award({"registered and 100% of helpers help"});
  ASSERT_EQ(found.codes(), Codes{"R1010"});
  EXPECT_EQ(found.diagnostics.all()[0].suggestions[0].replacement, " or when there are none");
}

const std::string rule = "award \"A\" for a unit, every year\n  require registered\n";

TEST(Unused, NamesOfAPack) {
  EXPECT_EQ(pack("define strong of a unit as points is at least 90\n\n" + rule).codes(), Codes{"W1001"});
  EXPECT_EQ(pack("parameter least\n  from 2020-01-01: 70%\n\n" + rule).codes(), Codes{"W1001"});
  EXPECT_EQ(pack("period \"Spring\" from 2024-02-01 to 2024-04-30\n\n" + rule).codes(), Codes{"W1001"});
  EXPECT_EQ(pack("table marks by task rating of the unit\n  excellent -> 1\n  otherwise -> 0\n\n" + rule).codes(), Codes{"W1001"});
  EXPECT_EQ(pack("define young of a unit as staff whose months worked is below 6\n\n" + rule).codes(), Codes{"W1001"});
  EXPECT_EQ(pack("define ratio (a, b) as a / b\n\n" + rule).codes(), Codes{"W1001"});
}

TEST(Unused, WhatIsUsedIsNot) {
  EXPECT_EQ(pack("define strong of a unit as points is at least 90\n\naward \"A\" for a unit, every year\n  require strong\n").codes(), Codes{});
  EXPECT_EQ(pack("parameter least\n  from 2020-01-01: 70%\n\naward \"A\" for a unit, every year\n  require at least (least) of staff help\n").codes(), Codes{});
  EXPECT_EQ(pack("define ratio (a, b) as a / b\n\naward \"A\" for a unit, every year\n  require ratio (points, planned) is at least 1\n").codes(), Codes{});
  EXPECT_EQ(pack("define young of a unit as staff whose months worked is below 6\n\naward \"A\" for a unit, every year\n  require any of young helps\n").codes(),
            Codes{});
  EXPECT_EQ(pack("define one of a unit as points is at least 90\ndefine two of a unit as one and registered\n\n" + rule).codes(), Codes{"W1001"})
      << "only the last is used nowhere";
  EXPECT_EQ(pack("define strong of a unit as points is at least 90\n").codes(), Codes{}) << "a pack without rules is made for others";
}

TEST(Unused, DeclarationsBesideTheirPack) {
  const std::string head = "pack \"P\"\n  version \"1\"\n  in force from 2020-01-01\n  uses vocabulary \"v\"\n\n";
  const std::string own = "vocabulary \"v\"\nentity unit\nentity person\nscale grade\n  low\n  high\nkinds colour\n  red\n"
                          "relation staff of unit: many person, yearly\nfact registered of unit: yes/no, yearly\n"
                          "fact most of unit: number, yearly\nfact few of unit: number from 0 to most, yearly\n";
  const auto beside = linted({{"p.tdkt", head + rule}, {"v.tdkt", own}});
  EXPECT_EQ(beside.codes(), (Codes{"R1002", "R1002", "R1002", "R1002", "R1002"})) << beside.said();
  EXPECT_EQ(linted({{"p.tdkt", head + rule}, {"words/v.tdkt", own}}).codes(), Codes{}) << "made for others, too";
  const auto bound = linted({{"p.tdkt", head + "award \"A\" for a unit, every year\n  require few is at least 1 and registered\n"}, {"v.tdkt", own}});
  EXPECT_EQ(bound.codes(), (Codes{"R1002", "R1002", "R1002"})) << "the bound of what is used is used\n" << bound.said();
}

TEST(Forgotten, Tests) { EXPECT_EQ(pack(rule + "\ntest \"t\"\n  in 2024\n  given unit\n    | id | registered |\n    | U  | yes |\n").codes(), Codes{"W1014"}); }

TEST(Forgotten, Citations) {
  const std::string two = "award \"A\" for a unit, every year\n  cites \"Article 1\"\n  require registered\n\n"
                          "award \"B\" for a unit, every year\n  require registered\n";
  EXPECT_EQ(pack(two).codes(), Codes{"R1012"});
  EXPECT_EQ(pack("award \"A\" for a unit, every year\n  require registered\n\naward \"B\" for a unit, every year\n  require registered\n").codes(), Codes{});
}

TEST(Forgotten, TimesAtWhichThePackIsNotInForce) {
  EXPECT_EQ(pack("award \"A\" for a unit, in 2019\n  require registered\n").codes(), Codes{"W1011"});
  EXPECT_EQ(pack("award \"A\" for a unit, in 2020\n  require registered\n").codes(), Codes{});
  EXPECT_EQ(pack("period \"Old\" from 2019-01-01 to 2019-06-30\n\naward \"A\" for a unit, in the period \"Old\"\n  require registered\n").codes(), Codes{"W1011"});
  EXPECT_EQ(pack("period \"Over the turn\" from 2019-10-01 to 2020-03-31\n\naward \"A\" for a unit, in the period \"Over the turn\"\n  require registered\n").codes(),
            Codes{});
}

}  // namespace
}  // namespace tdkt::lints_tests
