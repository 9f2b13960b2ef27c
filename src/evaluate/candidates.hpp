// SPDX-License-Identifier: Apache-2.0
// What a nomination asks of its candidates and groups, in whole columns.
//
// The candidates are the edges from the rows of the groups' entity to their members: those of group g
// are edges begin(g) … end(g) − 1, by member ascending.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "evaluate/column.hpp"
#include "evaluate/evaluation.hpp"
#include "evaluate/records.hpp"
#include "graph/graph.hpp"

namespace tdkt::evaluate {

// Whom a value is asked of.
struct Candidate {
  Row group, member;
  std::uint32_t edge;
};

// One part of a nomination: a column over candidates, members or groups. Safe for several threads.
class CandidatePart {
 public:
  using Over = graph::NominationPart::Over;
  CandidatePart(ColumnPtr column, Over over, const Records& records, typed::ScaleId scale, std::size_t scale_values)
      : column_(std::move(column)), over_(over), records_(&records), scale_(scale), scale_values_(scale_values) {}

  Truth truth(Candidate who) const;
  Value value(Candidate who) const;
  Interval position(Candidate who) const;

  const Column& column() const { return *column_; }
  Over over() const { return over_; }
  std::size_t row(Candidate who) const {
    return over_ == Over::candidates ? who.edge : over_ == Over::members ? who.member : who.group;
  }

 private:
  ColumnPtr column_;
  Over over_;
  const Records* records_;
  typed::ScaleId scale_;
  std::size_t scale_values_;
};

struct Candidates {
  ColumnPtr edges;  // an EdgeColumn
  std::vector<CandidatePart> among, keys;
  std::optional<CandidatePart> within, vote;
  struct Offer {
    std::optional<CandidatePart> condition, number, share, base_number, at_least;
  };
  std::vector<Offer> offers;

  const EdgeColumn& to_members() const { return std::get<EdgeColumn>(*edges); }
  std::uint32_t begin(Row group) const { return to_members().offsets[group]; }
  std::uint32_t end(Row group) const { return to_members().offsets[group + 1]; }
};

}  // namespace tdkt::evaluate
