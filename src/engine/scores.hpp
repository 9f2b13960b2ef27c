// SPDX-License-Identifier: Apache-2.0
// Totals of scorecards and classes of grades, which nobody has to ask for by a rule.
#pragma once

#include "engine/run.hpp"

namespace tdkt::engine {

// The class that grades give the row that is judged.
typed::Expr grade_of_self(const typed::Program& program, typed::GradesId grades);

// What must be asked of the plan so that scores can be listed: grades and the conditions of scopes.
void ask_for_scores(const typed::Program& program, graph::Request& request);

// Every row that the scorecards and grades asked for are for.
void list_scores(const typed::Program& program, const columns::Dataset& dataset, Run& run);

}  // namespace tdkt::engine
