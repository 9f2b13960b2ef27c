// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/exit.hpp"

namespace tdkt::cli {

// The whole program.
Exit run(int count, const char* const* words);

}  // namespace tdkt::cli
