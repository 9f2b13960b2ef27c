// SPDX-License-Identifier: Apache-2.0
// Which of the open contenders wait for a person to settle a tie, and which for a fact.
#pragma once

#include "verdicts/offers.hpp"

namespace tdkt::verdicts {

// Turns `undetermined` into `tied` where every key and condition that matters is known. A contender
// who is surely behind, or whose own outcome is settled, does not matter.
void mark_ties(const Contest& contest, const Ranking& ranking, ContestOutcome& outcome);

}  // namespace tdkt::verdicts
