// SPDX-License-Identifier: Apache-2.0
// What stands on record, read directly: who is related to whom, and which awards were received.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "evaluate/evaluation.hpp"

namespace tdkt::verdicts {

using values::Row;

struct RelatedRow {
  Row row;
  std::optional<values::Date> date;  // of dated relations
  columns::Place place;
};
struct RelatedRows {
  std::vector<RelatedRow> rows;                   // ascending
  bool complete = true;                           // false: further ones may be missing from the records
  evaluate::Cause cause = evaluate::Cause::none;  // why nothing is known
};

// Those whom a row is related to in a period; of dated relations, what falls in it.
RelatedRows related_on_record(const columns::Schema& schema, const columns::Dataset& dataset,
                              columns::RelationId relation, bool inverse, Row row, values::Period period);

// The only one, where one is on record.
std::optional<RelatedRow> one_on_record(const columns::Schema& schema, const columns::Dataset& dataset,
                                        columns::RelationId relation, bool inverse, Row row,
                                        values::Period period);

// The text of a fact that is recorded once.
std::optional<std::string> text_on_record(const columns::Dataset& dataset, columns::FactId fact, Row row);

}  // namespace tdkt::verdicts
