// SPDX-License-Identifier: Apache-2.0
// What a vocabulary declares: the entities, scales, facts, relations and verbs that rules speak of
// and that tables bind to. A plain value; filled by `typed`, read by everything above.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "grammar/language.hpp"
#include "values/date.hpp"
#include "values/decimal.hpp"
#include "values/id.hpp"

namespace tdkt::columns {

using EntityId = values::Id<struct EntityTag>;
using ScaleId = values::Id<struct ScaleTag>;  // scales and kinds
using FactId = values::Id<struct FactTag>;
using RelationId = values::Id<struct RelationTag>;
using VerbId = values::Id<struct VerbTag>;
using UnitId = values::Id<struct UnitOfMeasureTag>;
using CadenceId = values::Id<struct CadenceTag>;

// All forms of one name. The first form of a language is the one that is written; the forms of
// either language are read everywhere. Each form is kept as its author spelt it.
struct Name {
  std::array<std::vector<std::string>, 2> forms;  // by grammar::Language

  // The first form in `language`, or in the other where there is none.
  const std::string& in(grammar::Language language) const;
};

struct Entity {
  Name name;
};

struct Scale {
  Name name;
  bool ordered = true;       // false: `kinds`, whose values compare by identity alone
  std::vector<Name> values;  // lowest first; a value's code is its index, at most 254 of them
};

struct UnitOfMeasure {
  Name name;  // `month`, `months`
};

struct DeclaredCadence {  // `school year: from 09-01 to 08-31`
  Name name;
  std::uint8_t first_month, first_day, last_month, last_day;
  // `from 2019-01-01 to 2021-12-31`: periods of so many years, one of which ends in `last_year`.
  std::int32_t years = 1, last_year = 0;

  bool over_new_year() const {
    return last_month < first_month || (last_month == first_month && last_day < first_day);
  }
};

enum class TypeKind : std::uint8_t { truth, number, scale, date, text, entity };

// A year is a whole number. A percent is a number, 70% being 0.7.
struct Type {
  TypeKind kind = TypeKind::truth;
  bool whole = false, percent = false, year = false;
  ScaleId scale{};              // of kind scale
  EntityId entity{};            // of kind entity
  std::optional<UnitId> unit;   // of kind number: "of months"
  friend bool operator==(const Type&, const Type&) = default;
};

// A declared bound of a number: a number, or another fact of the same entity and period.
struct Bound {
  std::optional<values::Decimal> number;
  std::optional<FactId> fact;
};

// What an absent row or cell means, in the column's own type.
struct Absent {
  values::Decimal number;      // of kind number
  std::uint8_t code = 0;       // of kind scale; of kind truth 1 is yes and 0 no
  std::string text;            // of kind text
  values::Date date{};         // of kind date
};

struct Timing {
  values::Cadence cadence = values::Cadence::yearly;
  std::optional<CadenceId> declared;  // where cadence is `declared`
};

struct Fact {
  Name name;
  EntityId of;
  Type type;
  Timing timing;
  std::optional<EntityId> per;          // the second key, `per indicator`
  std::optional<Bound> from, to;
  std::optional<Absent> absent;
  bool also_before_data = false;        // `also before the data begin`
  std::optional<std::string> attested_by;
};

struct Relation {
  Name name;
  EntityId of, to;
  bool many = true;                       // false: at most one, `leader of bloc: one of members`
  std::optional<RelationId> one_of;       // the relation its value must come from
  Timing timing;
  bool never_empty = false;
  bool also_before_data = false;
  std::optional<Name> inverse;            // the way back, `unit` of a person
  bool inverse_many = false;              // several in one period are allowed
};

// `verb achieve: title of person, title of unit`: which fact a verb speaks of, by the subject's
// entity. `verb received: awards of person by award name`: a record relation and its text fact.
struct VerbUse {
  EntityId subject;
  std::optional<FactId> fact;
  std::optional<RelationId> records;
  std::optional<FactId> by;  // a text fact of the records' entity
};

struct Verb {
  Name name;
  std::vector<VerbUse> uses;
  bool means_at_least = false;
};

struct Schema {
  std::string name;  // of the vocabulary, `emulation`
  std::vector<Entity> entities;
  std::vector<Scale> scales;
  std::vector<UnitOfMeasure> units;
  std::vector<DeclaredCadence> cadences;
  std::vector<Fact> facts;
  std::vector<Relation> relations;
  std::vector<Verb> verbs;

  const Entity& operator[](EntityId id) const { return entities[id.index]; }
  const Scale& operator[](ScaleId id) const { return scales[id.index]; }
  const UnitOfMeasure& operator[](UnitId id) const { return units[id.index]; }
  const DeclaredCadence& operator[](CadenceId id) const { return cadences[id.index]; }
  const Fact& operator[](FactId id) const { return facts[id.index]; }
  const Relation& operator[](RelationId id) const { return relations[id.index]; }
  const Verb& operator[](VerbId id) const { return verbs[id.index]; }
};

// The period of `timing` that a fact is read in when a case is judged for `judged`: the one ending
// last within it, or else the one that contains its last day. `once` has the single index 0.
// The periods of a cadence that end within another period, in their order.
std::vector<values::Period> periods_within(const Schema& schema, const Timing& timing, values::Period whole);

std::int32_t index_for(const Schema& schema, const Timing& timing, values::Period judged);

// The days of the period with this index. Requires: the cadence is neither `once` nor `dated`.
values::Period period_at(const Schema& schema, const Timing& timing, std::int32_t index);
std::int32_t index_containing(const Schema& schema, const Timing& timing, values::Date date);

}  // namespace tdkt::columns
