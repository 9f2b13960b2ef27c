// SPDX-License-Identifier: Apache-2.0
// The same bits for any number of threads.
#include <gtest/gtest.h>

#include <atomic>
#include <sstream>

#include "compiled.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/run.hpp"
#include "random_pack.hpp"
#include "same_columns.hpp"
#include "world.hpp"

namespace tdkt::evaluate {
namespace {

TEST(Threads, EachRangeComesOnce) {
  for (const unsigned threads : {1u, 2u, 7u}) {
    Pool pool(threads), fine(threads, 64);
    for (const std::size_t rows : {0u, 1u, 64u, 65u, 5'000u}) {
      std::vector<std::atomic<int>> seen(rows);
      fine.each_range(rows, [&](std::size_t begin, std::size_t end) {
        for (auto row = begin; row < end; ++row) ++seen[row];
      });
      EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](const auto& times) { return times == 1; }));
    }
    for (const std::size_t rows : {std::size_t{0}, std::size_t{1}, std::size_t{16'384}, std::size_t{100'001}}) {
      std::vector<std::atomic<int>> seen(rows);
      std::atomic<bool> aligned = true;
      pool.each_range(rows, [&](std::size_t begin, std::size_t end) {
        if (begin % 64 != 0) aligned = false;
        for (auto row = begin; row < end; ++row) ++seen[row];
      });
      EXPECT_TRUE(aligned);
      EXPECT_TRUE(std::all_of(seen.begin(), seen.end(), [](const auto& times) { return times == 1; }));
    }
  }
}

std::string many_people(std::size_t people) {
  std::ostringstream tables;
  tables << "person\nid | unit | mark | honour | months | points\n";
  const char* const marks[] = {"poor", "fair", "good", "excellent", ""};
  const char* const honours[] = {"untitled", "worker", "fighter"};
  std::uint64_t state = 20240902;
  const auto next = [&](std::uint64_t below) {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return (state >> 33) % below;
  };
  for (std::size_t i = 0; i < people; ++i) {
    tables << 'P' << i << " | U" << next(people / 10) << " | " << marks[next(5)] << " | " << honours[next(3)] << " | ";
    if (next(10) > 0) tables << next(13);
    tables << " | ";
    if (next(10) > 0) tables << next(1000) << '.' << next(10);
    tables << '\n';
  }
  tables << "\nunit\nid | size | planned | met\n";
  for (std::size_t i = 0; i < people / 10; ++i) {
    tables << 'U' << i << " | " << next(20) << " | 10 | ";
    if (next(10) > 0) tables << next(11);
    tables << '\n';
  }
  return tables.str();
}

TEST(Threads, TheSameBitsForAnyNumber) {
  const auto* const rules = R"(scorecard "Card" for a unit, every year, out of 100
  item "a" up to 50: 50 * met / planned
  item "b" up to 50: 50 * share of staff who achieve worker

report "points" for a unit, every year: average points of staff with a mark of at least fair
report "median" for a unit, every year: median points of staff

award "A" for a unit, every year
  require at least 40% of staff with months of at least 3 have a mark of at least good
  require total points of staff is above 100
  require total of "Card" is at least 30

award "B" for a person, every year
  require mark is at least fair and points / 3 is above months
  require any of staff of its unit has months of at least months of the person
)";
  const auto tables = many_people(20'000);
  const World one(rules, tables, {2024}, 1);
  ASSERT_EQ(one.mistakes(), "");
  for (const unsigned threads : {2u, 7u}) {
    const World several(rules, tables, {2024}, threads);
    ASSERT_EQ(several.mistakes(), "");
    for (std::uint32_t award = 0; award < 2; ++award) {
      const auto& a = one.evaluation().rule({award}, values::year_period(2024));
      const auto& b = several.evaluation().rule({award}, values::year_period(2024));
      EXPECT_EQ(a.requirements.yes.words, b.requirements.yes.words);
      EXPECT_EQ(a.requirements.no.words, b.requirements.no.words);
      EXPECT_EQ(a.judged.words, b.judged.words);
    }
    for (int unit = 0; unit < 2'000; unit += 7)
      for (const auto* report : {"points", "median"}) {
        const auto id = "U" + std::to_string(unit);
        EXPECT_EQ(one.report(report, id, 2024), several.report(report, id, 2024));
      }
  }
}

// Every column of every node, whatever works it out: threads, instructions, how many rows at a time.
TEST(Threads, RandomPacksGiveTheSameColumns) {
  std::size_t columns = 0, split = 0;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    differential::Random random(seed);
    const auto rules = differential::compiled(differential::random_pack(random));
    ASSERT_EQ(rules->complaints, "");
    const auto tables = differential::with_gaps(differential::random_data(random, 150, 500), random, 15, true);
    const auto data = differential::bound(*rules, tables);
    const auto graph = graph::build(rules->program, differential::request_for(*rules, {2020, differential::last_year}));
    const auto order = graph::in_order_of_need(*graph, graph->wanted());
    evaluate::Run one(rules->program.schema, data, 1);
    one.work_out(*graph, order, order);
    for (const auto instructions : {evaluate::Instructions::any, evaluate::Instructions::avx2})
      for (const unsigned threads : {1u, 2u, 7u})
        for (const std::size_t rows_at_a_time : {64u, 256u}) {
          if (!evaluate::are_there(instructions)) continue;
          evaluate::choose(instructions);
          evaluate::Run several(rules->program.schema, data, threads, rows_at_a_time);
          several.work_out(*graph, order, order);
          for (const auto node : order) {
            ASSERT_TRUE(same_columns(one.column(*graph, node), several.column(*graph, node)))
                << "node " << node.index << " of seed " << seed << " with " << threads << " threads";
            ++columns, split += one.rows(*graph, (*graph)[node].domain) > 64;
          }
        }
  }
  EXPECT_GT(columns, 5'000u);
  EXPECT_GT(split, columns / 2) << "so few columns are wider than what one thread takes that little is tested";
}

}  // namespace
}  // namespace tdkt::evaluate
