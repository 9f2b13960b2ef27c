// SPDX-License-Identifier: Apache-2.0
// From a rule's columns to one verdict.
#pragma once

#include <algorithm>
#include <bit>

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

// The verdict on one row; nullopt where the case is not about it.
inline std::optional<Verdict> verdict_on(const Verdicts::Case& one, Row row) {
  const auto& columns = *one.columns;
  if (row >= columns.judged.rows || (!columns.judged[row] && !columns.scope_unknown[row])) return std::nullopt;
  return Verdict{one.award, one.period, row, outcome_of(one.kind, columns, row)};
}

// Calls visit(row, outcome) for the rows of the words first … end − 1 that the case has a verdict on.
template <class Visit>
void for_each_verdict(const Verdicts::Case& one, std::size_t first, std::size_t end, Visit visit) {
  const auto& columns = *one.columns;
  for (auto word = first; word < std::min(end, columns.judged.words.size()); ++word)
    for (auto rows = columns.judged.words[word] | columns.scope_unknown.words[word]; rows != 0; rows &= rows - 1) {
      const auto row = static_cast<Row>(word * 64 + static_cast<std::size_t>(std::countr_zero(rows)));
      visit(row, outcome_of(one.kind, columns, row));
    }
}

}  // namespace tdkt::verdicts
