// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

namespace tdkt::cli {

using engine::Stage;

namespace {

constexpr std::size_t stages = static_cast<std::size_t>(Stage::writing) + 1;

// What is left of the stage, if it goes on as it has gone.
std::string to_come(std::size_t done, std::size_t of, std::chrono::milliseconds passed, Language language) {
  if (done == 0 || done >= of) return {};
  const auto left = passed.count() * static_cast<std::int64_t>(of - done) / static_cast<std::int64_t>(done) / 1000 + 1;
  const auto percent = 100 * done / of;
  if (language == Language::english) return fmt::format(" {}%, {} s left", percent, left);
  return fmt::format(" {}%, còn {} giây", percent, left);
}

std::string bar(Stage stage, std::int64_t seconds, const std::string& to_come, Language language) {
  const auto done = static_cast<std::size_t>(stage);
  std::string drawn;
  for (std::size_t i = 0; i < stages; ++i) drawn += i < done ? "███" : i == done ? "▒▒▒" : "···";
  return fmt::format("\r\x1b[K{} {}/{} {}{} ({} s)", drawn, done + 1, stages, words_of(stage, language), to_come, seconds);
}

void draw(const std::string& text) {
  // Of no consequence where it fails: it is only there to be looked at.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace

std::string_view words_of(Stage stage, Language language) {
  const bool english = language == Language::english;
  switch (stage) {
    case Stage::reading_rules: return english ? "reading rules" : "đọc quy tắc";
    case Stage::reading_data: return english ? "reading records" : "đọc số liệu";
    case Stage::planning: return english ? "planning" : "lập kế hoạch tính";
    case Stage::evaluating: return english ? "evaluating" : "tính toán";
    case Stage::judging: return english ? "judging" : "xét kết quả";
    case Stage::writing: return english ? "writing" : "ghi kết quả";
  }
  return {};
}

Progress::Progress(const Door& door) : language_(door.language) {
  if (::isatty(STDERR_FILENO)) shower_ = std::thread([this] { show(); });
}

Progress::~Progress() {
  if (!shower_.joinable()) return;
  {
    const std::lock_guard guard(lock_);
    over_ = true;
  }
  changed_.notify_one();
  shower_.join();
}

void Progress::begin(Stage stage) {
  const std::lock_guard guard(lock_);
  stage_ = stage;
  done_ = of_ = 0;
  stage_begun_ = std::chrono::steady_clock::now();
}

void Progress::advance(std::size_t done, std::size_t of) {
  const std::lock_guard guard(lock_);
  done_ = done, of_ = of;
}

void Progress::show() {
  using namespace std::chrono_literals;
  const auto start = std::chrono::steady_clock::now();
  std::unique_lock guard(lock_);
  if (changed_.wait_for(guard, 1s, [this] { return over_; })) return;
  do {
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - start);
    const auto in_stage = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - stage_begun_);
    draw(bar(stage_, passed.count(), to_come(done_, of_, in_stage, language_), language_));
  } while (!changed_.wait_for(guard, 200ms, [this] { return over_; }));
  draw("\r\x1b[K");
}

}  // namespace tdkt::cli
