// SPDX-License-Identifier: Apache-2.0
#include "engine/test_bench.hpp"

#include <algorithm>

#include "diagnostics/render.hpp"
#include "engine/titles.hpp"

namespace tdkt::engine {

namespace {

bool is_of_nominations(typed::Expectation::Kind kind) {
  using Kind = typed::Expectation::Kind;
  return kind == Kind::nominated || kind == Kind::not_nominated || kind == Kind::tied || kind == Kind::at_place ||
         kind == Kind::not_among || kind == Kind::undetermined;
}

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
    if (expectation.title.empty() && is_of_nominations(expectation.kind)) request.nominations = whole.nominations;
  }
  return request;
}

}  // namespace

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

ReadyTest made_ready(const typed::Program& program, const loaders::Vocabulary& vocabulary, std::size_t index,
                     const source::Sources& sources, std::optional<grammar::Language> language) {
  const auto& test = program.tests[index];
  ReadyTest ready{index, years_of(program, test), std::nullopt, {}};
  const auto own = program[test.pack].language;
  diagnostics::Diagnostics diagnostics;
  auto dataset = loaders::bind(vocabulary, tables_of(test, sources), {ready.years, own}, diagnostics);
  diagnostics.sort();
  if (diagnostics.has_errors())
    ready.faults = diagnostics::as_text(diagnostics, sources, {language.value_or(own), false});
  else
    ready.dataset = std::move(dataset);
  return ready;
}

Run run_test(const typed::Program& program, const ReadyTest& ready) {
  auto request = request_of(program, program.tests[ready.test], ready.years);
  return engine::run(program, *ready.dataset, std::move(request), {ready.years, {}, 1, {}});
}

}  // namespace tdkt::engine
