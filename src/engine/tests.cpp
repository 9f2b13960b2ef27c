// SPDX-License-Identifier: Apache-2.0
#include "engine/tests.hpp"

#include <fmt/format.h>

#include <memory>
#include <mutex>

#include "engine/coverage_points.hpp"
#include "engine/observer.hpp"
#include "engine/test_bench.hpp"
#include "loaders/tasks.hpp"
#include "loaders/vocabulary.hpp"

namespace tdkt::engine {

namespace {

std::size_t line_of(source::Where where, const source::Sources& sources) {
  return sources[where.file].position(where.span.begin).line;
}

// What is seen of several tests at a time, added up.
class Sights {
 public:
  Sights(const typed::Program& program, const source::Sources& sources) : points_(program, sources) {}

  void add(const std::vector<Observer::Seen>& seen) {
    const std::lock_guard lock(mutex_);
    for (const auto& [thing, sight] : seen) points_.see(thing, sight);
  }
  const reports::Coverage& coverage() const { return points_.coverage(); }

 private:
  std::mutex mutex_;
  CoveragePoints points_;
};

reports::TestResult result_of(const typed::Program& program, const loaders::Vocabulary& vocabulary, std::size_t index,
                              const source::Sources& sources, const TestOptions& options, Sights* sights) {
  const auto& test = program.tests[index];
  const auto& file = sources[test.written.file];
  reports::TestResult result{test.title.text, file.path(), line_of(test.written, sources),
                             program[test.pack].language, {}, {}};
  const auto ready = made_ready(program, vocabulary, index, sources, options.language);
  result.faults = ready.faults;
  if (!ready.dataset) return result;

  const auto run = run_test(program, ready);
  Observer observer(program, *ready.dataset, run);
  for (const auto& expectation : test.expectations) {
    auto checked = checked_against(program, expectation, *ready.dataset, run);
    checked.answer.place = fmt::format("{}:{}", file.path(), line_of(expectation.written, sources));
    checked.answer.text = expectation.text;
    result.expectations.push_back(std::move(checked.answer));
    if (sights)
      for (const auto& subject : checked.about) observer.see(subject);
  }
  if (sights) sights->add(observer.seen());
  return result;
}

}  // namespace

std::vector<reports::TestResult> run_tests(const typed::Program& program, const source::Sources& sources,
                                           const TestOptions& options, reports::Coverage* coverage) {
  const auto sights = coverage ? std::make_unique<Sights>(program, sources) : nullptr;
  const loaders::Vocabulary vocabulary(program.schema);
  std::vector<reports::TestResult> results(program.tests.size());
  loaders::in_parallel(program.tests.size(), loaders::threads_or_all(options.threads), [&](std::size_t i) {
    results[i] = result_of(program, vocabulary, i, sources, options, sights.get());
  });
  if (coverage) coverage->add(sights->coverage());
  return results;
}

void check_tables(const typed::Program& program, const source::Sources& sources,
                  diagnostics::Diagnostics& diagnostics) {
  const loaders::Vocabulary vocabulary(program.schema);
  for (const auto& test : program.tests)
    loaders::bind(vocabulary, tables_of(test, sources), {years_of(program, test), program[test.pack].language},
                  diagnostics);
}

}  // namespace tdkt::engine
