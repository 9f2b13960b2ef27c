// SPDX-License-Identifier: Apache-2.0
// Quotas within one subgroup: after `within each`, counts of members are counts of its members.
#pragma once

#include "typed/program.hpp"

namespace tdkt::verdicts {

// The expression with the group's members narrowed to those of the subgroup.
typed::Expr within_subgroup(const typed::Expr& expression, const typed::Nomination& nomination,
                            typed::Code subgroup);

}  // namespace tdkt::verdicts
