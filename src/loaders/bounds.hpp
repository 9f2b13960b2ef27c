// SPDX-License-Identifier: Apache-2.0
// Values outside the bounds that the vocabulary declares: numbers, or facts of the same row.
#pragma once

#include "loaders/work.hpp"

namespace tdkt::loaders {

// Reports them and makes them unknown. Values that stand for absent ones are not looked at.
void check_bounds(Work& work, const Identity& identity);

}  // namespace tdkt::loaders
