// SPDX-License-Identifier: Apache-2.0
// The steps of loading.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "columns.hpp"

namespace tdkt::bench::national {

// What a row says besides what it is about, by year and person, until it is known where it belongs.
struct Unplaced {
  std::uint32_t* unit;  // its id, later its number
  std::uint8_t *title_rating, *initiative_discipline, *months;
  Block memory;
};

// By a unit's id its number.
using UnitNumbers = std::vector<std::uint32_t>;

// load_people.cpp
Unplaced parse_person_years(const std::filesystem::path& file, Columns& columns, unsigned threads);
void cluster(Unplaced& unplaced, const UnitNumbers& numbers, Columns& columns, unsigned threads);

}  // namespace tdkt::bench::national
