// SPDX-License-Identifier: Apache-2.0
// What a renewal makes of kept columns, against evaluating everything again.
#include <gtest/gtest.h>

#include <cstdlib>

#include "compiled.hpp"
#include "evaluate/renewal.hpp"
#include "evaluate/renewed.hpp"
#include "random_changes.hpp"
#include "random_pack.hpp"
#include "same_columns.hpp"

namespace tdkt::evaluate {
namespace {

// Whatever their forms are.
bool same_values(const Column& a, const Column& b, std::size_t rows) {
  if (const auto* edges = std::get_if<EdgeColumn>(&a)) return same_edges(*edges, std::get<EdgeColumn>(b));
  return different_rows(a, b, rows).empty();
}

std::string as_text(const columns::Change& change) {
  return "fact " + std::to_string(change.fact.index) + " of row " + std::to_string(change.row) + " at " + std::to_string(change.period) +
         (change.value ? "" : ", taken away");
}

std::uint64_t packs() {
  const char* wanted = std::getenv("TDKT_RANDOM_PACKS");
  return wanted ? std::strtoull(wanted, nullptr, 10) : 60;
}

// Every column of every node after every change, of small packs and of wide ones.
TEST(Renewal, GivesTheColumnsOfAFullEvaluation) {
  std::size_t changes = 0, refused = 0, columns = 0, looked_at = 0, nodes = 0;
  for (std::uint64_t seed = 0; seed < packs(); ++seed) {
    differential::Random random(seed);
    const auto rules = differential::compiled(differential::random_pack(random));
    ASSERT_EQ(rules->complaints, "");
    const bool wide = seed % 10 == 9;
    const auto tables = differential::with_gaps(wide ? differential::random_data(random, 150, 500) : differential::random_data(random), random, 15, true);
    auto data = differential::bound(*rules, tables);
    columns::Amendments amendments(rules->program.schema, data);
    const auto graph = graph::build(rules->program, differential::request_for(*rules, {2020, differential::last_year}));
    const auto order = graph::in_order_of_need(*graph, graph->wanted());
    evaluate::Run run(rules->program.schema, data, seed % 2 == 0 ? 1 : 2, 64);
    run.work_out(*graph, order, order);
    Renewal renewal(*graph, run, order);
    for (int step = 0; step < (wide ? 10 : 60); ++step) {
      std::vector<columns::Changed> made;
      std::string told;
      for (int several = random.percent(20) ? 3 : 1; several > 0; --several) {
        const auto change = differential::random_change(rules->program.schema, data, random);
        told += as_text(change) + "; ";
        const auto outcome = amendments.make(change);
        if (const auto* changed = std::get_if<columns::Changed>(&outcome)) made.push_back(*changed);
        else ++refused;
      }
      changes += made.size();
      renewal.renew(made);
      looked_at += renewal.nodes(), nodes += order.size();
      evaluate::Run fresh(rules->program.schema, data, 1);
      fresh.work_out(*graph, order, order);
      for (const auto node : order) {
        ++columns;
        ASSERT_TRUE(same_values(run.column(*graph, node), fresh.column(*graph, node), run.rows(*graph, (*graph)[node].domain)))
            << "node " << node.index << ", operation " << (*graph)[node].operation.index() << ", seed " << seed << ", step " << step << ": " << told;
      }
    }
  }
  EXPECT_GT(changes, packs() * 30);
  EXPECT_GT(changes, refused);
  EXPECT_GT(columns, packs() * 2'000);
  EXPECT_LT(looked_at, nodes / 10) << "so many nodes are looked at that nothing is gained";
}

}  // namespace
}  // namespace tdkt::evaluate
