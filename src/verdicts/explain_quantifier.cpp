// SPDX-License-Identifier: Apache-2.0
// `at least 70% of staff achieve …`: how many do, and who counts how.
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {

using values::Sign;
using values::Truth;

Reason explain(const Look& look, const Expression& expression, const typed::Quantified& sentence,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto found = look.evaluation.members(sentence.set, at);
  const bool few = wants_few(sentence.amount);
  Counts counts;
  for (const auto& member : found.members) {
    const auto inner = at_member(sentence.set, member.row, at);
    const auto has = sentence.predicate ? look.evaluation.truth(*sentence.predicate, inner) : Truth::yes;
    const auto counts_as = member.belongs == Truth::yes ? has : Truth::unknown;
    counts.yes += counts_as == Truth::yes;
    counts.no += counts_as == Truth::no;
    counts.unknown += counts_as == Truth::unknown;
    counts.perhaps_members += member.belongs != Truth::yes;
    auto why = sentence.predicate ? because(look, *sentence.predicate, inner) : Because{Phrase(""), {}};
    const auto speaks =
        counts_as == Truth::unknown ? Truth::unknown : values::truth_of((counts_as == Truth::yes) != few);
    auto& lines = speaks == Truth::yes  ? reason.members_for
                  : speaks == Truth::no ? reason.members_against
                                        : reason.members_unknown;
    lines.push_back(line_of(look, sentence.set, member, speaks, std::move(why)));
  }

  // Where so many of any number are enough, the others don't stand in the way.
  const bool enough = reason.state == State::met && !sentence.amount.share && !few && !sentence.amount.high &&
                      sentence.amount.sign != Sign::equal;
  if (enough) reason.members_against.clear();

  const auto asked = [&](const typed::Expr& bound) { return look.evaluation.number(*bound, at); };
  reason.numbers = numbers_of(look, sentence, reason.state, {counts, found.complete, found.cause}, asked(sentence.amount.low),
                              sentence.amount.high ? std::optional(asked(sentence.amount.high)) : std::nullopt, at);
  add_parts(look, *sentence.amount.low, at, reason.reasons);
  if (sentence.amount.high) add_parts(look, *sentence.amount.high, at, reason.reasons);
  return reason;
}

}  // namespace tdkt::verdicts
