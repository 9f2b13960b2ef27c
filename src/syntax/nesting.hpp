// SPDX-License-Identifier: Apache-2.0
// What hangs on layout and on marks within a line, apart from the grammar.
#pragma once

#include <string_view>
#include <vector>

#include "syntax/complaints.hpp"
#include "syntax/tree.hpp"

namespace tdkt::syntax {

// The lines of a scorecard, each with the depth at which it began, as a tree: what is deeper than a
// part or item above it belongs to that.
std::vector<Clause> nested(std::vector<Clause> lines, const std::vector<std::uint32_t>& indents,
                           Complaints& complaints);

// `cá nhân, "cán bộ, công chức"` as forms.
Forms forms_in(std::string_view text, Span whole, Span list);

}  // namespace tdkt::syntax
