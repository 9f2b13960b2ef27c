// SPDX-License-Identifier: Apache-2.0
// The periods of a table's rows, worked out once for each distinct text of its period columns.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

#include "loaders/cells.hpp"
#include "loaders/period_cells.hpp"

namespace tdkt::loaders {

// Rows of one timing. Either each row says its period, or all rows are of the implied ones.
class RowPeriods {
 public:
  // Days of rows with a dated timing count as their periods here.
  RowPeriods(const columns::Schema& schema, Table& table, const columns::Timing& timing);

  bool by_row() const { return main_.has_value(); }
  const std::vector<std::int32_t>& implied() const { return implied_; }

  // Of the rows of one block; no_period where a row does not say. Requires: by_row().
  void fill(std::size_t block, std::vector<std::int32_t>& periods) const;

  // Of all rows of the block, where they are of one alone. Requires: by_row().
  std::optional<std::int32_t> of_whole(std::size_t block) const;
  // Those in which there are rows, ascending.
  const std::vector<std::int32_t>& occurring() const;

  bool faulty() const { return faulty_; }   // some row's period is not known
  bool by_year_column() const { return year_.has_value(); }

  void report_texts(Findings& findings);    // those that are no periods
  void report_missing(Findings& findings);  // rows that say none

 private:
  void read();
  void read_years();

  Table& table_;
  std::optional<std::size_t> main_, year_;
  std::vector<std::int32_t> index_;        // by code of the main column
  std::vector<PeriodCell> within_;         // where that needs the row's year
  std::vector<std::int32_t> years_;        // by code of the year column
  std::vector<std::int32_t> implied_;
  mutable std::optional<std::vector<std::int32_t>> occurring_;
  const columns::Schema& schema_;
  columns::Timing timing_;
  bool faulty_ = false;
};

// Those of one table, each timing worked out once and each column reported once.
class TablePeriods {
 public:
  TablePeriods(const columns::Schema& schema, Table& table, Findings& findings)
      : schema_(schema), table_(table), findings_(findings) {}

  // `needed`: a row without a period is an error.
  const RowPeriods& of(const columns::Timing& timing, bool needed = true);

  // The years in which the table has its rows, by what says it best; nullopt where nothing does.
  std::optional<columns::Timing> timing_of_rows() const;

 private:
  using Key = std::tuple<values::Cadence, std::uint32_t>;
  const columns::Schema& schema_;
  Table& table_;
  Findings& findings_;
  std::map<Key, RowPeriods> known_;
  std::set<std::size_t> texts_reported_, missing_reported_;  // columns
};

}  // namespace tdkt::loaders
