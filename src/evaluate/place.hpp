// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "evaluate/records.hpp"

namespace tdkt::evaluate {

// Line 0 where the value is not on record.
columns::Place place_of(const Records& records, columns::FactId fact, Row row, std::optional<Row> key,
                        const graph::When& when);
columns::Place place_of(const Records& records, columns::RelationId relation, bool inverse, const graph::When& when,
                        Row from, Row to);

}  // namespace tdkt::evaluate
