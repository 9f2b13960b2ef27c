// SPDX-License-Identifier: Apache-2.0
// A file, folder or stream that is not there or cannot be read or written: the world's failure, not
// the author's. Thrown where it is met, caught at the door.
#pragma once

#include <stdexcept>
#include <string>

namespace tdkt::values {

class Unavailable : public std::runtime_error {
 public:
  Unavailable(std::string where, const std::string& why)
      : std::runtime_error(where + ": " + why), path(std::move(where)), reason(why) {}
  std::string path, reason;
};

}  // namespace tdkt::values
