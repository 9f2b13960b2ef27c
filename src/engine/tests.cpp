// SPDX-License-Identifier: Apache-2.0
#include "engine/tests.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/render.hpp"
#include "engine/expectations.hpp"
#include "engine/run.hpp"
#include "engine/titles.hpp"
#include "loaders/loaders.hpp"

namespace tdkt::engine {

namespace {

std::string place_of(source::Where where, const source::Sources& sources) {
  const auto& file = sources[where.file];
  return fmt::format("{}:{}", file.path(), file.position(where.span.begin).line);
}

std::vector<int> years_of(const typed::Program& program, const typed::Test& test) {
  auto years = test.years;
  if (test.period)
    for (auto year = program[*test.period].days.first.year(); year <= program[*test.period].days.last.year(); ++year)
      years.push_back(year);
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

std::vector<loaders::TextTable> tables_of(const typed::Test& test, const source::Sources& sources) {
  std::vector<loaders::TextTable> tables;
  for (const auto& given : test.given) {
    const auto& file = sources[given.written.file];
    loaders::TextTable table{file.path(), given.heading, {}, {}};
    for (std::size_t i = 0; i < given.rows.rows.size(); ++i) {
      auto& row = table.rows.emplace_back();
      for (const auto& cell : given.rows.rows[i]) row.push_back(cell.text);
      table.lines.push_back(file.position(given.rows.spans[i].begin).line);
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

// Only what the expectations speak of is worked out.
graph::Request request_of(const typed::Program& program, const typed::Test& test, const std::vector<int>& years) {
  auto judged = years;
  std::vector<std::string> titles;
  for (const auto& expectation : test.expectations) {
    if (expectation.year) judged.push_back(*expectation.year);
    titles.push_back(expectation.title);
  }
  std::sort(judged.begin(), judged.end());
  judged.erase(std::unique(judged.begin(), judged.end()), judged.end());

  const auto whole = graph::everything(program, judged);
  auto request = only(program, whole, titles);
  for (const auto& expectation : test.expectations) {
    if (expectation.kind == typed::Expectation::Kind::value) add_value(program, test, expectation, whole, request);
    if (expectation.kind == typed::Expectation::Kind::warns)
      for (const auto& check : program.checks)
        if (has_title(check.title, expectation.title))
          for (const auto& asked : whole.expressions)
            for (const auto& line : check.lines)
              if (asked.expression == line.when) request.expressions.push_back(asked);
    // `is not nominated` may name no offer: then all nominations are looked at.
    if (expectation.title.empty()) request.nominations = whole.nominations;
  }
  return request;
}

reports::TestResult run_test(const typed::Program& program, const typed::Test& test, const source::Sources& sources) {
  const auto language = program[test.pack].language;
  const auto& file = sources[test.written.file];
  reports::TestResult result{test.title.text, file.path(), file.position(test.written.span.begin).line,
                             language,        {},          {}};
  const auto years = years_of(program, test);

  diagnostics::Diagnostics diagnostics;
  const auto dataset = loaders::bind(program.schema, tables_of(test, sources), {years, language}, diagnostics);
  diagnostics.sort();
  if (diagnostics.has_errors()) {
    result.faults = diagnostics::as_text(diagnostics, sources, {language, false});
    return result;
  }

  const auto run = engine::run(program, dataset, request_of(program, test, years), {years, {}, 1, {}});
  for (const auto& expectation : test.expectations) {
    auto checked = checked_against(program, expectation, dataset, run);
    checked.place = place_of(expectation.written, sources);
    checked.text = expectation.text;
    result.expectations.push_back(std::move(checked));
  }
  return result;
}

}  // namespace

std::vector<reports::TestResult> run_tests(const typed::Program& program, const source::Sources& sources) {
  std::vector<reports::TestResult> results;
  for (const auto& test : program.tests) results.push_back(run_test(program, test, sources));
  return results;
}

void check_tables(const typed::Program& program, const source::Sources& sources,
                  diagnostics::Diagnostics& diagnostics) {
  for (const auto& test : program.tests)
    loaders::bind(program.schema, tables_of(test, sources), {years_of(program, test), program[test.pack].language},
                  diagnostics);
}

}  // namespace tdkt::engine
