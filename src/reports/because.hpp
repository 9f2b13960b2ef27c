// SPDX-License-Identifier: Apache-2.0
// The criterion that a verdict hangs on: the first that keeps it from being a yes.
#pragma once

#include <string>

#include "reports/findings.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

// nullptr for a yes.
const typed::Criterion* deciding(const Findings& findings, const verdicts::Verdict& verdict);

// `c) staff`, or the sentence where it has no title.
std::string words_of(const typed::Program& program, const typed::Criterion& criterion, Language language);

}  // namespace tdkt::reports
