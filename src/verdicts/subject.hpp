// SPDX-License-Identifier: Apache-2.0
// Whom a rule without columns of its own is about in a period.
#pragma once

#include <utility>
#include <vector>

#include "evaluate/evaluation.hpp"

namespace tdkt::verdicts {

using values::Row;

// The rows judged in the period and within the scope, ascending; `unknown` where the scope's
// condition is.
std::vector<std::pair<Row, values::Truth>> subjects(const typed::Scope& scope, values::Period period,
                                                    const evaluate::Evaluation& evaluation,
                                                    const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
