// SPDX-License-Identifier: Apache-2.0
#include "verdicts/one_offer.hpp"

#include <algorithm>
#include <atomic>

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

namespace {

using evaluate::CandidatePart;
using values::Decimal;

// Threads that settle neighbouring groups write into one word.
void mark(columns::Bits& bits, std::uint32_t edge) {
  std::atomic_ref(bits.words[edge / 64]).fetch_or(columns::Word{1} << (edge % 64), std::memory_order_relaxed);
}

std::optional<values::int128> known_number(const CandidatePart& part, Row group) {
  const auto* numbers = std::get_if<evaluate::NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  const auto number = evaluate::number_at(*numbers, numbers->rows == 1 ? 0 : group);
  return number.known() ? std::optional(number.low) : std::nullopt;
}

// A known whole number of at most nine digits.
std::optional<std::int64_t> whole_number(const CandidatePart& part, Row group) {
  const auto number = known_number(part, group);
  if (!number || *number < 0 || *number % Decimal::one != 0 || *number / Decimal::one >= 1'000'000'000) return std::nullopt;
  return static_cast<std::int64_t>(*number / Decimal::one);
}

// Of the quotas whose numbers are asked of the group alone.
bool asks_the_group(const typed::Nomination& nomination) {
  const auto& quota = nomination.offers.front().quota;
  for (const auto& number : {quota.number, quota.share, quota.base_number, quota.at_least})
    if (nomination.within && number && counts_members(*number, nomination)) return false;
  using Base = typed::Quota::Base;
  return quota.base != Base::offered && quota.base != Base::first_places;
}

}  // namespace

std::optional<OneOffer> OneOffer::of(const Contests::Inside& contests) {
  const auto& nomination = contests.nomination_;
  if (nomination.offers.size() != 1 || nomination.all_groups_together || nomination.keys.size() > most_keys ||
      !asks_the_group(nomination))
    return std::nullopt;
  OneOffer one(contests);
  for (std::size_t k = 0; k < nomination.keys.size(); ++k) {
    auto reader = KeyReader::of(contests.candidates_.keys[k], {nomination.keys[k].high_to_low, nomination.keys[k].only_place});
    if (!reader) return std::nullopt;
    one.keys_.push_back(*reader);
  }
  if (nomination.within) {
    one.subgroups_ = std::get_if<evaluate::CodeColumn>(&contests.candidates_.within->column());
    if (!one.subgroups_) return std::nullopt;
  }
  return one;
}

std::optional<std::int64_t> OneOffer::quota(Row group, std::int64_t members) const {
  const auto& quota = contests_->nomination_.offers.front().quota;
  const auto& parts = contests_->candidates_.offers.front();
  std::int64_t number = without_end;
  if (quota.share) {
    const auto share = known_number(*parts.share, group);
    constexpr auto nine_digits = evaluate::power_of_ten(Decimal::digits - 9);
    if (!share || *share < 0 || *share > Decimal::one || *share % nine_digits != 0) return std::nullopt;
    auto base = members;
    if (quota.base == typed::Quota::Base::expression) {
      const auto said = whole_number(*parts.base_number, group);
      if (!said) return std::nullopt;
      base = *said;
    }
    if (base >= 1'000'000'000) return std::nullopt;
    // At most 10^9 · 10^9: in billionths, exact.
    constexpr std::int64_t billion = 1'000'000'000;
    const auto billionths = static_cast<std::int64_t>(*share / nine_digits) * base;
    const auto whole = billionths / billion, rest = billionths % billion;
    switch (quota.rounding) {
      case values::Rounding::down: number = whole; break;
      case values::Rounding::up: number = whole + (rest != 0); break;
      case values::Rounding::half_away: number = whole + (rest >= billion - rest); break;
    }
  } else if (quota.number) {
    const auto said = whole_number(*parts.number, group);
    if (!said) return std::nullopt;
    number = *said;
  }
  if (!quota.at_least) return number;
  const auto floor = whole_number(*parts.at_least, group);
  return floor ? std::optional(std::max(number, *floor)) : std::nullopt;
}

// Who may stand and qualify. False where something is not known that a look down the ranking needs.
bool OneOffer::gather(Row group) {
  const auto& candidates = contests_->candidates_;
  const auto& edges = candidates.to_members();
  standing_.clear(), maybe_among_.clear();
  for (auto edge = candidates.begin(group); edge < candidates.end(group); ++edge) {
    const evaluate::Candidate who{group, edges.targets[edge], edge};
    Standing one{{}, edge, 0, true, true};
    if (subgroups_) {
      one.subgroup = (*subgroups_)[candidates.within->row(who)];
      if (one.subgroup >= graph::no_code) return false;
    }
    ++members_[one.subgroup];
    auto among = Truth::yes;
    for (const auto& part : candidates.among) among = values::both(among, part.truth(who));
    if (!contests_->proposed_.empty()) among = values::both(among, contests_->proposed_[who.member]);
    if (among == Truth::no) continue;
    one.sure = among == Truth::yes;
    if (!one.sure) maybe_among_.push_back(edge);
    const auto qualifies = contests_->qualifies(0, who);
    if (qualifies == Truth::no) continue;
    one.surely_qualifies = qualifies == Truth::yes;
    for (std::size_t k = 0; k < keys_.size(); ++k)
      if (!keys_[k].read(who, one.keys[k])) return false;
    standing_.push_back(one);
  }
  return true;
}

bool OneOffer::before(const Standing& a, const Standing& b) const {
  if (a.subgroup != b.subgroup) return a.subgroup < b.subgroup;
  for (std::size_t k = 0; k < keys_.size(); ++k)
    if (a.keys[k] != b.keys[k]) return a.keys[k] < b.keys[k];
  return false;
}

bool OneOffer::settle(const Group& group, Standings& standings) {
  if (group.second != Truth::yes || contests_->candidates_.to_members().is_open(group.first)) return false;
  members_.fill(0);
  if (!gather(group.first)) return false;
  std::sort(standing_.begin(), standing_.end(), [&](const Standing& a, const Standing& b) { return before(a, b); });
  // Every subgroup's quota is looked at before anything is marked.
  struct Part {
    std::size_t begin, end;
    std::int64_t quota;
  };
  std::array<Part, 256> parts;
  std::size_t count = 0;
  for (std::size_t begin = 0, end = 0; begin < standing_.size(); begin = end) {
    const auto subgroup = standing_[begin].subgroup;
    while (end < standing_.size() && standing_[end].subgroup == subgroup) ++end;
    const auto said = quota(group.first, members_[subgroup]);
    if (!said) return false;
    parts[count++] = {begin, end, *said};
  }
  for (const auto edge : maybe_among_) mark(standings.undetermined, edge);
  for (std::size_t i = 0; i < count; ++i) settle_subgroup(parts[i].begin, parts[i].end, parts[i].quota, standings);
  return true;
}

// Down the ranking, equals at a time. Ahead of them are so many who are sure to be served if there is
// enough, and so many who may be.
void OneOffer::settle_subgroup(std::size_t begin, std::size_t end, std::int64_t quota, Standings& standings) {
  std::int64_t sure_ahead = 0;
  bool all_tied_ahead = true;  // of those whose outcome is open every one is tied
  for (auto first = begin, last = begin; first < end && sure_ahead < quota; first = last) {
    std::int64_t sure_here = 0;
    bool all_known_here = true, open_here = false;
    while (last < end && !before(standing_[first], standing_[last])) {
      sure_here += standing_[last].conditions_known();
      ++last;
    }
    const auto may_be_ahead = static_cast<std::int64_t>(last - begin) - 1;
    const auto surely_gets = [&](const Standing& one) { return one.surely_qualifies && may_be_ahead < quota; };
    for (auto i = first; i < last; ++i) {
      const bool open = !surely_gets(standing_[i]) || !standing_[i].sure;
      open_here = open_here || open;
      if (open && !standing_[i].conditions_known()) all_known_here = false;
    }
    for (auto i = first; i < last; ++i) {
      const auto& one = standing_[i];
      if (!one.sure) continue;  // marked before
      if (surely_gets(one)) mark(standings.nominated, one.edge);
      else if (one.surely_qualifies && all_known_here && all_tied_ahead) mark(standings.tied, one.edge);
      else mark(standings.undetermined, one.edge);
    }
    if (open_here && !(all_known_here && all_tied_ahead)) all_tied_ahead = false;
    sure_ahead += sure_here;
  }
}

}  // namespace tdkt::verdicts
