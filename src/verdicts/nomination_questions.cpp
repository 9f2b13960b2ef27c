// SPDX-License-Identifier: Apache-2.0
#include "graph/builder.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/quota.hpp"

namespace tdkt::verdicts {

using values::Interval;
using values::Truth;

typed::EntityId members_of(const typed::Program& program, const typed::Nomination& nomination) {
  const auto& relation = program.schema[nomination.members];
  return nomination.inverse ? relation.of : relation.to;
}

Awards awards_of(const typed::Program& program, const typed::Nomination& nomination,
                 const graph::InForce& in_force, values::Period period) {
  Awards awards;
  for (const auto& offer : nomination.offers) {
    awards.push_back(offer.without_requirements
                         ? std::nullopt
                         : in_force.award(offer.eligible_for, members_of(program, nomination), period));
  }
  return awards;
}

evaluate::Environment candidate_in(values::Period period, Row group, Row candidate) {
  evaluate::Environment environment;
  environment.period = period;
  environment.rows[0] = group;
  return environment.with_member(candidate);
}

Truth vote_on(const typed::Nomination& nomination, const evaluate::Evaluation& evaluation,
              const evaluate::Environment& candidate) {
  if (!nomination.vote) return Truth::yes;
  const auto& vote = *nomination.vote;
  const auto held = evaluation.truth(*vote.condition, candidate);
  return vote.except_when ? values::either(held, evaluation.truth(*vote.except_when, candidate)) : held;
}

Truth eligible(const evaluate::RuleColumns& award, Row row) {
  const auto requirements = award.requirements[row];
  if (requirements == Truth::no) return Truth::no;
  if (award.scope_unknown[row]) return Truth::unknown;
  if (!award.judged[row]) return Truth::no;
  return award.deferral[row] == Truth::no ? requirements : Truth::unknown;
}

Truth eligible(const typed::Program& program, typed::AwardId award, Row row, values::Period period,
               const evaluate::Evaluation& evaluation) {
  return eligible(evaluation.rule(award, graph::own_period(program, program[award].scope, period)), row);
}

QuotaTerms terms_of(const typed::Quota& quota) {
  QuotaTerms terms;
  terms.rounding = quota.rounding;
  if (!quota.share) {
    terms.amount = Interval::exactly(values::Decimal(without_end));
    return terms;
  }
  using Base = typed::Quota::Base;
  switch (quota.base) {
    case Base::none:
    case Base::members: terms.base = QuotaTerms::Base::members; break;
    case Base::remaining: terms.base = QuotaTerms::Base::remaining; break;
    case Base::offered:
      terms.base = QuotaTerms::Base::offered;
      terms.offered = quota.offered;
      break;
    case Base::first_places:  // the number is what came of the other nomination
    case Base::expression: terms.base = QuotaTerms::Base::number; break;
  }
  return terms;
}

}  // namespace tdkt::verdicts
