// SPDX-License-Identifier: Apache-2.0
#include "verdicts/nominate.hpp"

#include <numeric>

#include "verdicts/contests.hpp"

namespace tdkt::verdicts {

using evaluate::Evaluation;

Contests::Contests(const typed::Program& program, const graph::InForce& in_force, graph::NominationCase asked,
                   const Evaluation& evaluation, const columns::Dataset& dataset, Rounds& rounds)
    : inside_(std::make_shared<const Inside>(program, in_force, asked, evaluation, dataset, rounds)) {}

std::size_t Contests::size() const { return inside_->size(); }

std::vector<NominationOutcome> Contests::outcomes(std::size_t index) const {
  return inside_->outcomes(inside_->pool(index));
}

std::vector<std::size_t> Contests::pools_with(Row member) const {
  const auto& candidates = inside_->candidates_;
  const auto* targets = candidates.to_members().targets;
  const auto is_of = [&](const Group& group) {
    return std::binary_search(targets + candidates.begin(group.first), targets + candidates.end(group.first), member);
  };
  std::vector<std::size_t> pools;
  for (std::size_t i = 0; i < inside_->groups_.size(); ++i)
    if (is_of(inside_->groups_[i])) pools.push_back(inside_->nomination_.all_groups_together ? 0 : i);
  pools.erase(std::unique(pools.begin(), pools.end()), pools.end());
  return pools;
}

const std::vector<Group>& Contests::groups() const { return inside_->groups_; }

std::vector<std::size_t> Contests::all_pools() const {
  std::vector<std::size_t> all(size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

std::vector<std::size_t> Contests::pools_of(std::span<const Row> groups) const {
  if (inside_->nomination_.all_groups_together) return all_pools();
  std::vector<std::size_t> pools;
  for (const auto group : groups)
    if (const auto pool = inside_->index_of(group)) pools.push_back(*pool);
  return pools;
}

Row Contests::group(std::size_t pool) const {
  return inside_->nomination_.all_groups_together ? values::no_row : inside_->groups_[pool].first;
}

void Contests::for_each_candidate(std::span<const std::size_t> pools,
                                  const std::function<void(Row, Row, std::size_t)>& visit) const {
  const auto& candidates = inside_->candidates_;
  for (const auto pool : pools)
    for (const auto& [group, in_scope] : inside_->groups_of(pool))
      for (auto edge = candidates.begin(group); edge < candidates.end(group); ++edge)
        visit(group, candidates.to_members().targets[edge], edge);
}

Field Contests::field(const NominationOutcome& outcome) const {
  const auto pool = inside_->pool_of_group(outcome.group);
  if (!pool) return {};
  auto seats = inside_->seats(*pool, outcome.subgroup);
  Field field{std::move(seats.contest), {}, {}, pool->in_scope};
  for (const auto* person : seats.people) {
    field.rows.push_back(person->row);
    field.groups.push_back(person->group);
  }
  return field;
}

std::optional<Row> Contests::group_of(Row group, Row member) const {
  if (const auto pool = inside_->pool_of_group(group))
    for (const auto& person : pool->people)
      if (person.row == member) return person.group;
  return std::nullopt;
}

Field field_of(const typed::Program& program, const graph::InForce& in_force, const NominationOutcome& outcome,
               const Evaluation& evaluation, const columns::Dataset& dataset) {
  Rounds rounds(program, in_force, evaluation, dataset);
  return Contests(program, in_force, {outcome.nomination, outcome.period}, evaluation, dataset, rounds).field(outcome);
}

std::optional<Row> group_of(const typed::Program& program, const graph::InForce& in_force,
                            const NominationOutcome& outcome, Row member, const Evaluation& evaluation,
                            const columns::Dataset& dataset) {
  if (outcome.group != values::no_row) return outcome.group;  // else of all groups together
  Rounds rounds(program, in_force, evaluation, dataset);
  return Contests(program, in_force, {outcome.nomination, outcome.period}, evaluation, dataset, rounds)
      .group_of(outcome.group, member);
}

}  // namespace tdkt::verdicts
