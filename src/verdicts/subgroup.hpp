// SPDX-License-Identifier: Apache-2.0
// Quotas within one subgroup: after `within each`, counts of members are counts of its members.
#pragma once

#include <vector>

#include "evaluate/evaluation.hpp"

namespace tdkt::verdicts {

using values::Row;

struct SubgroupMember {
  Row group, row;
  values::Truth belongs;  // to the subgroup
};

// Whether a quota's number says something of the group's members.
bool counts_members(const typed::Expression& expression, const typed::Nomination& nomination);

// A quota's number for a subgroup. What it says of the group's members is worked out over those of
// the subgroup; everything else is asked of the evaluation.
values::Interval number_in_subgroup(const typed::Expression& expression, const typed::Nomination& nomination,
                                    const std::vector<SubgroupMember>& members,
                                    const evaluate::Evaluation& evaluation,
                                    const evaluate::Environment& group);

}  // namespace tdkt::verdicts
