// SPDX-License-Identifier: Apache-2.0
// Between which numbers an expression lies, whatever the records say.
#pragma once

#include <unordered_map>

#include "typed/program.hpp"
#include "values/interval.hpp"

namespace tdkt::typed {

// Worked out as the engine works out numbers that are not known: from the bounds that facts declare,
// the ceilings of scorecards and what counts and shares can be. What is no number has no bounds.
class Bounds {
 public:
  explicit Bounds(const Program& program) : program_(program) {}
  values::Interval of(const Expression& expression);
  values::Interval of(FactId fact) const;

 private:
  values::Interval of(const Expr& expression);
  values::Interval worked_out(const Expression& expression);
  values::Interval of(const Aggregate& aggregate);
  values::Interval of(const Score& score);
  values::Interval of(const DecisionTable& table);

  const Program& program_;
  std::unordered_map<const Expression*, values::Interval> known_;  // definitions are shared
};

}  // namespace tdkt::typed
