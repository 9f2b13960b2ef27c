// SPDX-License-Identifier: Apache-2.0
// The words at the head of columns that no vocabulary needs to declare, as messages write them.
#pragma once

#include "diagnostics/diagnostic.hpp"
#include "grammar/header_words.hpp"

namespace tdkt::loaders {

using grammar::header_word;
using grammar::HeaderWord;
using grammar::loose_key;

diagnostics::Phrase written(HeaderWord word);  // as it is best written

}  // namespace tdkt::loaders
