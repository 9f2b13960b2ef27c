// SPDX-License-Identifier: Apache-2.0
// Equal operations on equal inputs are one node, whichever rule and year asks for them.
#include <set>

#include "graph/meaning.hpp"
#include "planned.hpp"
#include "random_pack.hpp"

namespace tdkt::graph {
namespace {

TEST(Sharing, EqualSentencesOfTwoRulesAreOneNode) {
  const auto condition = "at least 70% of staff who achieve worker have a grade mark of at least good";
  const Planned one(award("A", condition), {2021}), two(award("A", condition) + award("B", condition), {2021});
  EXPECT_EQ(two.requirements("A", 2021), two.requirements("B", 2021));
  EXPECT_EQ(two.size(), one.size());
}

TEST(Sharing, PartsAreSharedWhereTheWholesDiffer) {
  const Planned planned(award("A", "at least 70% of staff achieve fighter") + award("B", "at least 80% of staff achieve fighter") +
                            award("C", "achieve fighter for 2 consecutive years", "person"),
                        {2021});
  EXPECT_NE(planned.requirements("A", 2021), planned.requirements("B", 2021));
  EXPECT_EQ(planned.count<Count>(), 2u);
  EXPECT_EQ(planned.count<Follow>(), 1u);
  EXPECT_EQ(planned.count<ReadFact>(), 2u);  // of 2020 and of 2021
  EXPECT_EQ(planned.count<InCodes>(), 2u);
}

TEST(Sharing, YearsThatLookBackShareTheYearsTheyLookAt) {
  const auto rules = award("A", "grade mark is good for 3 consecutive years");
  const Planned both(rules, {2020, 2021}), one(rules, {2021});
  EXPECT_EQ(one.count<ReadFact>(), 3u);
  EXPECT_EQ(both.count<ReadFact>(), 4u);
  EXPECT_EQ(both.count<InCodes>(), 4u);
  EXPECT_LT(both.size(), 2 * one.size());
}

TEST(Sharing, WhatNoYearChangesIsOfNoYear) {
  const Planned both(award("A", "number of staff is at least 2 + 3"), {2020, 2021});
  EXPECT_EQ(both.count<Follow>(), 2u);
  EXPECT_EQ(both.count<Arithmetic>(), 1u);
}

TEST(Sharing, OrderAndRepetitionDoNotMatter) {
  const Planned planned(award("A", "listed and late is 0") + award("B", "late is 0 and listed") +
                            award("C", "listed and late is 0 and listed") + award("D", "not (not listed) and late is 0") +
                            award("E", "listed or late is 0"),
                        {2021});
  const auto a = planned.requirements("A", 2021);
  for (const auto* other : {"B", "C", "D"}) EXPECT_EQ(planned.requirements(other, 2021), a) << other;
  EXPECT_NE(planned.requirements("E", 2021), a);
}

TEST(Sharing, ADefinitionIsItsMeaning) {
  const Planned planned("define busy of a unit as number of staff is above 5\n\n" + award("A", "busy") +
                            award("B", "number of staff is above 5") + award("C", "busy in the previous year"),
                        {2020, 2021});
  EXPECT_EQ(planned.requirements("A", 2021), planned.requirements("B", 2021));
  EXPECT_EQ(planned.requirements("C", 2021), planned.requirements("A", 2020));
  EXPECT_NE(planned.requirements("C", 2021), planned.requirements("A", 2021));
}

TEST(Sharing, AnAwardAskedForByAnotherIsThatAward) {
  const Planned planned(award("A", "listed and (is eligible for \"B\")") + award("B", "late is 0"), {2021});
  const auto& needs = planned.graph()[planned.requirements("A", 2021)].inputs;
  std::set<NodeId> reached(needs.begin(), needs.end());
  for (const auto node : in_order_of_need(planned.graph(), needs)) reached.insert(node);
  EXPECT_TRUE(reached.contains(planned.requirements("B", 2021)));
}

// What is on record in another year, of another fact, or against another threshold is not the same.
TEST(Sharing, WhatDiffersIsKeptApart) {
  std::set<NodeId> nodes;
  const std::vector<std::string> conditions{
      "late is 0", "late is 1", "late is at most 0", "late is 0 in the previous year", "late is 0 for 2 consecutive years",
      "late is 0 for 2 consecutive years before", "met is 0", "any of staff is active", "no staff is active", "all staff are active",
      "at least 2 of staff are active", "any of staff has paint red", "any of members of its bloc is listed",
      "100% of staff are active or when there are none", "received \"B\"", "received \"B\" at least 2 times", "received \"C\"",
      "received \"B\" in the last 3 years", "listed in every year since receiving \"B\"", "listed in the 2 years after receiving \"B\"",
      "every indicator has result of at least target", "any of indicators has result of at least target",
      "result for \"I0\" is above 1", "result for \"I1\" is above 1"};
  std::string rules;
  for (std::size_t i = 0; i < conditions.size(); ++i) rules += award("A" + std::to_string(i), conditions[i]);
  const Planned planned(rules, {2021});
  for (std::size_t i = 0; i < conditions.size(); ++i) nodes.insert(planned.requirements("A" + std::to_string(i), 2021));
  EXPECT_EQ(nodes.size(), conditions.size());
}

TEST(Sharing, NoTwoNodesOfAnyPackMeanTheSame) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    differential::Random random(seed);
    const auto rules = differential::compiled(differential::random_pack(random));
    ASSERT_EQ(rules->complaints, "");
    const auto request = differential::request_for(*rules, {2020, 2021});
    const auto graph = build(rules->program, request), again = build(rules->program, request);
    std::set<std::string> meanings;
    ASSERT_EQ(graph->nodes().size(), again->nodes().size());
    for (std::size_t i = 0; i < graph->nodes().size(); ++i) {
      const auto& node = graph->nodes()[i];
      const auto& same = again->nodes()[i];
      const auto meaning = meaning_of(node.operation, node.inputs, node.domain, node.kind);
      EXPECT_TRUE(meanings.insert(meaning).second) << "seed " << seed << ", node " << i;
      EXPECT_EQ(meaning, meaning_of(same.operation, same.inputs, same.domain, same.kind));
    }
    EXPECT_EQ(graph->wanted(), again->wanted());
  }
}

}  // namespace
}  // namespace tdkt::graph
