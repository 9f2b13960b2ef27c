// SPDX-License-Identifier: Apache-2.0
// What is asked of the evaluation graph: which rules, for which periods.
#pragma once

#include <cstdint>
#include <vector>

#include "typed/program.hpp"
#include "values/date.hpp"

namespace tdkt::graph {

// One rule judged for one period, over all rows of its scope's entity.
struct AwardCase { typed::AwardId award; values::Period period; };
struct ScorecardCase { typed::ScorecardId scorecard; values::Period period; };
struct GradesCase { typed::GradesId grades; values::Period period; };
struct NominationCase { typed::NominationId nomination; values::Period period; };
struct ExpressionCase { typed::Expr expression; columns::EntityId entity; values::Period period; };

struct Request {
  std::vector<AwardCase> awards;
  std::vector<ScorecardCase> scorecards;
  std::vector<GradesCase> grades;
  std::vector<NominationCase> nominations;   // their keys, conditions and quotas
  std::vector<ExpressionCase> expressions;   // of tests, reports and checks

  // The years in which records begin and end; look-backs without a beginning start there.
  int first_year = 0, last_year = 0;
};

// Everything in force and in scope for cases of these years: awards, pledges, scorecards, grades
// and nominations whose packs are in force on the last day of the period. Named periods and single
// years are asked for where they end in one of the years.
Request everything(const typed::Program& program, const std::vector<int>& years);

}  // namespace tdkt::graph
