// SPDX-License-Identifier: Apache-2.0
#include "verdicts/subject.hpp"

#include "grammar/spelling.hpp"

namespace tdkt::verdicts {
namespace {

// `for the unit "X"`: the id, else a name that only one has.
std::optional<Row> named(const columns::EntityTable& table, const std::string& text) {
  if (const auto row = table.find(text)) return row;
  const auto key = grammar::key_of(text);
  std::optional<Row> found;
  for (std::size_t row = 0; row < table.names.size(); ++row) {
    if (table.names[row].empty() || grammar::key_of(table.names[row]) != key) continue;
    if (found) return std::nullopt;
    found = static_cast<Row>(row);
  }
  return found;
}

}  // namespace

std::vector<std::pair<Row, values::Truth>> subjects(const typed::Scope& scope, values::Period period,
                                                    const evaluate::Evaluation& evaluation,
                                                    const columns::Dataset& dataset) {
  const auto& table = dataset.entities[scope.entity.index];
  Row first = 0, end = static_cast<Row>(table.ids.size());
  if (scope.only) {
    const auto row = named(table, *scope.only);
    if (!row) return {};
    first = *row, end = *row + 1;
  }
  std::vector<std::pair<Row, values::Truth>> found;
  found.reserve(end - first);
  const auto& judged = evaluation.judged(scope.entity, period);
  std::optional<evaluate::ColumnView> filter;
  if (scope.filter) filter = evaluation.over_rows(*scope.filter, scope.entity, period);
  for (Row row = first; row < end; ++row) {
    if (!judged[row]) continue;
    const auto truth = filter ? filter->truth(row) : values::Truth::yes;
    if (truth != values::Truth::no) found.emplace_back(row, truth);
  }
  return found;
}

}  // namespace tdkt::verdicts
