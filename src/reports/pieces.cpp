// SPDX-License-Identifier: Apache-2.0
#include "reports/pieces.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <vector>

namespace tdkt::reports {

namespace {

// Lets pieces pass in their order, whoever made them.
class Gate {
 public:
  Gate(const Extent& extent, const Sink& sink, const Advance& advance) : extent_(extent), sink_(sink), advance_(advance) {}

  // An empty text, of memory that an earlier piece has used.
  std::string empty() {
    const std::lock_guard lock(mutex_);
    if (spare_.empty()) return {};
    auto text = std::move(spare_.back());
    spare_.pop_back();
    return text;
  }

  // Waits for all pieces before this one; false where one of them has failed.
  bool pass(std::size_t piece, std::string text) {
    std::unique_lock lock(mutex_);
    turn_.wait(lock, [&] { return failed_ || next_ == piece; });
    if (failed_) return false;
    sink_(text);
    ++next_;
    if (advance_) advance_(lines_up_to(next_) - lines_up_to(piece));
    text.clear();
    spare_.push_back(std::move(text));
    turn_.notify_all();
    return true;
  }

  void fail() {
    const std::lock_guard lock(mutex_);
    failed_ = true;
    turn_.notify_all();
  }

 private:
  std::size_t lines_up_to(std::size_t piece) const {
    return extent_.lines * std::min(extent_.things, piece * extent_.in_piece) / extent_.things;
  }

  const Extent& extent_;
  const Sink& sink_;
  const Advance& advance_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::vector<std::string> spare_;
  std::size_t next_ = 0;
  bool failed_ = false;
};

}  // namespace

void in_pieces(const evaluate::Evaluation& evaluation, const Extent& extent, const Make& make, const Sink& sink,
               const Advance& advance) {
  Gate gate(extent, sink, advance);
  const auto pieces = (extent.things + extent.in_piece - 1) / extent.in_piece;
  // Threads take pieces in their order, so that whoever waits waits for one that is being made.
  evaluation.in_ranges(pieces, 1, [&](std::size_t begin, std::size_t end) {
    try {
      for (auto piece = begin; piece < end; ++piece) {
        auto text = gate.empty();
        make(piece * extent.in_piece, std::min(extent.things, (piece + 1) * extent.in_piece), text);
        if (!gate.pass(piece, std::move(text))) return;
      }
    } catch (...) {
      gate.fail();
      throw;
    }
  });
}

}  // namespace tdkt::reports
