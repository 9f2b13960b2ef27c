// SPDX-License-Identifier: Apache-2.0
#include "verdicts/renewal.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "evaluate/selection.hpp"
#include "graph/builder.hpp"
#include "verdicts/contests.hpp"

namespace tdkt::verdicts {

namespace {

using evaluate::keep_once;

void add(std::vector<Row>& rows, const std::vector<Row>& more) { rows.insert(rows.end(), more.begin(), more.end()); }

// Numbers that are worked out over the members at hand are asked of nobody else's columns.
bool asks_members(const typed::Nomination& nomination) {
  if (!nomination.within && !nomination.all_groups_together) return false;
  return std::any_of(nomination.offers.begin(), nomination.offers.end(), [&](const typed::Offer& offer) {
    const auto& quota = offer.quota;
    const auto counts = [&](const typed::Expr& number) { return number && counts_members(*number, nomination); };
    return counts(quota.number) || counts(quota.share) || counts(quota.base_number) || counts(quota.at_least);
  });
}

Standing standing_of(const Standings& standings, std::size_t candidate) {
  if (standings.nominated[candidate]) return Standing::nominated;
  if (standings.tied[candidate]) return Standing::tied;
  return standings.undetermined[candidate] ? Standing::undetermined : Standing::not_nominated;
}

// What another nomination may rest on: who has which standing and offers.
using Particulars = std::vector<std::tuple<Row, Standing, std::vector<std::uint32_t>>>;
Particulars particulars_of(std::span<const NominationOutcome> outcomes) {
  Particulars all;
  for (const auto& outcome : outcomes)
    for (const auto& candidate : outcome.candidates) all.emplace_back(candidate.row, candidate.standing, candidate.offers);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

std::vector<RenewedNomination> Renewal::renew(const evaluate::Renewed& renewed) {
  renewed_ = &renewed;
  moves_.clear(), told_.clear();
  std::set<Key> settled;
  for (const auto& [key, standings] : rounds_.standings_) settled.insert(key);
  for (const auto& [key, outcomes] : rounds_.worked_out_) settled.insert(key);
  for (const auto& key : settled) moves(key);
  std::sort(told_.begin(), told_.end(), [](const auto& a, const auto& b) {
    return std::tie(a.one.period, a.one.nomination) < std::tie(b.one.period, b.one.nomination);
  });
  return std::move(told_);
}

const Renewal::Moves& Renewal::moves(Key key) {
  if (const auto found = moves_.find(key); found != moves_.end()) return found->second;
  auto made = made_again(key);
  return moves_.emplace(key, std::move(made)).first->second;
}

Renewal::Moves Renewal::made_again(Key key) {
  const auto& nomination = program_[key.first];
  auto moves = what_to_settle(key);
  // What a contest reads from columns stays true; the list of its groups may not.
  const bool other_groups = nomination.scope.filter && renewed_->nodes != 0;
  const auto kept = contests_.find(key);
  std::optional<std::vector<Group>> before;
  if (other_groups && kept != contests_.end()) before = kept->second.groups();
  if (kept != contests_.end() && (other_groups || moves.all)) contests_.erase(kept);
  if (moves.none() && !other_groups) return moves;
  auto at = contests_.find(key);
  if (at == contests_.end())
    at = contests_.emplace(key, Contests(program_, in_force_, {key.first, key.second}, evaluation_, dataset_, rounds_)).first;
  if (other_groups && before != at->second.groups()) moves.all = true;
  if (!moves.none()) settle(key, at->second, moves);
  return moves;
}

Renewal::Moves Renewal::what_to_settle(Key key) {
  Moves moves;
  const auto& asked = renewed_->nominations;
  const auto found = std::find_if(asked.begin(), asked.end(), [&](const auto& one) { return Key(one.nomination, one.period) == key; });
  if (found != asked.end()) moves.all = found->all, moves.groups = found->groups;
  if (renewed_->nodes != 0 && (!requested_.contains(key) || asks_members(program_[key.first]))) moves.all = true;
  add_requirements(key, moves);
  add_earlier_rounds(key, moves);
  keep_once(moves.groups);
  return moves;
}

// Offers that ask for an award's requirements.
void Renewal::add_requirements(Key key, Moves& moves) const {
  for (const auto award : awards_of(program_, program_[key.first], in_force_, key.second)) {
    if (!award) continue;
    const auto period = graph::own_period(program_, program_[*award].scope, key.second);
    for (const auto& rule : renewed_->rules) {
      if (rule.award != *award || rule.period != period) continue;
      std::vector<Row> members;
      for (const auto& row : rule.before) members.push_back(row.row);
      add(moves.groups, evaluation_.groups_with(key.first, key.second, members));
    }
  }
}

void Renewal::add_earlier_rounds(Key key, Moves& mine) {
  const auto& nomination = program_[key.first];
  const auto earlier = [&](typed::NominationId other) -> const Moves* {
    const auto found = rounds_.case_of(other, key.second);
    return found ? &moves({found->nomination, found->period}) : nullptr;
  };
  if (nomination.first_round)
    if (const auto* first = earlier(*nomination.first_round); first && !first->none()) {
      contests_.erase(key);  // it has a list of those proposed
      mine.all = mine.all || first->all;
      add(mine.groups, evaluation_.groups_with(key.first, key.second, first->members));
    }
  for (const auto& offer : nomination.offers) {
    if (offer.quota.base != typed::Quota::Base::first_places) continue;
    const auto* ranking = earlier(offer.quota.ranking);
    if (!ranking || ranking->none()) continue;
    const auto& other = program_[offer.quota.ranking];
    const bool same_groups = other.scope.entity == nomination.scope.entity && !other.all_groups_together;
    if (same_groups) add(mine.groups, ranking->groups);
    mine.all = mine.all || ranking->all || !same_groups;
  }
}

void Renewal::settle(Key key, const Contests& contests, Moves& moves) {
  const auto pools = moves.all ? contests.all_pools() : contests.pools_of(moves.groups);
  if (const auto outcomes = rounds_.worked_out_.find(key); outcomes != rounds_.worked_out_.end())
    settle_outcomes(key, contests, pools, moves);
  if (rounds_.standings_.contains(key)) settle_standings(key, contests, pools, moves);
  keep_once(moves.members);
}

void Renewal::settle_standings(Key key, const Contests& contests, const std::vector<std::size_t>& pools, Moves& moves) {
  auto& standings = rounds_.standings_.at(key);
  RenewedNomination told{{key.first, key.second}, moves.all, moves.all ? std::vector<Row>() : moves.groups, {}};
  if (moves.all) {
    standings = contests.standings();
  } else {
    std::vector<Standing> before;
    contests.for_each_candidate(pools, [&](Row, Row, std::size_t candidate) { before.push_back(standing_of(standings, candidate)); });
    contests.settle(pools, standings);
    auto was = before.begin();
    contests.for_each_candidate(pools, [&](Row group, Row row, std::size_t candidate) {
      const auto is = standing_of(standings, candidate);
      if (is != *was) told.candidates.push_back({group, row, *was, is}), moves.members.push_back(row);
      ++was;
    });
  }
  told_.push_back(std::move(told));
}

// Outcomes stand in the order of their groups.
void Renewal::settle_outcomes(Key key, const Contests& contests, const std::vector<std::size_t>& pools, Moves& moves) {
  auto& outcomes = rounds_.worked_out_.at(key);
  if (moves.all) outcomes.clear();
  for (const auto pool : pools) {
    auto fresh = contests.outcomes(pool);
    const auto group = contests.group(pool);
    const auto first = std::partition_point(outcomes.begin(), outcomes.end(), [&](const auto& one) { return one.group < group; });
    const auto last = std::partition_point(first, outcomes.end(), [&](const auto& one) { return one.group <= group; });
    const auto was = particulars_of({first, last}), is = particulars_of(fresh);
    Particulars different;
    std::set_symmetric_difference(was.begin(), was.end(), is.begin(), is.end(), std::back_inserter(different));
    for (const auto& one : different) moves.members.push_back(std::get<Row>(one));
    const auto at = outcomes.erase(first, last);
    outcomes.insert(at, std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
  }
}

}  // namespace tdkt::verdicts
