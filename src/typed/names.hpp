// SPDX-License-Identifier: Apache-2.0
// Everything that has been declared, by name: to find it, to suggest it, and to refuse a second
// thing of the same name where both could stand.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "columns/schema.hpp"
#include "grammar/language.hpp"
#include "source/source.hpp"
#include "values/id.hpp"

namespace tdkt::typed {

enum class Sort : std::uint8_t {
  entity, scale, unit_of_measure, cadence, fact, relation, inverse, verb, parameter, definition, table
};

struct Declared {
  Sort sort;
  std::uint32_t index = 0;
  std::optional<columns::EntityId> of = {};    // of facts, relations, definitions; nullopt: of any
  std::optional<columns::EntityId> to = {};    // where a relation leads
  std::optional<std::uint32_t> pack = {};  // nullopt: of a vocabulary
  bool open = false;                    // a definition that another pack fills
  source::Where where = {};
};

class Names {
 public:
  void add(const std::string& key, Declared thing) { by_key_[key].push_back(thing); }

  // In the order of declaration.
  const std::vector<Declared>& all(const std::string& key) const;
  const Declared* find(Sort sort, const std::string& key) const;
  const Declared* find_of(Sort sort, const std::string& key, columns::EntityId of) const;

 private:
  std::unordered_map<std::string, std::vector<Declared>> by_key_;
};

// Whether a sentence or a header could mean either, so that one name cannot serve both.
bool both_could_stand(const Declared& a, const Declared& b);

}  // namespace tdkt::typed
