// SPDX-License-Identifier: Apache-2.0
#include "verdicts/group_quota.hpp"

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

namespace {

using evaluate::CandidatePart;
using values::Decimal;

std::optional<values::int128> known_number(const CandidatePart& part, Row group) {
  const auto* numbers = std::get_if<evaluate::NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  const auto number = evaluate::number_at(*numbers, numbers->rows == 1 ? 0 : group);
  return number.known() ? std::optional(number.low) : std::nullopt;
}

// A share in billionths, if it is one.
std::int64_t billionths_of(const CandidatePart& part, Row group) {
  const auto share = known_number(part, group);
  constexpr auto billionth = evaluate::power_of_ten(Decimal::digits - 9);
  if (!share || *share < 0 || *share > Decimal::one || *share % billionth != 0) return unknown_number;
  return static_cast<std::int64_t>(*share / billionth);
}

const evaluate::NumberColumn* numbers_of(const CandidatePart& part) {
  return std::get_if<evaluate::NumberColumn>(&part.column());
}

}  // namespace

WholeNumbers::WholeNumbers(const CandidatePart& part) : part_(&part) {
  const auto* numbers = numbers_of(part);
  if (!numbers) return;
  if (numbers->rows == 1) {
    one_ = elsewhere(0);
  } else if (numbers->stored && numbers->stored->places == 0) {
    const auto* counts = std::get_if<columns::Array<std::int32_t>>(&numbers->stored->values);
    if (counts) counts_ = counts->data(), present_ = numbers->present->words.data();
  } else if (numbers->narrow && numbers->narrow->places == 0 && numbers->no_low.words.empty() && numbers->no_high.words.empty()) {
    least_ = numbers->narrow->low.data();
    most_ = numbers->narrow->high.empty() ? least_ : numbers->narrow->high.data();
  }
}

std::int64_t WholeNumbers::elsewhere(Row group) const {
  const auto number = known_number(*part_, group);
  if (!number || *number < 0) return unknown_number;
  const auto whole_in = [](auto scaled) {
    return scaled % Decimal::one == 0 ? static_cast<std::int64_t>(scaled / Decimal::one) : unknown_number;
  };
  const auto near = static_cast<std::int64_t>(*number);
  const auto whole = *number == near ? whole_in(near) : whole_in(*number);  // a short division where that will do
  return in_range(whole) ? whole : unknown_number;
}

std::optional<GroupQuota> GroupQuota::of(const Contests::Inside& contests) {
  const auto& nomination = contests.nomination_;
  const auto& quota = nomination.offers.front().quota;
  for (const auto& number : {quota.number, quota.share, quota.base_number, quota.at_least})
    if (nomination.within && number && counts_members(*number, nomination)) return std::nullopt;
  using Base = typed::Quota::Base;
  if (quota.base == Base::offered || quota.base == Base::first_places) return std::nullopt;
  return GroupQuota(contests);
}

GroupQuota::GroupQuota(const Contests::Inside& contests) : quota_(&contests.nomination_.offers.front().quota) {
  const auto& parts = contests.candidates_.offers.front();
  if (parts.share) {
    share_part_ = &*parts.share;
    if (const auto* shares = numbers_of(*parts.share); shares && shares->rows == 1) share_ = billionths_of(*parts.share, 0);
  }
  if (parts.number) number_.emplace(*parts.number);
  if (parts.base_number) base_.emplace(*parts.base_number);
  if (parts.at_least) at_least_.emplace(*parts.at_least);
}

std::int64_t GroupQuota::share_in(Row group) const {
  return share_ != unknown_number ? share_ : billionths_of(*share_part_, group);
}

std::int64_t GroupQuota::in(Row group, std::int64_t members) const {
  std::int64_t number = without_end;
  if (quota_->share) {
    const auto share = share_in(group);
    const auto base = quota_->base == typed::Quota::Base::expression ? base_->in(group) : members;
    if (share == unknown_number || base == unknown_number || base >= 1'000'000'000) return unknown_number;
    // At most 10^9 · 10^9: in billionths, exact.
    constexpr std::int64_t billion = 1'000'000'000;
    const auto billionths = share * base;
    const auto whole = billionths / billion, rest = billionths % billion;
    switch (quota_->rounding) {
      case values::Rounding::down: number = whole; break;
      case values::Rounding::up: number = whole + (rest != 0); break;
      case values::Rounding::half_away: number = whole + (rest >= billion - rest); break;
    }
  } else if (number_) {
    number = number_->in(group);
    if (number == unknown_number) return unknown_number;
  }
  if (!at_least_) return number;
  const auto floor = at_least_->in(group);
  return floor == unknown_number ? unknown_number : std::max(number, floor);
}

}  // namespace tdkt::verdicts
