// SPDX-License-Identifier: Apache-2.0
#include "columns/amendments.hpp"

#include <gtest/gtest.h>

namespace tdkt::columns {
namespace {

using values::Decimal;

template <class T>
Array<T> array(const std::vector<T>& values) { return values; }
Codes codes(const std::vector<std::uint8_t>& values) { return values; }

// People with a rating, months and points a year, targets for indicators, and a mark that a body attests.
class AmendmentsTest : public testing::Test {
 protected:
  enum Facts : std::uint32_t { rating, months, target, mark, remark, unheard };

  AmendmentsTest() {
    schema.entities = {Entity{}, Entity{}};
    schema.scales = {Scale{{}, true, {Name{}, Name{}, Name{}}}};
    schema.facts.resize(6);
    auto& facts = schema.facts;
    for (auto& fact : facts) fact.of = EntityId{0};
    facts[rating].type.kind = TypeKind::scale;
    facts[rating].absent = Absent{{}, 1, {}, {}};
    facts[months].type.kind = TypeKind::number, facts[months].type.whole = true;
    facts[months].from = Bound{Decimal(0), {}}, facts[months].to = Bound{Decimal(1'000'000), {}};
    facts[target].type.kind = TypeKind::number, facts[target].per = EntityId{1};
    facts[mark].type.kind = TypeKind::truth, facts[mark].attested_by = "a body";
    facts[remark].type.kind = TypeKind::text;

    data.entities.resize(2);
    data.entities[0].ids = {"A", "B", "C"}, data.entities[1].ids = {"I", "J"};
    data.entities[0].seen[2024] = Bits(3, true), data.entities[0].seen[2024].clear(2);
    data.texts = {"good", "bad"};
    data.facts.resize(6);
    for (auto* timeline : {&data.facts[rating], &data.facts[months], &data.facts[target], &data.facts[mark], &data.facts[remark]})
      timeline->given = true, timeline->covered = {2024};
    auto& ratings = data.facts[rating].at[2024];
    ratings.cells = codes({2, 0, missing_code}), ratings.present = Bits(3, true), ratings.present.clear(2);
    ratings.places = {array<std::uint32_t>({5, 6, 7}), {}, 0, 0};
    auto& of_months = data.facts[months].at[2024];
    of_months.cells = Numbers{0, array<std::int8_t>({12, 11, 0})}, of_months.present = Bits(3, true);
    auto& targets = data.facts[target].at[2024];
    targets.keyed = true, targets.keys = array<KeyedCell>({{0, 1}, {1, 0}});
    targets.cells = Numbers{0, array<std::int8_t>({3, 4})}, targets.present = Bits(2, true), targets.places = {array<std::uint32_t>({2, 3}), {}, 0, 0};
  }

  Change change(Facts fact, values::Row row, std::optional<CellValue> value, std::optional<std::int32_t> key = {}) {
    return {FactId{fact}, row, 2024, key, std::move(value)};
  }
  Changed made(const Change& change) { return std::get<Changed>(amendments.make(change)); }
  std::optional<Refusal> refused(const Change& change) {
    const auto outcome = amendments.make(change);
    const auto* why = std::get_if<Refusal>(&outcome);
    return why ? std::optional(*why) : std::nullopt;
  }
  const Column& column(Facts fact) { return data.facts[fact].at.at(2024); }
  std::string number(Facts fact, values::Row cell) { return std::get<Numbers>(column(fact).cells).at(cell).text(); }

