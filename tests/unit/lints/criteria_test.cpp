// SPDX-License-Identifier: Apache-2.0
// What follows from what, and what excludes what.
#include <gtest/gtest.h>

#include "linted.hpp"

namespace tdkt::lints_tests {
namespace {

struct Pair {
  const char *first, *second;
};

TEST(Criteria, OneThatFollowsIsTold) {
  for (const auto& [first, second] : std::initializer_list<Pair>{
           {"points is at least 90", "points is at least 80"},
           {"points is above 80", "points is at least 80"},
           {"points is 85", "points is between 80 and 90"},
           {"points is between 82 and 85", "points is above 80"},
           {"points is 85", "points is not 86"},
           {"points is above planned", "points is at least planned"},
           {"planned is below points", "points is at least planned"},
           {"planned is above 11", "planned is at least 12"},  // whole numbers
           {"task rating is excellent", "task rating is at least good"},
           {"achieves good", "task rating is not poor"},
           {"task rating is one of good; excellent", "task rating is above poor"},
           {"registered and points is at least 90", "points is at least 80"},
           {"points is at least 90", "points is at least 80 or registered"},
           {"points is at least 95 or points is 90", "points is at least 80"},
           {"at least 80% of staff achieve good", "at least 70% of staff achieve good"},
           {"at least 80% of staff achieve excellent", "at least 70% of staff achieve good"},
           {"100% of staff achieve good", "at least 70% of staff achieve good"},
           {"100% of staff achieve good", "any of staff achieves good"},
           {"at least 3 of staff achieve good", "at least 2 of staff achieve good"},
           {"exactly 3 of staff achieve good", "at least 2 of staff achieve good"},
           {"no staff helps", "no more than 2 of staff help"},
           {"at most 10% of staff achieve good", "at most 20% of staff achieve excellent"},
           {"achieves good for 3 consecutive years", "achieves good"},
           {"achieves excellent for 3 consecutive years", "achieves good for 2 consecutive years"},
           {"achieves good for 3 consecutive years", "achieves good in the previous year"},
           {"achieves good for 4 consecutive years", "achieves good in at least 3 of the last 5 years"},
           {"achieves good in at least 4 of the last 5 years", "achieves good in at least 3 of the last 5 years"},
       }) {
    const auto found = award({std::string("a) ") + first, std::string("b) ") + second});
    EXPECT_EQ(found.codes(), Codes{"W1004"}) << first << " | " << second << "\n" << found.said();
    if (!found.diagnostics.empty()) {
      EXPECT_EQ(diagnostics::message(found.diagnostics.all().front(), grammar::Language::english),
                "this follows from 'a)' and asks for nothing more");
    }
    const auto turned = award({std::string("a) ") + second, std::string("b) ") + first});
    EXPECT_EQ(turned.codes(), Codes{"W1004"}) << "turned: " << first << " | " << second << "\n" << turned.said();
  }
}

TEST(Criteria, OneThatRepeatsIsTold) {
  for (const auto& [first, second] : std::initializer_list<Pair>{
           {"points is at least 90", "points >= 90"},
           {"100% of staff achieve good", "all staff achieve good"},
           {"registered", "the unit is registered"},
       }) {
    const auto found = award({first, second});
    EXPECT_EQ(found.codes(), Codes{"W1003"}) << first << " | " << second << "\n" << found.said();
  }
}

TEST(Criteria, ThoseThatExcludeEachOtherAreTold) {
  for (const auto& [first, second] : std::initializer_list<Pair>{
           {"points is at least 90", "points is below 90"},
           {"points is 85", "points is not 85"},
           {"points is between 80 and 85", "points is between 86 and 90"},
           {"points is above planned", "points is at most planned"},
           {"planned is above 11", "planned is below 12"},
           {"task rating is excellent", "task rating is one of poor; good"},
           {"registered", "not registered"},
           {"registered and points is 85", "points is 86 and achieves good"},
           {"at least 80% of staff achieve good", "at most 70% of staff achieve good"},
           {"at least 80% of staff achieve excellent", "at most 70% of staff achieve good"},
           {"at least 3 of staff help", "no staff helps"},
           {"at least 10% of staff help", "no staff helps"},
           {"all staff achieve good", "any of staff has task rating of poor"},
           {"at least 60% of staff achieve good", "more than 40% of staff have task rating of poor"},
           {"achieves good for 3 consecutive years", "task rating is poor"},
           {"achieves good in at least 3 of the last 5 years", "task rating is poor for 3 consecutive years"},
       }) {
    for (const bool turned : {false, true}) {
      const auto found = turned ? award({second, first}) : award({first, second});
      EXPECT_EQ(found.codes(), Codes{"W1006"}) << first << " | " << second << "\n" << found.said();
    }
  }
}

TEST(Criteria, WhatCannotBeProvedIsNotTold) {
  for (const auto& [first, second] : std::initializer_list<Pair>{
           {"points is at least 80", "planned is at least 80"},
           {"points is at least 80", "points is at most 90"},
           {"points is above 11", "points is below 12"},  // 11.5
           {"at least 80% of staff achieve good", "at least 2 of staff achieve good"},
           {"any of staff achieves excellent", "at least 10% of staff achieve good"},
           {"at least 80% of staff achieve good", "at least 70% of staff achieve excellent"},
           {"at least 80% of staff achieve good", "at most 90% of staff achieve excellent"},
           {"at least 50% of staff achieve good", "at least 50% of staff have task rating of poor"},
           {"at least 80% of staff achieve good", "at least 70% of staff whose months worked is 12 achieve good"},
           {"no staff helps", "100% of staff achieve good"},
           {"achieves good for 3 consecutive years before", "achieves good"},
           {"achieves good in at least 3 of the last 5 years", "achieves good for 2 consecutive years"},
           {"achieves good in at least 2 of the last 5 years", "task rating is poor for 3 consecutive years"},
           {"task rating is good in 2019", "task rating is poor"},
       }) {
    const auto found = award({first, second});
    EXPECT_EQ(found.codes(), Codes{}) << first << " | " << second << "\n" << found.said();
  }
}

// Over nobody, a sentence that says what holds then is true, and another unknown.
TEST(Criteria, NobodyIsNotForgotten) {
  EXPECT_EQ(award({"100% of helpers help or when there are none", "any of helpers helps"}).codes(), Codes{});
  EXPECT_EQ(award({"100% of helpers help or when there are none", "no helpers help"}).codes(), Codes{});
  EXPECT_EQ(award({"100% of helpers help or when there are none", "at least 50% of helpers help or when there are none"}).codes(), Codes{"W1004"});
}

TEST(Criteria, WaiversAndBars) {
  EXPECT_EQ(award({"points is at least 90 except when registered", "points is at least 80"}).codes(), Codes{}) << "it may be waived";
  EXPECT_EQ(award({"points is at least 90", "points is at least 80 except when registered"}).codes(), Codes{"W1004"});
  const std::string head = "award \"A\" for a unit, every year\n";
  EXPECT_EQ(pack(head + "  require points is at least 90\n  bar when points is at least 80\n").codes(), Codes{"W1006"});
  EXPECT_EQ(pack(head + "  require registered\n  bar when points is below 80\n  bar when points is below 70\n").codes(), Codes{"W1005"});
  EXPECT_EQ(pack(head + "  require points is at least 90\n  bar when points is below 80\n").codes(), Codes{});
}

TEST(Criteria, Groups) {
  const std::string head = "award \"A\" for a unit, every year\n";
  EXPECT_EQ(pack(head + "  require a) any of:\n    i) points is at least 90\n    ii) points is at least 80\n  end\n").codes(), Codes{"W1005"});
  EXPECT_EQ(pack(head + "  require a) all of:\n    i) points is at least 90\n    ii) registered\n  end\n  require b) points is at least 80\n").codes(),
            Codes{"W1004"});
  EXPECT_EQ(pack(head + "  require a) points is at least 90\n  require b) any of:\n    i) points is at least 80\n    ii) registered\n  end\n").codes(),
            Codes{"W1004"});
  EXPECT_EQ(pack(head + "  require a) points is at least 90\n  require b) any of:\n    i) points is below 80\n    ii) registered\n  end\n").codes(),
            Codes{"W1006"});
  EXPECT_EQ(pack(head + "  require a) at least 2 of:\n    i) points is at least 90\n    ii) points is at least 80\n    iii) registered\n  end\n").codes(),
            Codes{});
}

TEST(Criteria, WhomTheRuleIsFor) {
  EXPECT_EQ(pack("award \"A\" for every unit whose points is at least 90, every year\n  require points is at least 80\n").codes(), Codes{"W1004"});
  EXPECT_EQ(pack("award \"A\" for every unit whose points is at least 90, every year\n  require points is below 80\n").codes(), Codes{"W1006"});
}

TEST(Criteria, DefinitionsAreLookedInto) {
  const std::string definition = "define strong of a unit as points is at least 90\n\n";
  EXPECT_EQ(pack(definition + "award \"A\" for a unit, every year\n  require strong\n  require points is at least 80\n").codes(), Codes{"W1004"});
  EXPECT_EQ(pack(definition + "award \"A\" for a unit, every year\n  require strong\n  require not strong\n").codes(), Codes{"W1006"});
}

TEST(Criteria, AGradeBehindAWiderOneIsNeverReached) {
  const std::string head = "grades \"G\" for a unit, every year\n";
  EXPECT_EQ(pack(head + "  \"Good\" when points is at least 85\n  \"Excellent\" when points is at least 95\n  otherwise \"Fair\"\n").codes(), Codes{"W1005"});
  EXPECT_EQ(pack(head + "  \"Excellent\" when points is at least 95\n  \"Good\" when points is at least 85\n  otherwise \"Fair\"\n").codes(), Codes{});
}

}  // namespace
}  // namespace tdkt::lints_tests
