// SPDX-License-Identifier: Apache-2.0
#include "verdicts/known_contests.hpp"

#include <algorithm>

#include "verdicts/contests.hpp"

namespace tdkt::verdicts {

std::optional<KnownContests> KnownContests::of(const Contests& contests, const Standings& standings) {
  const auto& inside = contests.inside();
  const auto& nomination = inside.nomination_;
  if (nomination.offers.size() != 1 || nomination.within || nomination.all_groups_together) return std::nullopt;
  KnownContests known(contests, standings);
  for (std::size_t i = 0; i < nomination.keys.size(); ++i) {
    const auto reader = KeyReader::of(inside.candidates_.keys[i], {nomination.keys[i].high_to_low, nomination.keys[i].only_place});
    if (!reader) return std::nullopt;
    known.readers_.push_back(*reader);
  }
  known.keys_.resize(known.readers_.size());
  return known;
}

bool KnownContests::candidates(std::size_t index, std::vector<Candidate>& candidates) {
  const auto pool = contests_.inside().pool(index);
  if (!pool.complete || pool.in_scope != Truth::yes) return false;
  contenders_.clear();
  for (const auto& person : pool.people) {
    if (person.among == Truth::unknown || standings_.undetermined[person.edge]) return false;
    if (person.among == Truth::yes) contenders_.push_back({&person, static_cast<std::uint32_t>(contenders_.size())});
  }
  if (!read_keys()) return false;
  std::stable_sort(contenders_.begin(), contenders_.end(), [&](const auto& a, const auto& b) { return compared(a, b) < 0; });
  candidates.clear();
  for (std::size_t first = 0, end = 0; first < contenders_.size(); first = end) {
    while (end < contenders_.size() && compared(contenders_[first], contenders_[end]) == 0) ++end;
    const auto place = static_cast<std::uint32_t>(first + 1);  // equals share the best of theirs
    for (auto i = first; i < end; ++i) candidates.push_back(candidate(*contenders_[i].person, {place, place}));
  }
  for (const auto& person : pool.people)
    if (person.among == Truth::no) candidates.push_back({person.row, Standing::not_among, {}, {}, {}, {}, person.kept_out_by});
  return true;
}

// False where one of them is not known.
bool KnownContests::read_keys() {
  for (std::size_t k = 0; k < readers_.size(); ++k) {
    using Over = KeyReader::Over;
    const auto over = readers_[k].over();
    rows_.clear();
    for (const auto& [person, index] : contenders_)
      rows_.push_back(over == Over::candidates ? person->edge : over == Over::members ? person->row : person->group);
    keys_[k].resize(rows_.size());
    if (!readers_[k].read(rows_, keys_[k].data())) return false;
    if (std::find(keys_[k].begin(), keys_[k].end(), unknown_key) != keys_[k].end()) return false;
  }
  return true;
}

int KnownContests::compared(const Contender& a, const Contender& b) const {
  for (const auto& keys : keys_)
    if (keys[a.index] != keys[b.index]) return keys[a.index] < keys[b.index] ? -1 : 1;
  return 0;
}

Candidate KnownContests::candidate(const Person& person, Places places) const {
  Candidate candidate{person.row, Standing::not_nominated, {}, {}, places, {}, {}};
  if (standings_.nominated[person.edge]) candidate.standing = Standing::nominated, candidate.offers = {0};
  if (standings_.tied[person.edge]) candidate.standing = Standing::tied;
  if (candidate.standing != Standing::not_nominated) candidate.offer = 0;
  candidate.keys.reserve(readers_.size());
  for (const auto& key : contests_.inside().candidates_.keys)
    candidate.keys.push_back(key.position({person.group, person.row, person.edge}));
  return candidate;
}

}  // namespace tdkt::verdicts
