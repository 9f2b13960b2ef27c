// SPDX-License-Identifier: Apache-2.0
#include "columns/schema.hpp"

#include <gtest/gtest.h>

namespace tdkt::columns {
namespace {

using values::Cadence;
using values::Date;
using values::Period;

Period days(const char* first, const char* last) { return {*Date::parse_iso(first), *Date::parse_iso(last)}; }

Schema with_cadences() {
  Schema schema;
  schema.cadences.push_back({{}, 9, 1, 8, 31});   // school year
  schema.cadences.push_back({{}, 6, 1, 8, 31});   // a summer, with days left out between
  schema.cadences.push_back({{}, 3, 1, 2, 29});   // to the end of February
  return schema;
}
Timing declared(std::uint32_t index) { return {Cadence::declared, CadenceId{index}}; }
Timing plain(Cadence cadence) { return {cadence, std::nullopt}; }

TEST(Name, FallsBackToTheOtherLanguage) {
  Name name;
  EXPECT_EQ(name.in(grammar::Language::english), "");
  name.forms[1] = {"cá nhân"};
  EXPECT_EQ(name.in(grammar::Language::english), "cá nhân");
  name.forms[0] = {"person", "individual"};
  EXPECT_EQ(name.in(grammar::Language::english), "person");
  EXPECT_EQ(name.in(grammar::Language::vietnamese), "cá nhân");
}

TEST(Timing, PicksThePeriodThatAFactIsReadIn) {
  const auto schema = with_cadences();
  struct Case {
    Timing timing;
    Period judged;
    std::int32_t index;
  };
  const auto year = values::year_period(2021), first_half = days("2021-01-01", "2021-06-30");
  const auto campaign = days("2017-07-21", "2018-03-31"), school = days("2020-09-01", "2021-08-31");
  const Case cases[] = {
      {plain(Cadence::once), year, 0},
      {plain(Cadence::dated), year, 0},
      {plain(Cadence::yearly), year, 2021},
      {plain(Cadence::yearly), first_half, 2021},
      {plain(Cadence::yearly), campaign, 2018},   // the year in which it ends
      {plain(Cadence::yearly), school, 2021},
      {plain(Cadence::half_yearly), year, 2 * 2021 + 1},
      {plain(Cadence::half_yearly), first_half, 2 * 2021},
      {plain(Cadence::quarterly), days("2021-01-01", "2021-05-15"), 4 * 2021},   // ending last within
      {plain(Cadence::quarterly), days("2021-05-02", "2021-05-15"), 4 * 2021 + 1},  // none ends within
      {plain(Cadence::monthly), year, 12 * 2021 + 11},
      {declared(0), year, 2021},                  // ended in August 2021
      {declared(0), school, 2021},
      {declared(0), days("2021-09-01", "2021-12-31"), 2022},
  };
  for (const auto& [timing, judged, index] : cases)
    EXPECT_EQ(index_for(schema, timing, judged), index) << judged.first.iso() << " to " << judged.last.iso();
}

TEST(Timing, DeclaredCadencesHaveTheirOwnDays) {
  const auto schema = with_cadences();
  EXPECT_EQ(period_at(schema, declared(0), 2021), days("2020-09-01", "2021-08-31"));
  EXPECT_EQ(period_at(schema, declared(1), 2021), days("2021-06-01", "2021-08-31"));
  EXPECT_EQ(period_at(schema, declared(2), 2021), days("2020-03-01", "2021-02-28"));
  EXPECT_EQ(period_at(schema, declared(2), 2024), days("2023-03-01", "2024-02-29"));
  EXPECT_EQ(index_containing(schema, declared(0), *Date::parse_iso("2021-09-01")), 2022);
  EXPECT_EQ(index_containing(schema, declared(1), *Date::parse_iso("2021-07-01")), 2021);
  EXPECT_EQ(index_containing(schema, declared(1), *Date::parse_iso("2022-01-01")), 2021);
  EXPECT_EQ(index_containing(schema, plain(Cadence::monthly), *Date::parse_iso("2021-02-01")), 12 * 2021 + 1);
}

}  // namespace
}  // namespace tdkt::columns
