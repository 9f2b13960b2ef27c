// SPDX-License-Identifier: Apache-2.0
// A sentence that stands in no file, as the only criterion of an award: how would it be read?
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "engine/compile.hpp"

namespace tdkt::engine {

struct Sentence {
  Compiled compiled;
  std::optional<typed::AwardId> award;   // nullopt after an error
  int year = 0;                          // in which the rules around it are in force
};

// `entity` is whom it speaks of, a name of the vocabulary. It is taken to be in the language in which it
// can be read; for one that cannot be read at all the messages are about `likely`.
Sentence read_sentence(const std::vector<std::filesystem::path>& rules, const std::string& sentence,
                       const std::string& entity, grammar::Language likely, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::engine
