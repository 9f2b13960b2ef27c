// SPDX-License-Identifier: Apache-2.0
// Seconds since the last time that it was asked.
#pragma once

#include <chrono>
#include <utility>

namespace tdkt::bench::national {

class Stopwatch {
 public:
  double lap() {
    const auto now = Clock::now();
    return std::chrono::duration<double>(now - std::exchange(last_, now)).count();
  }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_ = Clock::now();
};

}  // namespace tdkt::bench::national
