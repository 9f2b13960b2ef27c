// SPDX-License-Identifier: Apache-2.0
// A long file on its way to the disk: in blocks, each written while the next is being made, and past the system's
// cache of files. What is to be safe on disk before anybody sees it gains nothing by being copied there first.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace tdkt::cli {

// For one thread at a time. Calls come in the order:  write* finish
class Blocks {
 public:
  // Requires: the file is empty and stays open.
  explicit Blocks(int descriptor) : descriptor_(descriptor) {}
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;
  ~Blocks();

  // Whether all has gone well so far; else errno says what did not.
  bool write(std::string_view text);
  // The same when everything is with the system; only fsync says that it is safe.
  bool finish();

 private:
  struct Free {
    void operator()(char* block) const;
  };
  using Block = std::unique_ptr<char, Free>;

  static Block empty();
  bool hand_over();         // the block at hand, once the one before it is written
  bool wait_for_writer();   // until nothing is on its way
  void write_blocks();      // on a thread of its own
  void stop();

  int descriptor_;
  Block filling_, leaving_;
  std::size_t filled_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool on_its_way_ = false, over_ = false;
  int failure_ = 0;         // errno of what failed first
  std::thread writer_;      // runs from the first full block on
};

// All of the text, in as many steps as it takes; false where it cannot be, with errno set and what is left.
bool write_whole(int descriptor, std::string_view& text);

}  // namespace tdkt::cli
