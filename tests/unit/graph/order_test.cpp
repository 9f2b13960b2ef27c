// SPDX-License-Identifier: Apache-2.0
// The order of need, what is cut away, and circles.
#include <map>
#include <set>

#include "planned.hpp"
#include "random_pack.hpp"

namespace tdkt::graph {
namespace {

std::set<NodeId> reached_from(const Graph& graph, const std::vector<NodeId>& roots) {
  std::set<NodeId> reached;
  auto open = roots;
  while (!open.empty()) {
    const auto next = open.back();
    open.pop_back();
    if (!reached.insert(next).second) continue;
    const auto& needs = graph[next].inputs;
    open.insert(open.end(), needs.begin(), needs.end());
  }
  return reached;
}

void expect_in_order(const Graph& graph, const std::vector<NodeId>& roots) {
  const auto order = in_order_of_need(graph, roots);
  std::set<NodeId> done;
  for (const auto node : order) {
    for (const auto need : graph[node].inputs)
      EXPECT_TRUE(done.contains(need)) << "node " << node.index << " stands before " << need.index << ", which it needs";
    EXPECT_TRUE(done.insert(node).second) << "node " << node.index << " comes twice";
  }
  EXPECT_EQ(done, reached_from(graph, roots));
}

TEST(Order, EachStandsOnceAndBehindAllThatItNeeds) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    differential::Random random(seed);
    const auto rules = differential::compiled(differential::random_pack(random));
    ASSERT_EQ(rules->complaints, "");
    const auto graph = build(rules->program, differential::request_for(*rules, {2020, 2021}));
    expect_in_order(*graph, graph->wanted());
    for (std::size_t i = 0; i < graph->wanted().size(); i += 7) expect_in_order(*graph, {graph->wanted()[i]});
  }
}

TEST(Order, OnlyWhatIsAskedForIsPlanned) {
  const auto rules = award("A", "late is 0") + award("B", "at least 70% of staff achieve fighter") + award("C", "is eligible for \"B\"");
  const Planned all(rules, {2021});
  const auto only = [&](const std::string& title) {
    Request request;
    request.awards.push_back({all.award(title), values::year_period(2021)});
    request.first_year = 2018, request.last_year = 2021;
    return build(all.program(), request);
  };
  const auto reads = [](const Graph& graph) {
    std::set<std::string> facts;
    for (const auto& node : graph.nodes())
      if (const auto* read = std::get_if<ReadFact>(&node.operation))
        facts.insert(graph.program().schema[read->fact].name.in(grammar::Language::english));
    return facts;
  };
  EXPECT_EQ(reads(*only("A")), (std::set<std::string>{"late"}));
  EXPECT_EQ(reads(*only("B")), (std::set<std::string>{"honour"}));
  EXPECT_EQ(reads(*only("C")), (std::set<std::string>{"honour"}));
  EXPECT_EQ(reads(all.graph()), (std::set<std::string>{"honour", "late"}));
  EXPECT_EQ(in_order_of_need(all.graph(), {}).size(), 0u);
}

TEST(Circles, WithinAPeriodAreRefusedByName) {
  const auto complaints = [](const std::string& rules) {
    return differential::compiled("pack \"Test\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"random\"\n\n" + rules)
        ->complaints;
  };
  const auto circle = complaints(award("A", "is eligible for \"B\"") + award("B", "is eligible for \"C\"") + award("C", "is eligible for \"A\""));
  EXPECT_NE(circle.find("E0602"), std::string::npos) << circle;
  EXPECT_NE(circle.find("'A' → 'B' → 'C' → 'A'"), std::string::npos) << circle;
  EXPECT_NE(complaints(award("A", "any of members of its bloc is eligible for \"A\"")).find("E0602"), std::string::npos);
  EXPECT_NE(complaints(award("A", "(is eligible for \"A\") in 2030")).find("E0602"), std::string::npos);
  EXPECT_EQ(complaints(award("A", "(is eligible for \"B\") in the previous year") + award("B", "is eligible for \"A\"")), "");
}

// A rule that looks at itself in earlier years ends where the records do: each year is planned once.
TEST(Circles, OverTheYearsEndWithTheRecords) {
  const auto rules = award("A", "listed and ((is eligible for \"A\") in the previous year)");
  std::map<int, std::size_t> sizes;
  for (const int first : {2018, 2010, 2002}) {
    const Planned planned(rules, {2021}, first);
    sizes[first] = planned.size();
    EXPECT_EQ(planned.count<ReadFact>(), static_cast<std::size_t>(2021 - first + 1)) << first;
    expect_in_order(planned.graph(), planned.graph().wanted());
  }
  EXPECT_EQ(sizes[2010] - sizes[2018], sizes[2002] - sizes[2010]);
  EXPECT_LE(Planned(rules, {2021}, 0).count<ReadFact>(), 101u);  // records that begin nowhere: a century
  EXPECT_EQ(Planned(rules, {2019, 2020, 2021}).size(), Planned(rules, {2021}).size());
}

TEST(Circles, OfSeveralRulesOverTheYearsEndToo) {
  const Planned planned(award("A", "(is eligible for \"B\") in the previous year") + award("B", "(listed) or ((is eligible for \"A\") 2 years ago)"),
                        {2020, 2021});
  expect_in_order(planned.graph(), planned.graph().wanted());
  EXPECT_LE(planned.count<ReadFact>(), 4u);
}

}  // namespace
}  // namespace tdkt::graph
