// SPDX-License-Identifier: Apache-2.0
// Runs the `test` statements of rules: given these records, these verdicts are expected.
#pragma once

#include <optional>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "reports/coverage.hpp"
#include "reports/test_results.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

struct TestOptions {
  std::optional<grammar::Language> language;  // of what is wrong with tables; nullopt: the test's own
  unsigned threads = 1;                       // 0: as many as the machine has
};

// In the order written. A test whose tables have faults fails with them. With `coverage`, what the
// expectations looked at is counted there.
std::vector<reports::TestResult> run_tests(const typed::Program& program, const source::Sources& sources,
                                           const TestOptions& options = {}, reports::Coverage* coverage = nullptr);

// Reports what is wrong with the tables of tests, without running them.
void check_tables(const typed::Program& program, const source::Sources& sources,
                  diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::engine
