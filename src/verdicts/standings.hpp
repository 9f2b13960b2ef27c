// SPDX-License-Identifier: Apache-2.0
// What came of each candidate of a nomination, without places and reasons: three sets of candidates.
#pragma once

#include <atomic>
#include <cstdint>

#include "evaluate/evaluation.hpp"

namespace tdkt::verdicts {

// Candidates as evaluate/candidates.hpp counts them; who is in none of the sets is not nominated, or
// not among the candidates at all.
struct Standings {
  columns::Bits nominated, tied, undetermined;
};

// Threads that settle neighbouring groups write into one word.
inline void mark(columns::Bits& set, std::uint32_t candidate) {
  std::atomic_ref(set.words[candidate / 64]).fetch_or(columns::Word{1} << (candidate % 64), std::memory_order_relaxed);
}

}  // namespace tdkt::verdicts
