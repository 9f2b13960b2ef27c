// SPDX-License-Identifier: Apache-2.0
// Quantified sentences: true if they hold however the unknown filters and predicates turn out, false
// if they fail however they turn out.
//
// For each number d of members that is possible, the number n of those that fulfil the predicate may
// be every whole number between two bounds; a share n / d is compared with a threshold t as n and
// t · d, in whole numbers. So the answer is exact, for `exactly` and `between` too.
#include <algorithm>
#include <utility>
#include <vector>

#include "evaluate/kernels.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/numbers.hpp"
#include "evaluate/tally.hpp"

namespace tdkt::evaluate {

using values::Sign;

namespace {

constexpr int128 unit = power_of_ten(Decimal::digits);
constexpr int128 beyond = power_of_ten(27);             // further than any count reaches
constexpr std::int64_t countless = 100'000'000'000'000;  // of a set that may have any number of members

struct Outcomes {
  bool yes = false, no = false;
  Truth truth() const { return yes && !no ? Truth::yes : no && !yes ? Truth::no : Truth::unknown; }
};

// Thresholds without a bound, or one out of reach, stand just out of reach.
struct Threshold {
  int128 low = -beyond, high = beyond;
};

Threshold threshold_of(const Bounds& bounds, bool share) {
  const auto near = [&](int128 value) {
    constexpr int128 nine = power_of_ten(Decimal::digits - 9);
    if (!share) value = (value < 0 ? value - nine / 2 : value + nine / 2) / nine * nine;
    return std::clamp(value, -beyond, beyond);
  };
  return {bounds.no_low ? -beyond : near(bounds.low), bounds.no_high ? beyond : near(bounds.high)};
}

int128 floor_quotient(int128 a, int128 b) { return a / b - (a % b < 0 ? 1 : 0); }

class Decision {
 public:
  Decision(const graph::Count& count, Threshold low, Threshold high) : count_(count), low_(low), high_(high) {}

  // n may be every whole number from `least` to `most`; thresholds are t · `members`.
  void compare(std::int64_t least, std::int64_t most, std::int64_t members) {
    const auto from = least * unit, to = most * unit;
    const Threshold low{low_.low * members, low_.high * members}, high{high_.low * members, high_.high * members};
    if (count_.between) return between(least, most, low, high);
    switch (count_.sign) {
      case Sign::at_least: return may(to >= low.low, from < low.high);
      case Sign::at_most: return may(from <= low.high, to > low.low);
      case Sign::above: return may(to > low.low, from <= low.high);
      case Sign::below: return may(from < low.high, to >= low.low);
      case Sign::unequal: return may(!(least == most && from == low.low && low.low == low.high), reachable(least, most, low));
      case Sign::equal: break;
    }
    may(reachable(least, most, low), !(least == most && from == low.low && low.low == low.high));
  }

  // A share of a set to which any number of members may be added: every fraction between 0 and 1,
  // and these two unless a member is surely against.
  void compare_any_share(bool may_be_none, bool may_be_all) {
    const auto low = low_.low, low_most = low_.high;
    const auto high = count_.between ? high_.high : low_.high, high_least = count_.between ? high_.low : low_.low;
    const bool one_between = (low < unit && high > 0) || (low <= 0 && high >= 0 && may_be_none) ||
                             (low <= unit && high >= unit && may_be_all);
    if (count_.between) return may(one_between, low_most > 0 || high_least < unit);
    const bool some_above = low < unit, some_below = low_most > 0;
    switch (count_.sign) {
      case Sign::at_least: return may(some_above || (low == unit && may_be_all), some_below);
      case Sign::at_most: return may(some_below || (low_most == 0 && may_be_none), some_above);
      case Sign::above: return may(some_above, some_below || (low_most == 0 && may_be_none));
      case Sign::below: return may(some_below, some_above || (low == unit && may_be_all));
      case Sign::unequal: return may(true, one_between);
      case Sign::equal: break;
    }
    may(one_between, true);
  }

