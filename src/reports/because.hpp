// SPDX-License-Identifier: Apache-2.0
// What a verdict hangs on: the first thing that keeps it from being a yes.
#pragma once

#include <optional>
#include <string>

#include "reports/findings.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

struct Ground {
  std::string path;      // of a criterion: `4.a)`; empty where it is none
  std::string text;      // `c) staff`, or the sentence where it has no title
  std::string citation;
};

// Whether the rule is for this one at all, when its case was received, or a criterion; nothing for a yes.
std::optional<Ground> ground_of(const Findings& findings, const verdicts::Verdict& verdict, Language language);

}  // namespace tdkt::reports
