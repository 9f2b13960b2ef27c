// SPDX-License-Identifier: Apache-2.0
// Single values out of columns, as readers outside know them.
#pragma once

#include "evaluate/evaluation.hpp"
#include "evaluate/column.hpp"
#include "evaluate/records.hpp"

namespace tdkt::evaluate {

Value value_at(const Column& column, std::size_t row, const Records& records, typed::ScaleId scale);

// Of a scale its position from 0, of a date its days since 1970-01-01; `scale_values`: how many the scale has.
Interval position_of(const Value& value, std::size_t scale_values);

}  // namespace tdkt::evaluate