  void may(bool yes, bool no) { outcomes_.yes = outcomes_.yes || yes, outcomes_.no = outcomes_.no || no; }
  bool open() const { return outcomes_.yes && outcomes_.no; }
  Truth truth() const { return outcomes_.truth(); }

 private:
  static bool reachable(std::int64_t least, std::int64_t most, const Threshold& between) {
    const auto first = std::max<int128>(least, -floor_quotient(-between.low, unit));
    return first <= std::min<int128>(most, floor_quotient(between.high, unit));
  }

  void between(std::int64_t least, std::int64_t most, const Threshold& low, const Threshold& high) {
    may(reachable(least, most, {low.low, high.high}), least * unit < low.high || most * unit > high.low);
  }

  const graph::Count& count_;
  Threshold low_, high_;
  Outcomes outcomes_;
};

Truth decided(const graph::Count& count, const Tally& tally, bool open, Threshold low, Threshold high) {
  const std::int64_t sure = tally.sure(), maybe = tally.maybe();
  if (open && sure + maybe == 0) return Truth::unknown;
  Decision decision(count, low, high);
  const auto nobody = [&] {
    if (count.or_when_none) decision.may(true, false);
    else if (count.share) decision.may(true, true);
    else decision.compare(0, 0, 1);
  };
  if (open) {
    if (sure == 0 && (count.share || count.or_when_none)) nobody();
    if (count.share) decision.compare_any_share(tally.sure_yes == 0, tally.sure_no == 0);
    else decision.compare(tally.sure_yes, countless, 1);
    return decision.truth();
  }
  const std::int64_t least = tally.sure_yes, most = least + tally.sure_open;
  if (!count.share && !count.or_when_none) {
    decision.compare(least, most + tally.maybe_yes + tally.maybe_open, 1);
    return decision.truth();
  }
  for (std::int64_t joining = 0; joining <= maybe && !decision.open(); ++joining) {
    if (sure + joining == 0) {
      nobody();
      continue;
    }
    const auto against = std::int64_t{tally.maybe_open} + tally.maybe_no, in_favour = std::int64_t{tally.maybe_open} + tally.maybe_yes;
    decision.compare(least + std::max<std::int64_t>(0, joining - against), most + std::min(joining, in_favour),
                     count.share ? sure + joining : 1);
  }
  return decision.truth();
}

// ---- many sources at once -----------------------------------------------------------------------

// A threshold p / q in whole numbers so small that a product with a count fits.
struct Fraction {
  std::int64_t p = 0, q = 1;
};

std::optional<Fraction> fraction_of(int128 scaled) {
  auto a = scaled < 0 ? -scaled : scaled, b = unit;
  while (b != 0) a = std::exchange(b, a % b);
  const auto p = scaled / a, q = unit / a;
  constexpr int128 most = std::int64_t{1} << 30;
  if (p > most || p < -most || q > most) return std::nullopt;
  return Fraction{static_cast<std::int64_t>(p), static_cast<std::int64_t>(q)};
}

// One known threshold and members that surely belong: n of d fulfil the predicate, n between two counts.
class AgainstThreshold {
 public:
  static bool fits(const graph::Count& count, const NumberColumn& threshold) {
    const bool ordered = count.sign != Sign::equal && count.sign != Sign::unequal;
    return !count.belongs && !count.between && ordered && threshold.rows == 1 && number_at(threshold, 0).known();
  }

  AgainstThreshold(const graph::Count& count, Fraction threshold, const EdgeColumn& edges, std::optional<TruthView> predicate)
      : count_(count), threshold_(threshold), edges_(edges), predicate_(predicate) {}

