// SPDX-License-Identifier: Apache-2.0
// All rules of the project: the packs, the examples, and the rule files within the cases.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/compile.hpp"

namespace tdkt::format_tests {

using Texts = std::map<std::string, std::string>;  // by path

struct World {
  std::string name;
  Texts texts;                       // of the files that are given
  engine::Units units;
  diagnostics::Diagnostics diagnostics;
};

// Those that are read without an error.
std::vector<World> all_worlds();

// Some files, as if they stood in a folder of their own, with the words of emulation unless they bring
// words of that name themselves.
World world_of(const std::string& name, const Texts& texts);

// Each file of the world formatted, in its own language or in `to`, or in the other. Fails the test
// where a sentence cannot be said.
enum class Into { own, other };
Texts formatted(const World& world, Into language);

std::string said(const World& world);
std::string contents(const std::filesystem::path& path);

}  // namespace tdkt::format_tests
