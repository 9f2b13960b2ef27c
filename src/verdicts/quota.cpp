// SPDX-License-Identifier: Apache-2.0
#include "verdicts/quota.hpp"

#include <algorithm>

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::Interval;
using values::Rounding;

Interval interval_of(Count count) { return {Decimal(count.least), Decimal(count.greatest)}; }

// A whole number for a count; quotients such as 1/3 × 3 are first taken back to what they stand for.
Interval whole(const Interval& number, Rounding rounding) {
  return values::rounded(values::rounded(number, 9, Rounding::half_away), 0, rounding);
}

Interval base_of(const QuotaTerms& terms, Count members, const std::vector<Count>& offered, Count holders) {
  switch (terms.base) {
    case QuotaTerms::Base::none:
      break;
    case QuotaTerms::Base::members:
      return interval_of(members);
    case QuotaTerms::Base::remaining:
      return interval_of({std::max<std::int64_t>(0, members.least - holders.greatest),
                          std::max<std::int64_t>(0, members.greatest - holders.least)});
    case QuotaTerms::Base::offered:
      return interval_of(offered[terms.offered]);
    case QuotaTerms::Base::number:
      return terms.number;
  }
  return Interval::exactly(Decimal(1));
}

std::int64_t clamped(const std::optional<Decimal>& bound, std::int64_t open) {
  if (!bound) return open;
  const auto scaled = bound->scaled() / Decimal::one;
  if (scaled < 0) return 0;
  return scaled > without_end ? without_end : static_cast<std::int64_t>(scaled);
}

}  // namespace

bool QuotaTerms::known() const {
  return amount.known() && (base != Base::number || number.known()) && (!floor || floor->known());
}

Count quota_of(const QuotaTerms& terms, Count members, const std::vector<Count>& offered, Count holders) {
  // `at most 2.5` is at most 2, whatever rounding a share has.
  const auto rounding = terms.base == QuotaTerms::Base::none ? Rounding::down : terms.rounding;
  auto number = whole(values::product(terms.amount, base_of(terms, members, offered, holders)), rounding);
  if (terms.floor) number = values::larger(number, whole(*terms.floor, Rounding::up));
  return {clamped(number.low, 0), clamped(number.high, without_end)};
}

}  // namespace tdkt::verdicts
