// SPDX-License-Identifier: Apache-2.0
// Which rows the cells of keys and references mean, and who is thereby on record when.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {
namespace {

void report_missing_keys(const Work& work, const Table& table) {
  const auto& states = table.states[table.binding.key];
  if (std::find(states.begin(), states.end(), CellState::empty) == states.end()) return;
  std::uint64_t missing = 0;
  std::size_t row = 0;
  for_each_block(table.raw, table.raw.columns[table.binding.key], [&](std::size_t first, std::span<const Code> codes) {
    for (std::size_t i = 0; i < codes.size(); ++i)
      if (states[codes[i]] == CellState::empty && missing++ == 0) row = first + i;
  });
  if (missing == 0) return;
  work.findings.add_value(Kind::key_missing, table.place(row, table.binding.key),
                          {phrase(work.schema[table.binding.subject].name)}, missing);
}

ReferenceRows resolved(Work& work, Identity& identity, Table& table, std::size_t column) {
  const BoundTo& to = table.binding.columns[column];
  ReferenceRows rows;
  if (to.second_key) rows.second_key = identity.rows(table, column, *to.second_key, work.findings);
  for (const FactId fact : to.facts) {
    const columns::Type& type = work.schema[fact].type;
    const bool entity = type.kind == columns::TypeKind::entity;
    rows.facts.push_back(entity ? identity.rows(table, column, type.entity, work.findings) : ByCode<Row>());
  }
  if (to.references.empty()) return rows;
  std::vector<EntityId> entities;
  for (const Reference& reference : to.references) {
    const columns::Relation& relation = work.schema[reference.relation];
    entities.push_back(reference.backward ? relation.of : relation.to);
  }
  rows.references = identity.rows(table, column, entities, work.findings);
  return rows;
}

class SeenMarks {
 public:
  SeenMarks(Work& work, EntityId entity) : table_(work.dataset.entities[entity.index]), rows_(table_.seen_always.rows) {}

  void mark(int year, Row row) {
    if (!bits_ || year != year_) {
      year_ = year;
      bits_ = &table_.seen.try_emplace(year, rows_).first->second;
    }
    bits_->set(row);
  }
  void mark_always(Row row) { table_.seen_always.set(row); }

 private:
  columns::EntityTable& table_;
  std::size_t rows_;
  columns::Bits* bits_ = nullptr;
  int year_ = 0;
};

// The years in which a table has its rows.
class RowYears {
 public:
  RowYears(Work& work, std::size_t t) : schema_(work.schema) {
    timing_ = work.periods[t].timing_of_rows();
    if (timing_) periods_ = &work.periods[t].of(*timing_, false);
    if (periods_ && !periods_->by_row()) years_ = work.tables[t].implied_years;
  }

  bool always() const { return !timing_; }
  const std::vector<int>* of_all() const { return periods_ && !periods_->by_row() ? &years_ : nullptr; }

  void read(std::size_t block) { periods_->fill(block, indices_); }
  // nullopt where the row does not say.
  std::optional<int> of(std::size_t row_of_block) {
    const std::int32_t index = indices_[row_of_block];
    if (index == no_period) return std::nullopt;
    if (index != last_index_) {
      last_index_ = index;
      last_year_ = timing_->cadence == values::Cadence::dated ? values::Date{index}.year()
                                                              : columns::period_at(schema_, *timing_, index).year();
    }
    return last_year_;
  }

 private:
  const columns::Schema& schema_;
  std::optional<columns::Timing> timing_;
  const RowPeriods* periods_ = nullptr;
  std::vector<int> years_;
  std::vector<std::int32_t> indices_;
  std::int32_t last_index_ = no_period;
  int last_year_ = 0;
};

void mark_column(const Table& table, RowYears& years, std::size_t column, const ByCode<Row>& rows, SeenMarks marks) {
  std::vector<Code> buffer(block_rows);
  for (std::size_t b = 0; b < table.raw.block_sizes.size(); ++b) {
    const auto codes = unpacked(table.raw.columns[column].blocks[b], table.raw.block_sizes[b], buffer.data());
    const bool by_row = !years.always() && !years.of_all();
    if (by_row) years.read(b);
    for (std::size_t i = 0; i < codes.size(); ++i) {
      if (rows.states[codes[i]] != CellState::value) continue;
      const Row row = rows.values[codes[i]];
      if (by_row) {
        if (const auto year = years.of(i)) marks.mark(*year, row);
      } else if (years.always()) {
        marks.mark_always(row);
      } else {
        for (const int year : *years.of_all()) marks.mark(year, row);
      }
    }
  }
}

}  // namespace

void resolve_references(Work& work, Identity& identity) {
  for (Table& table : work.tables) {
    std::vector<ReferenceRows> columns(table.binding.columns.size());
    if (table.binding.kind != TableKind::facts) {
      work.keys.emplace_back();
      work.referred.push_back(std::move(columns));
      continue;
    }
    report_missing_keys(work, table);
    work.keys.push_back(identity.rows(table, table.binding.key, table.binding.subject, work.findings));
    for (std::size_t c = 0; c < columns.size(); ++c) columns[c] = resolved(work, identity, table, c);
    work.referred.push_back(std::move(columns));
  }
}

void mark_seen(Work& work) {
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const Table& table = work.tables[t];
    if (table.binding.kind != TableKind::facts) continue;
    RowYears years(work, t);
    mark_column(table, years, table.binding.key, work.keys[t], SeenMarks(work, table.binding.subject));
    for (std::size_t c = 0; c < table.binding.columns.size(); ++c) {
      const BoundTo& to = table.binding.columns[c];
      const ReferenceRows& referred = work.referred[t][c];
      if (to.second_key) mark_column(table, years, c, referred.second_key, SeenMarks(work, *to.second_key));
      for (std::size_t f = 0; f < to.facts.size(); ++f)
        if (work.schema[to.facts[f]].type.kind == columns::TypeKind::entity)
          mark_column(table, years, c, referred.facts[f], SeenMarks(work, work.schema[to.facts[f]].type.entity));
      for (std::size_t r = 0; r < to.references.size(); ++r) {
        const columns::Relation& relation = work.schema[to.references[r].relation];
        mark_column(table, years, c, referred.references[r],
                    SeenMarks(work, to.references[r].backward ? relation.of : relation.to));
      }
    }
  }
}

}  // namespace tdkt::loaders
