// SPDX-License-Identifier: Apache-2.0
// Which relation a column of references gives.
#include <algorithm>
#include <functional>

#include "loaders/binding.hpp"

namespace tdkt::loaders {
namespace {

// Keeps those for which `fits` holds, unless that would leave none.
void prefer(std::vector<Reference>& references, const std::function<bool(const Reference&)>& fits) {
  if (std::any_of(references.begin(), references.end(), fits))
    std::erase_if(references, [&](const Reference& reference) { return !fits(reference); });
}

bool contains(const std::vector<RelationId>& relations, RelationId relation) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

std::vector<Reference> between(const columns::Schema& schema, EntityId subject, const std::vector<EntityId>& others) {
  std::vector<Reference> all;
  for (std::uint32_t i = 0; i < schema.relations.size(); ++i) {
    const columns::Relation& relation = schema.relations[i];
    for (const EntityId other : others) {
      if (relation.of == subject && relation.to == other) all.push_back({{i}, false});
      if (relation.to == subject && relation.of == other && subject != other) all.push_back({{i}, true});
    }
  }
  return all;
}

}  // namespace

bool single(const columns::Schema& schema, const Reference& reference) {
  const columns::Relation& relation = schema[reference.relation];
  return reference.backward ? relation.inverse.has_value() && !relation.inverse_many : !relation.many;
}

Choice references(const Vocabulary& vocabulary, EntityId subject, std::string_view name,
                  std::optional<RelationId> hint) {
  const columns::Schema& schema = vocabulary.schema();
  const Meaning& meaning = vocabulary.meaning(name);
  Choice choice;
  const auto among = between(schema, subject, meaning.entities);
  for (const Reference& reference : among)
    if (hint && reference.relation == *hint) return {{reference}, false};
  if (meaning.entities.empty()) {
    for (const RelationId relation : meaning.relations)
      if (schema[relation].of == subject) choice.references.push_back({relation, false});
    if (!choice.references.empty()) return choice;
  }
  for (const RelationId relation : meaning.inverses)
    if (schema[relation].to == subject) choice.references.push_back({relation, true});
  if (!choice.references.empty()) return choice;

  choice.references = among;
  prefer(choice.references, [&](const Reference& r) { return !r.backward && contains(meaning.relations, r.relation); });
  prefer(choice.references, [&](const Reference& r) { return !schema[r.relation].one_of; });
  prefer(choice.references, [&](const Reference& r) { return schema[r.relation].many; });
  choice.unclear = choice.references.size() > 1;
  return choice;
}

}  // namespace tdkt::loaders
