// SPDX-License-Identifier: Apache-2.0
// Random changes of random records: other values, none, and values where there was none.
#pragma once

#include "columns/amendments.hpp"
#include "random.hpp"

namespace tdkt::differential {

// Of any fact, row, key and period; some are refused.
columns::Change random_change(const columns::Schema& schema, const columns::Dataset& dataset, Random& random);

}  // namespace tdkt::differential
