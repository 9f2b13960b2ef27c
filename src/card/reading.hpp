// SPDX-License-Identifier: Apache-2.0
// A sentence as it was understood: with brackets, and turned round.
#pragma once

#include <optional>

#include "diagnostics/diagnostic.hpp"
#include "typed/program.hpp"

namespace tdkt::card {

using diagnostics::Phrase;

// With brackets around every part that could be thought to reach farther or less far.
typed::Expr bracketed(const typed::Expr& expression);

// What holds when it does not, in words of its own where there are such: `less than 70%` of `at least
// 70%`. It is unknown where the expression is, but for a set without members: `negated_outright` is `not
// ( … )`, which is always right.
typed::Expr negated(const typed::Expr& expression);
typed::Expr negated_outright(const typed::Expr& expression);

// When a criterion is met, as one condition; nullptr where no sentence says it (`at least 2 of:`). Of a bar
// or a deferral: when it is on.
typed::Expr condition_of(const typed::Criterion& criterion);

// The criterion as read, its parts listed with their labels, and when it is not met. `outright`: no words
// of its own for the negation.
Phrase sentence_of(const typed::Program& program, const typed::Criterion& criterion);
Phrase negation_of(const typed::Program& program, const typed::Criterion& criterion, bool outright);
std::optional<Phrase> brackets_of(const typed::Program& program, const typed::Criterion& criterion);

}  // namespace tdkt::card
