// SPDX-License-Identifier: Apache-2.0
// Whether a dataset can be used without harm: everything that leads into an array leads to where it ends
// or before. Says nothing of whether the records are right.
#pragma once

#include "columns/dataset.hpp"
#include "columns/schema.hpp"

namespace tdkt::snapshot {

bool is_sound(const columns::Schema& schema, const columns::Dataset& dataset, unsigned threads);

}  // namespace tdkt::snapshot
