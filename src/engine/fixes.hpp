// SPDX-License-Identifier: Apache-2.0
// What an author's file can be mended by without asking the author.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "engine/library.hpp"

namespace tdkt::engine {

// Lines of a file that were changed, as they were and as they are.
struct Fixed {
  std::string path;
  std::uint32_t line = 0;               // the first, as it was counted before the change
  std::vector<std::string_view> codes;  // of what is mended there
  std::string before, after;
};

// Whether the mistake can have been meant in one way only: the one suggestion that there is says what
// the author wrote in the wrong form (a keyword of the other language, 1.5 for 1,5, marks left out, a
// letter more or less in a long name). What would choose for the author is never certain.
bool is_certain(const diagnostics::Diagnostic& diagnostic, const source::Sources& sources);

// Makes every certain change in the files that were asked for, the first `given`, and puts their new
// texts into `texts`. Of changes that touch one another only the first is made: what remains is told
// by reading again.
std::vector<Fixed> fix(const diagnostics::Diagnostics& diagnostics, const source::Sources& sources, std::size_t given, Texts& texts);

}  // namespace tdkt::engine