  Schema schema;
  Dataset data;
  Amendments amendments{schema, data};
};

TEST_F(AmendmentsTest, AValueTakesTheCellAndStandsNowhere) {
  const auto copy = data.facts[rating].at[2024];
  const auto changed = made(change(rating, 0, std::uint8_t{1}));
  EXPECT_TRUE(changed.differs);
  EXPECT_EQ(std::get<Codes>(column(rating).cells), codes({1, 0, missing_code}));
  EXPECT_EQ(std::get<Codes>(copy.cells), codes({2, 0, missing_code})) << "what was shared before stays";
  EXPECT_EQ(column(rating).place(0), Place{});
  EXPECT_EQ(column(rating).place(1).line, 6u);
  EXPECT_FALSE(made(change(rating, 0, std::uint8_t{1})).differs);
  made(changed.undo);
  EXPECT_EQ(std::get<Codes>(column(rating).cells)[0], 2);
  EXPECT_EQ(column(rating).place(0).line, 5u) << "what is given back stands where it was read";
}

TEST_F(AmendmentsTest, WithoutAValueTheCellIsEmpty) {
  made(change(rating, 0, std::nullopt));
  EXPECT_EQ(std::get<Codes>(column(rating).cells)[0], 1) << "as its absence means";
  EXPECT_TRUE(column(rating).present[0]);
  made(change(months, 0, std::nullopt));
  EXPECT_FALSE(column(months).present[0]);
  EXPECT_FALSE(made(change(months, 0, std::nullopt)).differs);
}

TEST_F(AmendmentsTest, NumbersWidenTheirColumn) {
  made(change(months, 1, Decimal(100'000)));
  EXPECT_EQ(number(months, 0), "12");
  EXPECT_EQ(number(months, 1), "100000");
  made(change(target, 0, Decimal::parse("2.125"), 1));
  EXPECT_EQ(number(target, 0), "2.125");
  EXPECT_EQ(number(target, 1), "4");
  made(change(target, 0, Decimal::parse("-99999999999999.5"), 1));
  EXPECT_EQ(number(target, 0), "-99999999999999.5");
  EXPECT_EQ(number(target, 1), "4");
}

TEST_F(AmendmentsTest, KeysComeButDoNotGo) {
  const auto changed = made(change(target, 0, Decimal(9), 0));
  EXPECT_TRUE(changed.keys);
  EXPECT_EQ(column(target).keys, array<KeyedCell>({{0, 0}, {0, 1}, {1, 0}}));
  EXPECT_EQ(number(target, 0), "9");
  EXPECT_EQ(number(target, 1), "3");
  EXPECT_EQ(column(target).place(1).line, 2u);
  EXPECT_FALSE(made(changed.undo).keys);
  EXPECT_EQ(column(target).keys.size(), 3u);
  EXPECT_FALSE(column(target).present[0]);
  EXPECT_FALSE(made(change(target, 1, std::nullopt, 1)).differs) << "none is there";
}

TEST_F(AmendmentsTest, ACoveredPeriodMayHaveNoColumnYet) {
  EXPECT_TRUE(made(change(remark, 1, std::string("bad"))).differs);
  EXPECT_EQ(std::get<Texts>(column(remark).cells).ids[1], 1u);
  EXPECT_EQ(column(remark).present.count(), 1u);
}

TEST_F(AmendmentsTest, WhatCannotBeToldIsRefused) {
  EXPECT_EQ(refused({FactId{9}, 0, 2024}), Refusal::no_such_fact);
  EXPECT_EQ(refused(change(rating, 3, std::uint8_t{1})), Refusal::no_such_row);
  EXPECT_EQ(refused(change(target, 0, Decimal(1))), Refusal::no_such_key);
  EXPECT_EQ(refused(change(target, 0, Decimal(1), 2)), Refusal::no_such_key);
  EXPECT_EQ(refused(change(target, 0, Decimal(1), -1)), Refusal::no_such_key);
  EXPECT_EQ(refused(change(rating, 0, std::uint8_t{1}, 1)), Refusal::no_such_key);
  EXPECT_EQ(refused(change(unheard, 0, std::uint8_t{1})), Refusal::no_table);
  EXPECT_EQ(refused({FactId{rating}, 0, 2023, {}, std::uint8_t{1}}), Refusal::period_not_covered);
  EXPECT_EQ(refused(change(rating, 2, std::uint8_t{1})), Refusal::nobody_on_record);
  EXPECT_EQ(refused(change(mark, 0, std::uint8_t{1})), Refusal::attested);
  EXPECT_EQ(refused(change(rating, 0, std::uint8_t{3})), Refusal::wrong_type);
  EXPECT_EQ(refused(change(rating, 0, Decimal(1))), Refusal::wrong_type);
  EXPECT_EQ(refused(change(months, 0, Decimal::parse("1.5"))), Refusal::wrong_type);
  EXPECT_EQ(refused(change(months, 0, Decimal(-1))), Refusal::out_of_bounds);
  EXPECT_EQ(refused(change(remark, 0, std::string("new"))), Refusal::text_not_on_record);
  EXPECT_EQ(std::get<Codes>(column(rating).cells), codes({2, 0, missing_code}));
}

}  // namespace
}  // namespace tdkt::columns
