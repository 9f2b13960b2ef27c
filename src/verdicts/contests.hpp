// SPDX-License-Identifier: Apache-2.0
// The contests of one nomination from within: who stands, by which keys, for what quota.
#pragma once

#include <algorithm>

#include "graph/builder.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/nomination_pool.hpp"
#include "verdicts/quota.hpp"
#include "verdicts/subject.hpp"

namespace tdkt::verdicts {

struct Contests::Inside {
  using Environment = evaluate::Environment;
  using Evaluation = evaluate::Evaluation;

  Inside(const typed::Program& program, const graph::InForce& in_force, graph::NominationCase asked,
         const Evaluation& evaluation, const columns::Dataset& dataset, Rounds& rounds)
      : program_(program),
        asked_(asked),
        nomination_(program[asked.nomination]),
        evaluation_(evaluation),
        candidates_(evaluation.candidates(asked.nomination, asked.period)),
        groups_(subjects(nomination_.scope, asked.period, evaluation, dataset)) {
    for (const auto award : awards_of(program, nomination_, in_force, asked.period)) {
      const auto period = award ? graph::own_period(program, program[*award].scope, asked.period) : asked.period;
      awards_.push_back(award ? &evaluation.rule(*award, period) : nullptr);
    }
    for (const auto& offer : nomination_.offers) {
      const bool of_places = offer.quota.base == typed::Quota::Base::first_places;
      first_places_.push_back(of_places ? rounds.of(offer.quota.ranking, asked.period) : nullptr);
    }
    if (!nomination_.first_round) return;
    const auto rows = dataset.entities[members_of(program, nomination_).index].ids.size();
    proposed_ = rounds.proposed(*nomination_.first_round, asked.period, rows, std::nullopt);
    for (const auto& offer : nomination_.offers) {
      const bool there = makes_offer(program[*nomination_.first_round], offer.title);
      proposed_for_.push_back(there ? rounds.proposed(*nomination_.first_round, asked.period, rows, offer.title) : proposed_);
    }
  }

  std::size_t size() const { return nomination_.all_groups_together ? std::min<std::size_t>(groups_.size(), 1) : groups_.size(); }

  std::span<const Group> groups_of(std::size_t pool) const {
    const std::span<const Group> all(groups_);
    return nomination_.all_groups_together ? all : all.subspan(pool, 1);
  }

  Pool pool(std::size_t index) const {
    auto pool = pool_of(nomination_, groups_of(index), candidates_);
    if (!nomination_.first_round) return pool;
    for (auto& person : pool.people) {
      const bool kept_out = proposed_[person.row] == Truth::no && !person.kept_out_by;
      if (kept_out) person.kept_out_by = static_cast<std::uint32_t>(nomination_.among.size());
      person.among = stands(person.row, person.among);
    }
    return pool;
  }

  // The pool that a group stands in; of all groups together the only one.
  std::optional<Pool> pool_of_group(Row group) const {
    if (groups_.empty()) return std::nullopt;
    if (nomination_.all_groups_together) return pool(0);
    const auto index = index_of(group);
    return index ? std::optional(pool(*index)) : std::nullopt;
  }

  std::optional<std::size_t> index_of(Row group) const {
    const auto found = std::lower_bound(groups_.begin(), groups_.end(), group,
                                        [](const Group& a, Row row) { return a.first < row; });
    if (found == groups_.end() || found->first != group) return std::nullopt;
    return static_cast<std::size_t>(found - groups_.begin());
  }

  // Every subgroup that somebody is in, or may be in; a single one without `within each`. Of a scale all
  // subgroups are known beforehand; somebody whose text or number is not known may be in one of its own.
  std::vector<std::optional<Subgroup>> subgroups(const Pool& pool) const {
    if (!nomination_.within) return {std::nullopt};
    std::vector<Subgroup> found;
    bool open = false;
    for (const auto& person : pool.people) {
      if (person.subgroup) found.push_back(*person.subgroup);
      else open = true;
    }
    if (open && of_scale())
      for (std::size_t code = 0; code < program_.schema[nomination_.within->type.scale].values.size(); ++code)
        found.push_back(typed::Code{nomination_.within->type.scale, static_cast<std::uint8_t>(code)});
    if (open && found.empty()) found.push_back(evaluate::UnknownText{});
    std::stable_sort(found.begin(), found.end(), in_order);
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return {found.begin(), found.end()};
  }

  bool of_scale() const { return nomination_.within->type.kind == typed::TypeKind::scale; }

  std::vector<NominationOutcome> outcomes(const Pool& pool) const {
    std::vector<NominationOutcome> outcomes;
    for (const auto& subgroup : subgroups(pool)) outcomes.push_back(outcome(pool, subgroup));
    settle_unknown_subgroups(pool, outcomes);
    return outcomes;
  }

