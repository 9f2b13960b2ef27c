// SPDX-License-Identifier: Apache-2.0
// How a command speaks: answers on standard output, what is wrong on standard error.
#pragma once

#include <optional>
#include <string_view>

#include "cli/exit.hpp"
#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"
#include "source/source.hpp"

namespace tdkt::cli {

using diagnostics::Diagnostics;
using grammar::Language;

struct Door {
  Language language = Language::english;     // of who reads
  std::optional<Language> asked;             // --language, where it was said
  bool colour = false, colour_errors = false;  // a terminal is there

  std::string_view either(std::string_view english, std::string_view vietnamese) const {
    return language == Language::english ? english : vietnamese;
  }

  // Throws Unavailable where standard output does not take it all.
  void answer(std::string_view text) const;

  // What is wrong, sorted.
  void complain(Diagnostics& diagnostics, const source::Sources& sources) const;

  // Says what is wrong with the usage.
  Exit refuse(diagnostics::Diagnostics& diagnostics) const;
};

// For this terminal and this command line.
Door open_door(int count, const char* const* words);

}  // namespace tdkt::cli
