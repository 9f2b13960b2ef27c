// SPDX-License-Identifier: Apache-2.0
// What people say in rules that is no keyword, and what the language says instead.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "grammar/keywords.hpp"

namespace tdkt::grammar {

struct Ordinary {
  std::vector<std::string> said;   // keys of words and signs; `#` for a number, `…` for a few words
  std::string instead;             // the words to be written, with `#` and `…` in their places
};

// In the order of ordinary_speech.def.
std::span<const Ordinary> ordinary_speech(Language language);

// What is said instead of a keyword that a line needs: `if` for `when`.
std::span<const std::string> said_for(Keyword keyword, Language language);

}  // namespace tdkt::grammar
