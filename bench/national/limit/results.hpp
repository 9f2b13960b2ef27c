// SPDX-License-Identifier: Apache-2.0
// The verdicts of the eight rules.
#pragma once

#include <cstdint>
#include <ostream>

#include "columns.hpp"

namespace tdkt::bench::national {

// In this order a conjunction is the smaller of two (Kleene).
enum Verdict : std::uint8_t { no = 0, unknown = 1, yes = 2 };

struct Results {
  explicit Results(const Shape& shape);

  std::uint8_t *r1, *r2, *r6, *r8;  // by year and unit
  std::uint8_t* r3;                 // by row
  std::uint8_t* r7;                 // by bloc and year
  std::uint32_t *r4, *r5;           // by year, a bit for each person: these two are never unknown
  std::uint64_t words;              // of 32 people, a year

  // What R6 asks of the unit again: by year and unit.
  std::uint32_t *staff, *advanced;

  Block memory;
};

struct Times {
  double staff = 0, units = 0, people = 0;  // seconds: R1 to R3; R6 to R8; R4 and R5
  double all() const { return staff + units + people; }
};
Times evaluate(const Columns& columns, Results& results, unsigned threads);

// staff_rules.cpp, unit_rules.cpp, person_rules.cpp: one thread's part.
void judge_staff(const Columns& columns, Results& results, unsigned thread, unsigned threads);
void judge_units(const Columns& columns, Results& results, unsigned thread, unsigned threads);
void judge_people(const Columns& columns, Results& results, unsigned thread, unsigned threads);

// rule,year,number yes,number unknown,sum of ids yes,sum of ids unknown
void write_summary(const Columns& columns, const Results& results, std::ostream& out);

}  // namespace tdkt::bench::national
