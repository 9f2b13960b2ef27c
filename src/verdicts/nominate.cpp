// SPDX-License-Identifier: Apache-2.0
#include "verdicts/nominate.hpp"

#include <algorithm>

#include "verdicts/nomination_pool.hpp"
#include "verdicts/quota.hpp"

namespace tdkt::verdicts {
namespace {

using evaluate::Environment;
using evaluate::Evaluation;
using values::Truth;

class Nominating {
 public:
  Nominating(const typed::Program& program, const graph::InForce& in_force, graph::NominationCase asked,
             const Evaluation& evaluation, const columns::Dataset& dataset, Rounds& rounds)
      : program_(program),
        asked_(asked),
        nomination_(program[asked.nomination]),
        evaluation_(evaluation),
        dataset_(dataset),
        awards_(awards_of(program, nomination_, in_force, asked.period)),
        rounds_(rounds) {
    if (!nomination_.first_round) return;
    const auto* first = rounds.of(*nomination_.first_round, asked.period);
    const auto rows = dataset.entities[members_of(program, nomination_).index].ids.size();
    proposed_ = proposed(program, first, rows, std::nullopt);
    for (const auto& offer : nomination_.offers) {
      const bool there = makes_offer(program[*nomination_.first_round], offer.title);
      proposed_for_.push_back(there ? proposed(program, first, rows, offer.title) : proposed_);
    }
  }

  std::vector<NominationOutcome> outcomes() {
    std::vector<NominationOutcome> outcomes;
    for (const auto& pool : pools(values::no_row)) {
      std::vector<NominationOutcome> subgroups;
      for (const auto& subgroup : this->subgroups(pool)) subgroups.push_back(outcome(pool, subgroup));
      settle_unknown_subgroups(pool, subgroups);
      std::move(subgroups.begin(), subgroups.end(), std::back_inserter(outcomes));
    }
    return outcomes;
  }

  // One group's contest again, for an explanation.
  Field field(const NominationOutcome& outcome) const {
    for (const auto& pool : pools(outcome.group)) {
      auto seats = this->seats(pool, outcome.subgroup);
      Field field{std::move(seats.contest), {}, {}, pool.in_scope};
      for (const auto* person : seats.people) {
        field.rows.push_back(person->row);
        field.groups.push_back(person->group);
      }
      return field;
    }
    return {};
  }

  std::optional<Row> group_of(Row group, Row member) const {
    for (const auto& pool : pools(group)) {
      for (const auto& person : pool.people) {
        if (person.row == member) return person.group;
      }
    }
    return std::nullopt;
  }

 private:
  std::vector<Pool> pools(Row only) const {
    auto pools = pools_of(program_, asked_, only, evaluation_, dataset_);
    if (nomination_.first_round)
      for (auto& pool : pools)
        for (auto& person : pool.people) {
          const auto truth = proposed_[person.row];
          if (truth == Truth::no && !person.kept_out_by) person.kept_out_by = static_cast<std::uint32_t>(nomination_.among.size());
          person.among = values::both(person.among, truth);
        }
    return pools;
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

  NominationOutcome outcome(const Pool& pool, const std::optional<Subgroup>& subgroup) const {
    NominationOutcome outcome{asked_.nomination, asked_.period, pool.group, subgroup, {}, {}};
    const auto seats = this->seats(pool, subgroup);
    const auto settled = verdicts::settled(seats.contest);
    for (const auto& quota : settled.quotas) outcome.offers.push_back({quota, {}});
    for (std::size_t x = 0; x < seats.people.size(); ++x) {
      const auto& contender = seats.contest.contenders[x];
      outcome.candidates.push_back(candidate(*seats.people[x], contender, settled.chances[x], pool.in_scope));
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
    for (const auto& person : pool.people) {
      if (!person.may_be_in(subgroup)) continue;
      ++contest.most_members;
      if (person.surely_in(subgroup)) ++contest.members;
      if (person.among == Truth::no) continue;
      contest.contenders.push_back(contender(person));
      contest.contenders.back().sure = person.among == Truth::yes && person.surely_in(subgroup);
      seats.people.push_back(&person);
    }
    if (!pool.complete) contest.most_members = without_end;
    Environment group;
    group.period = asked_.period;
    group.rows[0] = pool.groups.front();
    const auto members = members_of_subgroup(pool, subgroup);
    for (const auto& offer : nomination_.offers) {
      contest.quotas.push_back(
          terms_of(nomination_, offer.quota, subgroup || nomination_.all_groups_together ? &members : nullptr, evaluation_, group));
      if (offer.quota.base == typed::Quota::Base::first_places) contest.quotas.back().number = first_places_for(pool, offer.quota);
    }
    return seats;
  }

  // Those of the groups that are ranked here, where the other nomination ranks the same groups.
  values::Interval first_places_for(const Pool& pool, const typed::Quota& quota) const {
    const bool same_groups = program_[quota.ranking].scope.entity == nomination_.scope.entity;
    return first_places(rounds_.of(quota.ranking, asked_.period), same_groups ? &pool.groups : nullptr);
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

  Contender contender(const Person& person) const {
    const auto environment = candidate_in(asked_.period, person.group, person.row);
    Contender contender;
    for (const auto& key : nomination_.keys)
      contender.keys.push_back(evaluation_.position(*key.value, environment));
    for (std::size_t j = 0; j < nomination_.offers.size(); ++j) {
      auto truth = qualifies(program_, nomination_, awards_, j, evaluation_, environment);
      if (nomination_.first_round) truth = values::both(truth, proposed_for_[j][person.row]);
      contender.qualifies.push_back(truth);
    }
    return contender;
  }

  static Candidate candidate(const Person& person, const Contender& contender, const Chance& chance,
                             Truth in_scope) {
    Candidate candidate{person.row, chance.standing, {}, {}, chance.places, contender.keys, {}};
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
  const Evaluation& evaluation_;
  const columns::Dataset& dataset_;
  Awards awards_;
  Rounds& rounds_;
  std::vector<Truth> proposed_;                   // in the first round, by row; empty without one
  std::vector<std::vector<Truth>> proposed_for_;  // the same by offer
};

}  // namespace

std::vector<NominationOutcome> nominate(const typed::Program& program, const graph::InForce& in_force,
                                        graph::NominationCase asked, const Evaluation& evaluation,
                                        const columns::Dataset& dataset, Rounds& rounds) {
  return Nominating(program, in_force, asked, evaluation, dataset, rounds).outcomes();
}

Field field_of(const typed::Program& program, const graph::InForce& in_force,
               const NominationOutcome& outcome, const Evaluation& evaluation,
               const columns::Dataset& dataset) {
  Rounds rounds(program, in_force, evaluation, dataset);
  const graph::NominationCase asked{outcome.nomination, outcome.period};
  return Nominating(program, in_force, asked, evaluation, dataset, rounds).field(outcome);
}

std::optional<Row> group_of(const typed::Program& program, const graph::InForce& in_force,
                            const NominationOutcome& outcome, Row member, const Evaluation& evaluation,
                            const columns::Dataset& dataset) {
  Rounds rounds(program, in_force, evaluation, dataset);
  const graph::NominationCase asked{outcome.nomination, outcome.period};
  return Nominating(program, in_force, asked, evaluation, dataset, rounds).group_of(outcome.group, member);
}

}  // namespace tdkt::verdicts
