// SPDX-License-Identifier: Apache-2.0
// What was measured beside what was asked, in words: `13 of 20 = 65%, 1 short`. The explainer reads the values of
// one row, measures those of all (measure.hpp); both say them with these.
#pragma once

#include "evaluate/tally.hpp"
#include "verdicts/look.hpp"

namespace tdkt::verdicts {

// ---- comparisons (numbers_of_comparison.cpp) ----------------------------------------------------

using evaluate::Cell;

// `38, 2 short`; `6 against 5`; `between 0 and 10; not on record for 2024`.
Phrase numbers_of(const Look& look, const typed::Compare& node, State state, const Cell& left, const Cell& right,
                  const Environment& at);
Phrase numbers_of(const Look& look, const typed::OneOf& node, const Cell& left, const Environment& at);
Phrase numbers_of(const Look& look, const typed::Between& node, State state, const Cell& value, const Cell& low,
                  const Cell& high, const Environment& at);
Phrase numbers_of(const typed::IsKnown& node, State state);

// A value by itself, or why there is none.
Phrase value_in_words(const Look& look, const Expression& expression, const Cell& cell, const Environment& at);

// ---- counts (numbers_of_count.cpp) --------------------------------------------------------------

struct Counts {
  std::int64_t yes = 0, no = 0;      // of those who surely belong
  std::int64_t unknown = 0;          // who perhaps belong, or count
  std::int64_t perhaps_members = 0;  // of the unknown: those who perhaps belong
  std::int64_t members() const { return yes + no + unknown - perhaps_members; }
};
Counts counts_of(const evaluate::Tally& tally);

struct Counted {
  Counts counts;
  bool complete = true;                           // nobody else may belong
  evaluate::Cause cause = evaluate::Cause::none;  // why nobody is known to belong
};

// For sentences that want few, those who have the property speak against them.
bool wants_few(const typed::Amount& amount);

// `13 of 20 = 65%, 1 short`; the bounds are of the amount, `high` where it has one.
Phrase numbers_of(const Look& look, const typed::Quantified& sentence, State state, const Counted& found,
                  const values::Interval& low, const std::optional<values::Interval>& high, const Environment& at);

// ---- years, periods and parts (windows.cpp, explain_criteria.cpp) --------------------------------

struct Held {
  std::int64_t met = 0, open = 0, all = 0;
};
void count(State state, Held& held);
Phrase numbers_of(const Look& look, const typed::InYears& node, State state, const Held& years);
Phrase numbers_of(const typed::OverPeriods& node, const Held& periods);
Phrase numbers_of_group(const Held& parts);
// Of a bar or deferral, `met` where it is off.
std::optional<Phrase> numbers_of_exclusion(State state, const std::optional<Phrase>& numbers);

}  // namespace tdkt::verdicts
