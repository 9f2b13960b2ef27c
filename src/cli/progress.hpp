// SPDX-License-Identifier: Apache-2.0
// A line on a terminal that tells how far a long run has come. Nothing is shown of what takes less
// than a second.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

#include "cli/door.hpp"
#include "engine/run.hpp"

namespace tdkt::cli {

using Teller = std::function<void(std::size_t done, std::size_t of)>;

class Progress {
 public:
  explicit Progress(const Door& door);  // shown only where standard error is a terminal
  ~Progress();                          // takes the line away
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void begin(engine::Stage stage);
  void advance(std::size_t done, std::size_t of);  // so many parts of the stage
  // The same for whoever does the work, on any thread.
  Teller teller() {
    return [this](std::size_t done, std::size_t of) { advance(done, of); };
  }

 private:
  void show();

  Language language_;
  std::mutex lock_;
  std::condition_variable changed_;
  engine::Stage stage_ = engine::Stage::reading_rules;
  std::size_t done_ = 0, of_ = 0;
  std::chrono::steady_clock::time_point stage_begun_{};
  bool over_ = false;
  std::thread shower_;
};

std::string_view words_of(engine::Stage stage, Language language);

}  // namespace tdkt::cli
