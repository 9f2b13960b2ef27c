// SPDX-License-Identifier: Apache-2.0
// Random packs whose nominations rest on awards and on one another, and records for them.
#pragma once

#include <string>
#include <vector>

#include "loaders/loaders.hpp"
#include "random.hpp"

namespace tdkt::engine {

// In the words of emulation.
std::string random_nominations(differential::Random& random);
// Of so many units in three blocs, for 2023 and 2024.
std::vector<loaders::TextTable> random_units(differential::Random& random, int units);

}  // namespace tdkt::engine
