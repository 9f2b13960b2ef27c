// SPDX-License-Identifier: Apache-2.0
// Every relation from the columns of references to its adjacency, period by period.
#include <algorithm>
#include <map>

#include "diagnostics/kinds.hpp"
#include "loaders/coverage.hpp"
#include "loaders/dense_relation.hpp"
#include "loaders/relation_rows.hpp"
#include "loaders/tasks.hpp"

namespace tdkt::loaders {
namespace {

struct Column {
  std::size_t table, column, reference;
  bool backward;
};

std::vector<Column> columns_of(const Work& work, RelationId relation) {
  std::vector<Column> all;
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const auto& columns = work.tables[t].binding.columns;
    for (std::size_t c = 0; c < columns.size(); ++c)
      for (std::size_t r = 0; r < columns[c].references.size(); ++r)
        if (columns[c].references[r].relation == relation) all.push_back({t, c, r, columns[c].references[r].backward});
  }
  return all;
}

// Columns of one table that give ways back of one name: a decision's recipient is a person or a
// unit, each with a column of its own, and one of the two stays empty.
std::vector<std::size_t> alternatives(const Work& work, const Column& column) {
  const columns::Relation& relation = work.schema[work.tables[column.table].binding.columns[column.column].references[column.reference].relation];
  std::vector<std::size_t> others;
  if (!column.backward || !relation.inverse) return others;
  const std::string name = loose_key(relation.inverse->in(grammar::Language::english));
  const auto& columns = work.tables[column.table].binding.columns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    if (c == column.column) continue;
    for (const Reference& reference : columns[c].references) {
      const auto& inverse = work.schema[reference.relation].inverse;
      if (reference.backward && inverse && loose_key(inverse->in(grammar::Language::english)) == name) others.push_back(c);
    }
  }
  return others;
}

void report_missing(Work& work, const columns::Relation& relation, const Column& column, std::uint64_t missing,
                    std::size_t first) {
  if (missing == 0) return;
  const columns::Name& name = column.backward && relation.inverse ? *relation.inverse
                              : column.backward                   ? work.schema[relation.of].name
                                                                  : relation.name;
  work.findings.add_value(Kind::reference_missing, work.tables[column.table].place(first, column.column), {phrase(name)},
                          missing);
}

class RelationLoad {
 public:
  RelationLoad(Work& work, RelationId relation) : work_(work), relation_(work.schema[relation]) {}

  void take(const Column& column) {
    const Table& table = work_.tables[column.table];
    const RowPeriods& when = work_.periods[column.table].of(relation_.timing);
    const bool dated = relation_.timing.cadence == values::Cadence::dated;
    const auto& referred = work_.referred[column.table][column.column].references;
    const ByCode<Row>& rows = referred[column.reference];
    const auto others = alternatives(work_, column);
    faulty_ |= when.faulty();

    RowReader reader(table, work_.keys[column.table]);
    std::vector<std::int32_t> periods;
    for (std::size_t b = 0; b < table.raw.block_sizes.size(); ++b) {
      if (when.by_row()) when.fill(b, periods);
      reader.for_each(b, column.column, [&](std::size_t row, std::size_t i, Row subject, Code code) {
        Cell cell{subject, rows.values[code], rows.states[code], column.backward,
                  {table.source, table.raw.lines.of(row)}, {}};
        if (cell.state == CellState::empty && stands_elsewhere(column, others, referred, row, code)) return;
        // A bloc's row without its leader says nothing of the leader; a person's row without the unit is
        // an error, for then the person belongs nowhere.
        const bool not_on_record = cell.state == CellState::empty && !relation_.many && !column.backward;
        if (cell.state == CellState::empty && !not_on_record && is_first(column, others)) missing(row);
        if (!when.by_row()) {
          for (const std::int32_t period : when.implied()) put(period, cell);
        } else if (periods[i] != no_period) {
          if (dated) cell.date = {periods[i]};
          put(dated ? 0 : periods[i], cell);
        }
      });
    }
    report_missing(column);
  }

  void finish(const Identity& identity, RelationId id, columns::Timeline<columns::BothWays>& timeline) {
    for (auto& [period, rows] : periods_) {
      if (faulty_) rows.gaps.any_of = rows.gaps.any_to = true;
      timeline.at.emplace(period, both_ways(work_, identity, id, period, std::move(rows)));
    }
  }

 private:
  struct Cell {
    Row subject, referred;
    CellState state;
    bool backward;
    columns::Place place;
    values::Date date;
  };

