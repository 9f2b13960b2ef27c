// SPDX-License-Identifier: Apache-2.0
#include "loaders/listed_ids.hpp"

#include <algorithm>

namespace tdkt::loaders {
namespace {

bool may_list(const Table& table) {
  const Binding& binding = table.binding;
  return binding.kind == TableKind::facts && binding.own && !binding.has_period() && !binding.column_of(HeaderWord::date);
}

// Whose ids the column holds, where it holds those of one entity and nothing else.
std::optional<EntityId> entity_in(const columns::Schema& schema, const Binding& binding, std::size_t column) {
  const BoundTo& to = binding.columns[column];
  if (binding.kind != TableKind::facts || to.name || to.word || to.cadence) return std::nullopt;
  std::vector<EntityId> entities;
  if (to.key) entities.push_back(binding.subject);
  if (to.second_key) entities.push_back(*to.second_key);
  for (const Reference& reference : to.references) {
    const columns::Relation& relation = schema[reference.relation];
    entities.push_back(reference.backward ? relation.of : relation.to);
  }
  for (const FactId fact : to.facts) {
    if (schema[fact].type.kind != columns::TypeKind::entity) return std::nullopt;
    entities.push_back(schema[fact].type.entity);
  }
  const bool one = !entities.empty() && std::all_of(entities.begin(), entities.end(),
                                                    [&](EntityId entity) { return entity == entities[0]; });
  return one ? std::optional(entities[0]) : std::nullopt;
}

}  // namespace

bool ListedIds::is_list(const Table& table, const std::deque<Table>& tables) {
  const auto first = std::find_if(tables.begin(), tables.end(), [&](const Table& other) {
    return may_list(other) && other.binding.subject == table.binding.subject;
  });
  return first != tables.end() && &*first == &table;
}

void ListedIds::take_from(std::deque<Table>& tables) {
  for (Table& table : tables) {
    if (!is_list(table, tables)) continue;
    Dictionary& ids = table.raw.columns[table.binding.key].texts;
    auto& listed = listed_[table.binding.subject.index];
    listed = std::make_shared<const Dictionary>(std::move(ids));
    ids = Dictionary(listed);
  }
}

// What is made of each text costs more than it saves where only few of the ids can be mentioned.
void ListedIds::begin(Table& table, std::size_t bytes) const {
  for (std::size_t c = 0; c < table.raw.columns.size(); ++c) {
    const auto entity = entity_in(schema_, table.binding, c);
    if (entity && of(*entity) && bytes / 16 >= of(*entity)->size()) table.raw.columns[c].texts = Dictionary(of(*entity));
  }
}

}  // namespace tdkt::loaders
