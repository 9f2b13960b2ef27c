// SPDX-License-Identifier: Apache-2.0
// The names of everything that can be reported, from registry.def.
//
// E01xx source and text; E02xx words and sentences; E03xx declarations; E04xx types and units;
// E05xx statements; E06xx circles and packs; E07xx data; E08xx evaluation; E09xx commands;
// E10xx what is right and doubtful. W… and R… share the numbers of their stage. A number is never used again.
#pragma once

#include "diagnostics/diagnostic.hpp"

namespace tdkt::diagnostics {

enum class Kind : std::uint16_t {
#define KIND(code, name, severity, english, vietnamese) name,
#include "diagnostics/registry.def"
#undef KIND
  count_
};

}  // namespace tdkt::diagnostics
