// SPDX-License-Identifier: Apache-2.0
// Records of the national workload at a small scale, made once for all measurements of a program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "engine/compile.hpp"
#include "loaders/loaders.hpp"

namespace tdkt::bench {

constexpr int last_year = 2024;

// The folder with its CSV files; it goes when the program ends.
const std::filesystem::path& records_folder();
std::uint32_t people_on_record();

// bench/national, and the same vocabulary with other statements behind a pack's header.
const engine::Compiled& national_rules();
engine::Compiled rules_of(const std::string& statements);

// Loaded with all threads. Any program made by the above can be run on it: their vocabulary is one.
const columns::Dataset& records();

}  // namespace tdkt::bench
