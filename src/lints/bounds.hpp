// SPDX-License-Identifier: Apache-2.0
// Between which numbers an expression lies, whatever the records say.
#pragma once

#include <unordered_map>

#include "typed/program.hpp"
#include "values/interval.hpp"

namespace tdkt::lints {

// Worked out as the engine works out numbers that are not known: from the bounds that facts declare,
// the ceilings of scorecards and what counts and shares can be. What is no number has no bounds.
class Bounds {
 public:
  explicit Bounds(const typed::Program& program) : program_(program) {}
  values::Interval of(const typed::Expression& expression);
  values::Interval of(typed::FactId fact) const;

 private:
  values::Interval of(const typed::Expr& expression);
  values::Interval worked_out(const typed::Expression& expression);
  values::Interval of(const typed::Aggregate& aggregate);
  values::Interval of(const typed::Score& score);
  values::Interval of(const typed::DecisionTable& table);

  const typed::Program& program_;
  std::unordered_map<const typed::Expression*, values::Interval> known_;  // definitions are shared
};

}  // namespace tdkt::lints
