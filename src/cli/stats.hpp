// SPDX-License-Identifier: Apache-2.0
// `--stats`: what each stage took, and which criteria were the dearest.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/door.hpp"
#include "engine/run.hpp"

namespace tdkt::cli {

class Stats {
 public:
  explicit Stats(bool wanted) : wanted_(wanted) {}

  void begin(engine::Stage stage);
  // What the stage at hand has worked on.
  void count(std::size_t rows, std::size_t bytes);
  // To be told on standard error, in the reader's language.
  void tell(const Door& door, const typed::Program& program, const engine::Run& run);

 private:
  struct Taken {
    engine::Stage stage;
    std::chrono::steady_clock::time_point begun, ended;
    std::size_t rows = 0, bytes = 0;
    std::size_t peak = 0;  // bytes of memory, of the whole run up to here
  };
  void end();

  bool wanted_;
  std::vector<Taken> stages_;
};

// Of a file, or of all files in a folder.
std::size_t bytes_in(const std::filesystem::path& path);

}  // namespace tdkt::cli
