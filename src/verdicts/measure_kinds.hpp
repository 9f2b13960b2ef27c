// SPDX-License-Identifier: Apache-2.0
// The kinds of measures, one a file.
#pragma once

#include "verdicts/measure.hpp"

namespace tdkt::verdicts {

// Comparisons, and facts that are yes or no (measure_values.cpp).
MeasurePtr measure_of_values(const Look& look, const Expression& condition, typed::EntityId entity, const Environment& at);

// Quantified sentences (measure_count.cpp).
MeasurePtr measure_of_count(const Look& look, const Expression& condition, const typed::Quantified& node,
                            typed::EntityId entity, const Environment& at);

// The same condition in several years or shorter periods (measure_years.cpp).
MeasurePtr measure_of_years(const Look& look, const Expression& condition, const typed::InYears& node, typed::EntityId entity,
                            const Environment& at);
MeasurePtr measure_of_periods(const Look& look, const typed::OverPeriods& node, typed::EntityId entity, const Environment& at);

// Of `and` and `or` the parts that stand in the way, by name; one part that is `settling` settles the whole
// (measure_parts.cpp).
MeasurePtr measure_of_parts(const Look& look, const std::vector<typed::Expr>& parts, values::Truth settling,
                            typed::EntityId entity, const Environment& at);
bool names_its_parts(const Expression& condition);

}  // namespace tdkt::verdicts
