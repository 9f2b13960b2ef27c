// SPDX-License-Identifier: Apache-2.0
// A run that follows changes against one that begins anew after each.
#include "engine/renewal.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>

#include "diagnostics/render.hpp"
#include "engine/compile.hpp"
#include "random_changes.hpp"
#include "random_nominations.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::engine {
namespace {

using verdicts::NominationOutcome;
using verdicts::Outcome;

struct Pack {
  Compiled rules;
  std::string mistakes;

  explicit Pack(const std::string& text) {
    diagnostics::Diagnostics diagnostics;
    rules = compile({std::string(TDKT_SOURCE_DIR) + "/rules/vocabulary/emulation.tdkt"}, source::Source("p.tdkt", text), diagnostics);
    if (diagnostics.has_errors()) mistakes = diagnostics::as_text(diagnostics, rules.sources, {});
  }
  columns::Dataset records(const std::vector<loaders::TextTable>& tables) {
    diagnostics::Diagnostics diagnostics;
    auto dataset = loaders::bind(rules.program.schema, tables, {{2023, 2024}, {}}, diagnostics);
    if (diagnostics.has_errors()) mistakes += diagnostics::as_text(diagnostics, rules.sources, {});
    return dataset;
  }
};

std::string text_of(const values::Interval& number) {
  return (number.low ? number.low->text() : "-") + ".." + (number.high ? number.high->text() : "-");
}

// Everything that is said of a nomination's group.
std::string text_of(const NominationOutcome& outcome) {
  std::string text = std::to_string(outcome.nomination.index) + " " + std::to_string(outcome.period.year()) + " group " + std::to_string(outcome.group) + ":";
  for (const auto& one : outcome.candidates) {
    text += " " + std::to_string(one.row) + "=" + std::to_string(static_cast<int>(one.standing)) + "@" + std::to_string(one.places.best) + "-" + std::to_string(one.places.worst);
    for (const auto offer : one.offers) text += "+" + std::to_string(offer);
    for (const auto& key : one.keys) text += "," + text_of(key);
  }
  for (const auto& offer : outcome.offers) text += " quota " + text_of(offer.quota) + " given " + std::to_string(offer.given.size());
  return text;
}

std::string nominations_of(const Run& run) {
  std::string text;
  for (const auto& one : run.results.nominations.cases()) {
    const auto counts = run.results.nominations.counts(one);
    text += std::to_string(counts.nominated) + "/" + std::to_string(counts.tied) + "/" + std::to_string(counts.undetermined) + "\n";
  }
  for (const auto& outcome : run.results.nominations.all()) text += text_of(outcome) + "\n";
  return text;
}

using Verdicts = std::map<std::tuple<std::uint32_t, int, values::Row>, Outcome>;
Verdicts verdicts_of(const Run& run) {
  Verdicts verdicts;
  for (const auto& one : run.results.verdicts) verdicts[{one.award.index, one.period.year(), one.row}] = one.outcome;
  return verdicts;
}

// How many candidates, group by group, have which standing, those who are not nominated left away.
using Standings = std::map<std::tuple<std::uint32_t, int, values::Row>, int>;
Standings standings_of(const Run& run) {
  Standings standings;
  for (const auto& outcome : run.results.nominations.all())
    for (const auto& one : outcome.candidates)
      if (one.standing != verdicts::Standing::not_nominated && one.standing != verdicts::Standing::not_among)
        standings[{outcome.nomination.index, outcome.period.year(), one.row}] |= 1 << static_cast<int>(one.standing);
  return standings;
}

template <class Map>
std::size_t differences(const Map& a, const Map& b) {
  std::size_t count = 0;
  for (const auto& [key, value] : a) {
    const auto found = b.find(key);
    count += found == b.end() || found->second != value;
  }
  for (const auto& [key, value] : b) count += !a.contains(key);
  return count;
}

std::uint64_t packs() {
  const char* wanted = std::getenv("TDKT_RANDOM_PACKS");
  return wanted ? std::strtoull(wanted, nullptr, 10) : 150;
}

TEST(Renewal, EndsWhereARunThatBeginsAnewDoes) {
  std::size_t changes = 0, moved = 0, verdicts = 0, whole = 0;
  for (std::uint64_t seed = 0; seed < packs(); ++seed) {
    differential::Random random(seed);
    const auto text = random_nominations(random);
    Pack pack(text);
    auto records = pack.records(random_units(random, random.between(2, seed % 8 == 0 ? 60 : 12)));
    ASSERT_EQ(pack.mistakes, "") << text;
    const auto& program = pack.rules.program;
    RunOptions options;
    options.years = {2023, 2024};
    options.threads = seed % 2 == 0 ? 1 : 2;
    RenewableRun live(program, records, options);
    for (int step = 0; step < 20; ++step) {
      const auto before = verdicts_of(live.run());
      const auto standing_before = standings_of(live.run());
      std::vector<columns::Change> asked;
      for (int several = random.percent(20) ? 3 : 1; several > 0; --several) asked.push_back(differential::random_change(program.schema, records, random));
      const auto answer = live.renew(asked);
      changes += answer.refused ? 0 : asked.size();
      const auto fresh = run(program, records, options);
      const auto where = "seed " + std::to_string(seed) + ", step " + std::to_string(step) + "\n" + text;
      ASSERT_EQ(nominations_of(live.run()), nominations_of(fresh)) << where;
      ASSERT_EQ(verdicts_of(live.run()), verdicts_of(fresh)) << where;
      ASSERT_EQ(live.run().listed.size(), fresh.listed.size()) << where;
      std::size_t told = 0, candidates = 0;
      bool all = false;
      for (const auto& rule : answer.renewed.rules) told += rule.verdicts.size();
      for (const auto& one : answer.renewed.nominations) candidates += one.candidates.size(), all = all || one.all;
      EXPECT_EQ(told, differences(before, verdicts_of(fresh))) << where;
      verdicts += told, moved += candidates, whole += all;
      const bool several_subgroups = text.find("within each") != std::string::npos;
      if (!all && !several_subgroups) {
        EXPECT_EQ(candidates, differences(standing_before, standings_of(fresh))) << where;
      }
    }
  }
  EXPECT_GT(changes, packs() * 15);
  EXPECT_GT(verdicts, packs() * 2);
  EXPECT_GT(moved, packs() * 2);
  EXPECT_LT(whole, packs() * 10);
}

TEST(Renewal, WhatIsTakenBackLeavesNothingBehind) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    differential::Random random(seed + 5'000);
    Pack pack(random_nominations(random));
    auto records = pack.records(random_units(random, 12));
    ASSERT_EQ(pack.mistakes, "");
    RunOptions options;
    options.years = {2023, 2024};
    RenewableRun live(pack.rules.program, records, options);
    const auto before = nominations_of(live.run());
    const auto verdicts = verdicts_of(live.run());
    for (int step = 0; step < 10; ++step) {
      std::vector<columns::Change> asked;
      for (int several = 3; several > 0; --several) asked.push_back(differential::random_change(pack.rules.program.schema, records, random));
      const auto answer = live.renew(asked);
      if (!answer.refused) live.renew(answer.undo);
      ASSERT_EQ(nominations_of(live.run()), before) << "seed " << seed;
      ASSERT_EQ(verdicts_of(live.run()), verdicts) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace tdkt::engine