  NominationOutcome outcome(const Pool& pool, const std::optional<Subgroup>& subgroup) const {
    NominationOutcome outcome{asked_.nomination, asked_.period, pool.group, subgroup, {}, {}};
    auto seats = this->seats(pool, subgroup);
    const auto settled = verdicts::settled(seats.contest);
    outcome.candidates.reserve(pool.people.size());
    for (const auto& quota : settled.quotas) outcome.offers.push_back({quota, {}});
    for (std::size_t x = 0; x < seats.people.size(); ++x) {
      auto& contender = seats.contest.contenders[x];
      outcome.candidates.push_back(candidate(*seats.people[x], std::move(contender.keys), settled.chances[x], pool.in_scope));
      for (std::size_t j = 0; j < outcome.offers.size(); ++j) {
        if (contender.sure && settled.chances[x].surely[j] && pool.in_scope == Truth::yes) {
          outcome.offers[j].given.push_back(seats.people[x]->row);
        }
      }
    }
    add_those_kept_out(pool, subgroup, outcome);
    std::stable_sort(outcome.candidates.begin(), outcome.candidates.end(), [](auto& a, auto& b) {
      return std::pair(a.places.best - 1, a.row) <
             std::pair(b.places.best - 1, b.row);  // 0, no place, is last
    });
    return outcome;
  }

  struct Seats {
    Contest contest;
    std::vector<const Person*> people;  // by contender
  };
  Seats seats(const Pool& pool, const std::optional<Subgroup>& subgroup) const {
    Seats seats;
    auto& contest = seats.contest;
    contest.one_offer_each = nomination_.one_offer_each;
    contest.maybe_more = !pool.complete;
    for (const auto& key : nomination_.keys) contest.keys.push_back({key.high_to_low, key.only_place});
    contest.contenders.reserve(pool.people.size()), seats.people.reserve(pool.people.size());
    for (const auto& person : pool.people) {
      if (!person.may_be_in(subgroup)) continue;
      ++contest.most_members;
      if (person.surely_in(subgroup)) ++contest.members;
      if (person.among == Truth::no) continue;
      contest.contenders.push_back({person.among == Truth::yes && person.surely_in(subgroup), {}, {}});
      seats.people.push_back(&person);
    }
    ask(seats);
    if (!pool.complete) contest.most_members = without_end;
    const auto members = members_of_subgroup(pool, subgroup);
    for (std::size_t j = 0; j < nomination_.offers.size(); ++j) {
      contest.quotas.push_back(quota(pool, j, subgroup || nomination_.all_groups_together ? &members : nullptr));
    }
    return seats;
  }

  QuotaTerms quota(const Pool& pool, std::size_t j, const std::vector<SubgroupMember>* subgroup) const {
    const auto& quota = nomination_.offers[j].quota;
    const auto& parts = candidates_.offers[j];
    const auto group = pool.groups.front();
    const auto number = [&](const typed::Expr& expression, const std::optional<evaluate::CandidatePart>& part) {
      if (!subgroup || !counts_members(*expression, nomination_)) return part->position({group, values::no_row, 0});
      Environment at;
      at.period = asked_.period;
      at.rows[0] = group;
      return number_in_subgroup(*expression, nomination_, *subgroup, evaluation_, at);
    };
    QuotaTerms terms = terms_of(quota);
    if (quota.at_least) terms.floor = number(quota.at_least, parts.at_least);
    if (quota.share) terms.amount = number(quota.share, parts.share);
    else if (quota.number) terms.amount = number(quota.number, parts.number);
    if (quota.base == typed::Quota::Base::expression) terms.number = number(quota.base_number, parts.base_number);
    if (quota.base == typed::Quota::Base::first_places) terms.number = first_places_for(pool, j);
    return terms;
  }

  // Those of the groups that are ranked here, where the other nomination ranks the same groups.
  values::Interval first_places_for(const Pool& pool, std::size_t j) const {
    const bool same_groups = program_[nomination_.offers[j].quota.ranking].scope.entity == nomination_.scope.entity;
    return first_places(first_places_[j], same_groups ? &pool.groups : nullptr);
  }

  std::vector<SubgroupMember> members_of_subgroup(const Pool& pool,
                                                  const std::optional<Subgroup>& subgroup) const {
    std::vector<SubgroupMember> members;
    for (const auto& person : pool.people) {
      if (!person.may_be_in(subgroup)) continue;
      members.push_back({person.group, person.row, person.surely_in(subgroup) ? Truth::yes : Truth::unknown});
    }
    return members;
  }

