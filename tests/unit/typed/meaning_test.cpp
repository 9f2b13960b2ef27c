// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "typed/expression.hpp"

namespace tdkt::typed {
namespace {

Type number() {
  Type type;
  type.kind = TypeKind::number;
  return type;
}
Type entity(std::uint32_t index) {
  Type type;
  type.kind = TypeKind::entity;
  type.entity = EntityId{index};
  return type;
}
Expr self(std::uint8_t level) { return make(Self{level}, entity(level), {}); }
Expr fact(std::uint32_t id, std::uint8_t level) {
  return make(FactOf{FactId{id}, self(level), nullptr, std::nullopt}, number(), {});
}
Expr literal(int value) { return make(Literal{Decimal{value}}, number(), {}); }
Expr at_least(Expr left, int right) { return make(Compare{Sign::at_least, std::move(left), literal(right)}, Type{}, {}); }
Expr all(std::vector<Expr> parts) { return make(All{std::move(parts)}, Type{}, {}); }
Expr any(std::vector<Expr> parts) { return make(Any{std::move(parts)}, Type{}, {}); }

Expr most_of(std::uint8_t level, Expr predicate) {
  Set set;
  set.from = self(static_cast<std::uint8_t>(level - 1));
  set.steps.push_back({RelationId{0}, false, JudgedPeriod{}, {}});
  set.of = EntityId{level};
  set.level = level;
  return make(Quantified{{Said::share, true, Sign::at_least, literal(1), nullptr}, set, std::move(predicate), false},
              Type{}, {});
}

TEST(Levels, OfMembersAreTheSetsOwn) {
  EXPECT_EQ(deepest_level(*fact(0, 0)), 0);
  EXPECT_EQ(deepest_level(*fact(0, 2)), 2);
  const auto quantified = most_of(1, at_least(fact(0, 1), 5));
  EXPECT_EQ(deepest_level(*quantified), 0);
  EXPECT_FALSE(reads_level(*quantified, 1));
  EXPECT_TRUE(reads_level(*quantified, 0));
  const auto nested = most_of(2, at_least(fact(0, 2), 5));
  EXPECT_EQ(deepest_level(*nested), 1) << "it starts from a member";
}

TEST(Levels, SharedDefinitionsAreLookedAtOnce) {
  Expr grown = fact(0, 1);
  for (int i = 0; i < 60; ++i)
    grown = make(Defined{DefinitionId{}, self(0), {}, make(Arithmetic{Operator::plus, grown, grown}, number(), {})},
                 number(), {});
  EXPECT_EQ(deepest_level(*grown), 1);
}

TEST(Meaning, WordingIsLeftAside) {
  const auto a = at_least(fact(0, 0), 1), b = at_least(fact(1, 0), 2), c = at_least(fact(2, 0), 3);
  EXPECT_TRUE(same_meaning(*all({a, all({b, c})}), *all({all({a, b}), c})));
  EXPECT_TRUE(same_meaning(*all({a}), *a));
  EXPECT_FALSE(same_meaning(*all({a, any({b, c})}), *any({all({a, b}), c})));
  EXPECT_FALSE(same_meaning(*all({a, b}), *all({b, a})));

  const auto with_verb = make(FactOf{FactId{0}, self(0), nullptr, VerbId{1}}, number(), {});
  EXPECT_TRUE(same_meaning(*at_least(with_verb, 1), *a));
  EXPECT_EQ(meaning_hash(*at_least(with_verb, 1)), meaning_hash(*a));

  auto every = std::get<Quantified>(most_of(1, a)->node), hundred = every;
  every.amount.said = Said::every;
  hundred.amount.said = Said::hundred_percent;
  EXPECT_TRUE(same_meaning(*make(every, Type{}, {}), *make(hundred, Type{}, {})));
  hundred.or_when_none = true;
  EXPECT_FALSE(same_meaning(*make(every, Type{}, {}), *make(hundred, Type{}, {})));
}

TEST(Meaning, WhatDiffersIsSeen) {
  EXPECT_FALSE(same_meaning(*fact(0, 0), *fact(0, 1)));
  EXPECT_FALSE(same_meaning(*fact(0, 0), *fact(1, 0)));
  EXPECT_FALSE(same_meaning(*literal(1), *literal(2)));
  const auto body = at_least(fact(0, 0), 1);
  const auto in_years = [&](Span span, std::optional<int> least) {
    return make(InYears{std::move(span), least, body}, Type{}, {});
  };
  EXPECT_FALSE(same_meaning(*in_years(LastYears{3, false}, {}), *in_years(LastYears{3, true}, {})));
  EXPECT_FALSE(same_meaning(*in_years(LastYears{3, false}, {}), *in_years(LastYears{3, false}, 0)));
  EXPECT_FALSE(same_meaning(*in_years(YearRange{2016, {}}, {}), *in_years(YearRange{{}, 2016}, {})));
  EXPECT_TRUE(same_meaning(*in_years(SinceReceiving{"Huân chương"}, {}), *in_years(SinceReceiving{"huân  chương"}, {})));
}

}  // namespace
}  // namespace tdkt::typed
