// SPDX-License-Identifier: Apache-2.0
// Runs the `test` statements of rules: given these records, these verdicts are expected.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "reports/test_results.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

// In the order written. A test whose tables have faults fails with them.
std::vector<reports::TestResult> run_tests(const typed::Program& program, const source::Sources& sources);

// Reports what is wrong with the tables of tests, without running them.
void check_tables(const typed::Program& program, const source::Sources& sources,
                  diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::engine
