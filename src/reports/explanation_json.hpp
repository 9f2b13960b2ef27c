// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/explanations.hpp"
#include "reports/json.hpp"

namespace tdkt::reports {

Json json_of(const verdicts::Explanation& explanation, grammar::Language language);
Json json_of(const verdicts::NominationExplanation& explanation, grammar::Language language);
Json json_of(const verdicts::ScoreExplanation& explanation, grammar::Language language);
Json json_of(const verdicts::ValueExplanation& explanation, grammar::Language language);

}  // namespace tdkt::reports
