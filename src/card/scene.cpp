// SPDX-License-Identifier: Apache-2.0
#include "card/scene.hpp"

#include <algorithm>

namespace tdkt::card {

namespace {

// `unit` → U, `award record` → AR; longer where another entity begins alike.
std::vector<std::string> prefixes_of(const columns::Schema& schema) {
  std::vector<std::string> prefixes;
  for (const auto& entity : schema.entities) {
    std::string initials, letters;
    bool first = true;
    for (const char c : entity.name.in(grammar::Language::english)) {
      const bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
      if (small || capital) {
        const char upper = small ? static_cast<char>(c - 'a' + 'A') : c;
        if (first) initials += upper;
        letters += upper;
      }
      first = c == ' ';
    }
    if (letters.empty()) initials = letters = "X";
    auto prefix = initials;
    const auto taken = [&] { return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end(); };
    for (std::size_t n = 2; taken() && n <= letters.size(); ++n) prefix = letters.substr(0, n);
    while (taken()) prefix += 'X';
    prefixes.push_back(prefix);
  }
  return prefixes;
}

}  // namespace

bool same(const Value& a, const Value& b) {
  if (a.index() != b.index()) return false;
  if (const auto* x = std::get_if<typed::Code>(&a)) {
    const auto& y = std::get<typed::Code>(b);
    return x->scale == y.scale && x->code == y.code;
  }
  if (const auto* x = std::get_if<bool>(&a)) return *x == std::get<bool>(b);
  if (const auto* x = std::get_if<Decimal>(&a)) return *x == std::get<Decimal>(b);
  if (const auto* x = std::get_if<Date>(&a)) return *x == std::get<Date>(b);
  if (const auto* x = std::get_if<std::string>(&a)) return *x == std::get<std::string>(b);
  return std::get<Who>(a) == std::get<Who>(b);
}

Scene::Scene(const columns::Schema& schema)
    : schema_(&schema), prefixes_(prefixes_of(schema)), ids_(schema.entities.size()) {}

std::string Scene::fresh_id(EntityId entity) const {
  const auto& taken = ids_[entity.index];
  for (std::size_t number = taken.size() + 1;; ++number) {
    auto id = prefixes_[entity.index] + std::to_string(number);
    if (std::find(taken.begin(), taken.end(), id) == taken.end()) return id;
  }
}

Who Scene::add(EntityId entity) {
  auto& ids = ids_[entity.index];
  ids.push_back(fresh_id(entity));
  return {entity, static_cast<std::uint32_t>(ids.size() - 1)};
}

Who Scene::named(EntityId entity, const std::string& id) {
  auto& ids = ids_[entity.index];
  const auto found = std::find(ids.begin(), ids.end(), id);
  const auto number = static_cast<std::uint32_t>(found - ids.begin());
  if (found == ids.end()) ids.push_back(id);
  return {entity, number};
}

bool Scene::set(const FactAt& at, std::optional<Value> value) {
  auto& cell = facts_[at];
  const bool equal = cell.value.has_value() == value.has_value() && (!value || same(*cell.value, *value));
  if (cell.pinned && !equal) return false;
  cell.value = std::move(value);
  return true;
}

const Scene::Cell* Scene::find(const FactAt& at) const {
  const auto found = facts_.find(at);
  return found == facts_.end() ? nullptr : &found->second;
}

std::vector<Scene::Related> Scene::related(RelationId relation, bool inverse, std::uint32_t from) const {
  std::vector<Related> found;
  for (const auto& link : links_)
    if (link.relation == relation && (inverse ? link.to : link.of) == from)
      found.push_back({inverse ? link.of : link.to, link.when});
  return found;
}

bool Scene::closed(RelationId relation, bool inverse, std::uint32_t from, std::int32_t when) const {
  return closed_.contains({relation, inverse, from, when});
}

void Scene::close(RelationId relation, bool inverse, std::uint32_t from, std::int32_t when) {
  closed_.insert({relation, inverse, from, when});
}

bool Scene::link(const LinkAt& link) {
  if (std::find(links_.begin(), links_.end(), link) != links_.end()) return true;
  const bool dated = (*schema_)[link.relation].timing.cadence == values::Cadence::dated;
  const auto when = dated ? 0 : link.when;
  if (closed(link.relation, false, link.of, when) || closed(link.relation, true, link.to, when)) return false;
  links_.push_back(link);
  return true;
}

bool Scene::unlink(const LinkAt& link) {
  if (pinned_links_.contains(link)) return false;
  std::erase(links_, link);
  return true;
}

void Scene::pin() {
  for (auto& [at, cell] : facts_) cell.pinned = true;
  pinned_links_.insert(links_.begin(), links_.end());
}

}  // namespace tdkt::card
