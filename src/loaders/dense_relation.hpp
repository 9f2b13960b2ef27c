// SPDX-License-Identifier: Apache-2.0
// A relation from one column of a table that says each thing once: each subject refers to one row at most
// in a period. What comes of it is what relation_rows.hpp would make of the same rows.
#pragma once

#include <map>
#include <vector>

#include "loaders/table_rows.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {

class DenseRelation {
 public:
  // `backward`: the subjects are those that the relation leads to.
  DenseRelation(Work& work, RelationId relation, std::size_t table, std::size_t column, bool backward,
                const TableRows& rows, std::size_t of, std::size_t to);

  void read();                                     // the table
  std::size_t periods() const { return read_.size(); }
  void turn(std::size_t period);                   // the way from those referred to; each period once

  // Whether nothing contradicts. If not, the other way has to be taken.
  bool sound() const;
  std::uint64_t missing() const { return missing_; }
  std::size_t first_missing() const { return first_missing_; }
  void put_into(columns::Timeline<columns::BothWays>& timeline);

 private:
  struct Read {
    std::vector<Row> referred;                     // by subject; no_row where it refers to none
    columns::BothWays both;
    bool any_of = false, any_to = false;
    bool several = false;                          // some row is referred to by several
  };
  void note_gap(Read& to, Row subject, Row referred, CellState state, std::size_t row);

  Work& work_;
  const columns::Relation& relation_;
  std::size_t table_, column_;
  bool backward_;
  const TableRows& rows_;
  const RowPeriods& when_;
  const ByCode<Row>& referred_;
  std::size_t subjects_, others_;
  bool one_each_;                                  // nobody may be referred to by several
  std::vector<Read> read_;
  std::uint64_t missing_ = 0;
  std::size_t first_missing_ = 0;
};

}  // namespace tdkt::loaders
