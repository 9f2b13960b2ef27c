// SPDX-License-Identifier: Apache-2.0
// The ids that an entity's list holds, for the columns of other tables that mention them: those begin with
// these texts (dictionary.hpp). It makes nothing different but the time that reading takes.
//
// A list is the first table of an entity's own whose rows are of no period, such as people.csv beside
// person_year.csv.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "loaders/cells.hpp"

namespace tdkt::loaders {

class ListedIds {
 public:
  explicit ListedIds(const columns::Schema& schema) : schema_(schema), listed_(schema.entities.size()) {}

  static bool is_list(const Table& table, const std::deque<Table>& tables);
  // Keeps the ids of the lists, whose rows have been read.
  void take_from(std::deque<Table>& tables);
  // Before the rows are read from a file of so many bytes: its columns of ids begin with those listed.
  void begin(Table& table, std::size_t bytes) const;

  const std::shared_ptr<const Dictionary>& of(EntityId entity) const { return listed_[entity.index]; }

 private:
  const columns::Schema& schema_;
  std::vector<std::shared_ptr<const Dictionary>> listed_;  // by EntityId; null where nothing is
};

}  // namespace tdkt::loaders
