// SPDX-License-Identifier: Apache-2.0
// Keywords and phrases among the words of a sentence.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/keywords.hpp"
#include "syntax/tree.hpp"

namespace tdkt::syntax {

// Where a keyword that begins at word `at` may end (one past its last word), one for each of its
// spellings that fits, ascending. A keyword whose table entry is a symbol matches that symbol.
std::vector<std::size_t> ends_of(grammar::Keyword keyword, const Sentence& sentence, std::size_t at,
                                 grammar::Language language);

// The longest of them, or `at` where there is none.
std::size_t end_of(grammar::Keyword keyword, const Sentence& sentence, std::size_t at,
                   grammar::Language language);

// Whether the folded words of `phrase` stand at `at`.
bool stands_at(const std::vector<std::string>& phrase, const Sentence& sentence, std::size_t at);

// A part of a sentence, words [first, last).
Sentence part_of(const Sentence& sentence, std::size_t first, std::size_t last);

// A text over several lines as it is shown in a message.
std::string on_one_line(std::string_view text);

}  // namespace tdkt::syntax
