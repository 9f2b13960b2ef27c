// SPDX-License-Identifier: Apache-2.0
// Packs of different times may give one name to a parameter, a definition or a table each. A sentence
// means its own pack's; else one that is in force with it; else the latest.
#pragma once

#include <vector>

#include "typed/program.hpp"
#include "typed/reader/phrases.hpp"

namespace tdkt::typed::reading {

// Drops from each word's phrases those that another of the same name stands before.
void keep_in_sight(std::vector<std::vector<Match>>& names, const Program& program, PackId pack);

}  // namespace tdkt::typed::reading
