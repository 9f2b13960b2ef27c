// SPDX-License-Identifier: Apache-2.0
// The tree of reasons behind a verdict, as text and as JSON.
#pragma once

#include <string>
#include <vector>

#include "grammar/language.hpp"
#include "verdicts/explanation.hpp"

namespace tdkt::reports {

struct ExplanationOptions {
  grammar::Language language = grammar::Language::english;
  bool colour = false;
  std::size_t most_members = 10;  // of each list, in text
};

std::string as_text(const verdicts::Explanation& explanation, const ExplanationOptions& options);
std::string as_text(const verdicts::NominationExplanation& explanation, const ExplanationOptions& options);
std::string as_text(const verdicts::ValueExplanation& explanation, const ExplanationOptions& options);

std::string as_text(const verdicts::ScoreExplanation& explanation, const ExplanationOptions& options);

// One document for all that was asked: docs/schema/explanation.schema.json.
std::string as_json(const std::vector<verdicts::Explanation>& explanations,
                    const std::vector<verdicts::NominationExplanation>& nominations,
                    const std::vector<verdicts::ScoreExplanation>& scores, grammar::Language language);

}  // namespace tdkt::reports
