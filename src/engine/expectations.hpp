// SPDX-License-Identifier: Apache-2.0
// One expectation of a test, held against what came of it.
#pragma once

#include "columns/dataset.hpp"
#include "engine/run.hpp"
#include "reports/test_results.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

// Without place and text.
reports::CheckedExpectation checked_against(const typed::Program& program, const typed::Expectation& expectation,
                                            const columns::Dataset& dataset, const Run& run);

// Adds what an expectation of a value needs to a request. `whole` tells the periods of scorecards
// and grades.
void add_value(const typed::Program& program, const typed::Test& test, const typed::Expectation& expectation,
               const graph::Request& whole, graph::Request& request);

// The entity that an expression at level 0 is about.
std::optional<columns::EntityId> subject_of(const typed::Expression& expression);

}  // namespace tdkt::engine
