// SPDX-License-Identifier: Apache-2.0
// Cases that an author accepts become tests, in a file beside the rules: `law.card.tdkt` of `law.tdkt`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "card/card.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

// Where the accepted cases of the rules in `rules` stand.
std::filesystem::path card_file(const std::filesystem::path& rules);

struct Acceptance {
  std::filesystem::path file;
  grammar::Language language = grammar::Language::english;  // of the rules
  std::string tests;                    // to be written behind what the file holds
  std::size_t added = 0, known = 0;     // cases that are tests by now, and were before
  struct Contrary {                     // a test with the same records expects otherwise
    std::string title, place, expects, found;
  };
  std::vector<Contrary> contrary;
};

// What a new file begins with: a remark that says where its tests come from.
std::string heading_of_card_file(const Acceptance& accepted);

// Puts those of one file together.
void add(std::vector<Acceptance>& all, std::vector<Acceptance> more);

// One for each file of rules. A case of which the program has the very test is left out.
std::vector<Acceptance> accepted(const typed::Program& program, const source::Sources& sources,
                                 const std::vector<card::Card>& cards);

}  // namespace tdkt::engine
