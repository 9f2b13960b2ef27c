// SPDX-License-Identifier: Apache-2.0
#include "evaluate/loops/loops.inc"

namespace tdkt::evaluate {

extern const Loops loops_for_any;
const Loops loops_for_any{in_ranges, interleave, gather, count};

}  // namespace tdkt::evaluate
