// SPDX-License-Identifier: Apache-2.0
// What a renewal changed: of every rule the rows that came out different, of every nomination the groups
// whose candidates, keys or quotas did.
#pragma once

#include <vector>

#include "evaluate/evaluation.hpp"

namespace tdkt::evaluate {

struct Renewed {
  // A row of a rule as it was before; as it is now is told by Evaluation::rule.
  struct RuleRow {
    Row row;
    values::Truth requirements, deferral;
    bool judged, scope_unknown;
  };
  struct Rule {
    typed::AwardId award;
    values::Period period;
    std::vector<RuleRow> before;  // by row, ascending
  };
  struct Nomination {
    typed::NominationId nomination;
    values::Period period;
    bool all = false;             // any group may have changed
    std::vector<Row> groups;      // ascending
  };

  std::vector<Rule> rules;               // of those that were asked for before
  std::vector<Nomination> nominations;   // of the request, without what they ask of rules and of one another
  std::size_t nodes = 0;                 // that were looked at again
};

}  // namespace tdkt::evaluate
