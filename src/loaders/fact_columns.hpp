// SPDX-License-Identifier: Apache-2.0
// One fact's values, put into columns by period.
//
// Two rows that give one cell different values contradict each other: both are dropped, as is a
// value that stands beside a cell that could not be read. Such cells keep their place, and what is
// declared for absent values does not speak for them.
#pragma once

#include <algorithm>
#include <functional>
#include <set>
#include <string>

#include "diagnostics/kinds.hpp"
#include "loaders/fact_values.hpp"

namespace tdkt::loaders {

template <class Value>
class FactColumns {
 public:
  // `shown`: a value as a person writes it.
  FactColumns(Work& work, const Identity& identity, FactId fact, std::function<std::string(const Value&)> shown)
      : work_(work), identity_(identity), id_(fact), fact_(work.schema[fact]), shown_(std::move(shown)),
        keyed_(fact_.per || fact_.timing.cadence == values::Cadence::dated) {}

  void take(Given given, const ByCode<Value>& values);
  // What a body states in its attestation; of facts without a second key.
  void take(const columns::Attestation& attestation, const Value& value);
  // Fills what no row of a covered period says, for those on record then.
  void fill_absent(const Value& value);
  // `hold`: puts the cells of a column into their place.
  template <class Hold>
  void finish(columns::Timeline<columns::Column>& timeline, Hold hold);

 private:
  struct Cell {
    columns::KeyedCell at;
    Value value;
    columns::Place place;
    CellState state;
  };
  struct Period {
    std::vector<Value> cells;
    columns::Bits present;
    columns::PlacesBuilder places;
    std::set<Row> spoilt;
    std::vector<Cell> keyed;       // instead, where the fact has a second key
    bool incomplete = false;       // a row of the period has no usable key
  };

  Period& period(std::int32_t index);
  void put(std::int32_t index, Row row, std::int32_t key, CellState state, const Value& value, columns::Place place);
  void put_dense(Period& period, std::int32_t index, Row row, CellState state, const Value& value, columns::Place place);
  void contradict(std::int32_t index, Row row, const Value& now, columns::Place here, const Value& before,
                  columns::Place there);
  void settle(Period& period, std::int32_t index);
  void fill_keyed(Period& period, const columns::Bits& rows, const columns::Bits& keys, const Value& value);

