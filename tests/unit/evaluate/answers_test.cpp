// SPDX-License-Identifier: Apache-2.0
// Single answers: values with their causes, members, places; the same from the plan and worked out
// for one row alone.
#include <gtest/gtest.h>

#include "graph/graph.hpp"
#include "world.hpp"

namespace tdkt::evaluate {
namespace {

const char* const tables = R"(
unit
id | year | mark | size | planned | met
U1 | 2024 | good | 0    | 10      |
U2 | 2024 |      | 3    | 20      | 5

person
id | year | unit | mark | months
P1 | 2024 | U1   | good | 12
P2 | 2024 | U1   |      | 3

bloc
id | year | leader
B1 | 2024 | U1
)";

const char* const rules = R"(define busy of a unit as any of staff has months of at least size of the unit

award "A" for a unit, every year
  require a) at least 50% of staff with months of at least 6 have a mark of at least good
  require b) busy
  require c) met / size is above 2

report "ratio" for a unit, every year: met / size
report "members" for a unit, every year: number of members of its bloc
report "mark" for a unit, every year: mark
report "last mark" for a unit, every year: last year's mark
report "united" for a unit, every year: united
)";

TEST(Answers, CausesNameWhatIsMissing) {
  const World world(rules, tables, {2024});
  ASSERT_EQ(world.mistakes(), "");
  EXPECT_EQ(world.value("ratio", "U1", 2024).cause, Cause::missing_cell);
  EXPECT_EQ(world.value("ratio", "U2", 2024).cause, Cause::none);
  EXPECT_EQ(world.value("mark", "U2", 2024).cause, Cause::missing_cell);
  EXPECT_EQ(world.value("last mark", "U1", 2024).cause, Cause::before_records);
  EXPECT_NE(world.value("united", "U1", 2024).cause, Cause::none);
}

// Every part of every criterion, in every row: what the plan knows is what one row alone comes to.
void compare(const Evaluation& planned, const Evaluation& alone, const typed::Expression& expression,
             const Environment& environment, int& compared) {
  ++compared;
  const auto known = planned.value(expression, environment), again = alone.value(expression, environment);
  EXPECT_EQ(text_of(known), text_of(again));
  EXPECT_EQ(known.cause, again.cause);
  if (const auto* quantified = std::get_if<typed::Quantified>(&expression.node)) {
    const auto members = planned.members(quantified->set, environment);
    const auto members_again = alone.members(quantified->set, environment);
    ASSERT_EQ(members.members.size(), members_again.members.size());
    EXPECT_EQ(members.complete, members_again.complete);
    EXPECT_EQ(members.cause, members_again.cause);
    for (std::size_t i = 0; i < members.members.size(); ++i) {
      EXPECT_EQ(members.members[i].row, members_again.members[i].row);
      EXPECT_EQ(members.members[i].belongs, members_again.members[i].belongs);
      EXPECT_GT(members.members[i].place.line, 0u);
      compare(planned, alone, *quantified->predicate, environment.with_member(members.members[i].row), compared);
    }
    return;
  }
  typed::for_each_part(expression, [&](const typed::Expression& part) { compare(planned, alone, part, environment, compared); });
}

TEST(Answers, OneRowAloneComesToTheSame) {
  const World world(rules, tables, {2024});
  ASSERT_EQ(world.mistakes(), "");
  const Evaluation alone(graph::build(world.program(), {}), world.data());
  int compared = 0;
  for (const auto& criterion : world.program().awards[0].criteria)
    for (Row row = 0; row < 2; ++row) {
      compare(world.evaluation(), alone, *criterion.condition, judging(row, 2024), compared);
      EXPECT_EQ(alone.criterion(criterion, judging(row, 2024)),
                world.evaluation().criterion(criterion, judging(row, 2024)));
    }
  for (const auto& report : world.program().reports)
    for (Row row = 0; row < 2; ++row) compare(world.evaluation(), alone, *report.value, judging(row, 2024), compared);
  EXPECT_GT(compared, 40);
}

TEST(Answers, PlacesAreThoseOfTheRecords) {
  const World world(rules, tables, {2024});
  ASSERT_EQ(world.mistakes(), "");
  const auto& schema = world.program().schema;
  for (std::uint32_t fact = 0; fact < schema.facts.size(); ++fact)
    if (schema.facts[fact].name.in(grammar::Language::english) == "met") {
      EXPECT_EQ(world.evaluation().place({fact}, 0, std::nullopt, values::year_period(2024)).line, 0u);
      EXPECT_GT(world.evaluation().place({fact}, 1, std::nullopt, values::year_period(2024)).line, 0u);
      EXPECT_EQ(world.evaluation().place({fact}, 1, std::nullopt, values::year_period(2023)).line, 0u);
    }
}

}  // namespace
}  // namespace tdkt::evaluate
