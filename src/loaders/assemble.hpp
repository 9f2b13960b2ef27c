// SPDX-License-Identifier: Apache-2.0
// From tables as read to a dataset: the story of loading, whatever the tables came from.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "loaders/listed_ids.hpp"
#include "loaders/loaders.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {

class Assembly {
 public:
  Assembly(const Vocabulary& vocabulary, Findings& findings, unsigned threads = 1);

  // What is known of a table's rows beyond what they say.
  struct Beside {
    std::vector<int> years;                // rows without a period are of each of these
    std::optional<NumberFormat> numbers;   // how they are written
  };
  // Binds a table by its headers. nullptr, reported, where it means nothing; else it is kept here, and its rows
  // may be read into `raw` before it is examined.
  Table* bind(RawTable& raw, TableSettings settings, const std::string& settings_path, Beside beside);
  // Lists of ids are to be read and examined first; then their ids are known to the other tables.
  bool is_list(const Table& table) const { return ListedIds::is_list(table, tables_); }
  void learn_ids() { listed_.take_from(tables_); }
  void begin_with_ids(Table& table, std::size_t bytes) const { listed_.begin(table, bytes); }
  void examine(Table& table);              // once its rows are there

  struct Given {
    std::vector<int> years;                // covered, whatever the tables say
    bool everything = false;               // what no table mentions counts as given
  };
  columns::Dataset finish(Given given);    // once, after the last table

  std::vector<BoundTable> summary(grammar::Language language) const;  // after finish()

 private:
  const Vocabulary& vocabulary_;
  Findings& findings_;
  unsigned threads_;
  std::deque<Table> tables_;
  ListedIds listed_;
  std::vector<std::optional<NumberFormat>> numbers_;
  std::vector<std::vector<std::string>> periods_;  // of each table, for the summary
};

}  // namespace tdkt::loaders
