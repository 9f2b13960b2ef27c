// SPDX-License-Identifier: Apache-2.0
// What a number of a rule can be, whatever the records say, and when two thresholds ask the same of it.
#pragma once

#include "typed/program.hpp"

namespace tdkt::mutations {

struct Range {
  values::Interval bounds;           // open sides are unbounded
  bool whole = false;
};

// Of numbers; of values of a scale their places, from 0. Sound: nothing lies outside.
Range range_of(const typed::Program& program, const typed::Expression& expression);

struct Threshold {
  values::Sign sign;
  values::Decimal value;
};

// Whether both hold of the same numbers of the range.
bool same_within(const Range& range, const Threshold& a, const Threshold& b);

}  // namespace tdkt::mutations
