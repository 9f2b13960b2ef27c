// SPDX-License-Identifier: Apache-2.0
// From text to the syntax tree. Every mistake of a file is reported in one run: reading goes on at
// the next statement, or at the next clause where that is surely one.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "source/source.hpp"
#include "syntax/tree.hpp"

namespace tdkt::syntax {

File parse(const source::Sources& sources, std::uint32_t file, diagnostics::Diagnostics& diagnostics);

// The words of a sentence that stands alone, on a command line or in a test. Offsets are into
// `text`, which must be normalised.
Sentence words_of(std::string_view text, grammar::Language language);

}  // namespace tdkt::syntax
