// SPDX-License-Identifier: Apache-2.0
// The evaluated graph: verdict columns, and every value that led to them.
//
// Batch readers take whole columns (rule, scorecard, grade). The explainer asks for the value of one
// expression in one environment; it is answered from the same graph nodes, so that it cannot
// disagree with the verdict.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "columns/dataset.hpp"
#include "graph/request.hpp"
#include "typed/program.hpp"
#include "values/interval.hpp"

namespace tdkt::columns { struct Changed; }
namespace tdkt::graph { class Graph; }

namespace tdkt::evaluate {

struct Candidates;
struct Renewed;

using values::Row;

// Where an expression is worked out: the judged row, the members it stands in, and the period.
struct Environment {
  values::Period period;
  std::array<Row, 8> rows{};      // by level
  std::uint8_t levels = 1;        // how many of them are set
  std::optional<typed::Span> window;  // what EnclosingWindow stands for
  bool as_then = false;           // only what was in force in the period counts
  std::optional<values::Date> law;  // the last day of the law that a case is still judged by

  Environment with_member(Row member) const {
    Environment inner = *this;
    inner.rows[inner.levels++] = member;
    return inner;
  }
};

// Why a value is not known.
enum class Cause : std::uint8_t {
  none, missing_cell, no_table, before_records, not_covered, not_attested, contradiction, nobody_on_record,
  nobody_to_judge, division_by_zero, overflow, nothing_applied, not_defined_then, tied_members,
  no_such_entity, gap, other
};

struct UnknownCode {};            // a scale value that is not known
struct UnknownRow {};             // an entity that is not known
struct NoRow {};                  // surely no entity: a relation that is empty on record
struct UnknownDate {};
struct UnknownText {};
using Value = std::variant<values::Truth, values::Interval, typed::Code, UnknownCode, Row, UnknownRow,
                           NoRow, values::Date, UnknownDate, std::string, UnknownText>;

struct Cell {
  Value value;
  Cause cause = Cause::none;      // set where the value is not known
};

// A member of a set as seen from one environment.
struct Member {
  Row row;
  values::Truth belongs;          // yes, or unknown where a filter is
  columns::Place place;           // the record that relates it, of the last step
};

// Verdict columns of one award or pledge in one period. T27: requirements no → ineligible; else
// deferral yes → deferred; else either unknown → undetermined; else eligible.
struct RuleColumns {
  columns::Truths requirements;   // all requirements met and no bar on
  columns::Truths deferral;       // some `defer` on; `no` where there is none
  columns::Bits judged;           // rows on record in the period and within the rule's scope
  columns::Bits scope_unknown;    // rows that may be within the scope
};

// The values of one thing over all rows of an entity, for whoever reads many of them: nothing is
// looked up again, and several threads may read at once. Outlives neither the evaluation nor its data.
class ColumnView {
 public:
  values::Truth truth(std::size_t row) const;
  Value value(std::size_t row) const;
  // Of any value that has an order, as Evaluation::position.
  values::Interval position(std::size_t row) const;

 private:
  friend class Evaluation;
  std::shared_ptr<const void> column_;  // a Column of column.hpp
  const void* records_ = nullptr;
  std::size_t scale_values_ = 0;
  typed::ScaleId scale_{};
};

struct Options {
  unsigned threads = 0;                          // 0: as many as the machine has
  std::function<void(std::size_t done, std::size_t of)> advance = {};  // told how far it has come
  bool renewable = false;                        // keeps every column, for `renew`
};

// What a criterion took to work out, without what one before it had taken.
struct CriterionCost {
  const typed::Criterion* criterion;
  typed::AwardId award;
  std::chrono::nanoseconds time{};
};

// A handle: copies share one evaluation.
class Evaluation {
 public:
  Evaluation(std::shared_ptr<const graph::Graph> graph, const columns::Dataset& dataset);

  const RuleColumns& rule(typed::AwardId award, values::Period period) const;

  // What a nomination asks of its candidates and groups, in whole columns (candidates.hpp).
  Candidates candidates(typed::NominationId nomination, values::Period period) const;

  // Of every criterion of the request, the dearest first.
  std::vector<CriterionCost> costs() const;

  // Calls work(begin, end) for ranges of so many things that together are 0 … size, on the evaluation's threads.
  void in_ranges(std::size_t size, std::size_t at_a_time,
                 const std::function<void(std::size_t begin, std::size_t end)>& work) const;

  // The value of an expression of the request (or a part of one) in an environment. Parts that the
  // plan did not need are worked out then.
  Cell value(const typed::Expression& expression, const Environment& environment) const;
  values::Truth truth(const typed::Expression& expression, const Environment& environment) const;
  values::Interval number(const typed::Expression& expression, const Environment& environment) const;
  // The same of any value that has an order: of a scale its position from 0, of a date its days since
  // 1970-01-01.
  values::Interval position(const typed::Expression& expression, const Environment& environment) const;

  // Whether nothing of a criterion stands in the way: a requirement or group that is met or waived, a
  // bar that is off, a `defer` that is off.
  values::Truth criterion(const typed::Criterion& criterion, const Environment& environment) const;

  // The same for every row of an entity at once.
  ColumnView over_rows(const typed::Expression& expression, columns::EntityId entity, values::Period period) const;
  ColumnView over_rows(const typed::Criterion& criterion, typed::AwardId award, values::Period period,
                       std::optional<values::Date> law) const;

  // One node of a scorecard: earned points after all clamping and rounding, and whether it applies.
  struct Points {
    values::Interval computed;    // before clamping
    values::Interval points;      // final
    values::Truth applies;
    Cause cause = Cause::none;
  };
  Points points(typed::ScorecardId scorecard, std::uint32_t node, const Environment& environment) const;

  // The members of a set, in row order, those surely out left away. `complete` is false where
  // further members may be missing from the records.
  struct Members {
    std::vector<Member> members;
    bool complete = true;
    Cause cause = Cause::none;    // why the set is not known: no table, nobody on record
  };
  Members members(const typed::Set& set, const Environment& environment) const;

  // Where a fact's value stands on record, line 0 where it doesn't.
  columns::Place place(columns::FactId fact, Row row, std::optional<Row> key, values::Period period) const;

  // Follows changes that the dataset has, for all handles; what was handed out as references stays and is up to
  // date. Requires: Options::renewable, nobody else asks meanwhile, and every earlier change was followed.
  Renewed renew(std::span<const columns::Changed> changes) const;
  // The groups of a nomination that some of these rows are members of.
  std::vector<Row> groups_with(typed::NominationId nomination, values::Period period, std::span<const Row> members) const;
  // What the kept columns take, without records that they share.
  std::size_t bytes() const;

  // Rows judged in a period: on record then, by some table or reference to them.
  const columns::Bits& judged(columns::EntityId entity, values::Period period) const;

 private:
  struct State;
  explicit Evaluation(std::shared_ptr<State> state);
  friend class Readings;  // readings.hpp
  friend Evaluation evaluate(std::shared_ptr<const graph::Graph> graph, const columns::Dataset& dataset,
                             const Options& options);
  std::shared_ptr<State> state_;
};

Evaluation evaluate(std::shared_ptr<const graph::Graph> graph, const columns::Dataset& dataset,
                    const Options& options);

}  // namespace tdkt::evaluate
