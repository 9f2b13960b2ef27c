// SPDX-License-Identifier: Apache-2.0
// What expressions and counts come to in every row of an entity, for whoever says of many rows what their
// verdicts rest on. Nothing is looked up again, and several threads may read at once.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "evaluate/evaluation.hpp"
#include "evaluate/records.hpp"
#include "evaluate/tally.hpp"

namespace tdkt::evaluate {

// What was read of a row, as numbers that are equal where it is: so that it is put into words once.
using Reading = std::vector<std::uint64_t>;

using CauseOfRow = std::function<Cause(std::size_t row)>;

// An expression's cells.
class CellView {
 public:
  CellView(ColumnPtr column, const Records& records, typed::ScaleId scale, CauseOfRow cause)
      : column_(std::move(column)), records_(&records), scale_(scale), cause_(std::move(cause)) {}

  Cell cell(std::size_t row) const;
  void read(std::size_t row, Reading& reading) const;

 private:
  ColumnPtr column_;
  const Records* records_;
  typed::ScaleId scale_;
  CauseOfRow cause_;
};

// Truths alone.
class TruthsView {
 public:
  explicit TruthsView(ColumnPtr column) : column_(std::move(column)), truths_(std::get<Truths>(*column_)) {}
  Truth operator[](std::size_t row) const { return truths_.row(row); }

 private:
  ColumnPtr column_;
  TruthView truths_;
};

// Whom a quantified sentence counts.
class TallyView {
 public:
  TallyView(ColumnPtr edges, ColumnPtr belongs, ColumnPtr predicate, CauseOfRow cause);

  Tally tally(std::size_t row) const;
  bool complete(std::size_t row) const { return !edges().is_open(source(row)); }
  // Why no members are known, where none are.
  Cause cause(std::size_t row) const { return complete(row) ? Cause::none : cause_(source(row)); }

 private:
  const EdgeColumn& edges() const { return std::get<EdgeColumn>(*edges_); }
  std::size_t source(std::size_t row) const { return edges().sources == 1 ? 0 : row; }

  ColumnPtr edges_, belongs_, predicate_;
  std::optional<TruthView> is_one_, counts_;
  CauseOfRow cause_;
};

// Outlives neither the evaluation nor its data.
class Readings {
 public:
  explicit Readings(const Evaluation& evaluation) : state_(evaluation.state_.get()) {}

  CellView cells(const typed::Expression& expression, columns::EntityId entity, const Environment& environment) const;
  TruthsView truths(const typed::Expression& condition, columns::EntityId entity, const Environment& environment) const;
  TruthsView truths(const typed::Criterion& criterion, typed::AwardId award, const Environment& environment) const;
  // nullopt where nobody is counted row by row.
  std::optional<TallyView> tallies(const typed::Expression& quantified, columns::EntityId entity,
                                   const Environment& environment) const;

 private:
  CauseOfRow cause_of(graph::NodeId node) const;

  Evaluation::State* state_;
};

}  // namespace tdkt::evaluate
