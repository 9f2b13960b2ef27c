// SPDX-License-Identifier: Apache-2.0
// From members, keys and conditions to nominations: asks the evaluation for what offers.hpp needs.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "graph/in_force.hpp"
#include "graph/request.hpp"
#include "verdicts/nomination_pool.hpp"
#include "verdicts/offers.hpp"
#include "verdicts/rounds.hpp"
#include "verdicts/standings.hpp"
#include "verdicts/subgroup.hpp"

namespace tdkt::verdicts {

// Those who stand in one nomination's group or subgroup, as the outcome's contest saw them.
struct Field {
  Contest contest;
  std::vector<Row> rows, groups;  // by contender
  values::Truth in_scope = values::Truth::yes;
};

// The contests of one nomination in one period, a pool of groups each. Works a pool out when it is asked
// for, since a nation has more of them than can be kept; several threads may ask at once.
class Contests {
 public:
  Contests(const typed::Program& program, const graph::InForce& in_force, graph::NominationCase asked,
           const evaluate::Evaluation& evaluation, const columns::Dataset& dataset, Rounds& rounds);

  std::size_t size() const;  // of pools: groups in the order of their rows, or all of them as one
  std::vector<NominationOutcome> outcomes(std::size_t pool) const;  // of its subgroups, in their order
  Standings standings() const;  // of all pools at once
  std::vector<std::size_t> pools_with(Row member) const;

  // Some pools anew, the others as they are (standings.cpp).
  void settle(std::span<const std::size_t> pools, Standings& standings) const;
  const std::vector<Group>& groups() const;
  std::vector<std::size_t> all_pools() const;
  std::vector<std::size_t> pools_of(std::span<const Row> groups) const;
  Row group(std::size_t pool) const;  // no_row of all groups together
  // Calls visit(group, member, candidate) for each candidate of these pools.
  void for_each_candidate(std::span<const std::size_t> pools,
                          const std::function<void(Row group, Row member, std::size_t candidate)>& visit) const;

  Field field(const NominationOutcome& outcome) const;
  std::optional<Row> group_of(Row group, Row member) const;

  struct Inside;
  const Inside& inside() const { return *inside_; }  // contests.hpp

 private:
  std::shared_ptr<const Inside> inside_;
};

Field field_of(const typed::Program& program, const graph::InForce& in_force,
               const NominationOutcome& outcome, const evaluate::Evaluation& evaluation,
               const columns::Dataset& dataset);

// The group, of those that the outcome is of, that somebody belongs to.
std::optional<Row> group_of(const typed::Program& program, const graph::InForce& in_force,
                            const NominationOutcome& outcome, Row member,
                            const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

// ---- what a nomination asks of a candidate (nomination_questions.cpp) --------------------------

// The entity of a nomination's members.
typed::EntityId members_of(const typed::Program& program, const typed::Nomination& nomination);

// By offer, the award in force that its title names and whose requirements it asks for.
using Awards = std::vector<std::optional<typed::AwardId>>;
Awards awards_of(const typed::Program& program, const typed::Nomination& nomination,
                 const graph::InForce& in_force, values::Period period);

// The environment of a candidate of a group.
evaluate::Environment candidate_in(values::Period period, Row group, Row candidate);

// The vote on a candidate, an exception granted included; yes where none is asked for.
values::Truth vote_on(const typed::Nomination& nomination, const evaluate::Evaluation& evaluation,
                      const evaluate::Environment& candidate);

// Whether a row is eligible for an award; unknown where it is deferred.
values::Truth eligible(const evaluate::RuleColumns& award, Row row);
values::Truth eligible(const typed::Program& program, typed::AwardId award, Row row, values::Period period,
                       const evaluate::Evaluation& evaluation);

// What an offer's quota is made of; its numbers are left to be filled in.
QuotaTerms terms_of(const typed::Quota& quota);

}  // namespace tdkt::verdicts
