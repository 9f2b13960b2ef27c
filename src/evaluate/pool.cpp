// SPDX-License-Identifier: Apache-2.0
#include "evaluate/pool.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tdkt::evaluate {

namespace {

thread_local bool sweeping = false;

struct Sweep {
  Sweep() { sweeping = true; }
  ~Sweep() { sweeping = false; }
};

}  // namespace

// One sweep at a time. The caller takes ranges like everybody else, then waits for the last.
struct Pool::Threads {
  std::mutex mutex;
  std::condition_variable begun, ended;
  const std::function<void(std::size_t, std::size_t)>* work = nullptr;
  std::size_t rows_at_a_time = 0, rows = 0, sweep = 0, busy = 0;
  std::atomic<std::size_t> next{0};
  bool closing = false;
  std::exception_ptr failure;  // the first that a range ended with
  std::vector<std::thread> threads;

  void take_ranges() {
    const Sweep sweep_of_this_thread;
    for (;;) {
      const auto begin = next.fetch_add(rows_at_a_time);
      if (begin >= rows) return;
      try {
        (*work)(begin, std::min(begin + rows_at_a_time, rows));
      } catch (...) {  // told to the caller; the rest need not be done
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
        next = rows;
      }
    }
  }

  void stand_by() {
    std::size_t seen = 0;
    std::unique_lock lock(mutex);
    for (;;) {
      begun.wait(lock, [&] { return closing || sweep != seen; });
      if (closing) return;
      seen = sweep;
      lock.unlock();
      take_ranges();
      lock.lock();
      if (--busy == 0) ended.notify_one();
    }
  }
};

Pool::Pool(unsigned threads, std::size_t rows_at_a_time) : rows_at_a_time_(rows_at_a_time) {
  assert(rows_at_a_time > 0 && rows_at_a_time % 64 == 0);
  if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
  if (threads == 1) return;
  threads_ = std::make_unique<Threads>();
  for (unsigned i = 1; i < threads; ++i) threads_->threads.emplace_back([this] { threads_->stand_by(); });
}

Pool::~Pool() {
  if (!threads_) return;
  {
    const std::lock_guard lock(threads_->mutex);
    threads_->closing = true;
  }
  threads_->begun.notify_all();
  for (auto& thread : threads_->threads) thread.join();
}

void Pool::each_range(std::size_t rows, std::size_t at_a_time, const Work& work) {
  if (rows == 0) return;
  if (!threads_ || rows <= at_a_time || sweeping) return work(0, rows);
  {
    const std::lock_guard lock(threads_->mutex);
    threads_->work = &work;
    threads_->rows_at_a_time = at_a_time;
    threads_->rows = rows;
    threads_->next = 0;
    threads_->busy = threads_->threads.size();
    ++threads_->sweep;
  }
  threads_->begun.notify_all();
  threads_->take_ranges();
  std::unique_lock lock(threads_->mutex);
  threads_->ended.wait(lock, [&] { return threads_->busy == 0; });
  if (threads_->failure) std::rethrow_exception(std::exchange(threads_->failure, nullptr));
}

}  // namespace tdkt::evaluate
