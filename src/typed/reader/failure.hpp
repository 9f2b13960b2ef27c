// SPDX-License-Identifier: Apache-2.0
// What went wrong while a sentence without any reading was read: noted on a second pass, so that
// sentences without mistakes don't pay for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "typed/expression.hpp"

namespace tdkt::typed::reading {

// What could have stood at the furthest word that was reached.
enum class Wanted : std::uint8_t { condition, value_of_scale, value, comparison, amount, set, entity, fact, title, period, scorecard };

struct Expected {
  Wanted what;
  Type type;                        // of value_of_scale, value
  std::vector<EntityId> levels;     // whose names could stand
};

// Words [begin, end) put in the place of words [from, to): `text` is written there.
struct Edit {
  std::uint32_t from, to;
  std::string text;
};

// Something that was read but cannot be meant: types, units, scales.
struct Mistake {
  std::uint32_t begin, end;         // the words to point at
  std::uint32_t reached;            // how far the sentence made sense
  diagnostics::Kind kind;
  std::vector<diagnostics::Phrase> values;
  std::vector<std::vector<Edit>> offers;  // each one way to mend it

  // Of a definition that cannot be worked out: which, for whom, and what it was given.
  struct Call {
    DefinitionId definition;
    EntityId caller;
    std::vector<Type> given;
  };
  std::optional<Call> call = {};
};

struct Failures {
  std::uint32_t furthest = 0;
  std::vector<Expected> expected;  // at `furthest`
  std::vector<Mistake> mistakes;

  void expect(std::uint32_t at, Expected what) {
    if (at < furthest) return;
    if (at > furthest) expected.clear();
    furthest = at;
    expected.push_back(std::move(what));
  }
};

}  // namespace tdkt::typed::reading
