// SPDX-License-Identifier: Apache-2.0
// The one row that each row is related to: the leader of a bloc, the bloc of a unit.
#include "evaluate/kernels.hpp"

namespace tdkt::evaluate {

namespace {

// What it means that a row is related to none.
Row none_of(const graph::ReadRelated& read, const RelationRecords& found, const columns::Relation& relation, Row row) {
  if (!found.covered) return unknown_row;
  if (!read.inverse && relation.never_empty) return unknown_row;
  if (!found.both) return no_row;
  if (found.both->maybe_more) return unknown_row;
  const auto& incomplete = read.inverse ? found.both->incomplete_backward : found.both->incomplete;
  return row < incomplete.rows && incomplete[row] ? unknown_row : no_row;
}

}  // namespace

// Several at once can only be told apart where they are dated: the latest counts.
Column worked_out(const graph::ReadRelated& read, const Work& work) {
  const auto& relation = work.records.schema[read.relation];
  const auto found = work.records.of(read.relation, read.when);
  const auto* adjacency = !found.both ? nullptr : read.inverse ? &found.both->backward : &found.both->forward;
  std::vector<Row> rows(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    for (auto row = begin; row < end; ++row) {
      Row related = no_row;
      bool several = false;
      Date latest{};
      if (adjacency && row < adjacency->rows())
        for (auto at = adjacency->first(row); at < adjacency->end(row); ++at) {
          if (read.when.dated && !adjacency->dates.empty()) {
            const auto date = adjacency->dates[at];
            if (date < read.when.days.first || date > read.when.days.last) continue;
            if (related != no_row && date < latest) continue;
            if (related == no_row || date > latest) several = false, related = no_row;
            latest = date;
          }
          several = several || (related != no_row && related != adjacency->targets[at]);
          related = adjacency->targets[at];
        }
      if (related == no_row) related = none_of(read, found, relation, static_cast<Row>(row));
      rows[row] = several ? unknown_row : related;
    }
  });
  RowColumn column{rows.size(), nullptr, std::move(rows)};
  column.at = column.own.data();
  return column;
}

}  // namespace tdkt::evaluate
