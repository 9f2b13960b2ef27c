// SPDX-License-Identifier: Apache-2.0
// What a value was worked out from, part by part.
#pragma once

#include <functional>

#include "verdicts/look.hpp"

namespace tdkt::verdicts {

// Calls visit(part, at) for the expression and everything that stands in it, each where it was worked
// out: conditions of members for every member, moved sentences in their years, of a choice only what
// was chosen or may be. Other rules that it asks (awards, scorecards, grades, tables) are not entered.
void walk(const Look& look, const Expression& expression, const Environment& at,
          const std::function<void(const Expression&, const Environment&)>& visit);

// The row of a decision table that surely holds; nullopt where none does for sure.
std::optional<std::size_t> row_taken(const Look& look, const typed::Lookup& lookup, const Environment& at);

// The table, scorecard or grades that answer in a period under the name of the one asked for.
const typed::DecisionTable& answering(const Look& look, typed::TableId id, values::Period period);
typed::ScorecardId answering(const Look& look, typed::ScorecardId id, values::Period period);
typed::GradesId answering(const Look& look, typed::GradesId id, values::Period period);

}  // namespace tdkt::verdicts
