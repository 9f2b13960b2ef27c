// SPDX-License-Identifier: Apache-2.0
// The command line as it was typed.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"

namespace tdkt::cli {

struct Arguments {
  std::vector<std::string> commands;      // `data`, `check`
  std::vector<std::string> positionals;
  std::vector<std::string> rules, awards;
  std::string data, years, out, format, threads, junit, coverage_html, criterion, sentence, entity, entities, to, files, memory_limit;
  std::optional<grammar::Language> language;
  bool lenient = false, strict = false, together = false, coverage = false, mutate = false, fix = false, dry_run = false, accept = false, check = false, stats = false, help = false, version = false;
};

// Everything wrong with it, in the order found.
using Parsed = std::variant<Arguments, diagnostics::Diagnostics>;
Parsed parse(int count, const char* const* words);

// As --language on the command line says, or LC_ALL, LC_MESSAGES or LANG; English where nothing does.
grammar::Language reader_of(int count, const char* const* words);

}  // namespace tdkt::cli
