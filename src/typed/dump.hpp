// SPDX-License-Identifier: Apache-2.0
// Expressions as their trees: for `--dump typed` and for tests. English names, whatever the file's
// language; @0 is the judged entity, @1 the member of the outermost set, and so on.
#pragma once

#include <string>

#include "typed/program.hpp"

namespace tdkt::typed {

// (share >= 70% (staff @0) (>= (title @1) 'advanced laborer'))
std::string as_tree(const Program& program, const Expression& expression);

}  // namespace tdkt::typed
