// SPDX-License-Identifier: Apache-2.0
// Tests put to the test: rules are changed a little, one change at a time, and the tests that ask about
// what was changed are run again.
#pragma once

#include "engine/tests.hpp"
#include "reports/mutations.hpp"

namespace tdkt::engine {

// A change is noticed if a test that passes on the rules as they are fails on the changed ones. What
// comes out does not depend on the number of threads.
reports::Mutations try_changes(const typed::Program& program, const source::Sources& sources,
                               const TestOptions& options = {});

}  // namespace tdkt::engine
