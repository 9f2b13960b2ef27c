// SPDX-License-Identifier: Apache-2.0
// Vocabularies: from declarations to the schema. Names come first, so that declarations may speak
// of one another in any order.
#pragma once

#include "typed/build.hpp"

namespace tdkt::typed {

void declare_entities(Build& build);             // declare_entities.cpp
void declare_scales(Build& build);               // declare_scales.cpp
void declare_cadences_and_units(Build& build);   // declare_cadences.cpp
void declare_facts(Build& build);                // declare_facts.cpp: names, types, timing
void declare_relations(Build& build);            // declare_relations.cpp
void declare_bounds_and_absence(Build& build);   // declare_values.cpp: what needs other facts
void declare_verbs(Build& build);                // declare_verbs.cpp

// `NAME of ENTITY`: the name ends at the last `of` before an entity's name (declare_owner.cpp).
struct Owned {
  Sentence name;
  EntityId of;
  std::optional<EntityId> per;
};
// nullopt after a report.
std::optional<Owned> owned(Build& build, const Item& item, const Sentence& words);

// `yearly`, `school year`; nullopt: the words are no cadence (declare_cadences.cpp).
std::optional<columns::Timing> timing_of(const Build& build, const Item& item, const Sentence& words);

// `whole number of targets from 0 to 10 000` (declare_types.cpp). The bounds are left as words.
struct TypeWords {
  Type type;
  Sentence from, to;
};
std::optional<TypeWords> type_of(Build& build, const Item& item, const Sentence& words);

// A value written plainly: in a bound, after `absent means`, in a table. False: not of this type.
bool plain_value(const Build& build, const Item& item, const Sentence& words, const Type& type,
                 columns::Absent& value);

}  // namespace tdkt::typed
