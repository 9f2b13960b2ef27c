// SPDX-License-Identifier: Apache-2.0
// What came of a change of the records: whose verdict and whose standing is another.
#pragma once

#include <span>

#include "columns/amendments.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {

// Who is not nominated and who is not among the candidates are not told apart here, nor are several offers.
struct RenewedCandidate {
  Row group, row;
  Standing before, after;
};
struct RenewedNomination {
  graph::NominationCase one;
  bool all = false;                          // members came or went: all groups were settled again
  std::vector<Row> groups;                   // that were settled again, ascending; of `all` empty
  std::vector<RenewedCandidate> candidates;  // whose standing is another, by group and row; of `all` not told
};

struct Renewed {
  struct Verdict {
    Row row;
    std::optional<Outcome> before, after;  // nullopt: the rule is not about it
  };
  struct Rule {
    typed::AwardId award;
    values::Period period;
    std::vector<Verdict> verdicts;         // that are others, by row
  };

  std::vector<Rule> rules;
  std::vector<RenewedNomination> nominations;
  std::size_t nodes = 0;                   // of the evaluation graph that were looked at again
};

// Follows changes that the dataset has. `results` are up to date afterwards, also what they handed out before as
// references. Requires: as Evaluation::renew; the results are of this evaluation.
Renewed renew(const Results& results, const evaluate::Evaluation& evaluation, std::span<const columns::Changed> changes);

}  // namespace tdkt::verdicts
