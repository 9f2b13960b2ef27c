// SPDX-License-Identifier: Apache-2.0
// What the exit status of the program tells.
#pragma once

namespace tdkt::cli {

enum class Exit : int {
  done = 0,
  answer_is_no = 1,    // a failed test, a broken pledge with --strict
  wrong_usage = 2,
  bad_rules = 3,
  bad_data = 4,
  no_access = 5,       // could not read or write
};

}  // namespace tdkt::cli
