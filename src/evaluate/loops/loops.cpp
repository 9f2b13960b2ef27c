// SPDX-License-Identifier: Apache-2.0
#include "evaluate/loops/loops.hpp"

namespace tdkt::evaluate {

extern const Loops loops_for_any;
extern const Loops loops_for_avx2;

bool are_there(Instructions instructions) {
  if (instructions == Instructions::any) return true;
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi2");
}

const Loops& loops(Instructions instructions) {
  return instructions == Instructions::avx2 ? loops_for_avx2 : loops_for_any;
}

namespace {

const Loops*& chosen() {
  static const Loops* best = &loops(are_there(Instructions::avx2) ? Instructions::avx2 : Instructions::any);
  return best;
}

}  // namespace

const Loops& loops() { return *chosen(); }
void choose(Instructions instructions) { chosen() = &loops(instructions); }

}  // namespace tdkt::evaluate
