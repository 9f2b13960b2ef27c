// SPDX-License-Identifier: Apache-2.0
// Looks over a run's shoulder: what was met, not met and unknown on the way to what a test expects.
#pragma once

#include <set>
#include <tuple>

#include "engine/expectations.hpp"
#include "graph/in_force.hpp"
#include "reports/coverage.hpp"
#include "verdicts/look.hpp"

namespace tdkt::engine {

// For one run. Each point is seen once in a case, however many sentences ask for it.
class Observer {
 public:
  Observer(const typed::Program& program, const columns::Dataset& dataset, const Run& run);

  void see(const Subject& subject);

  // An award, a criterion, a condition, a row … as it stands in the program, and how it was seen.
  struct Seen {
    const void* thing;
    reports::Sight sight;
  };
  const std::vector<Seen>& seen() const { return seen_; }

 private:
  using Sight = reports::Sight;
  using Environment = evaluate::Environment;

  void see_rule(typed::AwardId award, values::Period period, values::Row row);
  void see_criterion(const typed::Criterion& criterion, const Environment& at);
  void see_node(typed::ScorecardId card, std::uint32_t node, const Environment& at);
  void see_card(typed::ScorecardId card, std::uint32_t node, values::Period period, values::Row row);
  void see_grades(typed::GradesId grades, values::Period period, values::Row row);
  void see_table(const typed::Lookup& lookup, const Environment& at);
  void see_nomination(const verdicts::NominationOutcome& outcome);
  void see_candidate(const verdicts::NominationOutcome& outcome, const verdicts::Candidate& candidate,
                     const Environment& at);

  // A condition that is a point itself, with what it asks of other rules.
  void see_condition(const typed::Expr& condition, const Environment& at);
  void follow(const typed::Expr& expression, const Environment& at);
  void follow(const typed::Expression& part, const Environment& at);
  void mark(const void* thing, Sight sight, const Environment& at);
  bool is_new(const void* thing, const Environment& at);

  const typed::Program& program_;
  const columns::Dataset& dataset_;
  const Run& run_;
  graph::InForce in_force_;
  verdicts::Look look_;
  std::set<std::tuple<const void*, values::Date, values::Date, std::array<values::Row, 8>>> done_, marked_;
  std::vector<Seen> seen_;
};

}  // namespace tdkt::engine
