// SPDX-License-Identifier: Apache-2.0
// Which entity a table is about.
//
// A header that is an entity's name is its key, or `id` in a table named after an entity. With
// several such headers (`person, unit, year, task rating`) the table is about the one whose facts
// and relations the other columns are; if that is true of several, about the one that has at most
// one of each other in a period: a person has one unit, a unit many persons.
#include <algorithm>
#include <tuple>

#include "diagnostics/kinds.hpp"
#include "loaders/binding.hpp"

namespace tdkt::loaders {
namespace {

bool has(const std::vector<EntityId>& entities, EntityId entity) {
  return std::find(entities.begin(), entities.end(), entity) != entities.end();
}

std::vector<FactId> facts_of(const Vocabulary& vocabulary, EntityId entity, std::string_view name) {
  std::vector<FactId> own;
  for (const FactId fact : vocabulary.meaning(name).facts)
    if (vocabulary.schema()[fact].of == entity) own.push_back(fact);
  return own;
}

class Candidate {
 public:
  Candidate(const Vocabulary& vocabulary, const std::vector<Header>& headers, std::optional<RelationId> hint,
            EntityId entity, std::size_t key)
      : vocabulary_(vocabulary), headers_(headers), hint_(hint), entity_(entity), key_(key) {
    for (const Header& header : headers)
      for (const std::string& name : header.names)
        for (const FactId fact : facts_of(vocabulary, entity, name))
          if (const auto per = vocabulary.schema()[fact].per) second_keys_.push_back(*per);
  }

  // Fewer columns without a meaning are better, then fewer columns that would be lists.
  std::tuple<std::size_t, std::size_t> rank() const {
    std::size_t strange = 0, lists = 0;
    for (std::size_t c = 0; c < headers_.size(); ++c) {
      if (c == key_) continue;
      for (const std::string& name : headers_[c].names) count(name, strange, lists);
    }
    return {strange, lists};
  }

  EntityId entity() const { return entity_; }
  std::size_t key() const { return key_; }

 private:
  void count(const std::string& name, std::size_t& strange, std::size_t& lists) const {
    const Meaning& meaning = vocabulary_.meaning(name);
    if (meaning.nothing() || header_word(name)) return;
    if (!facts_of(vocabulary_, entity_, name).empty()) return;
    if (std::any_of(second_keys_.begin(), second_keys_.end(), [&](EntityId e) { return has(meaning.entities, e); }))
      return;
    const Choice choice = references(vocabulary_, entity_, name, hint_);
    strange += choice.references.empty();
    lists += std::any_of(choice.references.begin(), choice.references.end(),
                         [&](const Reference& r) { return !single(vocabulary_.schema(), r); });
  }

  const Vocabulary& vocabulary_;
  const std::vector<Header>& headers_;
  std::optional<RelationId> hint_;
  EntityId entity_;
  std::size_t key_;
  std::vector<EntityId> second_keys_;
};

std::optional<std::size_t> column_called(const std::vector<Header>& headers, HeaderWord word) {
  for (std::size_t c = 0; c < headers.size(); ++c)
    for (const std::string& name : headers[c].names)
      if (header_word(name) == word) return c;
  return std::nullopt;
}

std::optional<std::size_t> column_of_entity(const Vocabulary& vocabulary, const std::vector<Header>& headers,
                                            EntityId entity) {
  for (std::size_t c = 0; c < headers.size(); ++c)
    for (const std::string& name : headers[c].names)
      if (has(vocabulary.meaning(name).entities, entity)) return c;
  return std::nullopt;
}

std::vector<Candidate> candidates(const Vocabulary& vocabulary, const std::vector<Header>& headers,
                                  std::optional<RelationId> hint) {
  std::vector<Candidate> all;
  for (std::size_t c = 0; c < headers.size(); ++c)
    for (const std::string& name : headers[c].names)
      for (const EntityId entity : vocabulary.meaning(name).entities) all.emplace_back(vocabulary, headers, hint, entity, c);
  return all;
}

Phrase some_entities(const columns::Schema& schema) {
  Phrase names("");
  for (std::size_t i = 0; i < schema.entities.size() && i < 4; ++i) {
    const Phrase name = phrase(schema.entities[i].name);
    names.english += (i == 0 ? "" : ", ") + name.english;
    names.vietnamese += (i == 0 ? "" : ", ") + name.vietnamese;
  }
  return names;
}

std::vector<std::string> entity_names(const columns::Schema& schema) {
  std::vector<std::string> all;
  for (const auto& entity : schema.entities)
    for (const auto& forms : entity.name.forms) all.insert(all.end(), forms.begin(), forms.end());
  return all;
}

}  // namespace

std::optional<Subject> subject_of(const RawTable& table, const std::vector<Header>& headers, const NamedAs& named,
                                  const Vocabulary& vocabulary, Findings& findings) {
  const auto id = column_called(headers, HeaderWord::id);
  if (named.entity && id) return Subject{*named.entity, *id, true};
  if (named.entity) {
    if (const auto key = column_of_entity(vocabulary, headers, *named.entity)) return Subject{*named.entity, *key, true};
    if (const auto key = column_called(headers, HeaderWord::name)) return Subject{*named.entity, *key, true};
  }
  const auto all = candidates(vocabulary, headers, named.relation);
  const auto best = std::min_element(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) {
    return a.rank() < b.rank();
  });
  if (!id && best != all.end()) return Subject{best->entity(), best->key(), false};

  auto* finding = findings.add(Kind::table_about_nothing, {table.path, table.sheet, "", "", table.header_line},
                               {some_entities(vocabulary.schema())});
  std::vector<std::string> written{table.stem};
  for (const Header& header : headers) written.push_back(header.written);
  if (id) written.resize(1);
  for (const std::string& name : written)
    if (!name.empty()) suggest_near(finding, loose_key(name), entity_names(vocabulary.schema()));
  return std::nullopt;
}

}  // namespace tdkt::loaders