  // One thing of all, then the next: what is read lies far apart, and the reads need not wait for one another.
  void ask(Seats& seats) const {
    const auto each = [&](auto visit) {
      for (std::size_t x = 0; x < seats.people.size(); ++x) {
        const auto& person = *seats.people[x];
        visit(seats.contest.contenders[x], evaluate::Candidate{person.group, person.row, person.edge});
      }
    };
    each([&](Contender& contender, evaluate::Candidate) {
      contender.keys.reserve(candidates_.keys.size()), contender.qualifies.reserve(nomination_.offers.size());
    });
    for (const auto& key : candidates_.keys)
      each([&](Contender& contender, evaluate::Candidate who) { contender.keys.push_back(key.position(who)); });
    for (std::size_t j = 0; j < nomination_.offers.size(); ++j)
      each([&](Contender& contender, evaluate::Candidate who) { contender.qualifies.push_back(qualifies(j, who)); });
  }

  Truth qualifies(std::size_t j, evaluate::Candidate who) const {
    auto truth = candidates_.vote ? candidates_.vote->truth(who) : Truth::yes;
    if (candidates_.offers[j].condition) truth = values::both(truth, candidates_.offers[j].condition->truth(who));
    return qualifies(j, who.member, truth);
  }

  // Where its vote and its own condition come to `asked`: with the award's requirements and the first round.
  Truth qualifies(std::size_t j, Row member, Truth asked) const {
    if (awards_[j]) asked = values::both(asked, eligible(*awards_[j], member));
    return nomination_.first_round ? values::both(asked, proposed_for_[j][member]) : asked;
  }

  // Whether somebody stands of whom the conditions come to `among`.
  Truth stands(Row member, Truth among) const {
    return nomination_.first_round ? values::both(among, proposed_[member]) : among;
  }

  static Candidate candidate(const Person& person, std::vector<values::Interval> keys, const Chance& chance, Truth in_scope) {
    Candidate candidate{person.row, chance.standing, {}, {}, chance.places, std::move(keys), {}};
    if (chance.can.empty()) {  // ranked without offers: the place is the outcome
      const bool one_place = chance.places.best == chance.places.worst;
      candidate.standing = one_place ? Standing::not_nominated : Standing::undetermined;
    }
    // Who perhaps does not stand has no verdict yet, whatever would come of it.
    if (person.among != Truth::yes || in_scope != Truth::yes) {
      candidate.standing = Standing::undetermined;
      return candidate;
    }
    for (std::uint32_t j = 0; j < chance.can.size(); ++j) {
      if (chance.surely[j]) candidate.offers.push_back(j);
      const bool gets = candidate.standing == Standing::nominated && chance.surely[j];
      const bool may_get = candidate.standing == Standing::tied && chance.can[j];
      if ((gets || may_get) && !candidate.offer) candidate.offer = j;
    }
    return candidate;
  }

  // Somebody of an unknown subgroup stands perhaps in each: what comes of it in all alike is its verdict.
  void settle_unknown_subgroups(const Pool& pool, std::vector<NominationOutcome>& subgroups) const {
    for (const auto& person : pool.people) {
      if (!nomination_.within || person.subgroup) continue;
      std::vector<Candidate*> seats;
      for (auto& outcome : subgroups) {
        for (auto& candidate : outcome.candidates) {
          if (candidate.row == person.row) seats.push_back(&candidate);
        }
      }
      const bool alike = of_scale() && std::all_of(seats.begin(), seats.end(), [&](const Candidate* seat) {
        return seat->standing == seats.front()->standing && seat->standing != Standing::tied &&
               seat->offers == seats.front()->offers;
      });
      if (alike) continue;
      for (auto* seat : seats) {
        seat->standing = Standing::undetermined;
        seat->offer.reset();
        seat->offers.clear();
      }
    }
  }

  void add_those_kept_out(const Pool& pool, const std::optional<Subgroup>& subgroup,
                          NominationOutcome& outcome) const {
    for (const auto& person : pool.people) {
      if (person.among != Truth::no || !person.may_be_in(subgroup)) continue;
      outcome.candidates.push_back({person.row, Standing::not_among, {}, {}, {}, {}, person.kept_out_by});
    }
  }

  const typed::Program& program_;
  graph::NominationCase asked_;
  const typed::Nomination& nomination_;
  Evaluation evaluation_;
  evaluate::Candidates candidates_;
  std::vector<Group> groups_;
  std::vector<const evaluate::RuleColumns*> awards_;  // by offer, of those that ask for one
  std::vector<const Outcomes*> first_places_;         // by offer: of the nomination whose first places a share is of
  std::vector<Truth> proposed_;                       // in the first round, by row; empty without one
  std::vector<std::vector<Truth>> proposed_for_;      // the same by offer
};

}  // namespace tdkt::verdicts
