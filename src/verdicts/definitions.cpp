// SPDX-License-Identifier: Apache-2.0
// What a definition meant in the period that a sentence was moved to.
#include <algorithm>

#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {

values::Period law_period(const Environment& at) {
  const auto last = at.law ? std::min(*at.law, at.period.last) : at.period.last;
  return {std::min(at.period.first, last), last};
}

MeaningThen meaning_of(const Look& look, const typed::Defined& node, const Environment& at) {
  // One that looks at itself in earlier years says nothing before the records begin.
  if (!node.meaning && at.period.year() < first_year(look, 9999)) return {nullptr, at};
  const auto found = look.in_force.definition(node.definition, law_period(at).last);
  if (!found && at.as_then) return {nullptr, at};
  const bool another = found && node.arguments.empty() && (*found != node.definition || !node.meaning);
  const auto* body = another ? look.program[*found].body.get() : nullptr;
  if (!body) return {node.meaning.get(), at, !found};
  const auto row = row_of(look, *node.subject, at);
  if (!row) return {nullptr, at};
  auto there = at;
  there.rows[0] = *row;
  there.levels = 1;
  return {body, there};
}

}  // namespace tdkt::verdicts
