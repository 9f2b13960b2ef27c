// SPDX-License-Identifier: Apache-2.0
// Where values and memberships stand on record.
#include "evaluate/place.hpp"

#include <algorithm>

namespace tdkt::evaluate {

columns::Place place_of(const Records& records, columns::FactId fact, Row row, std::optional<Row> key,
                        const graph::When& when) {
  const auto* column = records.of(fact, when).column;
  if (!column) return {};
  auto cell = static_cast<std::size_t>(row);
  if (column->keyed) {
    const auto last = key ? static_cast<std::int32_t>(*key) : when.days.last.days;
    const auto after = std::upper_bound(column->keys.begin(), column->keys.end(), columns::KeyedCell{row, last});
    if (after == column->keys.begin()) return {};
    const auto& found = *(after - 1);
    if (found.row != row || (key ? found.key != last : found.key < when.days.first.days)) return {};
    cell = static_cast<std::size_t>(after - 1 - column->keys.begin());
  }
  const bool present = cell < column->present.rows && column->present[cell];
  return present && cell < column->places.size() ? column->place(cell) : columns::Place{};
}

columns::Place place_of(const Records& records, columns::RelationId relation, bool inverse, const graph::When& when,
                        Row from, Row to) {
  const auto found = records.of(relation, when);
  if (!found.both) return {};
  const auto& adjacency = inverse ? found.both->backward : found.both->forward;
  if (from >= adjacency.rows()) return {};
  for (auto at = adjacency.first(from); at < adjacency.end(from); ++at) {
    if (adjacency.targets[at] != to) continue;
    const bool in_days = adjacency.dates.empty() ||
                         (adjacency.dates[at] >= when.days.first && adjacency.dates[at] <= when.days.last);
    if ((!when.dated || in_days) && !adjacency.places.empty()) return adjacency.place(from, at);
  }
  return {};
}

}  // namespace tdkt::evaluate
