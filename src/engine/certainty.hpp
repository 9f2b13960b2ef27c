// SPDX-License-Identifier: Apache-2.0
// Which sentences are known whatever a test gives: there is then no use in asking for a test that sees
// them unknown.
#pragma once

#include "typed/program.hpp"

namespace tdkt::engine {

// False only where it cannot be. A test's tables cover its years, so that a fact with `absent means`
// always has a value there.
bool may_be_unknown(const typed::Program& program, const typed::Expression& expression);
bool may_be_unknown(const typed::Program& program, const typed::Criterion& criterion);

}  // namespace tdkt::engine
