// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <algorithm>
#include <sstream>

#include "diagnostics/render.hpp"
#include "graph/graph.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

const char* const words = R"(vocabulary "test"

entity person
entity unit
entity bloc
entity initiative
entity award record
entity indicator

scale rating
  poor
  fair
  good
  excellent

scale title
  untitled
  worker
  fighter

relation staff of unit: many person, yearly, never empty, inverse unit
relation advisers of unit: many person, yearly, inverse many advised unit
relation members of bloc: many unit, yearly, never empty, inverse bloc
relation leader of bloc: one of members, yearly
relation deputy leader, deputy of bloc: one of members, yearly
relation initiatives of person: many initiative, dated, inverse many authors
relation awards of unit: many award record, dated, inverse recipient

fact mark of person: rating, yearly
fact mark of unit: rating, yearly
fact honour of person: title, yearly, absent means untitled
fact active of person: yes/no, yearly
fact listed of unit: yes/no, yearly, absent means no, also before the data begin
fact months of person: number from 0 to 12, yearly
fact points of person: number, yearly
fact planned of unit: number from 0 to 50, yearly
fact met of unit: number from 0 to planned, yearly
fact size of unit: number, yearly
fact founded of unit: date, once
fact reach of initiative: rating, once
fact award name of award record: text, once
fact united of unit: yes/no, yearly, attested by "the council"
fact target of unit per indicator: number, yearly
fact result of unit per indicator: number, yearly
fact quarterly mark of unit: rating, quarterly

verb achieve, achieves: honour of person, means at least
verb received: awards of unit by award name

)";

namespace {

std::vector<loaders::TextTable> tables_in(const std::string& text) {
  std::vector<loaders::TextTable> tables;
  std::istringstream lines(text);
  bool heading = true;
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t") == std::string::npos) {
      heading = true;
    } else if (heading) {
      tables.push_back({"given", line.substr(line.find_first_not_of(' ')), {}, {}});
      heading = false;
    } else {
      auto& cells = tables.back().rows.emplace_back();
      tables.back().lines.push_back(number);
      std::istringstream parts(line + '|');  // what is not ended by a bar would be lost if empty
      for (std::string part; std::getline(parts, part, '|');) {
        const auto first = part.find_first_not_of(' '), last = part.find_last_not_of(' ');
        cells.push_back(first == std::string::npos ? "" : part.substr(first, last - first + 1));
      }
    }
  }
  return tables;
}

}  // namespace

World::World(const std::string& rules, const std::string& tables, std::vector<int> years, unsigned threads) {
  diagnostics::Diagnostics diagnostics;
  std::vector<syntax::File> files;
  const auto read = [&](const std::string& path, const std::string& text) {
    files.push_back(syntax::parse(sources_, sources_.add(source::Source(path, text)), diagnostics));
  };
  read("words.tdkt", words);
  read("rules.tdkt", "pack \"Test\"\n  version \"1\"\n  in force from 2010-01-01\n  uses vocabulary \"test\"\n\n" + rules);
  program_ = typed::from_syntax(files, sources_, diagnostics);
  if (!diagnostics.has_errors()) data_ = loaders::bind(program_.schema, tables_in(tables), {years, {}}, diagnostics);
  if (diagnostics.has_errors()) {
    mistakes_ = diagnostics::as_text(diagnostics, sources_, {});
    return;
  }
  request_ = graph::everything(program_, years);
  request_.first_year = *std::min_element(years.begin(), years.end());
  request_.last_year = *std::max_element(years.begin(), years.end());
  evaluation_ = evaluate(graph::build(program_, request_), data_, {threads});
}

World::~World() = default;

std::optional<Row> World::row(columns::EntityId entity, const std::string& id) const {
  return data_.entities[entity.index].find(id);
}

const typed::Award& World::award(const std::string& title) const {
  return *std::find_if(program_.awards.begin(), program_.awards.end(),
                       [&](const auto& award) { return award.title.text == title; });
}

namespace {
std::string word(values::Truth truth) {
  return truth == values::Truth::yes ? "yes" : truth == values::Truth::no ? "no" : "unknown";
}
}  // namespace

std::string World::verdict(const std::string& title, const std::string& entity, int year) const {
  if (!mistakes_.empty()) return mistakes_;
  const auto& award = this->award(title);
  const typed::AwardId id{static_cast<std::uint32_t>(&award - program_.awards.data())};
  const auto at = row(award.scope.entity, entity);
  return at ? word(evaluation_->rule(id, values::year_period(year)).requirements[*at]) : "no such entity";
}

std::string World::deferral(const std::string& title, const std::string& entity, int year) const {
  if (!mistakes_.empty()) return mistakes_;
  const auto& award = this->award(title);
  const typed::AwardId id{static_cast<std::uint32_t>(&award - program_.awards.data())};
  return word(evaluation_->rule(id, values::year_period(year)).deferral[*row(award.scope.entity, entity)]);
}

Environment judging(Row row, int year) {
  Environment environment;
  environment.period = values::year_period(year);
  environment.rows[0] = row;
  return environment;
}

Cell World::value(const std::string& title, const std::string& entity, int year) const {
  for (const auto& report : program_.reports)
    if (report.title.text == title)
      return evaluation_->value(*report.value, judging(*row(report.scope.entity, entity), year));
  return {UnknownText{}, Cause::other};
}

std::string World::report(const std::string& title, const std::string& entity, int year) const {
  return mistakes_.empty() ? text_of(value(title, entity, year)) : mistakes_;
}

std::string text_of(const Cell& cell) {
  return std::visit(
      values::match{[](values::Truth truth) { return word(truth); },
                    [](const values::Interval& number) -> std::string {
                      if (number.known()) return number.low->text();
                      return (number.low ? number.low->text() : "") + ".." + (number.high ? number.high->text() : "");
                    },
                    [](typed::Code code) { return "code " + std::to_string(code.code); },
                    [](UnknownCode) -> std::string { return "unknown code"; },
                    [](Row row) { return "row " + std::to_string(row); },
                    [](UnknownRow) -> std::string { return "unknown row"; },
                    [](NoRow) -> std::string { return "nobody"; }, [](values::Date date) { return date.iso(); },
                    [](UnknownDate) -> std::string { return "unknown date"; },
                    [](const std::string& text) { return "text " + text; },
                    [](UnknownText) -> std::string { return "unknown text"; }},
      cell.value);
}

}  // namespace tdkt::evaluate
