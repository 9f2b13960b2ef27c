// SPDX-License-Identifier: Apache-2.0
// What a header, a file's name or a cell may mean in a vocabulary: every declared form of every
// thing, in either language, under the folding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "columns/schema.hpp"
#include "diagnostics/diagnostic.hpp"

namespace tdkt::loaders {

using columns::EntityId;
using columns::FactId;
using columns::RelationId;
using columns::ScaleId;

struct Meaning {
  std::vector<EntityId> entities;
  std::vector<FactId> facts;
  std::vector<RelationId> relations;
  std::vector<RelationId> inverses;   // relations whose way back has this name
  std::vector<columns::CadenceId> cadences;
  std::vector<ScaleId> scales;
  bool nothing() const {
    return entities.empty() && facts.empty() && relations.empty() && inverses.empty() && cadences.empty() &&
           scales.empty();
  }
};

class Vocabulary {
 public:
  explicit Vocabulary(const columns::Schema& schema);

  const columns::Schema& schema() const { return schema_; }
  const Meaning& meaning(std::string_view name) const;

  // The entity that a file or a table of this name is about: `units`, `person-list 2024` is none.
  std::optional<EntityId> entity_named(std::string_view stem) const;

  // The code of a value of the scale.
  std::optional<std::uint8_t> code(ScaleId scale, std::string_view text) const;
  std::vector<std::string> values_of(ScaleId scale) const;  // all forms

  // Names a header may stand for in a table about `entity`, as they are written.
  std::vector<std::string> headers_for(EntityId entity) const;
  std::vector<std::string> all_names() const;

 private:
  void add(const columns::Name& name, void (*put)(Meaning&, std::uint32_t), std::uint32_t index);

  const columns::Schema& schema_;
  std::unordered_map<std::string, Meaning> meanings_;
  std::vector<std::unordered_map<std::string, std::uint8_t>> codes_;  // by scale
};

diagnostics::Phrase phrase(const columns::Name& name);  // its first form in each language

}  // namespace tdkt::loaders
