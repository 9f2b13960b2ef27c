// SPDX-License-Identifier: Apache-2.0
// What tells one vocabulary from another.
#include <cstddef>

#include "snapshot/checksum.hpp"
#include "snapshot/directory.hpp"
#include "snapshot/header.hpp"

namespace tdkt::snapshot {
namespace {

using namespace columns;

void put(Directory& to, const Name& name) {
  for (const auto& forms : name.forms) {
    to.count(forms.size());
    for (const std::string& form : forms) to.text(form);
  }
}

void put(Directory& to, const values::Decimal& number) {
  to.value(static_cast<std::int64_t>(number.scaled() >> 64));
  to.value(static_cast<std::uint64_t>(number.scaled()));
}

template <class Thing>
void put(Directory& to, const values::Id<Thing>& id) { to.value(id.index); }

void put(Directory& to, const Bound& bound);

template <class Value, class Put>
void put_some(Directory& to, const std::optional<Value>& value, Put put_one) {
  to.value(value.has_value());
  if (value) put_one(*value);
}

template <class Value>
void put_some(Directory& to, const std::optional<Value>& value) {
  put_some(to, value, [&](const Value& some) { put(to, some); });
}

template <class Items, class Put>
void put_all(Directory& to, const Items& items, Put put_one) {
  to.count(items.size());
  for (const auto& item : items) put_one(item);
}

void put(Directory& to, const Timing& timing) {
  to.value(timing.cadence);
  put_some(to, timing.declared);
}

void put(Directory& to, const Bound& bound) {
  put_some(to, bound.number);
  put_some(to, bound.fact);
}

void put(Directory& to, const Type& type) {
  to.value(type.kind);
  for (const bool is : {type.whole, type.percent, type.year}) to.value(is);
  put(to, type.scale);
  put(to, type.entity);
  put_some(to, type.unit);
}

void put(Directory& to, const Fact& fact) {
  put(to, fact.name);
  put(to, fact.of);
  put(to, fact.type);
  put(to, fact.timing);
  put_some(to, fact.per);
  put_some(to, fact.from);
  put_some(to, fact.to);
  put_some(to, fact.absent, [&](const Absent& absent) {
    put(to, absent.number);
    to.value(absent.code);
    to.text(absent.text);
    to.value(absent.date.days);
  });
  to.value(fact.also_before_data);
  put_some(to, fact.attested_by, [&](const std::string& body) { to.text(body); });
}

void put(Directory& to, const Relation& relation) {
  put(to, relation.name);
  put(to, relation.of);
  put(to, relation.to);
  to.value(relation.many);
  put_some(to, relation.one_of);
  put(to, relation.timing);
  for (const bool is : {relation.never_empty, relation.also_before_data, relation.inverse_many}) to.value(is);
  put_some(to, relation.inverse);
}

void put(Directory& to, const DeclaredCadence& cadence) {
  put(to, cadence.name);
  for (const auto part : {cadence.first_month, cadence.first_day, cadence.last_month, cadence.last_day}) to.value(part);
  to.value(cadence.years);
  to.value(cadence.last_year);
}

}  // namespace

// Verbs are left out: they are words for facts and relations, which records know nothing of.
Digest digest_of(const Schema& schema) {
  Directory all;
  all.text(schema.name);
  put_all(all, schema.entities, [&](const Entity& entity) { put(all, entity.name); });
  put_all(all, schema.scales, [&](const Scale& scale) {
    put(all, scale.name);
    all.value(scale.ordered);
    put_all(all, scale.values, [&](const Name& value) { put(all, value); });
  });
  put_all(all, schema.units, [&](const UnitOfMeasure& unit) { put(all, unit.name); });
  put_all(all, schema.cadences, [&](const DeclaredCadence& cadence) { put(all, cadence); });
  put_all(all, schema.facts, [&](const Fact& fact) { put(all, fact); });
  put_all(all, schema.relations, [&](const Relation& relation) { put(all, relation); });
  const auto& bytes = all.bytes();
  return {checksum_of(bytes.data(), bytes.size(), 1), checksum_of(bytes.data(), bytes.size(), 2)};
}

std::uint64_t checksum_of(const Header& header) { return checksum_of(&header, offsetof(Header, checksum)); }

}  // namespace tdkt::snapshot
