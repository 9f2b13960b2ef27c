// SPDX-License-Identifier: Apache-2.0
// What there is to be seen in the rules of a program, and what was seen of it.
#pragma once

#include <map>

#include "reports/coverage.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

class CoveragePoints {
 public:
  CoveragePoints(const typed::Program& program, const source::Sources& sources);

  // Of what a point is about: an award, a criterion, a condition, a row … as it stands in the program.
  // Things without a point are passed over.
  void see(const void* thing, reports::Sight sight);

  const reports::Coverage& coverage() const { return coverage_; }

 private:
  struct Place {
    std::size_t rule, point;
  };
  void begin(reports::CoveredRule::Kind kind, const diagnostics::Phrase& title, typed::PackId pack,
             source::Where where);
  reports::CoveragePoint& add(const void* thing, reports::CoveragePoint::Of of, diagnostics::Phrase words,
                              source::Where where, bool may_be_unknown);
  void add_award(const typed::Award& award);
  void add_scope(const typed::Scope& scope);
  void add_criterion(const typed::Criterion& criterion, std::size_t depth);
  void add_scorecard(const typed::Scorecard& card);
  void add_node(const typed::Scorecard& card, const typed::ScoreNode& node, std::size_t depth);
  void add_grades(const typed::Grades& grades);
  void add_table(const typed::DecisionTable& table);
  void add_nomination(const typed::Nomination& nomination);
  void add_check(const typed::RecordCheck& check);

  diagnostics::Phrase sentence(const typed::Expression& expression, std::optional<std::uint8_t> level = {}) const;
  std::size_t line_of(source::Where where) const;

  const typed::Program& program_;
  const source::Sources& sources_;
  reports::Coverage coverage_;
  std::map<const void*, Place> places_;
};

}  // namespace tdkt::engine
