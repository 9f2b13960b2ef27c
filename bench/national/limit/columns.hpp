// SPDX-License-Identifier: Apache-2.0
// The records as the bound lays them out: what each rule reads lies in the order in which it is read.
//
// Units are numbered by bloc, group and id, so that those who compete with each other are neighbours. A
// *row* is a person in a year; rows stand by year and unit, within a unit by the person's id.
#pragma once

#include <cstdint>
#include <filesystem>

#include "memory.hpp"

namespace tdkt::bench::national {

constexpr std::uint64_t first_year = 2015;
constexpr std::uint64_t years = 10;
constexpr std::uint64_t first_judged = 2;  // 2017

// Codes of values that are not on record.
constexpr std::uint8_t no_rating = 7;
constexpr std::uint8_t no_count = 255;

struct Shape {
  std::uint64_t units = 0, blocs = 0, people = 0;
  std::uint64_t partitions = 0;  // pairs of a bloc and a group in which there is a unit
};

// Every array has 64 bytes more than it needs, so that the last elements, too, can be read 64 at a time.
struct Columns {
  Shape shape;

  std::uint8_t* title_rating = nullptr;           // by row: title << 4 | rating
  std::uint8_t* initiative_discipline = nullptr;  // by row: initiative << 4 | discipline
  std::uint8_t* months = nullptr;                 // by row
  std::uint32_t* person = nullptr;                // by row: its id
  std::uint32_t* first_row = nullptr;             // by year and unit, one unit more a year; within the year
  std::uint8_t* title_initiative = nullptr;       // by year and person: title << 4 | initiative

  std::uint32_t* unit_id = nullptr;               // by unit
  std::uint32_t* first_unit = nullptr;            // by partition, and one more
  std::uint8_t* unit_rating = nullptr;            // by year and unit, as those below
  std::uint8_t* planned = nullptr;
  std::uint8_t* met = nullptr;
  std::uint8_t* late = nullptr;
  std::uint8_t* registered = nullptr;

  std::uint32_t* leader = nullptr;                // by bloc and year: the unit's id, 0 where not on record

  // Points the columns of this shape into memory that begins at `base`. Returns how much they need.
  std::size_t lie_at(std::byte* base);
};

struct Records {
  Columns columns;
  Block memory;
};

// From the six CSV files. They are believed: numbers are numbers, words are known by their first letters.
struct LoadTimes {
  double small_tables = 0, parse = 0, cluster = 0;  // seconds
};
Records load(const std::filesystem::path& folder, unsigned threads, LoadTimes& times);

// The columns as they lie in memory, in a file.
void write_snapshot(const Records& records, const std::filesystem::path& path);
Records open_snapshot(const std::filesystem::path& path);

}  // namespace tdkt::bench::national
