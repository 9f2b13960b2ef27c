// SPDX-License-Identifier: Apache-2.0
// How long one changed value takes, after everything was judged: random facts of random people in random
// years, one after another. Prints one line of JSON; times are microseconds. Before, what came of all changes is
// compared with a run on the changed records that begins anew.
//
//   bench_renewal RULES RECORDS FIRST-YEAR LAST-YEAR [CHANGES]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <vector>

#include "diagnostics/render.hpp"
#include "engine/compile.hpp"
#include "engine/records.hpp"
#include "engine/renewal.hpp"

namespace {

using namespace tdkt;
using Clock = std::chrono::steady_clock;

std::int64_t microseconds_since(Clock::time_point begin) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count();
}

// The same numbers on every machine (SplitMix64).
class Random {
 public:
  std::uint64_t below(std::uint64_t end) {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (z ^ (z >> 31)) % end;
  }

 private:
  std::uint64_t state_ = 20240902;
};

// Facts of people, by scale or number, of which there are records.
std::vector<columns::FactId> facts_of_people(const columns::Schema& schema, const columns::Dataset& records) {
  std::vector<columns::FactId> facts;
  for (std::uint32_t i = 0; i < schema.facts.size(); ++i) {
    const auto& fact = schema.facts[i];
    const bool of_values = fact.type.kind == columns::TypeKind::scale || fact.type.kind == columns::TypeKind::number;
    if (schema[fact.of].name.in(grammar::Language::english) == "person" && of_values && !records.facts[i].covered.empty()) facts.push_back({i});
  }
  return facts;
}

columns::Change random_change(const columns::Schema& schema, const columns::Dataset& records,
                              const std::vector<columns::FactId>& facts, Random& random) {
  columns::Change change;
  change.fact = facts[random.below(facts.size())];
  const auto& fact = schema[change.fact];
  const auto& covered = records.facts[change.fact.index].covered;
  change.row = static_cast<values::Row>(random.below(records.entities[fact.of.index].ids.size()));
  change.period = covered[random.below(covered.size())];
  if (random.below(10) == 0) return change;  // taken away
  if (fact.type.kind == columns::TypeKind::scale)
    change.value = static_cast<std::uint8_t>(random.below(schema[fact.type.scale].values.size()));
  else
    change.value = values::Decimal(static_cast<std::int64_t>(random.below(13)));
  return change;
}

bool same(const columns::Truths& a, const columns::Truths& b) { return a.yes.words == b.yes.words && a.no.words == b.no.words; }

bool same_results(const verdicts::Results& a, const verdicts::Results& b) {
  for (std::size_t i = 0; i < a.verdicts.cases().size(); ++i) {
    const auto &one = *a.verdicts.cases()[i].columns, &other = *b.verdicts.cases()[i].columns;
    if (!same(one.requirements, other.requirements) || !same(one.deferral, other.deferral) || one.judged.words != other.judged.words ||
        one.scope_unknown.words != other.scope_unknown.words)
      return false;
  }
  return std::all_of(a.nominations.cases().begin(), a.nominations.cases().end(), [&](const auto& one) {
    const auto x = a.nominations.counts(one), y = b.nominations.counts(one);
    return x.nominated == y.nominated && x.tied == y.tied && x.undetermined == y.undetermined;
  });
}

void expect(bool right, const char* what) {
  if (right) return;
  std::cerr << what << '\n';
  std::exit(1);
}

}  // namespace

int main(int count, char** words) {
  expect(count >= 5, "bench_renewal RULES RECORDS FIRST-YEAR LAST-YEAR [CHANGES]");
  diagnostics::Diagnostics diagnostics;
  const auto rules = engine::compile({words[1]}, diagnostics);
  expect(!diagnostics.has_errors(), "the rules are wrong");
  const auto& program = rules.program;
  auto records = engine::records(program.schema, words[2], {}, diagnostics);
  expect(records && !diagnostics.has_errors(), "the records are wrong");
  engine::RunOptions options;
  for (auto year = std::atoi(words[3]); year <= std::atoi(words[4]); ++year) options.years.push_back(year);

  auto begin = Clock::now();
  engine::RenewableRun live(program, *records, options);
  const auto judged = microseconds_since(begin);

  const auto facts = facts_of_people(program.schema, *records);
  const auto changes = count > 5 ? std::atoi(words[5]) : 1000;
  Random random;
  std::vector<std::int64_t> times;
  std::size_t refused = 0, verdicts = 0, standings = 0, nodes = 0;
  for (int i = 0; i < changes; ++i) {
    const std::vector one{random_change(program.schema, *records, facts, random)};
    begin = Clock::now();
    const auto answer = live.renew(one);
    if (answer.refused) {
      ++refused;
      continue;
    }
    times.push_back(microseconds_since(begin));
    nodes += answer.renewed.nodes;
    for (const auto& rule : answer.renewed.rules) verdicts += rule.verdicts.size();
    for (const auto& nomination : answer.renewed.nominations) standings += nomination.candidates.size();
  }
  expect(!times.empty(), "every change was refused");
  const auto bytes = live.run().evaluation.bytes();
  expect(same_results(live.run().results, engine::run(program, *records, options).results), "the changes were not followed");
  std::sort(times.begin(), times.end());
  const auto at = [&](std::size_t of, std::size_t parts) { return times[std::min(times.size() - 1, times.size() * of / parts)]; };
  std::cout << "{\"changes\": " << times.size() << ", \"refused\": " << refused << ", \"median_us\": " << at(1, 2)
            << ", \"p99_us\": " << at(99, 100) << ", \"worst_us\": " << times.back() << ", \"judged_us\": " << judged
            << ", \"columns_bytes\": " << bytes << ", \"nodes\": " << nodes / times.size()
            << ", \"verdicts\": " << verdicts << ", \"standings\": " << standings << "}\n";
}
