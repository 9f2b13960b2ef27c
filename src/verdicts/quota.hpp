// SPDX-License-Identifier: Apache-2.0
// How many an offer may go to, as whole numbers within bounds.
#pragma once

#include "verdicts/offers.hpp"

namespace tdkt::verdicts {

// Counts of members, both ends included.
struct Count {
  std::int64_t least = 0, greatest = 0;
};

inline constexpr std::int64_t without_end = std::int64_t{1} << 40;  // more than any group has

// `offered`: how many each earlier offer went to; `holders`: how many members hold any of them.
Count quota_of(const QuotaTerms& terms, Count members, const std::vector<Count>& offered, Count holders);

}  // namespace tdkt::verdicts
