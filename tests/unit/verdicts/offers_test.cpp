// SPDX-License-Identifier: Apache-2.0
// What the rules of nominations say, one case a sentence.
#include "verdicts/offers.hpp"

#include <gtest/gtest.h>

#include "verdicts/quota.hpp"

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::Interval;
using values::Truth;

Interval exactly(int value) { return Interval::exactly(Decimal(value)); }
Interval between(int low, int high) { return {Decimal(low), Decimal(high)}; }

QuotaTerms at_most(int n) {
  QuotaTerms terms;
  terms.amount = exactly(n);
  return terms;
}

QuotaTerms share(int percent, QuotaTerms::Base base, values::Rounding rounding = values::Rounding::down) {
  QuotaTerms terms;
  terms.base = base;
  terms.amount = Interval::exactly(Decimal::from_scaled(percent * (Decimal::one / 100)));
  terms.rounding = rounding;
  return terms;
}

// Contenders with one score each, who all qualify for everything.
Contest contest(const std::vector<Interval>& scores, std::vector<QuotaTerms> quotas) {
  Contest contest;
  contest.keys = {{true, {}}};
  contest.one_offer_each = true;
  contest.members = contest.most_members = static_cast<std::int64_t>(scores.size());
  for (const auto& score : scores) {
    contest.contenders.push_back({true, {score}, std::vector<Truth>(quotas.size(), Truth::yes)});
  }
  contest.quotas = std::move(quotas);
  return contest;
}

std::string standings(const ContestOutcome& outcome) {
  std::string text;
  for (const auto& chance : outcome.chances) {
    if (!text.empty()) text += ' ';
    switch (chance.standing) {
      case Standing::nominated:
        for (std::size_t j = 0; j < chance.surely.size(); ++j) {
          if (chance.surely[j]) text += static_cast<char>('A' + j);
        }
        break;
      case Standing::not_nominated:
        text += '-';
        break;
      case Standing::tied:
        text += '=';
        break;
      default:
        text += '?';
    }
  }
  return text;
}

TEST(Offers, GoDownTheRanking) {
  const auto found = settled(contest({exactly(80), exactly(95), exactly(90)}, {at_most(1), at_most(1)}));
  EXPECT_EQ(standings(found), "- A B");
  EXPECT_EQ(found.chances[0].places.best, 3U);
}

TEST(Offers, EqualCandidatesShareTheBetterPlaceAndTheNextIsSkipped) {
  const auto found = settled(contest({exactly(9), exactly(9), exactly(8)}, {at_most(2)}));
  EXPECT_EQ(standings(found), "A A -");
  EXPECT_EQ(found.chances[0].places.worst, 1U);
  EXPECT_EQ(found.chances[1].places.worst, 1U);
  EXPECT_EQ(found.chances[2].places.best, 3U);
}

TEST(Offers, ATieAcrossACutOffIsLeftToAPerson) {
  EXPECT_EQ(standings(settled(contest({exactly(9), exactly(8), exactly(8), exactly(7)}, {at_most(2)}))),
            "A = = -");
}

TEST(Offers, WhatLiesBelowATieStandsIfEveryWayOfSettlingItGivesTheSame) {
  EXPECT_EQ(
      standings(settled(contest({exactly(9), exactly(9), exactly(7)}, {at_most(1), at_most(1), at_most(1)}))),
      "= = C");
}

TEST(Offers, AnUnknownScoreLeavesOpenOnlyWhomItCanReach) {
  // B may pass nobody's first place, and may fall to the third.
  EXPECT_EQ(
      standings(settled(contest({exactly(95), between(80, 90), exactly(85), exactly(70)}, {at_most(2)}))),
      "A ? ? -");
  EXPECT_EQ(
      standings(settled(contest({exactly(95), between(86, 90), exactly(85), exactly(70)}, {at_most(2)}))),
      "A A - -");
}

TEST(Offers, AnUnknownKeyIsNoTie) {
  auto tied = contest({exactly(9), exactly(9)}, {at_most(1)});
  tied.keys.push_back({true, {}});
  tied.contenders[0].keys.push_back(exactly(3));
  tied.contenders[1].keys.push_back(Interval::anything());
  EXPECT_EQ(standings(settled(tied)), "? ?");
  tied.contenders[1].keys[1] = exactly(3);
  EXPECT_EQ(standings(settled(tied)), "= =");
}

TEST(Offers, AnUnknownKeyOfOnesWhoAreSettledDoesNotHideATie) {
  auto three = contest({exactly(9), exactly(8), exactly(8)}, {at_most(2)});
  three.keys.push_back({true, {}});
  three.contenders[0].keys.push_back(Interval::anything());
  three.contenders[1].keys.push_back(exactly(1));
  three.contenders[2].keys.push_back(exactly(1));
  EXPECT_EQ(standings(settled(three)), "A = =");
}

