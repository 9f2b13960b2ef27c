// SPDX-License-Identifier: Apache-2.0
// One expectation of a test, held against what came of it.
#pragma once

#include "columns/dataset.hpp"
#include "engine/run.hpp"
#include "reports/test_results.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

// An expression at level 0 that was looked at for one row.
struct AskedValue {
  typed::Expr expression;
  values::Period period;
  values::Row row;
};
// What an expectation looked at; of nominations, an index into the run's.
using Subject = std::variant<verdicts::Verdict, AskedValue, std::size_t>;

struct Checked {
  reports::CheckedExpectation answer;      // without place and text
  std::vector<Subject> about;
};
Checked checked_against(const typed::Program& program, const typed::Expectation& expectation,
                        const columns::Dataset& dataset, const Run& run, bool explains = true);

// Adds what an expectation of a value needs to a request. `whole` tells the periods of scorecards
// and grades.
void add_value(const typed::Program& program, const typed::Test& test, const typed::Expectation& expectation,
               const graph::Request& whole, graph::Request& request);

// The entity that an expression at level 0 is about.
std::optional<columns::EntityId> subject_of(const typed::Expression& expression);

}  // namespace tdkt::engine
