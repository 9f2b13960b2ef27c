// SPDX-License-Identifier: Apache-2.0
// Which periods the tables of a fact or relation cover: those in which they have a row, and those
// that dataset.toml or a test says.
#pragma once

#include <algorithm>

#include "loaders/work.hpp"

namespace tdkt::loaders {

std::vector<std::int32_t> covered_periods(Work& work, const columns::Timing& timing,
                                          const std::vector<std::size_t>& tables);

template <class Record>
void cover(columns::Timeline<Record>& timeline, Work& work, const columns::Timing& timing,
           const std::vector<std::size_t>& tables) {
  timeline.covered = covered_periods(work, timing, tables);
}

}  // namespace tdkt::loaders
