// SPDX-License-Identifier: Apache-2.0
#include "verdicts/one_offer.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

namespace tdkt::verdicts {

namespace {

using columns::Word;
using evaluate::CandidatePart;
using evaluate::TruthView;

bool is_by_candidate(const CandidatePart& part) {
  return part.over() == CandidatePart::Over::candidates || std::get<columns::Truths>(part.column()).yes.rows == 1;
}

// The words that candidates of these groups lie in, several at a time; where they are many, all words.
template <class Visit>
void in_words(const Contests::Inside& contests, std::span<const Group> groups, Visit visit) {
  constexpr std::size_t few = 64;
  const auto& candidates = contests.candidates_;
  if (groups.size() > few || groups.size() == contests.groups_.size()) {
    const auto words = columns::words_for(candidates.to_members().size());
    contests.evaluation_.in_ranges(words, 1024, visit);
    return;
  }
  for (const auto& [group, in_scope] : groups)
    if (candidates.begin(group) != candidates.end(group))
      visit(candidates.begin(group) / 64, columns::words_for(candidates.end(group)));
}

// All of these hold, by candidate; of those of whom that is not surely wrong, what `more` makes of it.
template <class More>
std::shared_ptr<const columns::Truths> all_of(const std::vector<const CandidatePart*>& parts,
                                              const Contests::Inside& contests, std::span<const Group> groups,
                                              const More* more) {
  const auto& edges = contests.candidates_.to_members();
  auto all = std::make_shared<columns::Truths>(columns::Truths::to_fill(edges.size()));
  std::vector<TruthView> views;
  for (const auto* part : parts) views.emplace_back(std::get<columns::Truths>(part->column()));
  in_words(contests, groups, [&](std::size_t begin, std::size_t end) {
    for (auto word = begin; word < end; ++word) {
      evaluate::TruthWords words{~Word{0}, 0};
      for (const auto& view : views) words.yes &= view[word].yes, words.no |= view[word].no;
      evaluate::put(*all, word, words);
      if (!more) continue;
      for (auto rest = ~words.no & evaluate::rows_in_word(edges.size(), word); rest != 0; rest &= rest - 1) {
        const auto edge = word * 64 + static_cast<std::size_t>(std::countr_zero(rest));
        const auto truth = (*more)(edge, (*all)[edge]);
        if (truth != Truth::yes) all->yes.clear(edge);
        if (truth == Truth::no) all->no.set(edge);
      }
    }
  });
  return all;
}

// Calls visit(word, which of its bits) for the words that bits begin … end lie in.
template <class Visit>
void for_each_word(std::size_t begin, std::size_t end, Visit visit) {
  for (auto word = begin / 64; word * 64 < end; ++word) {
    auto rows = ~Word{0};
    if (word == begin / 64) rows &= ~Word{0} << (begin % 64);
    if (end - word * 64 < 64) rows &= (Word{1} << (end % 64)) - 1;
    visit(word, rows);
  }
}

// Calls visit(edge) for the bits set in a word.
template <class Visit>
void for_each_bit(std::size_t word, Word bits, Visit visit) {
  for (; bits != 0; bits &= bits - 1) visit(static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

}  // namespace

std::optional<OneOffer> OneOffer::of(const Contests::Inside& contests, std::span<const Group> groups) {
  const auto& nomination = contests.nomination_;
  if (nomination.offers.size() != 1 || nomination.all_groups_together || nomination.keys.size() > most_keys)
    return std::nullopt;
  const auto quota = GroupQuota::of(contests);
  if (!quota) return std::nullopt;
  OneOffer one(contests, *quota);
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
  const auto* targets = contests.candidates_.to_members().targets;
  const bool has_round = nomination.first_round.has_value();
  const auto stands = [&](std::size_t edge, Truth truth) { return contests.stands(targets[edge], truth); };
  one.among_ = all_of(among, contests, groups, has_round ? &stands : nullptr);
  const auto qualify = [&](std::size_t edge, Truth truth) {  // who does not stand need not
    return (*one.among_)[edge] == Truth::no ? Truth::no : contests.qualifies(0, targets[edge], truth);
  };
  one.qualifies_ = all_of(qualifies, contests, groups, has_round || contests.awards_.front() ? &qualify : nullptr);
  if (nomination.within) {
    one.subgroups_ = std::get_if<evaluate::CodeColumn>(&contests.candidates_.within->column());
    if (!one.subgroups_) return std::nullopt;
  }
  return one;
}

// Several groups together, so that many keys, which lie far from one another, are read in one loop.
void OneOffer::settle(std::span<const Group> groups, Standings& standings, const std::function<void(std::size_t)>& left) {
  constexpr std::size_t together = 64;
  for (std::size_t first = 0; first < groups.size(); first += together) {
    known_.clear(), edges_.clear(), people_.clear(), within_bounds_.clear(), standing_.clear(), left_.clear();
    for (auto i = first; i < std::min(first + together, groups.size()); ++i)
      if (!gather(groups[i], i, standings)) left_.push_back(i);
    for (std::size_t k = 0; k < keys_.size() && !known_.empty(); ++k) narrow(k, standings);
    for (const auto edge : edges_) mark(standings.tied, edge);  // equal in every key, and too many
    settle_within_bounds(standings);
    std::sort(left_.begin(), left_.end());
    left_.erase(std::unique(left_.begin(), left_.end()), left_.end());
    for (const auto i : left_) left(i);
  }
}

// False where a subgroup or a quota is not known.
bool OneOffer::gather(const Group& group, std::size_t index, Standings& standings) {
  const auto& candidates = contests_->candidates_;
  if (group.second != Truth::yes || candidates.to_members().is_open(group.first)) return false;
  const Part all{candidates.begin(group.first), candidates.end(group.first), 0, group.first, index};
  members_[0] = static_cast<std::uint32_t>(all.size());
  if (subgroups_ && !count_subgroups(all)) return false;
  bool known = true;
  for_each_word(all.begin, all.end, [&](std::size_t word, Word rows) {
    const auto stand = rows & ~among_->no.words[word];
    const auto maybe = stand & ~among_->yes.words[word];
    for_each_bit(word, maybe, [&](std::uint32_t edge) { mark(standings.undetermined, edge); });
    known = known && maybe == 0 && (stand & ~qualifies_->yes.words[word] & ~qualifies_->no.words[word]) == 0;
  });
  return known ? gather_known(all, standings) : gather_within_bounds(all);
}

// The parts that begin … end fall into by subgroup_of(i). False where a quota is not known.
template <class SubgroupOf>
bool OneOffer::split(std::size_t begin, std::size_t end, const Part& all, SubgroupOf subgroup_of) {
  parts_.clear();
  for (auto here = begin, next = end; here < end; here = next) {
    const auto subgroup = subgroup_of(here);
    for (next = subgroups_ ? here + 1 : end; next < end && subgroup_of(next) == subgroup;) ++next;
    const auto quota = quota_.in(all.group, members_[subgroup]);
    if (quota == unknown_number) return false;
    if (quota > 0) parts_.push_back({here, next, quota, all.group, all.index});
  }
  return true;
}

// Who gets the offer is open only where there are more of them than it goes to.
bool OneOffer::gather_known(const Part& all, Standings& standings) {
  const auto* targets = contests_->candidates_.to_members().targets;
  const auto begin = edges_.size();
  auto end = begin;
  edges_.resize(begin + all.size());
  for_each_word(all.begin, all.end, [&](std::size_t word, Word rows) {
    for_each_bit(word, rows & among_->yes.words[word] & qualifies_->yes.words[word], [&](std::uint32_t edge) { edges_[end++] = edge; });
  });
  order_.clear();
  for (auto i = begin; subgroups_ && i < end; ++i)
    order_.push_back(std::uint64_t{subgroup({all.group, targets[edges_[i]], edges_[i]})} << 32 | edges_[i]);
  std::sort(order_.begin(), order_.end());
  for (std::size_t i = 0; i < order_.size(); ++i) edges_[begin + i] = static_cast<std::uint32_t>(order_[i]);
  const bool quotas_known = split(begin, end, all, [&](std::size_t i) { return subgroups_ ? order_[i - begin] >> 32 : 0; });
  end = begin;
  for (const auto& part : parts_) {
    if (!quotas_known) break;
    const bool open = static_cast<std::int64_t>(part.size()) > part.quota;
    if (open) known_.push_back({end, end + part.size(), part.quota, part.group, part.index});
    for (auto i = part.begin; i < part.end; ++i)
      if (open) edges_[end++] = edges_[i];
      else mark(standings.nominated, edges_[i]);
  }
  edges_.resize(end);
  people_.resize(end);
  for (auto i = begin; i < end; ++i) people_[i] = targets[edges_[i]];
  return quotas_known;
}

bool OneOffer::gather_within_bounds(const Part& all) {
  const auto* targets = contests_->candidates_.to_members().targets;
  const auto begin = standing_.size();
  for_each_word(all.begin, all.end, [&](std::size_t word, Word rows) {
    for_each_bit(word, rows & ~among_->no.words[word] & ~qualifies_->no.words[word], [&](std::uint32_t edge) {
      const std::uint8_t subgroup = subgroups_ ? this->subgroup({all.group, targets[edge], edge}) : 0;
      standing_.push_back({edge, targets[edge], 0, subgroup, among_->yes[edge], qualifies_->yes[edge]});
    });
  });
  std::stable_sort(standing_.begin() + static_cast<std::ptrdiff_t>(begin), standing_.end(),
                   [](const Standing& a, const Standing& b) { return a.subgroup < b.subgroup; });
  if (!split(begin, standing_.size(), all, [&](std::size_t i) { return standing_[i].subgroup; })) return false;
  within_bounds_.insert(within_bounds_.end(), parts_.begin(), parts_.end());
  return true;
}

std::uint8_t OneOffer::subgroup(evaluate::Candidate who) const {
  return (*subgroups_)[contests_->candidates_.within->row(who)];
}

// False where somebody's subgroup is not known.
bool OneOffer::count_subgroups(const Part& all) {
  const auto* targets = contests_->candidates_.to_members().targets;
  members_.fill(0);
  for (auto edge = static_cast<std::uint32_t>(all.begin); edge < all.end; ++edge) {
    const auto code = subgroup({all.group, targets[edge], edge});
    if (code >= graph::no_code) return false;
    ++members_[code];
  }
  return true;
}

void OneOffer::narrow(std::size_t key, Standings& standings) {
  using Over = KeyReader::Over;
  const auto over = keys_[key].over();
  rows_.clear();
  if (over == Over::groups)
    for (const auto& part : known_) rows_.insert(rows_.end(), part.size(), part.group);
  key_.resize(edges_.size());
  if (!keys_[key].read(over == Over::candidates ? edges_ : over == Over::members ? people_ : rows_, key_.data())) {
    for (const auto& part : known_) left_.push_back(part.index);
    return known_.clear(), edges_.clear();
  }
  std::size_t kept = 0, end = 0;  // those still open close ranks
  for (const auto& part : known_)
    if (const auto open = narrowed(part, end, standings)) known_[kept++] = *open, end = open->end;
  known_.resize(kept), edges_.resize(end), people_.resize(end);
}

// The last key that is within the quota; unknown_key where one is.
std::int64_t OneOffer::last_within(std::int64_t quota, std::span<const std::int64_t> keys) {
  constexpr std::int64_t few = 8;
  if (quota == 1) return *std::min_element(keys.begin(), keys.end());
  if (quota > few) {
    scratch_.assign(keys.begin(), keys.end());
    const auto place = scratch_.begin() + (quota - 1);
    std::nth_element(scratch_.begin(), place, scratch_.end());
    return *std::min_element(scratch_.begin(), place + 1) == unknown_key ? unknown_key : *place;
  }
  std::array<std::int64_t, few> best;  // in order
  const auto last = best.begin() + (quota - 1);
  std::fill(best.begin(), last + 1, std::numeric_limits<std::int64_t>::max());
  for (const auto key : keys) {
    if (key >= *last) continue;
    auto at = last;
    for (; at != best.begin() && *(at - 1) > key; --at) *at = *(at - 1);
    *at = key;
  }
  return best.front() == unknown_key ? unknown_key : *last;
}

// Those at the edge of the quota, if they are more than there is for them, moved to `to`.
std::optional<OneOffer::Part> OneOffer::narrowed(const Part& part, std::size_t to, Standings& standings) {
  const auto* keys = key_.data() + part.begin;
  const auto last_in = last_within(part.quota, {keys, part.size()});
  if (last_in == unknown_key) {
    within_bounds_.push_back({standing_.size(), standing_.size() + part.size(), part.quota, part.group, part.index});
    for (auto i = part.begin; i < part.end; ++i) standing_.push_back({edges_[i], people_[i]});
    return std::nullopt;
  }
  Part open{to, to, part.quota, part.group, part.index};
  for (auto i = part.begin; part.quota > 1 && i < part.end; ++i)
    if (key_[i] < last_in) mark(standings.nominated, edges_[i]), --open.quota;
  auto* edges = edges_.data();
  auto* people = people_.data();
  for (auto i = part.begin; i < part.end; ++i) {  // without a branch that nobody can foretell
    edges[open.end] = edges[i], people[open.end] = people[i];
    open.end += keys[i - part.begin] == last_in;
  }
  if (static_cast<std::int64_t>(open.size()) > open.quota) return open;
  for (auto i = open.begin; i < open.end; ++i) mark(standings.nominated, edges_[i]);
  return std::nullopt;
}

}  // namespace tdkt::verdicts
