// SPDX-License-Identifier: Apache-2.0
// Which rows the cells of keys and references mean, and who is thereby on record when.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/tasks.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {
namespace {

void report_missing_keys(const Work& work, const Table& table) {
  const auto& states = table.states[table.binding.key];
  if (!table.some_empty(table.binding.key)) return;
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

// Rows of one entity that one column is about or refers to.
struct Seen {
  EntityId entity;
  const Table* table;
  std::size_t table_index, column;
  const ByCode<Row>* rows;
  const TableRows* once;      // those of the entity, where the table is about it and says each thing once
  std::map<int, columns::Bits> by_year = {};
  columns::Bits always = {};
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
  // Not where rows have days.
  const TableRows* once(Work& work, std::size_t t, std::size_t count) const {
    if (work.tables[t].raw.rows == 0 || (timing_ && timing_->cadence == values::Cadence::dated)) return nullptr;
    const TableRows& rows = work.rows_of(t, timing_.value_or(columns::Timing{values::Cadence::once, {}}), count);
    return rows.once ? &rows : nullptr;
  }
  const std::vector<int>* of_all() const { return periods_ && !periods_->by_row() ? &years_ : nullptr; }

  // Of all rows of the block, where that can be told at a glance.
  std::optional<int> of_whole(std::size_t block) {
    const auto index = periods_->of_whole(block);
    return index ? of_period(*index) : std::nullopt;
  }
  void read(std::size_t block) { periods_->fill(block, indices_); }
  // nullopt where the row does not say.
  std::optional<int> of(std::size_t row_of_block) { return of_period(indices_[row_of_block]); }
  std::optional<int> of_period(std::int32_t index) {
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

void add_bits(columns::Bits& to, const columns::Bits& more) {
  if (to.rows == 0) to = columns::Bits(more.rows);
  for (std::size_t w = 0; w < more.words.size(); ++w) to.words[w] |= more.words[w];
}

void find_at_once(Seen& seen, RowYears& years) {
  for (const TableRows::OfPeriod& of : seen.once->periods) {
    if (years.always()) {
      add_bits(seen.always, of.listed);
    } else {
      add_bits(seen.by_year[*years.of_period(of.period)], of.listed);
    }
  }
}

void find(Seen& seen, RowYears years, std::size_t count) {
  if (seen.once) return find_at_once(seen, years);
  const RawTable& raw = seen.table->raw;
  std::vector<Code> buffer(block_rows);
  columns::Bits* bits = nullptr;
  std::optional<int> year_of_bits;
  const auto in_year = [&](int year) -> columns::Bits& {
    if (year_of_bits != year) bits = &seen.by_year.try_emplace(year, count).first->second;
    year_of_bits = year;
    return *bits;
  };
  const auto mark = [&](columns::Bits& to, std::span<const Code> codes) {
    for (const Code code : codes)
      if (const Row row = seen.rows->values[code]; row != values::no_row) to.set(row);
  };
  for (std::size_t b = 0; b < raw.block_sizes.size(); ++b) {
    const auto codes = unpacked(raw.columns[seen.column].blocks[b], raw.block_sizes[b], buffer.data());
    if (years.always()) {
      if (seen.always.rows == 0) seen.always = columns::Bits(count);
      mark(seen.always, codes);
    } else if (years.of_all()) {
      for (const int year : *years.of_all()) mark(in_year(year), codes);
    } else if (const auto year = years.of_whole(b)) {
      mark(in_year(*year), codes);
    } else {
      years.read(b);
      for (std::size_t i = 0; i < codes.size(); ++i)
        if (const auto of_row = years.of(i)) mark(in_year(*of_row), codes.subspan(i, 1));
    }
  }
}

}  // namespace

void resolve_references(Work& work, Identity& identity) {
  for (Table& table : work.tables) {
    // Keys and periods are read with every other column.
    auto& uses = work.uses.emplace_back(table.binding.columns.size());
    ++uses[table.binding.key];
    for (const auto& [word, column] : table.binding.words) ++uses[column];
    for (const auto& [cadence, column] : table.binding.cadences) ++uses[column];
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
    // Of ids and references nothing more is asked than whom they mean.
    for (std::size_t c = 0; c < table.binding.columns.size(); ++c) {
      const BoundTo& to = table.binding.columns[c];
      if (to.facts.empty() && !to.word && !to.cadence) table.forget_texts(c);
    }
  }
}

void mark_seen(Work& work) {
  std::vector<Seen> all;
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const Table& table = work.tables[t];
    if (table.binding.kind != TableKind::facts) continue;
    const auto add = [&](EntityId entity, std::size_t column, const ByCode<Row>& rows) {
      all.push_back({entity, &table, t, column, &rows, nullptr});
    };
    add(table.binding.subject, table.binding.key, work.keys[t]);
    all.back().once = RowYears(work, t).once(work, t, work.dataset.entities[table.binding.subject.index].seen_always.rows);
    for (std::size_t c = 0; c < table.binding.columns.size(); ++c) {
      const BoundTo& to = table.binding.columns[c];
      const ReferenceRows& referred = work.referred[t][c];
      if (to.second_key) add(*to.second_key, c, referred.second_key);
      for (std::size_t f = 0; f < to.facts.size(); ++f)
        if (work.schema[to.facts[f]].type.kind == columns::TypeKind::entity)
          add(work.schema[to.facts[f]].type.entity, c, referred.facts[f]);
      for (std::size_t r = 0; r < to.references.size(); ++r) {
        const columns::Relation& relation = work.schema[to.references[r].relation];
        add(to.references[r].backward ? relation.of : relation.to, c, referred.references[r]);
      }
    }
  }
  std::vector<RowYears> years;
  for (const Seen& seen : all) years.emplace_back(work, seen.table_index);
  in_parallel(all.size(), work.threads, [&](std::size_t i) {
    find(all[i], years[i], work.dataset.entities[all[i].entity.index].seen_always.rows);
  });
  for (Seen& seen : all) {
    columns::EntityTable& entity = work.dataset.entities[seen.entity.index];
    add_bits(entity.seen_always, seen.always);
    for (auto& [year, bits] : seen.by_year) {
      const auto [at, fresh] = entity.seen.try_emplace(year);
      if (fresh) {
        at->second = std::move(bits);
      } else {
        add_bits(at->second, bits);
      }
    }
  }
}

}  // namespace tdkt::loaders
