// SPDX-License-Identifier: Apache-2.0
// Packs of any size for measuring: awards of ten criteria each, in the shapes that regulations use.
#pragma once

#include <cstddef>
#include <string>

namespace tdkt::bench {

enum class Slip { none, one, everywhere };

// A rule file in English on the shipped vocabulary. No two criteria are the same sentence.
// `one`: a misspelt value in the middle of the file; `everywhere`: in every criterion.
std::string pack_text(std::size_t criteria, Slip slip);

}  // namespace tdkt::bench
