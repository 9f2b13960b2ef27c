// SPDX-License-Identifier: Apache-2.0
#include "engine/run.hpp"

#include <algorithm>

#include "engine/scores.hpp"
#include "engine/titles.hpp"
#include "graph/graph.hpp"
#include "logging/logging.hpp"
#include "verdicts/subject.hpp"

namespace tdkt::engine {

namespace {

using values::Truth;

void span_records(graph::Request& request, const columns::Dataset& dataset) {
  for (const auto& entity : dataset.entities) {
    if (entity.seen.empty()) continue;
    request.first_year = std::min(request.first_year, entity.seen.begin()->first);
    request.last_year = std::max(request.last_year, entity.seen.rbegin()->first);
  }
}

// Calls visit(period, row, column) for those judged, for each period in which `expression` was asked for.
template <class Visit>
void for_each_case(const Run& run, const columns::Dataset& dataset, const typed::Scope& scope,
                   const typed::Expr& expression, Visit visit) {
  for (const auto& asked : run.request.expressions)
    if (asked.expression == expression) {
      const auto column = run.evaluation.over_rows(*expression, scope.entity, asked.period);
      for (const auto& [row, within] : verdicts::subjects(scope, asked.period, run.evaluation, dataset))
        visit(asked.period, row, column);
    }
}

void list_reports(const typed::Program& program, const columns::Dataset& dataset, Run& run) {
  for (std::uint32_t i = 0; i < program.reports.size(); ++i) {
    const auto& report = program.reports[i];
    for_each_case(run, dataset, report.scope, report.value, [&](values::Period period, values::Row row, const evaluate::ColumnView& column) {
      run.listed.push_back({i, period, row, column.value(row)});
    });
  }
}

void check_records(const typed::Program& program, const columns::Dataset& dataset, Run& run) {
  for (std::uint32_t i = 0; i < program.checks.size(); ++i) {
    const auto& check = program.checks[i];
    for (std::uint32_t line = 0; line < check.lines.size(); ++line)
      for_each_case(run, dataset, check.scope, check.lines[line].when, [&](values::Period period, values::Row row, const evaluate::ColumnView& column) {
        if (column.truth(row) == Truth::yes)
          run.suspects.push_back({i, line, period, row});
      });
  }
}

}  // namespace

Run run(const typed::Program& program, const columns::Dataset& dataset, graph::Request request,
        const RunOptions& options) {
  const spdlog::stopwatch watch;
  const auto begin = [&](Stage stage) {
    if (options.progress) options.progress(stage);
  };
  span_records(request, dataset);

  begin(Stage::planning);
  auto graph = graph::build(program, request);
  logging::of("engine")->info("planned nodes={} seconds={:.3}", graph->nodes().size(), watch);

  begin(Stage::evaluating);
  Run run{std::move(request), evaluate::evaluate(std::move(graph), dataset, {options.threads, options.advance, options.renewable}), {}, {}, {}, {}, {}};
  logging::of("engine")->info("evaluated seconds={:.3}", watch);

  begin(Stage::judging);
  run.results = verdicts::results(program, run.request, run.evaluation, dataset);
  list_reports(program, dataset, run);
  check_records(program, dataset, run);
  std::size_t nominated = 0, settled = 0;
  const auto& nominations = run.results.nominations;
  if (options.settles_nominations)
    for (const auto& one : nominations.cases()) {
      nominated += nominations.counts(one).nominated;
      if (options.advance) options.advance(++settled, nominations.cases().size());
    }
  logging::of("engine")->info("judged verdicts={} nominated={} seconds={:.3}", run.results.verdicts.size(), nominated, watch);
  return run;
}

Run run(const typed::Program& program, const columns::Dataset& dataset, const RunOptions& options) {
  auto request = only(program, graph::everything(program, options.years), options.titles);
  ask_for_scores(program, request);
  auto result = run(program, dataset, std::move(request), options);
  list_scores(program, dataset, result);
  return result;
}

void list_findings(const typed::Program& program, const columns::Dataset& dataset, Run& run) {
  run.listed.clear(), run.suspects.clear(), run.scored.clear(), run.graded.clear();
  list_reports(program, dataset, run);
  check_records(program, dataset, run);
  list_scores(program, dataset, run);
}

reports::Findings findings_of(const typed::Program& program, const columns::Dataset& dataset, const Run& run) {
  return {program, dataset, run.evaluation, run.results, run.listed, run.suspects, run.scored, run.graded};
}

}  // namespace tdkt::engine
