// SPDX-License-Identifier: Apache-2.0
// `at least 70% of staff achieve …`: `13 of 20 = 65%, 1 short`, and who counts how.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::int128;
using values::Sign;
using values::Truth;

struct Counts {
  std::int64_t yes = 0, no = 0;      // of those who surely belong
  std::int64_t unknown = 0;          // who perhaps belong, or count
  std::int64_t perhaps_members = 0;  // of the unknown: those who perhaps belong
  std::int64_t members() const { return yes + no + unknown - perhaps_members; }
};

// The least count of `total` that reaches the amount, the greatest that stays within it.
// Shares compare in whole numbers: count · 1 against share · total.
std::int64_t threshold(const typed::Amount& amount, Decimal asked, std::int64_t total) {
  const int128 wanted = amount.share ? asked.scaled() * total : asked.scaled();
  const auto floor = static_cast<std::int64_t>(wanted / Decimal::one);
  const bool whole = wanted % Decimal::one == 0;
  switch (amount.sign) {
    case Sign::above:
      return floor + 1;
    case Sign::below:
      return whole ? floor - 1 : floor;
    case Sign::at_least:
      return whole ? floor : floor + 1;
    default:
      return floor;
  }
}

// For sentences that want few, those who have the property speak against them.
bool wants_few(const typed::Amount& amount) {
  return !amount.high && (amount.sign == Sign::at_most || amount.sign == Sign::below);
}

Phrase count_of_total(const Look& look, const typed::Amount& amount, const Counts& counts) {
  const auto yes = number(counts.yes), total = number(counts.members());
  if (counts.perhaps_members > 0) {
    return say(Say::share_open_total,
               {yes, total, number(counts.members() + counts.perhaps_members), number(counts.unknown)});
  }
  if (counts.unknown > 0) {
    auto text = say(Say::share_open, {yes, total, number(counts.unknown)});
    if (!amount.share || counts.members() == 0) return text;
    const auto low = share_of(look, counts.yes, counts.members());
    const auto high = share_of(look, counts.yes + counts.unknown, counts.members());
    return joined(text, say(Say::share_bounds, {low.text, high.text}), ": ");
  }
  if (!amount.share || counts.members() == 0) return say(Say::of, {yes, total});
  const auto share = share_of(look, counts.yes, counts.members());
  return say(share.exact ? Say::share_is : Say::share_about, {yes, total, share.text});
}

// A count of rows, where the sentence asks nothing of them.
Phrase count_of_rows(const Counts& counts) {
  if (counts.unknown > 0) return say(Say::counted_open, {number(counts.yes), number(counts.unknown)});
  return counts.yes == 0 ? say(Say::none_found) : say(Say::counted, {number(counts.yes)});
}

std::optional<Phrase> shortfall(const Look& look, const typed::Amount& amount, const Counts& counts,
                                const Environment& at) {
  if (counts.unknown > 0) return std::nullopt;
  const auto asked = [&](const typed::Expr& expression) -> std::optional<Decimal> {
    const auto value = look.evaluation.number(*expression, at);
    return value.known() ? value.low : std::nullopt;
  };
  const auto low = asked(amount.low);
  if (!low) return std::nullopt;
  const auto least = threshold(amount, *low, counts.members());
  const auto lacking = [&](std::int64_t wanted) { return say(Say::short_by, {number(wanted - counts.yes)}); };
  const auto exceeding = [&](std::int64_t most) { return say(Say::over_by, {number(counts.yes - most)}); };
  if (amount.high) {
    const auto high = asked(amount.high);
    if (!high) return std::nullopt;
    typed::Amount bounds = amount;
    bounds.sign = Sign::at_least;
    const auto from = threshold(bounds, *low, counts.members());
    bounds.sign = Sign::at_most;
    const auto to = threshold(bounds, *high, counts.members());
    if (counts.yes < from) return lacking(from);
    return counts.yes > to ? std::optional(exceeding(to)) : std::nullopt;
  }
  if (wants_few(amount)) return counts.yes > least ? std::optional(exceeding(least)) : std::nullopt;
  if (counts.yes < least) return lacking(least);
  return amount.sign == Sign::equal && counts.yes > least ? std::optional(exceeding(least)) : std::nullopt;
}

}  // namespace

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

  const bool nobody = found.members.empty();
  if (nobody && found.cause != evaluate::Cause::none) {
    reason.numbers = why_unknown(look, sentence.set, found.cause, at);
  } else if (nobody && reason.state == State::unknown) {
    reason.numbers = say(found.complete ? Say::nobody_to_judge : Say::may_be_more);
  } else {
    reason.numbers =
        sentence.predicate ? count_of_total(look, sentence.amount, counts) : count_of_rows(counts);
    if (reason.state == State::not_met && look.asks_for_more) {
      const auto missing = shortfall(look, sentence.amount, counts, at);
      if (missing) reason.numbers = joined(*reason.numbers, *missing);
    }
    if (!found.complete && reason.state == State::unknown) reason.numbers = joined(*reason.numbers, say(Say::may_be_more), "; ");
  }
  add_parts(look, *sentence.amount.low, at, reason.reasons);
  if (sentence.amount.high) add_parts(look, *sentence.amount.high, at, reason.reasons);
  return reason;
}

}  // namespace tdkt::verdicts
