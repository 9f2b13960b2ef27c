// SPDX-License-Identifier: Apache-2.0
// What is doubtful about rules that are otherwise right: names that nobody uses, criteria that ask for
// nothing more than others do, comparisons that can come out one way only.
//
// One lint a file (lint.hpp lists them). Each says only what it can prove from the rules alone; none
// looks at records.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "source/source.hpp"
#include "syntax/tree.hpp"
#include "typed/program.hpp"

namespace tdkt::lints {

// Rules that were read together, and the files that they were read from.
struct Run {
  const typed::Program* program;
  std::vector<const syntax::File*> files;
};

// Looks at all runs of one check: what one of them does not use, another may. Requires: rules without
// errors. May report one thing twice where runs share a file; sorting drops what repeats.
void lint(const std::vector<Run>& runs, const source::Sources& sources, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::lints
