// SPDX-License-Identifier: Apache-2.0
// The tables of one load, all bound, and what the stages of loading share.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "columns/dataset.hpp"
#include "loaders/cells.hpp"
#include "loaders/identity.hpp"
#include "loaders/numbers.hpp"
#include "loaders/row_periods.hpp"
#include "loaders/table_rows.hpp"
#include "loaders/vocabulary.hpp"

namespace tdkt::loaders {

class DenseRelation;

using TimingKey = std::tuple<values::Cadence, std::uint32_t>;

// Rows of other entities by the codes of one column.
struct ReferenceRows {
  std::vector<ByCode<Row>> references;   // parallel to BoundTo::references
  std::vector<ByCode<Row>> facts;        // parallel to BoundTo::facts, of those that are entities
  ByCode<Row> second_key;
};

// Part of the loading that others may run beside.
struct Task {
  std::size_t rows;                      // how much it is, about
  std::function<void()> run;
};

struct Work {
  const Vocabulary& vocabulary;
  const columns::Schema& schema;
  Findings& findings;
  std::deque<Table>& tables;
  std::vector<TablePeriods>& periods;           // by table, as what follows
  std::vector<ByCode<Row>> keys = {};           // rows of the subject by code of its column
  std::vector<std::vector<ReferenceRows>> referred = {};  // by table and column
  std::vector<NumberFormat> formats = {};
  columns::Dataset dataset = {};
  // Years that everything unmentioned covers, too: those of a test.
  std::vector<int> given_years = {};
  bool everything_given = false;
  unsigned threads = 1;
  std::vector<std::map<TimingKey, TableRows>> rows = {};   // by table, where they were wanted
  std::vector<Task> tasks = {};
  std::vector<std::pair<RelationId, std::shared_ptr<DenseRelation>>> dense_relations = {};
  std::vector<std::vector<int>> uses = {};       // by table and column: tasks that read its cells
  std::unique_ptr<std::mutex> releasing = std::make_unique<std::mutex>();

  void later(Task task) { tasks.push_back(std::move(task)); }
  void run_tasks();
  // By period and subject; not of dated timings.
  const TableRows& rows_of(std::size_t table, const columns::Timing& timing, std::size_t count);
  // The cells of the column are read once less; after the last time they are let go.
  void release(std::size_t table, std::size_t column);

  // Who is on record in a period: rows that some table is about or refers to, in its year or always.
  columns::Bits on_record(EntityId entity, const columns::Timing& timing, std::int32_t period) const;
};

// The cells of a table, row by row of its blocks, with the row of its subject.
class RowReader {
 public:
  RowReader(const Table& table, const ByCode<Row>& keys);
  // Calls `use(row of the table, row of the block, row of the subject, code)` for each row of a block.
  template <class Use>
  void for_each(std::size_t block, std::size_t column, Use use);

 private:
  const Table& table_;
  const ByCode<Row>& keys_;
  std::vector<Code> key_codes_, codes_;
};

template <class Use>
void RowReader::for_each(std::size_t block, std::size_t column, Use use) {
  const std::size_t rows = table_.raw.block_sizes[block], first = table_.raw.block_firsts[block];
  const auto keys = unpacked(table_.raw.columns[table_.binding.key].blocks[block], rows, key_codes_.data());
  const auto codes = unpacked(table_.raw.columns[column].blocks[block], rows, codes_.data());
  for (std::size_t i = 0; i < rows; ++i) {
    const Row row = keys_.states[keys[i]] == CellState::value ? keys_.values[keys[i]] : values::no_row;
    use(first + i, i, row, codes[i]);
  }
}

Phrase row_phrase(const Work& work, columns::Place place, std::uint32_t source);  // "row 12"
Phrase in_period(const columns::Schema& schema, const columns::Timing& timing, std::int32_t period);  // " in 2024"

// The stages, in this order. Those that load facts and relations leave tasks, which are run once all
// that can be wrong with texts is told.
void find_number_formats(Work& work, const std::vector<std::optional<NumberFormat>>& said);
void resolve_references(Work& work, Identity& identity);   // keys, references, second keys
void mark_seen(Work& work);
void load_records(Work& work, Identity& identity);
void load_facts(Work& work, Identity& identity);           // with what is absent
void load_relations(Work& work, const Identity& identity);
void count_cells(Work& work);                              // for the summary
void finish_relations(Work& work, const Identity& identity);
void check_bounds(Work& work, const Identity& identity);   // what is outside them is unknown

}  // namespace tdkt::loaders
