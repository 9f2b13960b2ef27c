// SPDX-License-Identifier: Apache-2.0
#include "cli/stats.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

#include <unistd.h>

#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "reports/layout.hpp"
#include "typed/print.hpp"

namespace tdkt::cli {

namespace {

constexpr std::size_t most_criteria = 10;

std::size_t peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

std::string megabytes(std::size_t bytes) { return fmt::format("{}.{}", bytes / 1'000'000, bytes / 100'000 % 10); }

std::string seconds(std::chrono::nanoseconds time) {
  const auto tenths_of_milliseconds = time.count() / 100'000;
  return fmt::format("{}.{:04}", tenths_of_milliseconds / 10'000, tenths_of_milliseconds % 10'000);
}

reports::TableRow headings(const Door& door, std::initializer_list<std::array<std::string_view, 2>> words) {
  reports::TableRow row;
  for (const auto& [english, vietnamese] : words)
    row.push_back({std::string(door.either(english, vietnamese)), reports::Tone::heading});
  return row;
}

}  // namespace

std::size_t bytes_in(const std::filesystem::path& path) {
  std::error_code error;
  if (std::filesystem::is_regular_file(path, error)) return std::filesystem::file_size(path, error);
  std::size_t bytes = 0;
  for (std::filesystem::recursive_directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code unreadable;
    if (at->is_regular_file(unreadable)) bytes += at->file_size(unreadable);
  }
  return bytes;
}

void Stats::end() {
  if (stages_.empty()) return;
  stages_.back().ended = std::chrono::steady_clock::now();
  stages_.back().peak = peak_memory();
}

void Stats::begin(engine::Stage stage) {
  if (!wanted_) return;
  end();
  stages_.push_back({stage, std::chrono::steady_clock::now(), {}});
}

void Stats::count(std::size_t rows, std::size_t bytes) {
  if (stages_.empty()) return;
  stages_.back().rows += rows, stages_.back().bytes += bytes;
}

void Stats::tell(const Door& door, const typed::Program& program, const engine::Run& run) {
  if (!wanted_) return;
  end();
  const auto or_nothing = [](std::size_t number, auto words) { return number == 0 ? std::string() : words(number); };
  std::vector<reports::TableRow> table{headings(door, {{"stage", "giai đoạn"}, {"seconds", "giây"}, {"rows", "dòng"},
                                                       {"MB read or written", "MB đọc hoặc ghi"}, {"peak memory, MB", "bộ nhớ cao nhất, MB"}})};
  for (const auto& stage : stages_) {
    table.push_back({{std::string(words_of(stage.stage, door.language))},
                     {seconds(stage.ended - stage.begun)},
                     {or_nothing(stage.rows, [](std::size_t rows) { return std::to_string(rows); })},
                     {or_nothing(stage.bytes, megabytes)},
                     {megabytes(stage.peak)}});
  }
  auto text = reports::set_in_columns(table, 2, door.colour_errors);
  auto costs = run.evaluation.costs();
  if (costs.size() > most_criteria) costs.resize(most_criteria);
  if (!costs.empty()) {
    std::vector<reports::TableRow> criteria{
        headings(door, {{"the slowest criteria", "các điều kiện chậm nhất"}, {"of", "của"}, {"seconds", "giây"}})};
    for (const auto& cost : costs) {
      const auto& criterion = *cost.criterion;
      const auto label = criterion.title          ? criterion.title->in(door.language)
                         : criterion.condition ? typed::as_sentence(program, *criterion.condition, door.language)
                                               : criterion.label;
      criteria.push_back({{label}, {program[cost.award].title.in(door.language)}, {seconds(cost.time)}});
    }
    text += '\n' + reports::set_in_columns(criteria, 2, door.colour_errors);
  }
  write_all(STDERR_FILENO, text, "standard error");
}

}  // namespace tdkt::cli
