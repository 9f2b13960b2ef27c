// SPDX-License-Identifier: Apache-2.0
// Work shared out among threads in equal parts.
#pragma once

#include <cstdint>
#include <thread>
#include <vector>

namespace tdkt::bench::national {

// Calls work(0) to work(threads - 1), each on a thread of its own.
template <class Work>
void on_threads(unsigned threads, const Work& work) {
  std::vector<std::thread> others;
  for (unsigned thread = 1; thread < threads; ++thread) others.emplace_back(work, thread);
  work(0u);
  for (auto& other : others) other.join();
}

struct Range {
  std::uint64_t begin, end;
};

inline Range part(std::uint64_t size, unsigned thread, unsigned threads) {
  return {size * thread / threads, size * (thread + 1) / threads};
}

}  // namespace tdkt::bench::national
