// SPDX-License-Identifier: Apache-2.0
// Awards received, from the records of decisions.
#pragma once

#include "verdicts/look.hpp"
#include "verdicts/on_record.hpp"

namespace tdkt::verdicts {

struct ReceiptLine {
  std::string id;                   // of the record
  std::optional<std::string> name;  // as written there; nullopt: not on record
  std::optional<values::Date> date;
  columns::Place place;
};
struct ReceiptLines {
  std::vector<ReceiptLine> rows;  // by date
  evaluate::Cause cause = evaluate::Cause::none;
};

// The receipts of an award, under any of its names, up to a day; those whose name is not on record
// with them. Without a verb, that of the first one that speaks of such records.
ReceiptLines receipts_on_record(const Look& look, const std::string& award, typed::EntityId entity, Row row,
                                values::Date until, std::optional<columns::VerbId> verb = std::nullopt);

}  // namespace tdkt::verdicts
