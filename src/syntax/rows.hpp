// SPDX-License-Identifier: Apache-2.0
// The rows of `given`: bars as in a text, or tabs as pasted from a spreadsheet.
#pragma once

#include <string_view>

#include "syntax/tree.hpp"

namespace tdkt::syntax {

// Adds the line [begin, end) of `text` as a row. `indent` is what stands before the first cell of the
// header row, so that an empty first cell of a tab row is not taken for indentation.
void add_row(Rows& rows, std::string_view text, Span line, std::uint32_t indent);

// How many blanks and tabs begin the line.
std::uint32_t blanks_before(std::string_view text, Span line);

}  // namespace tdkt::syntax
