// SPDX-License-Identifier: Apache-2.0
// What a verdict hangs on: the first thing that keeps it from being a yes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/findings.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

struct Ground {
  std::string path;      // of a criterion: `4.a)`; empty where it is none
  std::string text;      // `c) staff`, or the sentence where it has no title
  std::string citation;
};

// The grounds of one award's or pledge's verdicts in one period. Safe for several threads.
class Grounds {
 public:
  Grounds(const Findings& findings, const verdicts::Verdicts::Case& one, Language language);

  // Whether the rule is for this one at all, when its case was received, or the first criterion that
  // stands in the way; nullptr for a yes.
  const Ground* of(values::Row row, verdicts::Outcome outcome) const;

 private:
  // What one version of the award asks for, in its order.
  struct Asked {
    typed::CriterionKind kind;
    evaluate::ColumnView stands;
    Ground ground;
  };
  using Law = std::pair<typed::AwardId, std::optional<values::Date>>;
  std::vector<Asked> asked_by(Law law) const;

  const Findings& findings_;
  verdicts::Verdicts::Case case_;
  Language language_;
  std::map<Law, std::vector<Asked>> asked_;  // by the law that a case may be judged by
  bool changed_ = false;                     // cases may be judged by an earlier law
  std::optional<Ground> scope_;
  Ground not_received_;
};

}  // namespace tdkt::reports
