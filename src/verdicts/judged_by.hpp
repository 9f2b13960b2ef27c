// SPDX-License-Identifier: Apache-2.0
// Which pack's award judges a row's case: that in force, or, of a case that was received before a change
// of law, an earlier one.
#pragma once

#include <optional>

#include "evaluate/evaluation.hpp"
#include "graph/in_force.hpp"

namespace tdkt::verdicts {

struct JudgedBy {
  typed::AwardId award;
  std::optional<values::Date> law;       // of an earlier award: the last day of its pack
  std::optional<values::Date> received;  // where a change of law asks for it
  bool asked = false;                    // a change of law asks when the case was received
  bool favourable = false;               // chosen as the more favourable of two
};

JudgedBy judged_by(const typed::Program& program, const graph::InForce& in_force, const evaluate::Evaluation& evaluation,
                   const columns::Dataset& dataset, typed::AwardId award, values::Period period, values::Row row);

}  // namespace tdkt::verdicts
