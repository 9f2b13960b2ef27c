// SPDX-License-Identifier: Apache-2.0
// What a scorecard or grades gave one row: asked of the evaluation where it is written down, since a
// document may be of millions.
#pragma once

#include <string>

#include "reports/findings.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

enum class ScoreState : std::uint8_t { settled, no_grade, undetermined };
std::string_view words_of(ScoreState state, Language language);

struct Total {
  values::Interval points;
  ScoreState state;
};
Total total_of(const Findings& findings, const Scored& scored);

// Of a part or item, a bonus or penalty; applies is no where it was left out.
evaluate::Evaluation::Points points_of(const Findings& findings, const Scored& scored, std::uint32_t node);

struct Class {
  std::optional<typed::Code> code;  // of settled
  ScoreState state;
};
Class class_of(const Findings& findings, const Graded& graded);

// Points as a person writes them.
std::string points_in_words(const typed::Program& program, const values::Interval& points, Language language);

}  // namespace tdkt::reports
