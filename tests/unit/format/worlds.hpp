// SPDX-License-Identifier: Apache-2.0
// All rules of the project: the packs, the examples, and the rule files within the cases.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/compile.hpp"

namespace tdkt::format_tests {

struct World {
  std::string name;
  engine::Units units;
  diagnostics::Diagnostics diagnostics;
};

// Those that are read without an error.
std::vector<World> all_worlds();

// Some files, as if they stood in a folder of their own.
World world_of(const std::string& name, const std::vector<std::pair<std::string, std::string>>& files);

std::string contents(const std::filesystem::path& path);

}  // namespace tdkt::format_tests
