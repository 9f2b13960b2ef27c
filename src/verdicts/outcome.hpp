// SPDX-License-Identifier: Apache-2.0
// From a rule's columns to one verdict.
#pragma once

#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {

// A requirement that surely fails settles it, whatever else holds; then a deferral that is surely
// on; then anything unknown leaves it open. A pledge has no deferral.
constexpr Outcome outcome_of(typed::RuleKind kind, values::Truth requirements, values::Truth deferral) {
  using values::Truth;
  if (kind == typed::RuleKind::pledge) {
    return requirements == Truth::yes  ? Outcome::kept
           : requirements == Truth::no ? Outcome::broken
                                       : Outcome::undetermined;
  }
  if (requirements == Truth::no) return Outcome::ineligible;
  if (deferral == Truth::yes) return Outcome::deferred;
  if (requirements == Truth::yes && deferral == Truth::no) return Outcome::eligible;
  return Outcome::undetermined;
}

// Whether somebody is within a rule's scope at all is open where `scope_unknown` says so; then so is
// the verdict.
inline Outcome outcome_of(typed::RuleKind kind, const evaluate::RuleColumns& columns, Row row) {
  if (columns.scope_unknown[row]) return Outcome::undetermined;
  return outcome_of(kind, columns.requirements[row], columns.deferral[row]);
}

}  // namespace tdkt::verdicts
