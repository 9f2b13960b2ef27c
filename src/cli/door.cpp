// SPDX-License-Identifier: Apache-2.0
#include "cli/door.hpp"

#include <unistd.h>

#include <cstdlib>
#include <cstring>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "diagnostics/render.hpp"

namespace tdkt::cli {

namespace {

bool is_colourful(int descriptor) {
  const char* terminal = std::getenv("TERM");
  return ::isatty(descriptor) && !std::getenv("NO_COLOR") && terminal && std::strcmp(terminal, "dumb") != 0;
}

}  // namespace

Door open_door(int count, const char* const* words) {
  Door door;
  door.language = reader_of(count, words);
  door.colour = is_colourful(STDOUT_FILENO);
  door.colour_errors = is_colourful(STDERR_FILENO);
  return door;
}

void Door::answer(std::string_view text) const { write_all(STDOUT_FILENO, text, "standard output"); }

void Door::complain(Diagnostics& diagnostics, const source::Sources& sources) const {
  diagnostics.sort();
  if (diagnostics.empty()) return;
  write_all(STDERR_FILENO, as_text(diagnostics, sources, {asked, colour_errors, language}), "standard error");
}

Exit Door::refuse(Diagnostics& diagnostics) const {
  complain(diagnostics, {});
  return Exit::wrong_usage;
}

}  // namespace tdkt::cli
