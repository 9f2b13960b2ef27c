// SPDX-License-Identifier: Apache-2.0
// A tree as text again, in the layout that all files share.
//
// Clauses are indented by two blanks for each depth, keywords have their first spelling, tables have
// straight columns. Where the author broke a sentence, left a line blank or put a comment stays as it
// was. Parsing the text gives the same tree, spans apart; printing that gives the same text.
#pragma once

#include <string>
#include <string_view>

#include "syntax/tree.hpp"

namespace tdkt::syntax {

// `written` is the normalised text into which the tree's spans point.
std::string print(const File& file, std::string_view written);

}  // namespace tdkt::syntax
