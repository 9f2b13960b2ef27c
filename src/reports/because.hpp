// SPDX-License-Identifier: Apache-2.0
// What a verdict hangs on: the first thing that keeps it from being a yes, and what was measured there.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/findings.hpp"
#include "reports/words.hpp"
#include "verdicts/measure.hpp"

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
  // stands in the way; none for a yes.
  struct Because {
    const Ground* ground = nullptr;
    const verdicts::Measure* measure = nullptr;  // where it has numbers
  };
  Because of(values::Row row, verdicts::Outcome outcome) const;

  // `13 of 20 = 65%, 1 short`; empty where there is nothing to tell.
  std::string actual(const Because& because, values::Row row) const;

 private:
  // What one version of the award asks for, in its order.
  struct Asked {
    typed::CriterionKind kind;
    evaluate::TruthsView stands;
    Ground ground;
    verdicts::MeasurePtr measure;
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
