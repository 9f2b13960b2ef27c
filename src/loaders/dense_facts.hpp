// SPDX-License-Identifier: Apache-2.0
// Facts of one table that says each thing once, put into place without a look at what stands there. What
// comes of it is what fact_columns.hpp would make of the same rows.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "columns/large_pages.hpp"
#include "loaders/fact_values.hpp"
#include "loaders/table_rows.hpp"

namespace tdkt::loaders {

// May the fact's values be put into place so? The rows, if they may.
const TableRows* dense_rows(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given);

template <class Value, class Hold>
class DenseFact {
 public:
  DenseFact(Work& work, FactId fact, Given given, const TableRows& rows, std::size_t count, ByCode<Value> values,
            std::optional<Value> absent, Hold hold)
      : work_(work), fact_(work.schema[fact]), timeline_(work.dataset.facts[fact.index]), given_(given),
        when_(work.periods[given.table].of(fact_.timing)), rows_(rows), count_(count), values_(std::move(values)),
        absent_(absent), hold_(std::move(hold)), periods_(rows.periods.size()) {}

  void load() {
    for (std::size_t p = 0; p < periods_.size(); ++p) {
      periods_[p].cells = columns::large_array<Value>(count_);
      periods_[p].present = rows_.periods[p].listed;
    }
    put_values();
    values_ = ByCode<Value>();
    work_.release(given_.table, given_.column);
    if (absent_ && !when_.faulty()) fill_absent();
    for (std::size_t p = 0; p < periods_.size(); ++p) finish(rows_.periods[p].period, periods_[p], rows_.periods[p].places);
  }

 private:
  struct Period {
    std::vector<Value> cells;
    columns::Bits present, spoilt, filled;
  };

  void put_values() {
    const Table& table = work_.tables[given_.table];
    const RawColumn& column = table.raw.columns[given_.column];
    std::vector<Code> buffer(block_rows);
    std::span<const Code> codes;
    for_each_stretch(
        table, when_, work_.keys[given_.table].values, rows_.periods, {},
        [&](std::size_t block) { codes = unpacked(column.blocks[block], table.raw.block_sizes[block], buffer.data()); },
        [&](std::size_t period, std::size_t first, std::size_t end, const Row* rows) {
          Period& to = periods_[period];
          Value* cells = to.cells.data();
          for (std::size_t i = first; i < end; ++i) {
            const Row row = rows[i];
            if (row == values::no_row) continue;
            const CellState state = values_.states[codes[i]];
            cells[row] = values_.values[codes[i]];
            if (state == CellState::value) continue;
            to.present.clear(row);
            if (state == CellState::bad) spoil(to, row);
          }
        });
  }

  void spoil(Period& to, Row row) {
    if (to.spoilt.rows == 0) to.spoilt = columns::Bits(count_);
    to.spoilt.set(row);
  }

  void fill_absent() {
    for (const std::int32_t index : timeline_.covered) {
      const auto at = std::lower_bound(rows_.periods.begin(), rows_.periods.end(), index,
                                       [](const TableRows::OfPeriod& a, std::int32_t b) { return a.period < b; });
      const columns::Bits on_record = work_.on_record(fact_.of, fact_.timing, index);
      if (at == rows_.periods.end() || at->period != index) {
        Period period{std::vector<Value>(count_), columns::Bits(count_), {}, {}};
        fill(period, on_record, {});
        finish(index, period, {});
      } else if (!at->incomplete) {
        fill(periods_[static_cast<std::size_t>(at - rows_.periods.begin())], on_record, at->places);
      }
    }
  }

  void fill(Period& to, const columns::Bits& on_record, const columns::Places& places) {
    for (std::size_t w = 0; w < to.present.words.size(); ++w) {
      columns::Word open = on_record.words[w] & ~to.present.words[w];
      if (to.spoilt.rows != 0) open &= ~to.spoilt.words[w];
      to.present.words[w] |= open;
      for (; open != 0; open &= open - 1) {
        const std::size_t row = w * 64 + static_cast<std::size_t>(std::countr_zero(open));
        to.cells[row] = *absent_;
        if (places[row].line == 0) continue;
        if (to.filled.rows == 0) to.filled = columns::Bits(count_);
        to.filled.set(row);
      }
    }
  }

  void finish(std::int32_t index, Period& from, const columns::Places& places) {
    columns::Column column;
    column.present = std::move(from.present);
    column.filled = std::move(from.filled);
    column.places = places;
    hold_(column, std::move(from.cells));
    timeline_.at.emplace(index, std::move(column));
  }

  Work& work_;
  const columns::Fact& fact_;
  columns::Timeline<columns::Column>& timeline_;
  Given given_;
  const RowPeriods& when_;
  const TableRows& rows_;
  std::size_t count_;
  ByCode<Value> values_;
  std::optional<Value> absent_;
  Hold hold_;
  std::vector<Period> periods_;
};

// Loads the fact with the other tasks of the load.
template <class Value, class Hold>
void load_dense(Work& work, const Identity& identity, FactId fact, Given given, const TableRows& rows,
                ByCode<Value> values, std::optional<Value> absent, Hold hold) {
  const std::size_t count = identity.count(work.schema[fact].of);
  auto load = std::make_shared<DenseFact<Value, Hold>>(work, fact, given, rows, count, std::move(values), absent,
                                                       std::move(hold));
  work.later({work.tables[given.table].raw.rows, [load]() mutable {
                load->load();
                load.reset();
              }});
}

}  // namespace tdkt::loaders
