// SPDX-License-Identifier: Apache-2.0
#include "typed/names.hpp"

namespace tdkt::typed {

const std::vector<Declared>& Names::all(const std::string& key) const {
  static const std::vector<Declared> none;
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? none : found->second;
}

const Declared* Names::find(Sort sort, const std::string& key) const {
  for (const auto& thing : all(key))
    if (thing.sort == sort) return &thing;
  return nullptr;
}

const Declared* Names::find_of(Sort sort, const std::string& key, columns::EntityId of) const {
  for (const auto& thing : all(key))
    if (thing.sort == sort && thing.of == of) return &thing;
  return nullptr;
}

namespace {

bool is_noun(Sort sort) {
  return sort == Sort::fact || sort == Sort::relation || sort == Sort::inverse ||
         sort == Sort::definition || sort == Sort::parameter || sort == Sort::table;
}
bool is_relation(Sort sort) { return sort == Sort::relation || sort == Sort::inverse; }
bool is_type(Sort sort) { return sort == Sort::entity || sort == Sort::scale; }

// Of the same entity, or one of them of any.
bool meet(const Declared& a, const Declared& b) { return !a.of || !b.of || *a.of == *b.of; }

}  // namespace

bool both_could_stand(const Declared& a, const Declared& b) {
  if (a.sort == b.sort && !is_noun(a.sort)) return true;
  if (is_type(a.sort) && is_type(b.sort)) return true;
  // `recipient` of an award record is a person or a unit: the header says which.
  if (a.sort == Sort::inverse && b.sort == Sort::inverse && a.to != b.to) return false;
  if (is_noun(a.sort) && is_noun(b.sort)) return meet(a, b);
  // A relation may be called what it leads to: the sentence means the relation, a header the entity.
  if (a.sort == Sort::entity && is_relation(b.sort)) return b.to != columns::EntityId{a.index};
  if (b.sort == Sort::entity && is_relation(a.sort)) return a.to != columns::EntityId{b.index};
  return false;
}

}  // namespace tdkt::typed
