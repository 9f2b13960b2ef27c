// SPDX-License-Identifier: Apache-2.0
#include "loaders/row_periods.hpp"

#include "diagnostics/kinds.hpp"

#include <algorithm>

namespace tdkt::loaders {

using columns::Schema;
using columns::Timing;
using values::Cadence;

RowPeriods::RowPeriods(const Schema& schema, Table& table, const Timing& timing)
    : table_(table), schema_(schema), timing_(timing) {
  if (timing.cadence == Cadence::once) {
    implied_ = {0};
    return;
  }
  main_ = period_column(table.binding, timing);
  if (main_) {
    read();
  } else {
    implied_ = periods_in(schema, timing, table.implied_years);
  }
}

void RowPeriods::read() {
  const std::size_t codes = table_.codes(*main_);
  index_.assign(codes, no_period);
  bool needs_year = false;
  for (Code code = 0; code < codes; ++code) {
    if (table_.states[*main_][code] != CellState::value) continue;
    const std::string_view text = table_.text(*main_, code);
    if (timing_.cadence == Cadence::dated) {
      if (const auto date = date_in(text)) index_[code] = date->days;
      continue;
    }
    const auto cell = period_cell(schema_, timing_, text);
    if (!cell) continue;
    if (cell->year != 0) {
      index_[code] = index_of(schema_, timing_, *cell);
      continue;
    }
    needs_year = true;
    within_.resize(codes);
    within_[code] = *cell;
  }
  year_ = table_.binding.column_of(HeaderWord::year);
  if (!needs_year || year_ == main_) year_.reset();
  if (year_) read_years();
}

void RowPeriods::read_years() {
  years_.assign(table_.codes(*year_), no_period);
  for (Code code = 0; code < years_.size(); ++code) {
    if (table_.states[*year_][code] != CellState::value) continue;
    if (const auto cell = period_cell(schema_, {}, table_.text(*year_, code))) years_[code] = cell->year;
  }
}

std::optional<std::int32_t> RowPeriods::of_whole(std::size_t block) const {
  const Block& codes = table_.raw.columns[*main_].blocks[block];
  return codes.constant() && !year_ ? std::optional(index_[codes.first]) : std::nullopt;
}

const std::vector<std::int32_t>& RowPeriods::occurring() const {
  if (occurring_) return *occurring_;
  std::set<std::int32_t> all;
  if (!by_row()) all.insert(implied_.begin(), implied_.end());
  std::vector<std::int32_t> of_rows;
  std::int32_t last = no_period;
  for (std::size_t b = 0; by_row() && b < table_.raw.block_sizes.size(); ++b) {
    const auto whole = of_whole(b);
    if (whole) {
      of_rows.assign(1, *whole);
    } else {
      fill(b, of_rows);
    }
    for (const std::int32_t period : of_rows)
      if (period != last && period != no_period) all.insert(last = period);
  }
  return occurring_.emplace(all.begin(), all.end());
}

void RowPeriods::fill(std::size_t block, std::vector<std::int32_t>& periods) const {
  std::vector<Code> main(block_rows), year(year_ ? block_rows : 0);
  const std::size_t rows = table_.raw.block_sizes[block];
  const auto codes = unpacked(table_.raw.columns[*main_].blocks[block], rows, main.data());
  periods.resize(rows);
  for (std::size_t i = 0; i < rows; ++i) periods[i] = index_[codes[i]];
  if (!year_) return;
  const auto years = unpacked(table_.raw.columns[*year_].blocks[block], rows, year.data());
  for (std::size_t i = 0; i < rows; ++i) {
    const PeriodCell& cell = within_[codes[i]];
    const std::int32_t of = years_[years[i]];
    if (cell.number != 0 && of != no_period) periods[i] = index_of(schema_, timing_, {of, cell.number});
  }
}

void RowPeriods::report_texts(Findings& findings) {
  if (!main_) return;
  TextFaults faults(table_, *main_);
  faulty_ |= table_.raw.columns[*main_].some_flawed;
  for (Code code = 0; code < index_.size(); ++code) {
    const CellState state = table_.states[*main_][code];
    faulty_ |= state == CellState::bad && code != flawed_cell;
    if (state != CellState::value || index_[code] != no_period) continue;
    if (!within_.empty() && within_[code].number != 0 && year_) continue;
    faulty_ = true;
    const std::string text = printable(table_.text(*main_, code));
    if (timing_.cadence == Cadence::dated) {
      faults.add(code, Kind::cell_not_a_date, {text});
    } else {
      faults.add(code, Kind::cell_not_a_period, {text, period_header(schema_, timing_), period_example(schema_, timing_)});
    }
  }
  faults.report(findings);
}

// Rows whose cell is empty, and rows with a week 53 in a year that has none.
void RowPeriods::report_missing(Findings& findings) {
  if (!main_) return;
  const auto& states = table_.states[*main_];
  if (!table_.some_empty(*main_) && !year_) return;

  std::uint64_t empty = 0;
  std::size_t first_empty = 0, row = 0;
  std::vector<Code> buffer(block_rows);
  std::vector<std::int32_t> periods;
  for (std::size_t b = 0; b < table_.raw.block_sizes.size(); ++b) {
    const auto codes = unpacked(table_.raw.columns[*main_].blocks[b], table_.raw.block_sizes[b], buffer.data());
    fill(b, periods);
    for (std::size_t i = 0; i < codes.size(); ++i, ++row) {
      if (states[codes[i]] == CellState::empty && empty++ == 0) first_empty = row;
      if (year_ && states[codes[i]] == CellState::value && periods[i] == no_period) {
        faulty_ = true;
        if (timing_.cadence == Cadence::weekly && within_[codes[i]].number == 53)
          findings.add_value(Kind::cell_not_a_period, table_.place(row, *main_, "53"),
                             {"53", period_header(schema_, timing_), period_example(schema_, timing_)});
      }
    }
  }
  if (empty == 0) return;
  faulty_ = true;
  findings.add_value(Kind::period_missing, table_.place(first_empty, *main_), {period_header(schema_, timing_)}, empty);
}

const RowPeriods& TablePeriods::of(const Timing& timing, bool needed) {
  const Key key{timing.cadence, timing.declared ? timing.declared->index : 0};
  auto found = known_.find(key);
  if (found == known_.end()) found = known_.emplace(key, RowPeriods(schema_, table_, timing)).first;
  RowPeriods& periods = found->second;
  const auto column = period_column(table_.binding, timing);
  if (!column) return periods;
  if (texts_reported_.insert(*column).second) periods.report_texts(findings_);
  if (needed && missing_reported_.insert(*column).second) periods.report_missing(findings_);
  if (periods.by_year_column()) of(Timing{}, needed);
  return periods;
}

std::optional<Timing> TablePeriods::timing_of_rows() const {
  constexpr Cadence best_first[]{Cadence::yearly, Cadence::half_yearly, Cadence::quarterly, Cadence::monthly,
                                 Cadence::weekly};
  for (const Cadence cadence : best_first)
    if (period_column(table_.binding, Timing{cadence, {}})) return Timing{cadence, {}};
  for (const auto& [cadence, column] : table_.binding.cadences)
    return Timing{Cadence::declared, columns::CadenceId{cadence}};
  if (table_.binding.column_of(HeaderWord::date)) return Timing{Cadence::dated, {}};
  if (!table_.implied_years.empty()) return Timing{};
  return std::nullopt;
}

}  // namespace tdkt::loaders
