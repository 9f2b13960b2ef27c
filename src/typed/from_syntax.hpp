// SPDX-License-Identifier: Apache-2.0
// From what was written to what was meant.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "syntax/tree.hpp"
#include "typed/program.hpp"
#include "typed/provenance.hpp"

namespace tdkt::typed {

// Resolves the vocabularies and packs of one run together. Everything wrong is reported; what hangs
// on a reported mistake is left out without a further message. With `provenance`, where everything
// comes from is noted there.
Program from_syntax(const std::vector<syntax::File>& files, const source::Sources& sources,
                    diagnostics::Diagnostics& diagnostics, Provenance* provenance = nullptr);

}  // namespace tdkt::typed
