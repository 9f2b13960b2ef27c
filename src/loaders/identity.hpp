// SPDX-License-Identifier: Apache-2.0
// Who is who: the ids of each entity in the order of their bytes, and which row a cell means.
//
// Ids are texts as written (`01` is not `1`), in NFC as rule files are read. Where an entity has a
// table of its own, that says which ids there are; else an id is declared by being mentioned. A
// cell may also hold a display name that only one row has.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "columns/dataset.hpp"
#include "loaders/listed_ids.hpp"
#include "loaders/row_periods.hpp"

namespace tdkt::loaders {

using values::Row;

class Identity {
 public:
  // Reports rows without a key and ids with two names.
  Identity(const columns::Schema& schema, std::deque<Table>& tables, std::vector<TablePeriods>& periods,
           ListedIds listed, Findings& findings, unsigned threads);

  // Rows of the entity by the codes of a column; what is not on record is reported.
  ByCode<Row> rows(Table& table, std::size_t column, EntityId entity, Findings& findings);
  // The same where a cell may mean a row of any of several entities: one answer for each.
  std::vector<ByCode<Row>> rows(Table& table, std::size_t column, const std::vector<EntityId>& entities,
                                Findings& findings);

  // The row that a text means: by id, else by a name that only one has.
  struct Found {
    std::optional<Row> row;
    bool unclear = false;
  };
  Found find(EntityId entity, std::string_view text);
  void suggest(Finding& finding, EntityId entity, std::string_view text) const;

  void forget_texts();                                       // nobody is looked up any more

  std::vector<columns::EntityTable> seen_nowhere() const;    // as many rows, nobody on record yet
  void move_into(std::vector<columns::EntityTable>& tables);  // ids and names; call last
  std::size_t count(EntityId entity) const { return known_[entity.index].sorted.size(); }
  std::string_view id(EntityId entity, Row row) const { return known_[entity.index].sorted[row]; }

 private:
  struct NamePair {
    std::string id, name;
  };
  struct Known {
    Dictionary ids;
    std::vector<Row> row_of;                       // by code of `ids`
    std::vector<NamePair> names;                   // the one that stands is the last of an id's
    std::unordered_map<std::string, Row> by_name;  // by key; no_row where several have the name
    bool names_read = false;
    bool own = false;                              // it has a table that says which ids there are
    columns::Strings sorted, display;              // ids and names by row

    void rows_of_ids(const Table& table, std::size_t column, std::vector<Row>& rows, unsigned threads) const;
  };
  void collect_names(Table& table, TablePeriods& periods, Findings& findings);
  void collect_ids(std::deque<Table>& tables, const ListedIds& listed);
  void collect_ids(EntityId entity, const Table& table, std::size_t column, bool may_be_names);
  void sort_ids(Known& known);
  void read_names(Known& known);

  const columns::Schema& schema_;
  unsigned threads_;
  std::vector<Known> known_;                       // by EntityId
};

std::string id_of(std::string_view text);          // as it is kept

}  // namespace tdkt::loaders
