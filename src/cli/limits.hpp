// SPDX-License-Identifier: Apache-2.0
// How much memory a command may use.
#pragma once

#include "cli/arguments.hpp"
#include "cli/door.hpp"

namespace tdkt::cli {

// `600M`, `2G`: what is asked for beyond it is refused, which ends the command with a message instead of
// a machine that swaps. Reports what is no size.
void limit_memory(const Arguments& arguments, Diagnostics& diagnostics);

// What to say where memory ran out: of the machine, or the limit.
void report_memory(const Arguments& arguments, Diagnostics& diagnostics);

}  // namespace tdkt::cli
