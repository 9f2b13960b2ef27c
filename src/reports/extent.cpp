// SPDX-License-Identifier: Apache-2.0
#include "evaluate/candidates.hpp"
#include "reports/verdicts.hpp"

namespace tdkt::reports {

std::size_t candidates_of(const Findings& findings, const graph::NominationCase& one) {
  return findings.evaluation.candidates(one.nomination, one.period).to_members().size();
}

std::size_t lines_of(const Findings& findings) {
  auto lines = findings.results.verdicts.size();
  for (const auto& one : findings.results.nominations.cases()) lines += candidates_of(findings, one);
  return lines;
}

}  // namespace tdkt::reports
