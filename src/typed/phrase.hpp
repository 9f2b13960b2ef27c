// SPDX-License-Identifier: Apache-2.0
// Names as runs of words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.hpp"

namespace tdkt::typed {

// The folded words of a name, signs apart: what `syntax::stands_at` compares with a sentence.
std::vector<std::string> phrase_of(std::string_view name);

// The same joined by blanks: two names are one if these are equal. A sentence's quotes are left out.
std::string phrase_key(std::string_view name);
std::string phrase_key(const syntax::Sentence& words);

// As its author wrote it, quotes left out and line breaks made blanks.
std::string text_of(const syntax::Sentence& words);

// The pieces between the signs `sign` (`,` or `;`), brackets respected. Empty pieces are kept.
std::vector<syntax::Sentence> split_at(const syntax::Sentence& words, std::string_view sign);

// The words without the first `count`.
syntax::Sentence after(const syntax::Sentence& words, std::size_t count);

}  // namespace tdkt::typed
