// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <sstream>

#include "values/match.hpp"

namespace tdkt::loaders::test {

using columns::Schema;
using grammar::Language;

Folder::Folder() {
  static std::atomic<int> number = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("tdkt-loaders-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
  std::filesystem::create_directories(path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

Folder& Folder::add(const std::string& name, std::string_view bytes) {
  std::ofstream file(path_ / name, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return *this;
}

std::vector<std::string> messages(const diagnostics::Diagnostics& diagnostics, const std::filesystem::path& folder,
                                  Language language) {
  std::vector<std::string> lines;
  for (const auto& diagnostic : diagnostics.all()) {
    std::string file = diagnostic.data.file;
    const std::string prefix = folder.string() + "/";
    if (file.starts_with(prefix)) file = file.substr(prefix.size());
    if (file == folder.string()) file.clear();
    std::ostringstream line;
    line << diagnostics::text_of(diagnostic.kind).code << ' ' << file;
    if (diagnostic.data.row != 0) line << ':' << diagnostic.data.row;
    if (!diagnostic.data.column.empty()) line << " [" << diagnostic.data.column << ']';
    line << ' ' << message(diagnostic, language);
    if (diagnostic.times != 1) line << " x" << diagnostic.times;
    for (const auto& suggestion : diagnostic.suggestions) line << " = " << suggestion.text.in(language);
    for (const auto& note : diagnostic.notes) line << " = " << note.in(language);
    std::string text = line.str();
    for (std::size_t at; (at = text.find(prefix)) != text.npos;) text.erase(at, prefix.size());
    lines.push_back(text);
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

Result load(const Schema& schema, const Folder& folder, Options options) {
  diagnostics::Diagnostics diagnostics;
  Result result{loaders::load(schema, folder.path(), options, diagnostics), {}};
  result.messages = messages(diagnostics, folder.path());
  return result;
}

Bound bind(const Schema& schema, const std::vector<std::string>& tables, TextOptions options) {
  std::vector<TextTable> all;
  std::uint32_t line_number = 0;
  for (const std::string& text : tables) {
    TextTable table{"test.tdkt", "", {}, {}};
    std::istringstream lines(text);
    std::string line;
    std::getline(lines, table.heading);
    ++line_number;
    while (std::getline(lines, line)) {
      std::vector<std::string> cells;
      std::istringstream parts(line + "|");
      for (std::string cell; std::getline(parts, cell, '|');) {
        const auto first = cell.find_first_not_of(' '), last = cell.find_last_not_of(' ');
        cells.push_back(first == cell.npos ? "" : cell.substr(first, last - first + 1));
      }
      table.rows.push_back(std::move(cells));
      table.lines.push_back(++line_number);
    }
    all.push_back(std::move(table));
  }
  diagnostics::Diagnostics diagnostics;
  Bound bound{loaders::bind(schema, all, options, diagnostics), {}};
  bound.messages = messages(diagnostics, "", options.language);
  return bound;
}

namespace {

std::string label(const Schema& schema, const columns::Timing& timing, std::int32_t index) {
  if (timing.cadence == values::Cadence::once) return "always";
  if (timing.cadence == values::Cadence::dated) return "dated";
  if (timing.cadence == values::Cadence::yearly) return std::to_string(index);
  const auto period = columns::period_at(schema, timing, index);
  return period.first.iso() + ".." + period.last.iso();
}

std::vector<std::string> texts(const columns::Strings& strings) { return {strings.begin(), strings.end()}; }

std::string value_of(const Schema& schema, const columns::Dataset& dataset, const columns::Fact& fact,
                     const columns::Column& column, std::size_t cell) {
  return std::visit(
      values::match{[&](const columns::Codes& codes) {
                      if (fact.type.kind == columns::TypeKind::truth) return std::string(codes[cell] ? "yes" : "no");
                      return schema[fact.type.scale].values[codes[cell]].in(Language::english);
                    },
                    [&](const columns::Numbers& numbers) { return numbers.at(static_cast<values::Row>(cell)).text(); },
                    [&](const columns::Dates& dates) { return dates[cell].iso(); },
                    [&](const columns::Texts& texts) { return dataset.texts[texts.ids[cell]]; },
                    [&](const columns::Entities& entities) {
                      return std::string(dataset.entities[fact.type.entity.index].ids[entities.rows[cell]]);
                    }},
      column.cells);
}

}  // namespace

std::vector<std::string> facts(const Schema& schema, const columns::Dataset& dataset) {
  std::vector<std::string> lines;
  for (std::size_t f = 0; f < schema.facts.size(); ++f) {
    const auto& fact = schema.facts[f];
    for (const auto& [index, column] : dataset.facts[f].at) {
      for (std::size_t cell = 0; cell < column.present.rows; ++cell) {
        const columns::Place place = column.place(cell);
        if (!column.present[cell] && place.line == 0) continue;
        const values::Row row = column.keyed ? column.keys[cell].row : static_cast<values::Row>(cell);
        std::string line = schema[fact.of].name.in(Language::english) + " " + std::string(dataset.entities[fact.of.index].ids[row]) +
                           " " + label(schema, fact.timing, index) + " " + fact.name.in(Language::english);
        if (fact.per) line += "/" + std::string(dataset.entities[fact.per->index].ids[static_cast<std::size_t>(column.keys[cell].key)]);
        if (fact.timing.cadence == values::Cadence::dated) line += "/" + values::Date{column.keys[cell].key}.iso();
        line += column.present[cell] ? " = " + value_of(schema, dataset, fact, column, cell) : " ?";
        if (place.line != 0) line += " @" + std::to_string(place.line);
        lines.push_back(line);
      }
    }
  }
  return lines;
}

std::vector<std::string> relations(const Schema& schema, const columns::Dataset& dataset) {
  std::vector<std::string> lines;
  for (std::size_t r = 0; r < schema.relations.size(); ++r) {
    const auto& relation = schema.relations[r];
    const auto of = texts(dataset.entities[relation.of.index].ids);
    const auto to = texts(dataset.entities[relation.to.index].ids);
    for (const auto& [index, both] : dataset.relations[r].at) {
      const std::string what = " " + label(schema, relation.timing, index) + " " + relation.name.in(Language::english);
      std::vector<std::string> forward, backward;
      for (values::Row row = 0; row < of.size(); ++row)
        for (auto at = both.forward.first(row); at < both.forward.end(row); ++at) {
          std::string line = schema[relation.of].name.in(Language::english) + " " + of[row] + what + " -> " +
                             to[both.forward.targets[at]];
          if (!both.forward.dates.empty()) line += " on " + both.forward.dates[at].iso();
          lines.push_back(line + " @" + std::to_string(both.forward.place(row, at).line));
          forward.push_back(of[row] + "-" + to[both.forward.targets[at]] + " @" +
                            std::to_string(both.forward.place(row, at).line));
        }
      for (values::Row row = 0; row < to.size(); ++row)
        for (auto at = both.backward.first(row); at < both.backward.end(row); ++at)
          backward.push_back(of[both.backward.targets[at]] + "-" + to[row] + " @" +
                             std::to_string(both.backward.place(row, at).line));
      std::sort(forward.begin(), forward.end());
      std::sort(backward.begin(), backward.end());
      if (forward != backward) lines.push_back("the two ways of" + what + " differ");
      for (values::Row row = 0; row < of.size(); ++row)
        if (both.incomplete[row]) lines.push_back(of[row] + what + " is incomplete");
      for (values::Row row = 0; row < to.size(); ++row)
        if (both.incomplete_backward[row]) lines.push_back(to[row] + what + " is incomplete backward");
      if (both.maybe_more) lines.push_back("maybe more" + what);
    }
  }
  return lines;
}

std::vector<std::string> covered(const Schema& schema, const columns::Dataset& dataset) {
  std::vector<std::string> lines;
  const auto add = [&](const columns::Name& name, const columns::Timing& timing, columns::EntityId of, bool given,
                       const std::vector<std::int32_t>& periods) {
    if (!given) return;
    std::string line = name.in(Language::english) + " of " + schema[of].name.in(Language::english) + ":";
    for (const std::int32_t period : periods) line += " " + label(schema, timing, period);
    lines.push_back(line);
  };
  for (std::size_t f = 0; f < schema.facts.size(); ++f)
    add(schema.facts[f].name, schema.facts[f].timing, schema.facts[f].of, dataset.facts[f].given, dataset.facts[f].covered);
  for (std::size_t r = 0; r < schema.relations.size(); ++r)
    add(schema.relations[r].name, schema.relations[r].timing, schema.relations[r].of, dataset.relations[r].given,
        dataset.relations[r].covered);
  return lines;
}

std::vector<std::string> seen(const Schema& schema, const columns::Dataset& dataset) {
  std::vector<std::string> lines;
  for (std::size_t e = 0; e < schema.entities.size(); ++e) {
    const auto& table = dataset.entities[e];
    const auto add = [&](const std::string& when, const columns::Bits& bits) {
      std::string line = schema.entities[e].name.in(Language::english) + " " + when + ":";
      for (values::Row row = 0; row < bits.rows; ++row)
        if (bits[row]) line += " " + std::string(table.ids[row]);
      if (bits.count() != 0) lines.push_back(line);
    };
    for (const auto& [year, bits] : table.seen) add(std::to_string(year), bits);
    add("always", table.seen_always);
  }
  return lines;
}

std::vector<std::string> ids(const columns::Dataset& dataset, std::size_t entity) {
  return texts(dataset.entities[entity].ids);
}

}  // namespace tdkt::loaders::test
