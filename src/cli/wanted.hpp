// SPDX-License-Identifier: Apache-2.0
// What commands ask of their arguments. Everything wrong is reported; what is returned then does
// not matter.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "cli/door.hpp"
#include "typed/program.hpp"

namespace tdkt::cli {

// Rule files and folders: those of --rules, and `more`.
std::vector<std::filesystem::path> rules_of(const Arguments& arguments, const std::vector<std::string>& more,
                                            Diagnostics& diagnostics);
std::filesystem::path data_of(const Arguments& arguments, Diagnostics& diagnostics);
std::vector<int> years_of(const Arguments& arguments, Diagnostics& diagnostics);
unsigned threads_of(const Arguments& arguments, Diagnostics& diagnostics);

// The first of `known` where none is given.
std::string_view one_of(Option option, const std::string& said, std::initializer_list<std::string_view> known,
                        Diagnostics& diagnostics);
std::string_view format_of(const Arguments& arguments, std::initializer_list<std::string_view> known,
                           Diagnostics& diagnostics);

// Titles that the rules do not know, each with the nearest that they do.
void check_titles(const std::vector<std::string>& titles, const typed::Program& program, Diagnostics& diagnostics);

}  // namespace tdkt::cli
