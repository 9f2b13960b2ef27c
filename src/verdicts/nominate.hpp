// SPDX-License-Identifier: Apache-2.0
// From members, keys and conditions to nominations: asks the evaluation for what offers.hpp needs.
#pragma once

#include <vector>

#include "graph/request.hpp"
#include "verdicts/offers.hpp"

namespace tdkt::verdicts {

std::vector<NominationOutcome> nominate(const typed::Program& program, graph::NominationCase asked,
                                        const evaluate::Evaluation& evaluation,
                                        const columns::Dataset& dataset);

// Those who stand in one nomination's group or subgroup, as the outcome's contest saw them.
struct Field {
  Contest contest;
  std::vector<Row> rows, groups;  // by contender
  values::Truth in_scope = values::Truth::yes;
};
Field field_of(const typed::Program& program, const NominationOutcome& outcome,
               const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

// The group that somebody who is not among the candidates belongs to.
std::optional<Row> group_of(const typed::Program& program, const NominationOutcome& outcome, Row member,
                            const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

// The expressions that a nomination asks besides its own: built in one place, so that results and
// explanations ask the same.
struct NominationQuestions {
  typed::Set members;                 // of the group at level 0, at level 1
  std::vector<typed::Expr> eligible;  // by offer: the award in force of its title, or nullptr
};
NominationQuestions questions_of(const typed::Program& program, const typed::Nomination& nomination,
                                 values::Period period);

// The environment of a candidate of a group.
evaluate::Environment candidate_in(values::Period period, Row group, Row candidate);

// The vote on a candidate, an exception granted included; yes where none is asked for.
values::Truth vote_on(const typed::Nomination& nomination, const evaluate::Evaluation& evaluation,
                      const evaluate::Environment& candidate);

// Whether a candidate qualifies for an offer: its own condition, eligibility and the vote.
values::Truth qualifies(const typed::Nomination& nomination, const NominationQuestions& questions,
                        std::size_t offer, const evaluate::Evaluation& evaluation,
                        const evaluate::Environment& candidate);

// What an offer's quota amounts to in one group, or in one subgroup of it.
QuotaTerms terms_of(const typed::Nomination& nomination, const typed::Quota& quota,
                    std::optional<typed::Code> subgroup, const evaluate::Evaluation& evaluation,
                    const evaluate::Environment& group);

}  // namespace tdkt::verdicts
