// SPDX-License-Identifier: Apache-2.0
// `at least 70% of staff achieve …`: `13 of 20 = 65%, 1 short`.
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {

bool wants_few(const typed::Amount& amount) {
  return !amount.high && (amount.sign == values::Sign::at_most || amount.sign == values::Sign::below);
}

Counts counts_of(const evaluate::Tally& tally) {
  return {tally.sure_yes, tally.sure_no, std::int64_t{tally.sure_open} + tally.maybe(), tally.maybe()};
}

namespace {

using values::Decimal;
using values::int128;
using values::Interval;
using values::Sign;

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

std::optional<Phrase> shortfall(const typed::Amount& amount, const Counts& counts, const Interval& low,
                                const std::optional<Interval>& high) {
  if (counts.unknown > 0 || !low.known()) return std::nullopt;
  const auto least = threshold(amount, *low.low, counts.members());
  const auto lacking = [&](std::int64_t wanted) { return say(Say::short_by, {number(wanted - counts.yes)}); };
  const auto exceeding = [&](std::int64_t most) { return say(Say::over_by, {number(counts.yes - most)}); };
  if (amount.high) {
    if (!high || !high->known()) return std::nullopt;
    typed::Amount bounds = amount;
    bounds.sign = Sign::at_least;
    const auto from = threshold(bounds, *low.low, counts.members());
    bounds.sign = Sign::at_most;
    const auto to = threshold(bounds, *high->low, counts.members());
    if (counts.yes < from) return lacking(from);
    return counts.yes > to ? std::optional(exceeding(to)) : std::nullopt;
  }
  if (wants_few(amount)) return counts.yes > least ? std::optional(exceeding(least)) : std::nullopt;
  if (counts.yes < least) return lacking(least);
  return amount.sign == Sign::equal && counts.yes > least ? std::optional(exceeding(least)) : std::nullopt;
}

}  // namespace

Phrase numbers_of(const Look& look, const typed::Quantified& sentence, State state, const Counted& found,
                  const Interval& low, const std::optional<Interval>& high, const Environment& at) {
  const auto& counts = found.counts;
  const bool nobody = counts.members() + counts.perhaps_members == 0;
  if (nobody && found.cause != evaluate::Cause::none) return why_unknown(look, sentence.set, found.cause, at);
  if (nobody && state == State::unknown) return say(found.complete ? Say::nobody_to_judge : Say::may_be_more);
  auto numbers = sentence.predicate ? count_of_total(look, sentence.amount, counts) : count_of_rows(counts);
  if (state == State::not_met && look.asks_for_more)
    if (const auto missing = shortfall(sentence.amount, counts, low, high)) numbers = joined(numbers, *missing);
  return !found.complete && state == State::unknown ? joined(numbers, say(Say::may_be_more), "; ") : numbers;
}

}  // namespace tdkt::verdicts
