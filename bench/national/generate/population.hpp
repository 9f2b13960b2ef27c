// SPDX-License-Identifier: Apache-2.0
// Who there is: units in blocs, people in units. Ids count from 1; nobody in them exists.
#pragma once

#include <cstdint>
#include <vector>

namespace tdkt::bench::national {

constexpr std::uint32_t first_year = 2015;
constexpr std::uint32_t years = 10;

// At scale 1: 100 000 units, 10 000 blocs, 2 000 000 people.
struct Population {
  explicit Population(double scale);

  std::uint32_t units, blocs, people;

  // By id; element 0 stands for nobody.
  std::vector<std::uint32_t> bloc;                  // of a unit
  std::vector<std::uint8_t> group;                  // of a unit: 0, 1, 2
  std::vector<std::uint8_t> strong;                 // of a unit: whether it tends to do well
  std::vector<std::vector<std::uint32_t>> members;  // of a bloc, by id
  std::vector<std::uint32_t> home;                  // of a person: the unit in the first year
};

}  // namespace tdkt::bench::national
