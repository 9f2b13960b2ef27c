// SPDX-License-Identifier: Apache-2.0
// What came of each candidate of a nomination, without places and reasons: three sets of candidates.
#pragma once

#include <cstddef>

#include "evaluate/evaluation.hpp"

namespace tdkt::verdicts {

// Candidates as evaluate/candidates.hpp counts them; who is in none of the sets is not nominated, or
// not among the candidates at all.
struct Standings {
  columns::Bits nominated, tied, undetermined;
};

}  // namespace tdkt::verdicts
