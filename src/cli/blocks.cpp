// SPDX-License-Identifier: Apache-2.0
#include "cli/blocks.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <new>

namespace tdkt::cli {

namespace {

constexpr std::size_t block_size = std::size_t{8} << 20;
constexpr std::align_val_t disk_alignment{4096};

void pass_the_cache(int descriptor, bool wanted) {
#ifdef O_DIRECT
  // Where it is not to be had, the file goes through the cache.
  const auto flags = ::fcntl(descriptor, F_GETFL);
  if (flags >= 0) (void)::fcntl(descriptor, F_SETFL, wanted ? flags | O_DIRECT : flags & ~O_DIRECT);
#endif
}

}  // namespace

void Blocks::Free::operator()(char* block) const { ::operator delete(block, disk_alignment); }

Blocks::Block Blocks::empty() { return Block(static_cast<char*>(::operator new(block_size, disk_alignment))); }

Blocks::~Blocks() { stop(); }

bool Blocks::write(std::string_view text) {
  while (!text.empty()) {
    if (!filling_) filling_ = empty();
    const auto size = std::min(text.size(), block_size - filled_);
    std::memcpy(filling_.get() + filled_, text.data(), size);
    filled_ += size;
    text.remove_prefix(size);
    if (filled_ == block_size && !hand_over()) return false;
  }
  return true;
}

bool Blocks::hand_over() {
  if (!writer_.joinable()) {
    pass_the_cache(descriptor_, true);
    leaving_ = empty();
    writer_ = std::thread([this] { write_blocks(); });
  }
  if (!wait_for_writer()) return false;
  {
    const std::lock_guard lock(mutex_);
    std::swap(filling_, leaving_);
    on_its_way_ = true;
  }
  changed_.notify_all();
  filled_ = 0;
  return true;
}

bool Blocks::wait_for_writer() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !on_its_way_; });
  errno = failure_;
  return failure_ == 0;
}

void Blocks::write_blocks() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return on_its_way_ || over_; });
    if (!on_its_way_) return;
    lock.unlock();
    std::string_view rest(leaving_.get(), block_size);
    bool written = write_whole(descriptor_, rest);
    if (!written && errno == EINVAL) {  // a disk that wants its blocks otherwise
      pass_the_cache(descriptor_, false);
      written = write_whole(descriptor_, rest);
    }
    const auto why = errno;
    lock.lock();
    if (!written && failure_ == 0) failure_ = why;
    on_its_way_ = false;
    changed_.notify_all();
  }
}

void Blocks::stop() {
  if (!writer_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  writer_.join();
}

bool Blocks::finish() {
  if (writer_.joinable()) {
    if (!wait_for_writer()) return false;
    stop();
    pass_the_cache(descriptor_, false);  // the rest is no whole number of the disk's own blocks
  }
  std::string_view rest(filling_.get(), filled_);
  return write_whole(descriptor_, rest);
}

bool write_whole(int descriptor, std::string_view& text) {
  while (!text.empty()) {
    const auto written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace tdkt::cli
