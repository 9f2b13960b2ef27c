// SPDX-License-Identifier: Apache-2.0
// Contests of which everything is known, as most are: the offers are made as a clerk would make them.
#pragma once

#include "verdicts/offers.hpp"

namespace tdkt::verdicts {

// nullopt: something is not known, or two are equal in every key.
std::optional<ContestOutcome> settled_if_known(const Contest& contest);

}  // namespace tdkt::verdicts
