// SPDX-License-Identifier: Apache-2.0
// A case as a `test` statement, in the language of the rules.
#pragma once

#include <string>

#include "card/card.hpp"

namespace tdkt::card {

// What a test of the case expects, beside its words.
struct Expected {
  typed::Expectation::Kind kind;
  std::string words;                    // `U1 meets c) of "X"`
};
Expected expected_of(const typed::Program& program, const Card& card, const Case& one);

// `Excellent unit, c): at least 70% of staff …: 7 of 10 = 70%`
std::string title_of(const typed::Program& program, const Card& card, const Boundary& boundary, const Case& one);

// The whole statement, columns straight, a line break at its end.
std::string test_text(const typed::Program& program, const Card& card, const Case& one, const std::string& title);

}  // namespace tdkt::card
