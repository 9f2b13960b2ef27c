// SPDX-License-Identifier: Apache-2.0
#include "judged.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "diagnostics/render.hpp"
#include "graph/graph.hpp"
#include "loaders/loaders.hpp"
#include "reports/explanations.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

namespace tdkt::verdicts {
namespace {

std::string file(const std::string& path) {
  std::ifstream in(std::string(TDKT_SOURCE_DIR) + "/" + path);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<loaders::TextTable> tables_of(const typed::Test& test) {
  std::vector<loaders::TextTable> tables;
  for (const auto& given : test.given) {
    loaders::TextTable table{given.heading + ".csv", given.heading, {}, {}};
    for (const auto& row : given.rows.rows) {
      table.rows.emplace_back();
      for (const auto& cell : row) table.rows.back().push_back(cell.text);
      table.lines.push_back(static_cast<std::uint32_t>(table.rows.size()));
    }
    tables.push_back(std::move(table));
  }
  return tables;
}

bool has_title(const typed::Title& title, const std::string& text) {
  return title.text == text || title.translation == text;
}

}  // namespace

Judged::Judged(const std::string& text, std::size_t test) {
  std::vector<syntax::File> files;
  const auto read = [&](const std::string& path, std::string bytes) {
    const auto id = sources_.add(source::Source(path, std::move(bytes)));
    files.push_back(syntax::parse(sources_, id, diagnostics_));
  };
  read("emulation.tdkt", file("rules/vocabulary/emulation.tdkt"));
  read("rules.tdkt", text);
  program_ = typed::from_syntax(files, sources_, diagnostics_);
  if (!diagnostics_.has_errors() && test < program_.tests.size()) {
    const auto& given = program_.tests[test];
    dataset_ = loaders::bind(program_.schema, tables_of(given), {given.years, program_[given.pack].language},
                             diagnostics_);
    auto request = graph::everything(program_, given.years);
    if (!given.years.empty()) {
      request.first_year = *std::min_element(given.years.begin(), given.years.end());
      request.last_year = *std::max_element(given.years.begin(), given.years.end());
    }
    evaluation_ = evaluate::evaluate(graph::build(program_, request), dataset_, {1});
    results_ = verdicts::results(program_, request, *evaluation_, dataset_);
  }
  if (diagnostics_.has_errors()) {
    mistakes_ = diagnostics::as_text(diagnostics_, sources_, {grammar::Language::english, false});
  }
}

Judged::~Judged() = default;

std::optional<Explanation> Judged::explanation(const std::string& entity, const std::string& rule, int year) const {
  for (const auto& verdict : results_.verdicts) {
    const auto& award = program_[verdict.award];
    const auto& ids = dataset_.entities[award.scope.entity.index].ids;
    if (!has_title(award.title, rule) || verdict.period.year() != year || ids[verdict.row] != entity) continue;
    return explain(program_, verdict.award, verdict.period, verdict.row, *evaluation_, dataset_);
  }
  return std::nullopt;
}

std::string Judged::why(const std::string& entity, const std::string& rule, int year,
                        grammar::Language language) const {
  reports::ExplanationOptions options;
  options.language = language;
  if (const auto found = explanation(entity, rule, year)) return reports::as_text(*found, options);
  for (const auto& outcome : results_.nominations.all()) {
    const auto& nomination = program_[outcome.nomination];
    if (!has_title(nomination.title, rule) || outcome.period.year() != year) continue;
    for (const auto& candidate : outcome.candidates) {
      const auto told = explain(program_, outcome, candidate, *evaluation_, dataset_);
      if (told.entity_id == entity) return reports::as_text(told, options);
    }
  }
  return "no verdict";
}

std::string Judged::standings(const std::string& title, int year) const {
  std::string text;
  for (const auto& outcome : results_.nominations.all()) {
    const auto& nomination = program_[outcome.nomination];
    if (!has_title(nomination.title, title) || outcome.period.year() != year) continue;
    const auto& relation = program_.schema[nomination.members];
    const auto& ids = dataset_.entities[(nomination.inverse ? relation.of : relation.to).index].ids;
    for (const auto& candidate : outcome.candidates) {
      if (!text.empty()) text += "; ";
      text += std::string(ids[candidate.row]) + ": ";
      switch (candidate.standing) {
        case Standing::nominated:
          text += "nominated";
          break;
        case Standing::not_nominated:
          text += "not nominated";
          break;
        case Standing::tied:
          text += "tied";
          break;
        case Standing::undetermined:
          text += "undetermined";
          break;
        case Standing::not_among:
          text += "not among";
          break;
      }
      for (const auto j : candidate.offers) text += ' ' + nomination.offers[j].title.text;
      if (candidate.places.best > 0) text += " at " + std::to_string(candidate.places.best);
      if (candidate.places.best != candidate.places.worst) text += "-" + std::to_string(candidate.places.worst);
    }
  }
  return text;
}

}  // namespace tdkt::verdicts
