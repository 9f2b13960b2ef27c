// SPDX-License-Identifier: Apache-2.0
// Random packs over random data, missing values included.
#pragma once

#include <string>
#include <vector>

#include "loaders/loaders.hpp"
#include "random.hpp"

namespace tdkt::differential {

inline constexpr int first_year = 2018, last_year = 2021;
inline constexpr int first_receipt = 2017;  // the year of the earliest award on record

std::string vocabulary();

// A pack with parameters, definitions, a scorecard, awards for persons, units and blocs, and awards
// that spend documents once.
std::string random_pack(Random& random);

// Complete records for every year, each drawn anew; of a few units and people, or of so many.
std::vector<loaders::TextTable> random_data(Random& random);
std::vector<loaders::TextTable> random_data(Random& random, int units, int people);

// The same with about `percent` of the values left empty. Facts that say what their absence means
// keep theirs unless `also_absent`: an empty cell of such a fact is not an unknown.
std::vector<loaders::TextTable> with_gaps(std::vector<loaders::TextTable> tables, Random& random, int percent,
                                          bool also_absent);

}  // namespace tdkt::differential
