// SPDX-License-Identifier: Apache-2.0
// Writing that does not go wrong in silence. Throws Unavailable.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::cli {

void write_all(int descriptor, std::string_view text, const std::string& name);

struct OutputFile {
  std::filesystem::path path;
  std::string text;
};

// Every file is written beside its place and put there when all of them are safe on disk, so that
// each is as it was before or whole. The folders are made.
void write_files(const std::vector<OutputFile>& files);

}  // namespace tdkt::cli
