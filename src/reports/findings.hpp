// SPDX-License-Identifier: Apache-2.0
// All that came of one run, for whoever writes it down.
#pragma once

#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "evaluate/evaluation.hpp"
#include "typed/program.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::reports {

// A value of a `report` statement.
struct Listed {
  std::uint32_t report;            // index into Program::reports
  values::Period period;
  values::Row row;
  evaluate::Value value;
};

// A line of a `check` statement that is on for a record, or may be.
struct Suspect {
  std::uint32_t check, line;       // indices into Program::checks and its lines
  values::Period period;
  values::Row row;
};

// A row that a scorecard is for; `within` is unknown where its scope's condition is.
struct Scored {
  typed::ScorecardId scorecard;
  values::Period period;
  values::Row row;
  values::Truth within;
};

// A row that grades are for.
struct Graded {
  typed::GradesId grades;
  typed::Expr grade;               // its class: an expression of the request
  values::Period period;
  values::Row row;
  values::Truth within;
};

struct Findings {
  const typed::Program& program;
  const columns::Dataset& dataset;
  const evaluate::Evaluation& evaluation;
  const verdicts::Results& results;
  std::vector<Listed> listed;
  std::vector<Suspect> suspects;
  std::vector<Scored> scored;
  std::vector<Graded> graded;
};

}  // namespace tdkt::reports