  Work& work_;
  const Identity& identity_;
  FactId id_;
  const columns::Fact& fact_;
  std::function<std::string(const Value&)> shown_;
  bool keyed_;
  std::map<std::int32_t, Period> periods_;
  Period* last_ = nullptr;
  std::int32_t last_index_ = 0;
  bool incomplete_ = false;        // a row's period is not known: nothing can be said to be absent
  std::string header_;
};

template <class Value>
typename FactColumns<Value>::Period& FactColumns<Value>::period(std::int32_t index) {
  if (last_ && last_index_ == index) return *last_;
  const auto [at, fresh] = periods_.try_emplace(index);
  if (fresh && !keyed_) {
    const std::size_t rows = identity_.count(fact_.of);
    at->second.cells.resize(rows);
    at->second.present = columns::Bits(rows);
    at->second.places = columns::PlacesBuilder(rows);
  }
  last_index_ = index;
  return *(last_ = &at->second);
}

template <class Value>
void FactColumns<Value>::take(Given given, const ByCode<Value>& values) {
  Table& table = work_.tables[given.table];
  header_ = table.raw.headers[given.column];
  const RowPeriods& when = work_.periods[given.table].of(fact_.timing);
  const bool dated = fact_.timing.cadence == values::Cadence::dated;
  incomplete_ |= when.faulty();

  std::optional<std::size_t> key_column;
  for (std::size_t c = 0; fact_.per && c < table.binding.columns.size(); ++c)
    if (table.binding.columns[c].second_key == fact_.per) key_column = c;
  const ByCode<Row>* second = key_column ? &work_.referred[given.table][*key_column].second_key : nullptr;

  RowReader reader(table, work_.keys[given.table]);
  std::vector<std::int32_t> periods;
  std::vector<Code> buffer(block_rows);
  for (std::size_t b = 0; b < table.raw.block_sizes.size(); ++b) {
    if (when.by_row()) when.fill(b, periods);
    std::span<const Code> keys;
    if (second) keys = unpacked(table.raw.columns[*key_column].blocks[b], table.raw.block_sizes[b], buffer.data());
    reader.for_each(b, given.column, [&](std::size_t row, std::size_t i, Row subject, Code code) {
      const columns::Place place{table.source, table.raw.lines.of(row)};
      std::int32_t key = 0;
      if (second && second->states[keys[i]] != CellState::value) {
        incomplete_ = true;
        return;
      }
      if (second) key = static_cast<std::int32_t>(second->values[keys[i]]);
      if (!when.by_row()) {
        for (const std::int32_t index : when.implied()) put(index, subject, key, values.states[code], values.values[code], place);
      } else if (dated) {
        if (periods[i] != no_period) put(0, subject, periods[i], values.states[code], values.values[code], place);
      } else if (periods[i] != no_period) {
        put(periods[i], subject, key, values.states[code], values.values[code], place);
      }
    });
  }
}

template <class Value>
void FactColumns<Value>::take(const columns::Attestation& attestation, const Value& value) {
  header_ = written(HeaderWord::value).in(grammar::Language::english);
  const bool dated = fact_.timing.cadence == values::Cadence::dated;
  put(dated ? 0 : attestation.period, attestation.row, dated ? attestation.period : 0, CellState::value, value,
      attestation.place);
}

template <class Value>
void FactColumns<Value>::put(std::int32_t index, Row row, std::int32_t key, CellState state, const Value& value,
                             columns::Place place) {
  Period& to = period(index);
  if (row == values::no_row) {
    to.incomplete = true;
  } else if (keyed_) {
    to.keyed.push_back({{row, key}, value, place, state});
  } else {
    put_dense(to, index, row, state, value, place);
  }
}

template <class Value>
void FactColumns<Value>::put_dense(Period& to, std::int32_t index, Row row, CellState state, const Value& value,
                                   columns::Place place) {
  const bool met = to.places.has(row);
  if (state == CellState::value && !to.present[row] && !(met && to.spoilt.contains(row))) {
    to.present.set(row);
    to.cells[row] = value;
    to.places.set(row, place);
    return;
  }
  if (!met) to.places.set(row, place);
  if (state == CellState::empty) return;
  if (state == CellState::value && to.present[row]) {
    if (to.cells[row] == value) return;
    contradict(index, row, value, place, to.cells[row], to.places[row]);
  }
  to.spoilt.insert(row);
  to.present.clear(row);
}

template <class Value>
void FactColumns<Value>::contradict(std::int32_t index, Row row, const Value& now, columns::Place here,
                                    const Value& before, columns::Place there) {
  const std::string id = printable(identity_.id(fact_.of, row));
  const columns::Source& source = work_.dataset.sources[here.source];
  work_.findings.add_value(Kind::values_contradict, {source.path, source.sheet, header_, id, here.line},
                           {id, phrase(fact_.name), in_period(work_.schema, fact_.timing, index), printable(shown_(now)),
                            printable(shown_(before)), row_phrase(work_, there, here.source)});
}

// Sorts the cells of a second key; of equal ones the first stands, unless they differ.
template <class Value>
void FactColumns<Value>::settle(Period& to, std::int32_t index) {
  std::stable_sort(to.keyed.begin(), to.keyed.end(), [](const Cell& a, const Cell& b) { return a.at < b.at; });
  std::vector<Cell> settled;
  for (Cell& cell : to.keyed) {
    if (settled.empty() || settled.back().at != cell.at) {
      settled.push_back(std::move(cell));
      continue;
    }
    Cell& before = settled.back();
    if (cell.state == CellState::empty || before.state == CellState::bad) continue;
    if (before.state == CellState::empty) {
      before = std::move(cell);
    } else if (cell.state == CellState::bad) {
      before.state = CellState::bad;
    } else if (!(cell.value == before.value)) {
      contradict(index, cell.at.row, cell.value, cell.place, before.value, before.place);
      before.state = CellState::bad;
    }
  }
  to.keyed = std::move(settled);
}

template <class Value>
void FactColumns<Value>::fill_absent(const Value& value) {
  if (incomplete_ || fact_.timing.cadence == values::Cadence::dated) return;
  for (const std::int32_t index : work_.dataset.facts[id_.index].covered) {
    Period& to = period(index);
    if (to.incomplete) continue;
    const columns::Bits rows = work_.on_record(fact_.of, fact_.timing, index);
    if (fact_.per) {
      settle(to, index);
      fill_keyed(to, rows, work_.on_record(*fact_.per, fact_.timing, index), value);
      continue;
    }
    for (Row row = 0; row < rows.rows; ++row) {
      if (!rows[row] || to.present[row] || to.spoilt.contains(row)) continue;
      to.present.set(row);
      to.cells[row] = value;
      to.places.set(row, {});
    }
  }
}

template <class Value>
void FactColumns<Value>::fill_keyed(Period& to, const columns::Bits& rows, const columns::Bits& keys, const Value& value) {
  std::vector<Cell> absent;
  const auto before = [](const Cell& a, const Cell& b) { return a.at < b.at; };
  for (Row row = 0; row < rows.rows; ++row) {
    for (Row key = 0; rows[row] && key < keys.rows; ++key) {
      if (!keys[key]) continue;
      Cell cell{{row, static_cast<std::int32_t>(key)}, value, {}, CellState::value};
      const auto known = std::lower_bound(to.keyed.begin(), to.keyed.end(), cell, before);
      if (known == to.keyed.end() || known->at != cell.at) {
        absent.push_back(std::move(cell));
      } else if (known->state == CellState::empty) {
        *known = std::move(cell);
      }
    }
  }
  const auto middle = static_cast<std::ptrdiff_t>(to.keyed.size());
  to.keyed.insert(to.keyed.end(), std::make_move_iterator(absent.begin()), std::make_move_iterator(absent.end()));
  std::inplace_merge(to.keyed.begin(), to.keyed.begin() + middle, to.keyed.end(), before);
}

template <class Value>
template <class Hold>
void FactColumns<Value>::finish(columns::Timeline<columns::Column>& timeline, Hold hold) {
  for (auto& [index, from] : periods_) {
    columns::Column column;
    column.keyed = keyed_;
    if (keyed_) {
      settle(from, index);
      column.present = columns::Bits(from.keyed.size());
      from.cells.clear();
      std::vector<columns::KeyedCell> keys;
      for (std::size_t i = 0; i < from.keyed.size(); ++i) {
        Cell& cell = from.keyed[i];
        if (cell.state == CellState::value) column.present.set(i);
        keys.push_back(cell.at);
        from.places.add(cell.place);
        from.cells.push_back(std::move(cell.value));
      }
      column.keys = std::move(keys);
    } else {
      column.present = std::move(from.present);
    }
    column.places = from.places.finish();
    hold(column, std::move(from.cells));
    timeline.at.emplace(index, std::move(column));
  }
}

}  // namespace tdkt::loaders