TEST(Offers, AKeyForOnePlaceSettlesNoOther) {
  auto pairs = contest({exactly(9), exactly(9), exactly(8), exactly(8)}, {at_most(1), at_most(2)});
  pairs.keys.push_back({true, 1});
  for (int x = 0; x < 4; ++x) pairs.contenders[static_cast<std::size_t>(x)].keys.push_back(exactly(x));
  const auto found = settled(pairs);
  EXPECT_EQ(standings(found), "B A = =");
  EXPECT_EQ(found.chances[0].places.best, 2U);
  EXPECT_EQ(found.chances[2].places.best, 3U);
  EXPECT_EQ(found.chances[3].places.best, 3U);
}

TEST(Offers, WhoDoesNotQualifyIsPassedOver) {
  auto three = contest({exactly(9), exactly(8), exactly(7)}, {at_most(1), at_most(1)});
  three.contenders[0].qualifies = {Truth::no, Truth::yes};
  EXPECT_EQ(standings(settled(three)), "B A -");
  three.contenders[0].qualifies = {Truth::unknown, Truth::yes};
  EXPECT_EQ(standings(settled(three)), "? ? -");
}

TEST(Offers, WhoPerhapsStandsMakesOthersOpen) {
  auto two = contest({exactly(9), exactly(8)}, {at_most(1)});
  two.contenders[0].sure = false;
  EXPECT_EQ(standings(settled(two)), "A ?");
}

TEST(Offers, SeveralCanBeHeldWhereTheRuleAllowsIt) {
  auto two = contest({exactly(9), exactly(8)}, {at_most(1), at_most(2)});
  two.one_offer_each = false;
  EXPECT_EQ(standings(settled(two)), "AB B");
}

TEST(Offers, ScoresThatDifferAtTheTenthDigitAreEqual) {
  const auto third = *values::quotient(Decimal(1), Decimal(3));
  const auto five = *values::product(Decimal(15), third);  // 4.999999999995
  EXPECT_EQ(standings(settled(contest({Interval::exactly(five), exactly(5)}, {at_most(1)}))), "= =");
}

TEST(Offers, ContendersMissingFromTheRecordsLeaveEverybodyOpen) {
  auto two = contest({exactly(9), exactly(8)}, {at_most(2)});
  two.maybe_more = true;
  const auto found = settled(two);
  EXPECT_EQ(standings(found), "? ?");
  EXPECT_EQ(found.chances[0].places.worst, no_worst_place);
}

struct QuotaCase {
  const char* says;
  QuotaTerms terms;
  Count members, holders, expected;
};

TEST(Quota, IsAWholeNumberAsTheRuleRoundsIt) {
  using Base = QuotaTerms::Base;
  using values::Rounding;
  auto floor = share(20, Base::members);
  floor.floor = exactly(1);
  auto third = share(0, Base::members);
  third.amount = values::quotient(exactly(1), exactly(3));
  auto ranged = at_most(0);
  ranged.amount = between(2, 3);
  auto unlimited = at_most(0);
  unlimited.amount = Interval::anything();
  const std::vector<QuotaCase> cases{
      {"a number", at_most(2), {9, 9}, {}, {2, 2}},
      {"20% of 9, down", share(20, Base::members), {9, 9}, {}, {1, 1}},
      {"20% of 9, up", share(20, Base::members, Rounding::up), {9, 9}, {}, {2, 2}},
      {"50% of 9, half away from zero", share(50, Base::members, Rounding::half_away), {9, 9}, {}, {5, 5}},
      {"20% of 4 but at least 1", floor, {4, 4}, {}, {1, 1}},
      {"a third of 9 is 3, not 2.999…", third, {9, 9}, {}, {3, 3}},
      {"50% of those that remain", share(50, Base::remaining), {9, 9}, {3, 3}, {3, 3}},
      {"of those that remain, perhaps", share(50, Base::remaining), {9, 10}, {1, 3}, {3, 4}},
      {"more hold one than there are", share(50, Base::remaining), {2, 2}, {3, 3}, {0, 0}},
      {"2 or 3", ranged, {9, 9}, {}, {2, 3}},
      {"not known", unlimited, {9, 9}, {}, {0, without_end}},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.says);
    const auto quota = quota_of(one.terms, one.members, {}, one.holders);
    EXPECT_EQ(quota.least, one.expected.least);
    EXPECT_EQ(quota.greatest, one.expected.greatest);
  }
}

TEST(Quota, MayRestOnAnEarlierOffer) {
  auto nested = share(50, QuotaTerms::Base::offered);
  nested.offered = 0;
  const auto found = settled(contest({exactly(9), exactly(8), exactly(7), exactly(6)}, {at_most(2), nested}));
  EXPECT_EQ(standings(found), "A A B -");
}

}  // namespace
}  // namespace tdkt::verdicts