  // Sources from `begin`, a multiple of 64.
  void decide(Truths& result, std::size_t begin, std::size_t end) {
    const auto* offsets = edges_.offsets + begin;
    const auto sources = end - begin;
    members_.resize(sources), most_.resize(sources);
    for (std::size_t i = 0; i < sources; ++i) members_[i] = offsets[i + 1] - offsets[i];
    const auto* least = members_.data();
    const auto* most = members_.data();
    if (predicate_) {
      least_.resize(sources);
      loops().count(predicate_->yes, offsets, sources, least_.data());
      least = most = least_.data();
      if (some_unknown(offsets[0], offsets[sources])) {
        loops().count(predicate_->no, offsets, sources, most_.data());
        for (std::size_t i = 0; i < sources; ++i) most_[i] = members_[i] - most_[i];
        most = most_.data();
      }
    }
    for (std::size_t word = 0; word * 64 < sources; ++word) {
      TruthWords words{0, 0};
      const auto size = std::min<std::size_t>(64, sources - word * 64);
      for (std::size_t i = 0; i < size; ++i) {
        const auto at = word * 64 + i;
        const auto truth = decided_on(least[at], most[at], members_[at]);
        words.yes |= Word{truth == Truth::yes} << i;
        words.no |= Word{truth == Truth::no} << i;
      }
      put(result, begin / 64 + word, words);
    }
  }

 private:
  bool some_unknown(std::size_t first, std::size_t end) const {
    Word known = ~Word{0};
    for (auto word = first / 64; word < end / 64; ++word) known &= predicate_->yes[word] | predicate_->no[word];
    const auto last = end % 64 == 0 ? ~Word{0} : predicate_->yes[end / 64] | predicate_->no[end / 64] | ~Word{0} << (end % 64);
    return (known & last) != ~Word{0};
  }

  Truth decided_on(std::int64_t least, std::int64_t most, std::int64_t members) const {
    if (members == 0 && count_.or_when_none) return Truth::yes;
    if (members == 0 && count_.share) return Truth::unknown;
    const auto bound = threshold_.p * (count_.share ? members : 1);
    const auto low = least * threshold_.q, high = most * threshold_.q;
    const auto settled = [](bool yes, bool no) { return yes ? Truth::yes : no ? Truth::no : Truth::unknown; };
    switch (count_.sign) {
      case Sign::at_least: return settled(low >= bound, high < bound);
      case Sign::at_most: return settled(high <= bound, low > bound);
      case Sign::above: return settled(low > bound, high <= bound);
      default: return settled(high < bound, low >= bound);
    }
  }

  const graph::Count& count_;
  Fraction threshold_;
  const EdgeColumn& edges_;
  std::optional<TruthView> predicate_;
  std::vector<std::uint32_t> members_, least_, most_;
};

std::optional<Fraction> one_threshold(const graph::Count& count, const NumberColumn& threshold) {
  if (!AgainstThreshold::fits(count, threshold)) return std::nullopt;
  return fraction_of(threshold_of(number_at(threshold, 0), count.share).low);
}

}  // namespace

Column worked_out(const graph::Count& count, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  std::size_t next = 1;
  std::optional<TruthView> belongs, predicate;
  if (count.belongs) belongs = work.truths(next++);
  if (count.predicate) predicate = work.truths(next++);
  const auto& low = work.input<NumberColumn>(next++);
  const auto& high = count.between ? work.input<NumberColumn>(next) : low;
  const bool all_closed = edges.open.rows == 0 && edges.sources == work.rows && !(predicate && predicate->single);
  if (const auto threshold = all_closed ? one_threshold(count, low) : std::nullopt) {
    auto result = Truths::to_fill(work.rows);
    work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
      AgainstThreshold(count, *threshold, edges, predicate).decide(result, begin, end);
    });
    return result;
  }
  return with_numbers(low, [&](const auto& lows) -> Column {
    return with_numbers(high, [&](const auto& highs) -> Column {
      return each_truth(work, [&](std::size_t source) {
        const auto tally = tally_of(belongs, predicate, edges.offsets[source], edges.offsets[source + 1]);
        const auto from = threshold_of(lows[source], count.share);
        const auto to = count.between ? threshold_of(highs[source], count.share) : from;
        return decided(count, tally, edges.is_open(source), from, to);
      });
    });
  });
}

}  // namespace tdkt::evaluate
