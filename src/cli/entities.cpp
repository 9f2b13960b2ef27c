// SPDX-License-Identifier: Apache-2.0
#include "cli/entities.hpp"

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::cli {

using diagnostics::Kind;

namespace {

std::vector<values::Row> named(const std::string& key, const columns::EntityTable& table) {
  std::vector<values::Row> rows;
  for (values::Row row = 0; row < table.ids.size(); ++row)
    if (grammar::key_of(table.ids[row]) == key || grammar::key_of(table.names[row]) == key) rows.push_back(row);
  return rows;
}

void report_unknown(const std::string& written, const std::vector<columns::EntityId>& among,
                    const columns::Dataset& dataset, diagnostics::Diagnostics& diagnostics) {
  std::vector<std::string> known;
  for (const auto entity : among) {
    const auto& table = dataset.entities[entity.index];
    known.insert(known.end(), table.ids.begin(), table.ids.end());
    for (const auto name : table.names)
      if (!name.empty()) known.emplace_back(name);
  }
  auto& diagnostic = diagnostics.report_general(Kind::unknown_entity, {written});
  for (const auto& near : grammar::nearest(written, known, 3))
    diagnostic.suggest({"did you mean '" + near + "'?", "có phải ý bạn là '" + near + "'?"});
}

}  // namespace

std::vector<Found> find_entity(const std::string& written, const std::vector<columns::EntityId>& among,
                               const columns::Dataset& dataset, diagnostics::Diagnostics& diagnostics) {
  std::vector<Found> found;
  for (const auto entity : among)
    if (const auto row = dataset.entities[entity.index].find(written)) found.push_back({entity, *row});
  if (!found.empty()) return found;

  const auto key = grammar::key_of(written);
  for (const auto entity : among) {
    const auto rows = named(key, dataset.entities[entity.index]);
    if (rows.size() == 1) found.push_back({entity, rows.front()});
    if (rows.size() < 2) continue;
    std::string ids;
    for (std::size_t i = 0; i < rows.size() && i < 10; ++i)
      ids += (i == 0 ? "" : ", ") + std::string(dataset.entities[entity.index].ids[rows[i]]);
    diagnostics.report_general(Kind::several_of_this_name, {written, ids});
    return {};
  }
  if (found.empty()) report_unknown(written, among, dataset, diagnostics);
  return found;
}

}  // namespace tdkt::cli
