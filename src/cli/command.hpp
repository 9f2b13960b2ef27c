// SPDX-License-Identifier: Apache-2.0
// What a command is: its words, its options, its page of help and what it does.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/door.hpp"
#include "cli/exit.hpp"

namespace tdkt::cli {

enum class Option : unsigned char { rules, data, years, award, out, format, lenient, strict, threads, together, junit, coverage, coverage_html, mutate, fix, dry_run, criterion, sentence, entity, entities, accept, check, to, files, stats, memory_limit };

std::string_view name_of(Option option);  // `--rules`

struct Command {
  std::string_view name;                  // `data check`
  std::vector<Option> options;
  std::string_view summary[2], help[2];   // by grammar::Language
  Exit (*run)(const Arguments& arguments, Door& door);
};

// In the order in which they are explained. One file each under commands/.
Command check_command();
Command fmt_command();
Command eval_command();
Command why_command();
Command graph_command();
Command test_command();
Command card_command();
Command data_check_command();
Command data_snapshot_command();
std::span<const Command> commands();

}  // namespace tdkt::cli
