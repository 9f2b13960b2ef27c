// SPDX-License-Identifier: Apache-2.0
// What stands one step beside a number, a comparison, a window or a quantifier.
#pragma once

#include <functional>
#include <vector>

#include "mutations/range.hpp"

namespace tdkt::mutations {

// A change of one node that keeps its type and its parts' places.
struct NodeChange {
  source::Where at;                  // the words that change
  std::function<void(typed::Node&)> apply;
};

// Of the node itself and the literals that stand directly in it; those in deeper parts are changes of
// these parts.
std::vector<NodeChange> changes_of(const typed::Program& program, const typed::Expression& expression);

// Whether the literals that stand directly in a node are changed with it.
bool takes_literals(const typed::Expression& expression);

// A literal by itself: 70% as 69% and 71%, a date as the day before and after, a value of a scale as
// those beside it.
std::vector<typed::Literal> steps_of(const typed::Program& program, const typed::Literal& literal,
                                     const columns::Type& type);

// `at least` as `above`; `=` as `at least` and `at most`.
std::vector<values::Sign> beside(values::Sign sign);
std::vector<values::Rounding> beside(values::Rounding rounding);

// A year or a day more or less; with the judged year and without it. `least`: so many years must be left.
std::vector<typed::Span> steps_of(const typed::Span& span, std::optional<int> least);

// 70% is one percentage point away from 69%, 5 one from 4, 0.5 a tenth from 0.4.
values::Decimal step_of(values::Decimal number, const columns::Type& type);

// `70%` as a literal that stands where `like` stood.
typed::Expr as_literal(values::Decimal number, const typed::Expr& like);

}  // namespace tdkt::mutations
