// SPDX-License-Identifier: Apache-2.0
// The rows of a table by period and subject, for tables that say each thing once: of no subject are there
// two rows in one period. Nearly all are such; their columns are put into place without a look at what
// stands there already, several at a time. Others take the way of fact_columns.hpp and relation_rows.hpp,
// which settles what the rows say together.
#pragma once

#include <algorithm>
#include <vector>

#include "columns/bits.hpp"
#include "columns/places.hpp"
#include "loaders/cells.hpp"
#include "loaders/row_periods.hpp"

namespace tdkt::loaders {

using values::Row;

struct TableRows {
  struct OfPeriod {
    std::int32_t period;
    columns::Places places;          // by row of the subject
    columns::Bits listed;            // subjects that have a row
    bool incomplete = false;         // some row of the period has no usable key
  };
  std::vector<OfPeriod> periods;     // ascending
  bool once = true;                  // of no subject are there two rows in one period; else only that is told
};

// Requires: `when` is not dated. `subjects`: rows of the table's subject by code of its key.
TableRows rows_of(const Table& table, const RowPeriods& when, const std::vector<Row>& subjects, std::size_t count,
                  unsigned threads);

// Every so-manieth period, for those who share the work.
struct PeriodShare {
  std::size_t number = 0, of = 1;
  bool has(std::size_t period) const { return period % of == number; }
};

// Goes through a table in stretches of rows of one block that are of one period. Calls `begin(block)` for
// each block, then `use(period, first, end, rows)` for its stretches: an index into `periods`, rows of the
// block, and their subjects (by row of the block; no_row where the key is not usable). Blocks without a
// period of the share are left out.
template <class Begin, class Use>
void for_each_stretch(const Table& table, const RowPeriods& when, const std::vector<Row>& subjects,
                      const std::vector<TableRows::OfPeriod>& periods, PeriodShare share, Begin begin, Use use) {
  std::vector<Code> keys(block_rows);
  std::vector<Row> rows(block_rows);
  std::vector<std::int32_t> of_rows;
  std::size_t last = 0;
  const auto index_of_period = [&](std::int32_t period) {
    if (last < periods.size() && periods[last].period == period) return last;
    const auto at = std::lower_bound(periods.begin(), periods.end(), period,
                                     [](const TableRows::OfPeriod& a, std::int32_t b) { return a.period < b; });
    return last = static_cast<std::size_t>(at - periods.begin());
  };
  for (std::size_t b = 0; b < table.raw.block_sizes.size(); ++b) {
    const std::size_t count = table.raw.block_sizes[b];
    const auto whole = when.by_row() ? when.of_whole(b) : std::nullopt;
    if (whole && (*whole == no_period || !share.has(index_of_period(*whole)))) continue;
    const auto codes = unpacked(table.raw.columns[table.binding.key].blocks[b], count, keys.data());
    for (std::size_t i = 0; i < count; ++i) rows[i] = subjects[codes[i]];
    begin(b);
    if (!when.by_row()) {
      for (const std::int32_t period : when.implied())
        if (share.has(index_of_period(period))) use(index_of_period(period), std::size_t{0}, count, rows.data());
      continue;
    }
    if (whole) {
      use(index_of_period(*whole), std::size_t{0}, count, rows.data());
      continue;
    }
    when.fill(b, of_rows);
    for (std::size_t first = 0, end = 0; first < count; first = end) {
      for (end = first + 1; end < count && of_rows[end] == of_rows[first]; ++end) {}
      if (of_rows[first] == no_period) continue;
      const std::size_t period = index_of_period(of_rows[first]);
      if (share.has(period)) use(period, first, end, rows.data());
    }
  }
}

}  // namespace tdkt::loaders
