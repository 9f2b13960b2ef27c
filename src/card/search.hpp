// SPDX-License-Identifier: Apache-2.0
// Boundaries of what cannot be arranged directly: totals of scorecards, formulas, ratios of several
// facts.
//
// The facts far below are set to many values and the engine is asked what comes of each. From two
// settings with different verdicts the way from one to the other is walked, one fact at a time; where
// the verdict turns, the last fact is halved in until neighbouring values are left.
#pragma once

#include <functional>
#include <vector>

#include "card/arranger.hpp"
#include "card/card.hpp"
#include "card/pivots.hpp"

namespace tdkt::card {

// A fact that a comparison hangs on, and what it may be.
struct Leaf {
  const Expression* fact;
  At at;
  std::vector<Value> choices;          // from the lowest
};
std::vector<Leaf> leaves_of(Arranger& arranger, const At& at, const Expression& expression);

using Setting = std::vector<Value>;    // by leaf

// Gives every leaf its value.
bool apply(Arranger& arranger, const At& at, const Expression& expression, const Setting& setting);

// What the engine says with a setting: whether the criterion is met, and by how much a comparison
// exceeds its limit, as far as that is known.
struct Said {
  Truth truth = Truth::unknown;
  std::optional<Decimal> lead;
  Phrase label{""};
};
using Ask = std::function<std::optional<Said>(const Setting&)>;

// Neighbouring settings on both sides of a boundary; empty where none was found.
std::vector<Setting> settings_around(const std::vector<Leaf>& leaves, const Ask& ask);

}  // namespace tdkt::card
