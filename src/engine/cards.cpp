// SPDX-License-Identifier: Apache-2.0
#include "engine/cards.hpp"

#include <algorithm>

#include "engine/run.hpp"
#include "engine/titles.hpp"
#include "grammar/spelling.hpp"
#include "loaders/loaders.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::engine {

namespace {

std::vector<loaders::TextTable> text_tables(const std::vector<card::Table>& tables) {
  std::vector<loaders::TextTable> texts;
  for (const auto& table : tables) texts.push_back({"card", table.heading, table.rows, {}});
  return texts;
}

std::optional<evaluate::Environment> environment_of(const card::Inquiry::Number& number, const columns::Dataset& dataset) {
  evaluate::Environment environment;
  environment.period = number.period;
  for (std::size_t level = 0; level < number.ids.size() && level < environment.rows.size(); ++level) {
    const auto row = dataset.entities[number.entities[level].index].find(number.ids[level]);
    if (!row) return std::nullopt;
    environment.rows[level] = *row;
  }
  environment.levels = static_cast<std::uint8_t>(std::max<std::size_t>(1, number.ids.size()));
  return environment;
}

bool is_named(const typed::Criterion& criterion, const std::string& name) {
  const bool labelled = !criterion.label.empty() && criterion.label != "-";
  if (labelled && grammar::key_of(criterion.path) == grammar::key_of(name)) return true;
  return criterion.title && has_title(*criterion.title, name);
}

}  // namespace

card::Judged judged(const typed::Program& program, const card::Inquiry& inquiry) {
  card::Judged said;
  const auto& award = program[inquiry.award];
  diagnostics::Diagnostics diagnostics;
  const std::vector<int> years{inquiry.year};
  const auto dataset =
      loaders::bind(program.schema, text_tables(inquiry.tables), {years, program[award.pack].language}, diagnostics);
  if (diagnostics.has_errors()) return said;
  const auto row = dataset.entities[award.scope.entity.index].find(inquiry.subject);
  if (!row) return said;

  graph::Request request;
  request.first_year = request.last_year = inquiry.year;
  request.awards.push_back({inquiry.award, inquiry.period});
  for (const auto& condition : inquiry.beside)
    request.expressions.push_back({condition, award.scope.entity, inquiry.period});
  const auto run = engine::run(program, dataset, std::move(request), {years, {}, 1, {}});

  for (const auto& one : run.results.verdicts.cases())
    if (const auto verdict = verdicts::verdict_on(one, *row)) said.outcome = verdict->outcome, said.possible = true;
  if (!said.possible) return said;
  evaluate::Environment environment;
  environment.period = inquiry.period;
  environment.rows[0] = *row;
  said.truth = run.evaluation.criterion(*inquiry.criterion, environment);
  for (const auto& condition : inquiry.beside) said.beside.push_back(run.evaluation.truth(*condition, environment));
  for (const auto& number : inquiry.numbers) {
    const auto at = environment_of(number, dataset);
    const auto cell = at ? run.evaluation.value(*number.of, *at) : evaluate::Cell{};
    const auto* value = std::get_if<values::Interval>(&cell.value);
    const auto* code = std::get_if<typed::Code>(&cell.value);
    if (code) said.numbers.push_back(values::Interval::exactly(values::Decimal(code->code)));
    else said.numbers.push_back(value ? *value : values::Interval::anything());
  }
  return said;
}

std::vector<card::Card> cards_of(const typed::Program& program, const source::Sources& sources, typed::AwardId award,
                                 values::Period period, const CardOptions& options) {
  std::vector<card::Card> cards;
  const card::Judge judge = [&](const card::Inquiry& inquiry) { return judged(program, inquiry); };
  for (const auto* criterion : card::criteria_of(program[award])) {
    if (options.criterion && !is_named(*criterion, *options.criterion)) continue;
    auto card = card::make_card(program, award, *criterion, period, judge, {.waivers = options.waivers});
    const auto& where = criterion->written;
    const auto text = sources[where.file].text();
    card.written = std::string(text.substr(where.span.begin, where.span.end - where.span.begin));
    cards.push_back(std::move(card));
  }
  return cards;
}

bool has_criterion(const typed::Award& award, const std::string& name) {
  const auto all = card::criteria_of(award);
  return std::any_of(all.begin(), all.end(), [&](const typed::Criterion* criterion) { return is_named(*criterion, name); });
}

std::vector<std::string> names_of_criteria(const typed::Award& award) {
  std::vector<std::string> names;
  for (const auto* criterion : card::criteria_of(award)) {
    if (!criterion->label.empty() && criterion->label != "-") names.push_back(criterion->path);
    if (criterion->title) names.push_back(criterion->title->text);
  }
  return names;
}

}  // namespace tdkt::engine
