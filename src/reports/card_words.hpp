// SPDX-License-Identifier: Apache-2.0
// What is said on every form of a card.
#pragma once

#include <string>

#include "card/card.hpp"
#include "grammar/language.hpp"

namespace tdkt::reports {

using diagnostics::Phrase;

// A bar and a deferral are read the other way round: what they say is when they are on.
bool excludes(const card::Card& card);

// `c) of "Excellent unit"`
Phrase name_of(const card::Card& card);

// `met`, `not met`, `unknown`; of a card without a label of its own, the award's verdict.
Phrase verdict_of(const card::Card& card, const card::Case& one);

enum class CaseState : unsigned char { good, bad, open };
CaseState state_of(const card::Card& card, const card::Case& one);
std::string_view mark_of(CaseState state);

Phrase heading_of_negation(const card::Card& card);

}  // namespace tdkt::reports
