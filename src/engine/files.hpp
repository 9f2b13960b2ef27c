// SPDX-License-Identifier: Apache-2.0
// Rule files on disk. Throws Unavailable for what cannot be read.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "source/source.hpp"

namespace tdkt::engine {

// The path itself, or of a folder every *.tdkt below it, in the order of their paths' bytes.
std::vector<std::filesystem::path> rule_files(const std::filesystem::path& path);

// No more is read of a file than tells that it is too large.
source::Source read_source(const std::filesystem::path& path);

}  // namespace tdkt::engine
