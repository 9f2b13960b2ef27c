// SPDX-License-Identifier: Apache-2.0
// The pairs that tables give for one relation in one period, and what comes of them.
#pragma once

#include <vector>

#include "loaders/work.hpp"

namespace tdkt::loaders {

struct Pair {
  Row of, to;
  values::Date date;
  columns::Place place;
};

// What is not known of a relation in a period: a reference is empty or could not be read.
struct Gaps {
  std::vector<Row> of, to;     // rows whose targets, or whose way back, are not all known
  bool any_of = false;         // a pair may belong to any row of `of`
  bool any_to = false;         // a pair may lead to any row of `to`
};

struct PeriodPairs {
  std::vector<Pair> pairs;
  Gaps gaps;
};

// Sorted both ways, each pair once. Pairs that contradict each other, such as two units of one
// person, are reported and dropped, and leave gaps.
columns::BothWays both_ways(Work& work, const Identity& identity, RelationId relation, std::int32_t period,
                            PeriodPairs rows);

}  // namespace tdkt::loaders
