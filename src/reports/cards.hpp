// SPDX-License-Identifier: Apache-2.0
// Cards of criteria: for a terminal, for programs, and as a page to be signed.
#pragma once

#include <string>
#include <vector>

#include "card/card.hpp"
#include "grammar/language.hpp"

namespace tdkt::reports {

struct CardOptions {
  grammar::Language language = grammar::Language::english;  // of what is said around the sentences
  bool colour = false;
};

// Both languages of each sentence, then the cases.
std::string as_text(const std::vector<card::Card>& cards, const CardOptions& options);

// docs/schema/card.schema.json
std::string as_json(const std::vector<card::Card>& cards);

// One page that needs nothing else: both languages side by side, A4 when printed, with a place to sign.
std::string as_html(const std::vector<card::Card>& cards, const CardOptions& options);

}  // namespace tdkt::reports
