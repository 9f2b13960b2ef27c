// SPDX-License-Identifier: Apache-2.0
// Writing that does not go wrong in silence. Throws Unavailable.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tdkt::cli {

void write_all(int descriptor, std::string_view text, const std::string& name);

// Takes a document piece by piece.
using Sink = std::function<void(std::string_view)>;

struct OutputFile {
  OutputFile(std::filesystem::path place, std::string text)
      : path(std::move(place)), write([text = std::move(text)](const Sink& sink) { sink(text); }) {}
  OutputFile(std::filesystem::path place, std::function<void(const Sink&)> writer)
      : path(std::move(place)), write(std::move(writer)) {}

  std::filesystem::path path;
  std::function<void(const Sink&)> write;
};

// Every file is written beside its place and put there when all of them are safe on disk, so that
// each is as it was before or whole. The folders are made.
void write_files(const std::vector<OutputFile>& files);

}  // namespace tdkt::cli
