// SPDX-License-Identifier: Apache-2.0
// Random packs over random data, missing values included.
#pragma once

#include <string>
#include <vector>

#include "loaders/loaders.hpp"
#include "random.hpp"

namespace tdkt::differential {

inline constexpr int first_year = 2018, last_year = 2021;

std::string vocabulary();

// A pack with parameters, definitions, a scorecard, grades and awards for persons, units and blocs.
std::string random_pack(Random& random);

// The same records for every year, each drawn anew, with about `missing` percent of the cells empty.
std::vector<loaders::TextTable> random_data(Random& random, int missing);

}  // namespace tdkt::differential
