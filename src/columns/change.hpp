// SPDX-License-Identifier: Apache-2.0
// One change of the records, and why some are not made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "columns/schema.hpp"
#include "values/date.hpp"
#include "values/decimal.hpp"

namespace tdkt::columns {

// A value as a fact's type has it: a scale's code or 0/1 of yes/no; a number; a day; a text; a row of the
// entity that the type names.
using CellValue = std::variant<std::uint8_t, values::Decimal, values::Date, std::string, values::Row>;

// Another value of a fact about one row in one period, or none.
struct Change {
  FactId fact;
  values::Row row = 0;
  std::int32_t period = 0;           // the index of the fact's timing; 0 of `once` and dated facts
  std::optional<std::int32_t> key = {};  // of a fact `per` an entity its row, of a dated one the day
  std::optional<CellValue> value = {};   // nullopt: the cell is empty, as `absent means` has it
  bool as_read = false;              // the value is the one that stands where the cell was read
};

// Why a change is not made. The records are then as they were.
enum class Refusal : std::uint8_t {
  no_such_fact, no_such_row,
  no_such_key,          // a key is missing, too many, or no row of its entity
  no_table,             // no table gives the fact: what one would say of everybody else is not known
  period_not_covered,   // nor of this period
  nobody_on_record,     // who is not on record in the period would be judged from now on
  attested,             // the value takes a body's attestation
  wrong_type,           // or no value of the scale, not a whole number, a row that is not there
  out_of_bounds,        // of the bounds that are numbers; those that are other facts are not looked at
  text_not_on_record    // which no row has so far
};

}  // namespace tdkt::columns
