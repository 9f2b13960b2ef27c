// SPDX-License-Identifier: Apache-2.0
// The reference evaluator: one row at a time, one expression at a time, written from the language's
// definition for obviousness alone. It shares no graph, no kernels and no columns of results with
// the engine; where members of a set are unknown it simply tries every way they could turn out.
#pragma once

#include <optional>
#include <vector>

#include "columns/dataset.hpp"
#include "evaluate/evaluation.hpp"
#include "typed/program.hpp"

namespace tdkt::oracle {

using values::Interval;
using values::Row;
using values::Truth;

// Where something is worked out, and for whom.
struct Environment : evaluate::Environment {
  // The years of a window that starts from a receipt, in the case at hand; of that expression alone.
  const typed::Expression* starts_from_receipt = nullptr;
  std::pair<int, int> receipt_years{};
  std::optional<typed::AwardId> award;  // whose criteria are being judged
  // An award judged as if these of its sentences were supplied with documents, and its others not.
  struct Assumption {
    typed::AwardId award;
    std::vector<const typed::Evidence*> supplied;
  };
  std::optional<Assumption> assumed;

  std::array<columns::EntityId, 8> entities{};  // what the rows are, by level

  Environment with_member(Row member, columns::EntityId entity) const {
    Environment inner = *this;
    inner.entities[inner.levels] = entity;
    inner.rows[inner.levels++] = member;
    return inner;
  }
};

struct Verdict {
  Truth scope, requirements, deferral;
};

// A member of a set and whether it surely belongs.
struct Member {
  Row row;
  Truth belongs;
};
struct Members {
  bool known = true;              // false: nothing can be said about who belongs
  std::vector<Member> members;
};

// The environment of a rule judged for `row`.
inline Environment judging(Row row, values::Period period, columns::EntityId entity) {
  Environment at;
  at.period = period;
  at.rows[0] = row;
  at.entities[0] = entity;
  return at;
}

class Oracle {
 public:
  Oracle(const typed::Program& program, const columns::Dataset& dataset, int first_year)
      : program_(program), schema_(program.schema), dataset_(dataset), first_year_(first_year) {}

  Verdict verdict(const typed::Award& award, const Environment& at) const;
  Truth criterion(const typed::Criterion& criterion, const Environment& at) const;

  Truth truth(const typed::Expression& expression, const Environment& at) const;
  Interval number(const typed::Expression& expression, const Environment& at) const;
  std::optional<std::uint8_t> code(const typed::Expression& expression, const Environment& at) const;
  std::optional<Row> entity(const typed::Expression& expression, const Environment& at) const;
  std::optional<values::Date> date(const typed::Expression& expression, const Environment& at) const;
  std::optional<std::string> text(const typed::Expression& expression, const Environment& at) const;

  Interval points(const typed::Scorecard& scorecard, std::uint32_t node, const Environment& at) const;

  Truth scope(const typed::Scope& scope, const Environment& at) const;

 private:
  // records.cpp
  struct Reading {                // a fact on record: its column and cell, or nothing
    const columns::Column* column = nullptr;
    std::size_t cell = 0;
    bool absent = false;          // `absent means` speaks
  };
  Reading read(columns::FactId fact, Row row, std::optional<Row> key, values::Period period) const;
  Truth yes_no(const typed::FactOf& fact, const Environment& at) const;
  Interval number_on_record(columns::FactId fact, std::optional<Row> row, std::optional<Row> key, values::Period period) const;
  Interval range(columns::FactId fact, std::optional<Row> row, std::optional<Row> key, values::Period period) const;
  std::optional<Row> related(columns::RelationId relation, bool inverse, Row row, values::Period period) const;

  // sets.cpp
  Members members(const typed::Set& set, const Environment& at) const;
  Truth quantified(const typed::Quantified& sentence, const Environment& at) const;
  Interval aggregate(const typed::Aggregate& aggregate, const Environment& at) const;

  // comparisons.cpp
  Truth compare(const typed::Compare& comparison, const Environment& at) const;
  Truth one_of(const typed::OneOf& comparison, const Environment& at) const;

  // time.cpp
  Truth in_years(const typed::InYears& sentence, const Environment& at) const;
  Environment moved(const typed::Shift& shift, const Environment& at) const;
  Truth rotates(const typed::Rotates& rotation, const Environment& at) const;
  std::optional<std::vector<int>> years_of(const typed::Span& span, const Environment& at) const;
  std::pair<values::Date, values::Date> days_of(const typed::Span& span, const Environment& at) const;

  // rotation.cpp
  Truth rotates_as_led(const typed::Rotates& rotation, Row bloc, int judged, const std::vector<int>& years,
                       const std::vector<std::optional<Row>>& leaders) const;
  std::optional<std::vector<Row>> members_on_record(columns::RelationId relation, Row of, int year) const;

  // receipts.cpp
  struct Receipt {
    values::Date date;
    Truth is_one;                 // unknown: the record does not say of which award
  };
  std::optional<std::vector<Receipt>> receipts(const columns::VerbUse& use, const std::string& award, Row row) const;
  Truth received(const typed::Received& sentence, const Environment& at) const;
  // The years in which the latest receipt may have been, nullopt for none; or nothing where no table is given.
  std::optional<std::vector<std::optional<int>>> latest_receipts(const std::string& award, const Environment& at) const;
  // The environments in which an expression is worked out whose window starts from a receipt: one for
  // each year that it may have been, nullopt where there was none or nobody can say.
  std::vector<std::optional<Environment>> cases_by_receipt(const typed::Expression& expression, const typed::Span& span,
                                                          const Environment& at, bool& nobody_can_say) const;

  // evidence.cpp
  Truth evidence(const typed::Evidence& sentence, const Environment& at) const;
  struct Demand {
    Interval count;
    std::vector<std::pair<std::uint32_t, Row>> sure, possible;  // documents: what they are, and which
    bool more_possible = false;
  };
  std::vector<Demand> demands(const std::vector<const typed::Evidence*>& bundle, const Environment& at) const;
  Truth eligible(const typed::Award& award, const Environment& at) const;

  // What follows another definition, score or table.
  const typed::Expression& in_force(const typed::ParameterHistory& parameter, values::Period period) const;

  const typed::Program& program_;
  const columns::Schema& schema_;
  const columns::Dataset& dataset_;
  int first_year_;
};

}  // namespace tdkt::oracle