  void put(std::int32_t period, const Cell& cell) {
    PeriodPairs& to = periods_[period];
    const bool known = cell.state == CellState::value;
    const bool whose = cell.subject != values::no_row;
    if (known && whose) {
      const Row of = cell.backward ? cell.referred : cell.subject, target = cell.backward ? cell.subject : cell.referred;
      to.pairs.push_back({of, target, cell.date, cell.place});
      return;
    }
    auto& here = cell.backward ? to.gaps.to : to.gaps.of;
    auto& there = cell.backward ? to.gaps.of : to.gaps.to;
    if (whose) here.push_back(cell.subject);
    if (known) there.push_back(cell.referred);
    if (!whose) (cell.backward ? to.gaps.any_to : to.gaps.any_of) = true;
    const bool not_on_record = cell.state == CellState::empty && !relation_.many && !cell.backward;
    if (!known && !not_on_record) (cell.backward ? to.gaps.any_of : to.gaps.any_to) = true;
  }

  // Does another column, or another relation of this one, hold what this one leaves open?
  bool stands_elsewhere(const Column& column, const std::vector<std::size_t>& others,
                        const std::vector<ByCode<Row>>& here, std::size_t row, Code code) const {
    for (const ByCode<Row>& other : here)
      if (other.states[code] != CellState::empty) return true;
    const Table& table = work_.tables[column.table];
    return std::any_of(others.begin(), others.end(), [&](std::size_t c) {
      return table.states[c][code_at(table.raw, c, row)] != CellState::empty;
    });
  }

  // Of columns that leave the same thing open one alone says so.
  static bool is_first(const Column& column, const std::vector<std::size_t>& others) {
    return column.reference == 0 &&
           std::all_of(others.begin(), others.end(), [&](std::size_t c) { return c > column.column; });
  }

  void missing(std::size_t row) {
    if (missing_++ == 0) first_missing_ = row;
  }

  void report_missing(const Column& column) {
    loaders::report_missing(work_, relation_, column, missing_, first_missing_);
    missing_ = 0;
  }

  Work& work_;
  const columns::Relation& relation_;
  std::map<std::int32_t, PeriodPairs> periods_;
  bool faulty_ = false;          // a row's period is not known: its pair may be of any period
  std::uint64_t missing_ = 0;
  std::size_t first_missing_ = 0;
};

}  // namespace

namespace {

void load_one_by_one(Work& work, const Identity& identity, RelationId relation, const std::vector<Column>& given) {
  RelationLoad load(work, relation);
  for (const Column& column : given) load.take(column);
  load.finish(identity, relation, work.dataset.relations[relation.index]);
}

std::shared_ptr<DenseRelation> dense(Work& work, const Identity& identity, RelationId id, const std::vector<Column>& given) {
  const columns::Relation& relation = work.schema[id];
  if (given.size() != 1 || relation.timing.cadence == values::Cadence::dated) return nullptr;
  const Column& column = given[0];
  if (work.referred[column.table][column.column].references.size() != 1) return nullptr;
  if (work.tables[column.table].raw.rows == 0 || !alternatives(work, column).empty()) return nullptr;
  const std::size_t of = identity.count(relation.of), to = identity.count(relation.to);
  const TableRows& rows = work.rows_of(column.table, relation.timing, column.backward ? to : of);
  if (!rows.once) return nullptr;
  ++work.uses[column.table][column.column];
  return std::make_shared<DenseRelation>(work, id, column.table, column.column, column.backward, rows, of, to);
}

}  // namespace

void load_relations(Work& work, const Identity& identity) {
  work.dataset.relations.resize(work.schema.relations.size());
  for (std::uint32_t r = 0; r < work.schema.relations.size(); ++r) {
    const RelationId relation{r};
    const auto given = columns_of(work, relation);
    auto& timeline = work.dataset.relations[r];
    timeline.given = !given.empty() || work.everything_given;
    if (!timeline.given) continue;
    std::vector<std::size_t> tables;
    for (const Column& column : given) tables.push_back(column.table);
    cover(timeline, work, work.schema[relation].timing, tables);
    if (auto direct = dense(work, identity, relation, given)) {
      work.later({2 * work.tables[given[0].table].raw.rows, [direct] { direct->read(); }});
      work.dense_relations.push_back({relation, std::move(direct)});
      continue;
    }
    load_one_by_one(work, identity, relation, given);
  }
}

void finish_relations(Work& work, const Identity& identity) {
  std::vector<std::pair<DenseRelation*, std::size_t>> turns;
  for (const auto& [relation, dense] : work.dense_relations)
    for (std::size_t period = 0; period < dense->periods(); ++period) turns.emplace_back(dense.get(), period);
  in_parallel(turns.size(), work.threads, [&](std::size_t i) { turns[i].first->turn(turns[i].second); });
  for (auto& [relation, dense] : work.dense_relations) {
    const auto given = columns_of(work, relation);
    if (dense->sound()) {
      report_missing(work, work.schema[relation], given[0], dense->missing(), dense->first_missing());
      dense->put_into(work.dataset.relations[relation.index]);
    } else {
      load_one_by_one(work, identity, relation, given);
    }
    dense.reset();
  }
}

}  // namespace tdkt::loaders
