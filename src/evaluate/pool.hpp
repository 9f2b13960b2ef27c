// SPDX-License-Identifier: Apache-2.0
// Threads that share a sweep over rows. Ranges begin at multiples of 64, so that no two threads
// write into one word of bits; each row's result is its own, whoever works it out.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace tdkt::evaluate {

class Pool {
 public:
  // 0 threads: as many as the machine has. A thread takes so many rows at a time, a multiple of 64.
  explicit Pool(unsigned threads, std::size_t rows_at_a_time = 16 * 1024);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  using Work = std::function<void(std::size_t begin, std::size_t end)>;
  // Calls work(begin, end) for ranges that together are 0 … rows. Within such work it runs on the thread at hand.
  // Throws what work threw first.
  void each_range(std::size_t rows, const Work& work) { each_range(rows, rows_at_a_time_, work); }
  void each_range(std::size_t rows, std::size_t at_a_time, const Work& work);

 private:
  struct Threads;
  std::size_t rows_at_a_time_;
  std::unique_ptr<Threads> threads_;  // nullptr: the caller works alone
};

}  // namespace tdkt::evaluate
