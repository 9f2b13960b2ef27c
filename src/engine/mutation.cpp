// SPDX-License-Identifier: Apache-2.0
#include "engine/mutation.hpp"

#include <algorithm>

#include "engine/test_bench.hpp"
#include "loaders/tasks.hpp"
#include "loaders/vocabulary.hpp"
#include "logging/logging.hpp"
#include "mutations/mutations.hpp"

namespace tdkt::engine {

namespace {

using mutations::Mutant;
using mutations::Statement;
using reports::TriedChange;

struct Bench {
  ReadyTest ready;
  bool passes = false;
  std::set<Statement> rests_on;          // of a test that passes
};

bool passes(const typed::Program& program, const ReadyTest& ready, const Run& run) {
  const auto& expectations = program.tests[ready.test].expectations;
  return std::all_of(expectations.begin(), expectations.end(), [&](const typed::Expectation& expectation) {
    return checked_against(program, expectation, *ready.dataset, run, false).answer.held;
  });
}

// What a request asks for by itself.
std::set<Statement> asked_for(const typed::Program& program, const graph::Request& request) {
  using Kind = mutations::Kind;
  std::set<Statement> asked;
  for (const auto& each : request.awards) asked.insert({Kind::award, each.award.index});
  for (const auto& each : request.scorecards) asked.insert({Kind::scorecard, each.scorecard.index});
  for (const auto& each : request.grades) asked.insert({Kind::grades, each.grades.index});
  for (const auto& each : request.nominations) asked.insert({Kind::nomination, each.nomination.index});
  for (const auto& each : request.expressions) {
    asked.merge(mutations::asked_by(program, *each.expression));
    for (std::uint32_t i = 0; i < program.checks.size(); ++i)
      for (const auto& line : program.checks[i].lines)
        if (line.when == each.expression) asked.insert({Kind::check, i});
    for (std::uint32_t i = 0; i < program.reports.size(); ++i)
      if (program.reports[i].value == each.expression) asked.insert({Kind::report, i});
  }
  return asked;
}

Bench bench_of(const typed::Program& program, const loaders::Vocabulary& vocabulary, std::size_t test,
               const source::Sources& sources) {
  Bench bench{made_ready(program, vocabulary, test, sources, std::nullopt), false, {}};
  if (!bench.ready.dataset) return bench;
  const auto run = run_test(program, bench.ready);
  bench.passes = passes(program, bench.ready, run);
  if (bench.passes) bench.rests_on = mutations::reached(program, asked_for(program, run.request));
  return bench;
}

bool asks_about(const Bench& bench, const Mutant& mutant) {
  return std::any_of(mutant.touched.begin(), mutant.touched.end(),
                     [&](const Statement& statement) { return bench.rests_on.contains(statement); });
}

TriedChange tried(const typed::Program& program, const std::vector<Bench>& benches, const Mutant& mutant,
                  const source::Sources& sources) {
  const auto& file = sources[mutant.written.file];
  const auto position = file.position(mutant.written.span.begin);
  TriedChange change{TriedChange::Fate::untested, mutant.change,   mutant.sentence, mutant.rule, file.path(),
                     position.line,               position.column, mutant.language, {}};
  const auto changed = mutations::mutated(program, mutant);
  for (const auto& bench : benches) {
    if (!bench.passes || !asks_about(bench, mutant)) continue;
    change.fate = TriedChange::Fate::unnoticed;
    if (passes(changed, bench.ready, run_test(changed, bench.ready))) continue;
    change.fate = TriedChange::Fate::noticed;
    change.noticed_by = program.tests[bench.ready.test].title.text;
    break;
  }
  return change;
}

}  // namespace

reports::Mutations try_changes(const typed::Program& program, const source::Sources& sources,
                               const TestOptions& options) {
  const spdlog::stopwatch watch;
  const auto threads = loaders::threads_or_all(options.threads);
  const loaders::Vocabulary vocabulary(program.schema);
  std::vector<Bench> benches(program.tests.size());
  loaders::in_parallel(benches.size(), threads, [&](std::size_t i) { benches[i] = bench_of(program, vocabulary, i, sources); });

  const auto mutants = mutations::mutants(program);
  std::vector<TriedChange> changes(mutants.size());
  loaders::in_parallel(mutants.size(), threads,
                       [&](std::size_t i) { changes[i] = tried(program, benches, mutants[i], sources); });

  reports::Mutations result;
  result.failing_tests = static_cast<std::size_t>(
      std::count_if(benches.begin(), benches.end(), [](const Bench& bench) { return !bench.passes; }));
  reports::Mutations all;
  all.changes = std::move(changes);
  result.add(all);
  logging::of("engine")->info("tried changes={} tests={} seconds={:.3}", mutants.size(), benches.size(), watch);
  return result;
}

}  // namespace tdkt::engine
