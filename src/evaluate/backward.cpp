// SPDX-License-Identifier: Apache-2.0
#include "evaluate/backward.hpp"

#include <algorithm>

namespace tdkt::evaluate {

using graph::NodeId;

// The rows from which the relation leads to `target` at some time; nullopt where the records don't tell.
std::optional<Rows> Backward::along(columns::RelationId relation, bool inverse, const graph::When& when, Row target) const {
  const auto* both = run_.records().of(relation, when).both;
  if (!both) return std::nullopt;
  const auto& opposite = inverse ? both->forward : both->backward;
  if (target >= opposite.rows()) return Rows{};
  Rows from(opposite.targets.begin() + opposite.first(target), opposite.targets.begin() + opposite.end(target));
  keep_once(from);
  return from;
}

Rows Backward::edges_to(NodeId id, Row target) {
  const auto& node = graph_[id];
  const auto& edges = std::get<EdgeColumn>(run_.column(graph_, id));
  const auto* follow = std::get_if<graph::Follow>(&node.operation);
  const bool of_each_row = follow && std::holds_alternative<graph::Itself>(graph_[node.inputs[0]].operation);
  if (const auto sources = of_each_row ? along(follow->relation, follow->inverse, follow->when, target) : std::nullopt) {
    Rows found;
    for (const auto source : *sources) {
      if (source >= edges.sources) continue;
      const auto* end = edges.targets + edges.offsets[source + 1];
      const auto* at = std::lower_bound(edges.targets + edges.offsets[source], end, target);
      if (at != end && *at == target) found.push_back(static_cast<std::uint32_t>(at - edges.targets));
    }
    return found;
  }
  const auto& found = index(id);
  if (std::size_t{target} + 1 >= found.offsets.size()) return {};
  return {found.places.begin() + found.offsets[target], found.places.begin() + found.offsets[target + 1]};
}

Rows Backward::places_of(NodeId id, Row target) {
  const auto& node = graph_[id];
  if (std::holds_alternative<graph::Target>(node.operation)) return edges_to(node.inputs[0], target);
  const auto& rows = std::get<RowColumn>(run_.column(graph_, id));
  if (std::holds_alternative<graph::Itself>(node.operation)) return target < rows.rows ? Rows{target} : Rows{};
  const auto* related = std::get_if<graph::ReadRelated>(&node.operation);
  if (auto from = related ? along(related->relation, related->inverse, related->when, target) : std::nullopt) {
    std::erase_if(*from, [&](Row row) { return row >= rows.rows || rows[row] != target; });
    return *std::move(from);
  }
  const auto& found = index(id);
  if (std::size_t{target} + 1 >= found.offsets.size()) return {};
  return {found.places.begin() + found.offsets[target], found.places.begin() + found.offsets[target + 1]};
}

// Counts, then puts each place behind those of smaller rows.
const Backward::Index& Backward::index(NodeId id) {
  const auto [at, is_new] = indexes_.try_emplace(id);
  auto& index = at->second;
  if (!is_new) return index;
  const auto& column = run_.column(graph_, id);
  const auto* edges = std::get_if<EdgeColumn>(&column);
  const auto places = edges ? edges->size() : run_.rows(graph_, graph_[id].domain);
  const auto target = [&](std::size_t place) { return edges ? edges->targets[place] : std::get<RowColumn>(column)[place]; };
  std::size_t rows = 0;
  for (std::size_t place = 0; place < places; ++place)
    if (target(place) < unknown_row) rows = std::max<std::size_t>(rows, target(place) + 1);
  index.offsets.assign(rows + 1, 0);
  for (std::size_t place = 0; place < places; ++place)
    if (target(place) < unknown_row) ++index.offsets[target(place) + 1];
  for (std::size_t row = 0; row < rows; ++row) index.offsets[row + 1] += index.offsets[row];
  index.places.resize(index.offsets.back());
  auto next = index.offsets;
  for (std::size_t place = 0; place < places; ++place)
    if (target(place) < unknown_row) index.places[next[target(place)]++] = static_cast<std::uint32_t>(place);
  return index;
}

}  // namespace tdkt::evaluate
