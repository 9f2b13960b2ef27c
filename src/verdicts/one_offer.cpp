// SPDX-License-Identifier: Apache-2.0
#include "verdicts/one_offer.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "evaluate/numbers.hpp"

namespace tdkt::verdicts {

namespace {

using columns::Word;
using evaluate::CandidatePart;
using evaluate::TruthView;
using values::Decimal;

bool is_by_candidate(const CandidatePart& part) {
  return part.over() == CandidatePart::Over::candidates || std::get<columns::Truths>(part.column()).yes.rows == 1;
}

// All of these hold, by candidate.
std::shared_ptr<const columns::Truths> all_of(const std::vector<const CandidatePart*>& parts,
                                              const Contests::Inside& contests) {
  auto all = std::make_shared<columns::Truths>(contests.candidates_.to_members().size());
  std::vector<TruthView> views;
  for (const auto* part : parts) views.emplace_back(std::get<columns::Truths>(part->column()));
  contests.evaluation_.in_ranges(all->yes.words.size(), 4096, [&](std::size_t begin, std::size_t end) {
    for (auto word = begin; word < end; ++word) {
      evaluate::TruthWords words{~Word{0}, 0};
      for (const auto& view : views) words.yes &= view[word].yes, words.no |= view[word].no;
      evaluate::put(*all, word, words);
    }
  });
  return all;
}

std::optional<values::int128> known_number(const CandidatePart& part, Row group) {
  const auto* numbers = std::get_if<evaluate::NumberColumn>(&part.column());
  if (!numbers) return std::nullopt;
  const auto number = evaluate::number_at(*numbers, numbers->rows == 1 ? 0 : group);
  return number.known() ? std::optional(number.low) : std::nullopt;
}

// A known whole number of at most nine digits.
std::optional<std::int64_t> whole_number(const CandidatePart& part, Row group) {
  const auto* numbers = std::get_if<evaluate::NumberColumn>(&part.column());
  if (numbers && numbers->stored && numbers->stored->places == 0 && numbers->rows != 1)  // counts, as a rule
    if (const auto* counts = std::get_if<columns::Array<std::int32_t>>(&numbers->stored->values))
      if ((*numbers->present)[group] && (*counts)[group] >= 0) return (*counts)[group];
  const auto number = known_number(part, group);
  if (!number || *number < 0 || *number % Decimal::one != 0 || *number / Decimal::one >= 1'000'000'000) return std::nullopt;
  return static_cast<std::int64_t>(*number / Decimal::one);
}

// A share in billionths, if it is one.
std::optional<std::int64_t> billionths_of(const CandidatePart& part, Row group) {
  const auto share = known_number(part, group);
  constexpr auto billionth = evaluate::power_of_ten(Decimal::digits - 9);
  if (!share || *share < 0 || *share > Decimal::one || *share % billionth != 0) return std::nullopt;
  return static_cast<std::int64_t>(*share / billionth);
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
  std::vector<const CandidatePart*> among, qualifies;
  for (const auto& part : contests.candidates_.among) among.push_back(&part);
  if (contests.candidates_.vote) qualifies.push_back(&*contests.candidates_.vote);
  if (contests.candidates_.offers.front().condition) qualifies.push_back(&*contests.candidates_.offers.front().condition);
  for (const auto* parts : {&among, &qualifies})
    for (const auto* part : *parts)
      if (!is_by_candidate(*part)) return std::nullopt;
  one.among_ = all_of(among, contests);
  one.qualifies_ = all_of(qualifies, contests);
  const auto& share = contests.candidates_.offers.front().share;
  const auto* shares = share ? std::get_if<evaluate::NumberColumn>(&share->column()) : nullptr;
  if (shares && shares->rows == 1) one.share_ = billionths_of(*share, 0);
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
    const auto share = share_ ? share_ : billionths_of(*parts.share, group);
    if (!share) return std::nullopt;
    auto base = members;
    if (quota.base == typed::Quota::Base::expression) {
      const auto said = whole_number(*parts.base_number, group);
      if (!said) return std::nullopt;
      base = *said;
    }
    if (base >= 1'000'000'000) return std::nullopt;
    // At most 10^9 · 10^9: in billionths, exact.
    constexpr std::int64_t billion = 1'000'000'000;
    const auto billionths = *share * base;
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

void OneOffer::gather(evaluate::Candidate who, Truth among, Truth qualifies) {
  among = contests_->stands(who.member, among);
  if (among == Truth::no) return;
  if (among == Truth::unknown) maybe_among_.push_back(who.edge);
  if (qualifies != Truth::no) qualifies = contests_->qualifies(0, who.member, qualifies);
  if (qualifies == Truth::no) return;  // no rival of anybody
  auto& one = standing_.emplace_back();
  one.edge = who.edge;
  one.place = static_cast<std::uint32_t>(edges_.size());
  groups_.push_back(who.group), people_.push_back(who.member), edges_.push_back(who.edge);
  one.sure = among == Truth::yes, one.surely_qualifies = qualifies == Truth::yes;
}

// Who may stand and qualify.
OneOffer::Gathered OneOffer::gather(Row group) {
  const auto& candidates = contests_->candidates_;
  const auto* targets = candidates.to_members().targets;
  const auto begin = candidates.begin(group), end = candidates.end(group);
  Gathered gathered{standing_.size(), 0, maybe_among_.size(), 0};
  for (auto word = begin / 64; word * 64 < end; ++word) {
    auto rows = ~Word{0};
    if (word == begin / 64) rows &= ~Word{0} << (begin % 64);
    if (end - word * 64 < 64) rows &= (Word{1} << (end % 64)) - 1;
    for (auto open = rows & ~among_->no.words[word]; open != 0; open &= open - 1) {
      const auto edge = word * 64 + static_cast<std::uint32_t>(std::countr_zero(open));
      gather({group, targets[edge], edge}, (*among_)[edge], (*qualifies_)[edge]);
    }
  }
  gathered.end = standing_.size(), gathered.end_maybe = maybe_among_.size();
  return gathered;
}

// Of all who were gathered. False where a key is too great.
bool OneOffer::read_keys() {
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    using Over = KeyReader::Over;
    const auto over = keys_[k].over();
    ends_[k].resize(edges_.size());
    if (!keys_[k].read(over == Over::candidates ? edges_ : over == Over::members ? people_ : groups_, ends_[k].data())) return false;
  }
  return true;
}

// False where somebody's subgroup is not known.
bool OneOffer::count_subgroups(Row group) {
  const auto& candidates = contests_->candidates_;
  const auto begin = candidates.begin(group), end = candidates.end(group);
  if (!subgroups_) {
    members_[0] = end - begin;
    return true;
  }
  members_.fill(0);
  const auto* targets = candidates.to_members().targets;
  for (auto edge = begin; edge < end; ++edge) {
    const auto code = (*subgroups_)[candidates.within->row({group, targets[edge], edge})];
    if (code >= graph::no_code) return false;
    ++members_[code];
  }
  return true;
}

int OneOffer::compared(const Standing& a, End of_a, const Standing& b, End of_b) const {
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    const auto left = key(a, k).*of_a, right = key(b, k).*of_b;
    if (left != right) return left < right ? -1 : 1;
  }
  return 0;
}

// The groups one after another, the members of several gathered before their keys are read.
void OneOffer::settle(std::span<const Group> groups, Standings& standings, const std::function<void(std::size_t)>& left) {
  constexpr std::size_t most = 32;
  std::array<Gathered, most> gathered;
  for (std::size_t first = 0; first < groups.size(); first += most) {
    const auto count = std::min(most, groups.size() - first);
    standing_.clear(), maybe_among_.clear(), groups_.clear(), people_.clear(), edges_.clear();
    for (std::size_t i = 0; i < count; ++i) gathered[i] = gather(groups[first + i].first);
    const bool fits = read_keys();
    for (std::size_t i = 0; i < count; ++i)
      if (!fits || !settle(groups[first + i], gathered[i], standings)) left(first + i);
  }
}

bool OneOffer::settle(const Group& group, const Gathered& gathered, Standings& standings) {
  if (group.second != Truth::yes || contests_->candidates_.to_members().is_open(group.first)) return false;
  if (!count_subgroups(group.first)) return false;
  const auto at = [&](std::size_t i) { return standing_.begin() + static_cast<std::ptrdiff_t>(i); };
  all_known_ = true;
  for (auto one = at(gathered.begin); one != at(gathered.end); ++one)
    for (std::size_t k = 0; k < keys_.size(); ++k) all_known_ = all_known_ && key(*one, k).best == key(*one, k).worst;
  if (subgroups_) {
    const auto& within = *contests_->candidates_.within;
    for (auto one = at(gathered.begin); one != at(gathered.end); ++one)
      one->subgroup = (*subgroups_)[within.row({group.first, people_[one->place], one->edge})];
    std::sort(at(gathered.begin), at(gathered.end), [](const Standing& a, const Standing& b) {
      return std::tie(a.subgroup, a.edge) < std::tie(b.subgroup, b.edge);
    });
  }
  // Every subgroup's quota is looked at before anything is marked.
  std::array<Part, 256> parts;
  std::size_t count = 0;
  for (auto begin = gathered.begin, end = begin; begin < gathered.end; begin = end) {
    const auto subgroup = standing_[begin].subgroup;
    while (end < gathered.end && standing_[end].subgroup == subgroup) ++end;
    const auto said = quota(group.first, members_[subgroup]);
    if (!said || (!all_known_ && end - begin > most_compared)) return false;
    parts[count++] = {begin, end, end, *said};
  }
  for (auto i = gathered.first_maybe; i < gathered.end_maybe; ++i) mark(standings.undetermined, maybe_among_[i]);
  for (std::size_t i = 0; i < count; ++i) {
    put_in_order(parts[i]);
    if (all_known_) settle_in_order(parts[i], standings);
    else settle_each_with_each(parts[i], standings);
  }
  return true;
}

// Whose worse end is better comes first. Where keys are known it is enough to have those in order who may
// be within the quota, and one more; who equals that one stands next to it.
void OneOffer::put_in_order(Part& part) {
  const auto begin = standing_.begin() + static_cast<std::ptrdiff_t>(part.begin);
  const auto end = standing_.begin() + static_cast<std::ptrdiff_t>(part.end);
  const auto before = [&](const Standing& a, const Standing& b) { return compared(a, &KeyEnds::worst, b, &KeyEnds::worst) < 0; };
  const auto open = std::count_if(begin, end, [](const Standing& one) { return !one.conditions_known(); });
  const auto enough = std::max<std::int64_t>(part.quota, 0) + open + 1;
  if (!all_known_ || enough >= end - begin) return std::sort(begin, end, before);
  const auto middle = begin + enough;
  std::sort(begin, middle, before);
  for (auto one = middle; one != end; ++one)  // few of many: each is held against the last that is in
    if (before(*one, *(middle - 1))) {
      std::swap(*one, *(middle - 1));
      for (auto here = middle - 1; here != begin && before(*here, *(here - 1)); --here) std::swap(*here, *(here - 1));
    }
  const auto& last = *(middle - 1);
  const auto equals = std::partition(middle, end, [&](const Standing& one) { return !before(last, one); });
  part.ordered = static_cast<std::size_t>(equals - standing_.begin());
}

// Equals at a time. Ahead of them are so many who are sure to be served if there is enough, and so many
// who may be.
void OneOffer::settle_in_order(const Part& part, Standings& standings) {
  std::int64_t sure_ahead = 0;
  bool all_tied_ahead = true;  // of those whose outcome is open every one is tied
  for (auto first = part.begin, last = first; first < part.ordered && sure_ahead < part.quota; first = last) {
    std::int64_t sure_here = 0;
    while (last < part.ordered && compared(standing_[first], &KeyEnds::worst, standing_[last], &KeyEnds::worst) == 0)
      sure_here += standing_[last++].conditions_known();
    const auto may_be_ahead = static_cast<std::int64_t>(last - part.begin) - 1;
    const auto surely_gets = [&](const Standing& one) { return one.surely_qualifies && may_be_ahead < part.quota; };
    bool all_known_here = true, open_here = false;
    for (auto i = first; i < last; ++i) {
      const auto& one = standing_[i];
      const bool open = !surely_gets(one) || !one.sure;
      open_here = open_here || open;
      all_known_here = all_known_here && (!open || one.conditions_known());
    }
    for (auto i = first; i < last; ++i) {
      const auto& one = standing_[i];
      if (!one.sure) continue;  // marked before
      if (surely_gets(one)) mark(standings.nominated, one.edge);
      else if (one.surely_qualifies && all_known_here && all_tied_ahead) mark(standings.tied, one.edge);
      else mark(standings.undetermined, one.edge);
    }
    all_tied_ahead = all_tied_ahead && (!open_here || all_known_here);
    sure_ahead += sure_here;
  }
}

// Where keys are known within bounds: `before` has put first whose worse end is better, so that whoever
// is surely ahead of another comes before it.
void OneOffer::settle_each_with_each(const Part& part, Standings& standings) {
  const auto begin = standing_.begin() + static_cast<std::ptrdiff_t>(part.begin);
  const auto end = standing_.begin() + static_cast<std::ptrdiff_t>(part.end);
  std::array<bool, most_compared> gets{};
  for (auto x = begin; x != end; ++x) {
    std::int64_t sure_ahead = 0, may_be_ahead = -1;  // it is equal to itself
    for (auto z = begin; z != end; ++z) {
      sure_ahead += z->conditions_known() && surely_ahead(*z, *x);
      may_be_ahead += !surely_ahead(*x, *z);
    }
    const bool can = sure_ahead < part.quota;
    const bool surely = can && x->surely_qualifies && may_be_ahead < part.quota;
    gets[static_cast<std::size_t>(x - begin)] = surely;
    x->tied = false;
    x->open = can && (!surely || !x->sure);
  }
  const auto is_point = [&](const Standing& one) { return compared(one, &KeyEnds::worst, one, &KeyEnds::best) == 0; };
  for (auto x = begin; x != end; ++x) {
    if (!x->sure) continue;  // marked before
    if (gets[static_cast<std::size_t>(x - begin)]) mark(standings.nominated, x->edge);
    if (!x->open) continue;
    x->tied = x->surely_qualifies && std::all_of(begin, end, [&](const Standing& z) {
      if (&z == &*x || !z.open || surely_ahead(*x, z)) return true;
      if (!z.conditions_known()) return false;
      if (surely_ahead(z, *x)) return z.tied;
      return is_point(*x) && is_point(z) && compared(z, &KeyEnds::worst, *x, &KeyEnds::worst) == 0;
    });
    mark(x->tied ? standings.tied : standings.undetermined, x->edge);
  }
}

}  // namespace tdkt::verdicts
