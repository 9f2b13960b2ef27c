// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "lints/lint.hpp"

namespace tdkt::lints {

void tests_without_expectation(Lint& lint) {
  for (const auto& test : lint.program.tests)
    if (test.expectations.empty()) lint.report(Kind::test_without_expectation, test.written, test.pack);
}

}  // namespace tdkt::lints
