// SPDX-License-Identifier: Apache-2.0
#include "loaders/vocabulary.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"
#include "loaders/header_words.hpp"

namespace tdkt::loaders {
namespace {

using grammar::Language;

void append_forms(std::vector<std::string>& all, const columns::Name& name) {
  for (const auto& forms : name.forms) all.insert(all.end(), forms.begin(), forms.end());
}

// `units` → `unit`, `agencies` → `agency`: a file's name is often a plural. A year at its end says
// nothing about whom the table is about.
std::vector<std::string> singulars(std::string key) {
  const std::size_t blank = key.find_last_of(' ');
  if (blank != key.npos && key.size() - blank == 5 &&
      key.find_first_not_of("0123456789", blank + 1) == key.npos)
    key.resize(blank);
  std::vector<std::string> keys{key};
  if (key.ends_with("ies")) keys.push_back(key.substr(0, key.size() - 3) + "y");
  if (key.ends_with("es")) keys.push_back(key.substr(0, key.size() - 2));
  if (key.ends_with("s")) keys.push_back(key.substr(0, key.size() - 1));
  return keys;
}

}  // namespace

Vocabulary::Vocabulary(const columns::Schema& schema) : schema_(schema) {
  const auto number = [](std::size_t index) { return static_cast<std::uint32_t>(index); };
  for (std::size_t i = 0; i < schema.entities.size(); ++i)
    add(schema.entities[i].name, [](Meaning& m, std::uint32_t at) { m.entities.push_back({at}); }, number(i));
  for (std::size_t i = 0; i < schema.facts.size(); ++i)
    add(schema.facts[i].name, [](Meaning& m, std::uint32_t at) { m.facts.push_back({at}); }, number(i));
  for (std::size_t i = 0; i < schema.relations.size(); ++i) {
    add(schema.relations[i].name, [](Meaning& m, std::uint32_t at) { m.relations.push_back({at}); }, number(i));
    if (schema.relations[i].inverse)
      add(*schema.relations[i].inverse, [](Meaning& m, std::uint32_t at) { m.inverses.push_back({at}); }, number(i));
  }
  for (std::size_t i = 0; i < schema.cadences.size(); ++i)
    add(schema.cadences[i].name, [](Meaning& m, std::uint32_t at) { m.cadences.push_back({at}); }, number(i));
  for (std::size_t i = 0; i < schema.scales.size(); ++i) {
    add(schema.scales[i].name, [](Meaning& m, std::uint32_t at) { m.scales.push_back({at}); }, number(i));
    auto& codes = codes_.emplace_back();
    for (std::size_t code = 0; code < schema.scales[i].values.size(); ++code)
      for (const auto& forms : schema.scales[i].values[code].forms)
        for (const std::string& form : forms) codes.emplace(grammar::key_of(form), static_cast<std::uint8_t>(code));
  }
}

void Vocabulary::add(const columns::Name& name, void (*put)(Meaning&, std::uint32_t), std::uint32_t index) {
  std::vector<std::string> keys;
  for (const auto& forms : name.forms)
    for (const std::string& form : forms) keys.push_back(loose_key(form));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::string& key : keys) put(meanings_[key], index);
}

const Meaning& Vocabulary::meaning(std::string_view name) const {
  static const Meaning nothing;
  const auto found = meanings_.find(loose_key(name));
  return found == meanings_.end() ? nothing : found->second;
}

std::optional<EntityId> Vocabulary::entity_named(std::string_view stem) const {
  for (const std::string& key : singulars(loose_key(stem))) {
    const auto found = meanings_.find(key);
    if (found != meanings_.end() && !found->second.entities.empty()) return found->second.entities.front();
  }
  return std::nullopt;
}

std::optional<std::uint8_t> Vocabulary::code(ScaleId scale, std::string_view text) const {
  const auto& codes = codes_[scale.index];
  const auto found = codes.find(grammar::key_of(text));
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Vocabulary::values_of(ScaleId scale) const {
  std::vector<std::string> all;
  for (const columns::Name& value : schema_[scale].values) append_forms(all, value);
  return all;
}

std::vector<std::string> Vocabulary::headers_for(EntityId entity) const {
  std::vector<std::string> all;
  for (const columns::Fact& fact : schema_.facts)
    if (fact.of == entity) append_forms(all, fact.name);
  for (const columns::Relation& relation : schema_.relations) {
    if (relation.of == entity) append_forms(all, relation.name);
    if (relation.of == entity) append_forms(all, schema_[relation.to].name);
    if (relation.to == entity) append_forms(all, schema_[relation.of].name);
    if (relation.to == entity && relation.inverse) append_forms(all, *relation.inverse);
  }
  return all;
}

std::vector<std::string> Vocabulary::all_names() const {
  std::vector<std::string> all;
  for (const auto& entity : schema_.entities) append_forms(all, entity.name);
  for (const auto& fact : schema_.facts) append_forms(all, fact.name);
  for (const auto& relation : schema_.relations) append_forms(all, relation.name);
  return all;
}

diagnostics::Phrase phrase(const columns::Name& name) {
  return {name.in(Language::english), name.in(Language::vietnamese)};
}

}  // namespace tdkt::loaders
