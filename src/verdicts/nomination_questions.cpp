// SPDX-License-Identifier: Apache-2.0
#include "verdicts/nominate.hpp"
#include "verdicts/quota.hpp"
#include "verdicts/subgroup.hpp"

namespace tdkt::verdicts {
namespace {

using values::Interval;
using values::Truth;

typed::Expr self(std::uint8_t level, typed::EntityId entity, source::Where written) {
  columns::Type type;
  type.kind = columns::TypeKind::entity;
  type.entity = entity;
  return typed::make(typed::Self{level}, type, written);
}

// The award that an offer's title names for the members' entity, of the packs in force then.
typed::Expr eligibility(const typed::Program& program, const typed::Offer& offer, typed::EntityId members,
                        values::Period period) {
  if (offer.without_requirements) return nullptr;
  std::vector<typed::AwardId> in_force;
  for (const auto award : offer.eligible_for) {
    if (program[award].scope.entity == members && program[program[award].pack].in_force.on(period.last)) {
      in_force.push_back(award);
    }
  }
  if (in_force.empty()) return nullptr;
  return typed::make(typed::Eligible{offer.title.text, self(1, members, offer.written), std::move(in_force)},
                     columns::Type{}, offer.written);
}

}  // namespace

NominationQuestions questions_of(const typed::Program& program, const typed::Nomination& nomination,
                                 values::Period period) {
  const auto& relation = program.schema[nomination.members];
  NominationQuestions questions;
  questions.members.from = self(0, nomination.scope.entity, nomination.written);
  questions.members.steps.push_back({nomination.members, nomination.inverse, typed::JudgedPeriod{}, {}});
  questions.members.of = nomination.inverse ? relation.of : relation.to;
  questions.members.level = 1;
  for (const auto& offer : nomination.offers) {
    questions.eligible.push_back(eligibility(program, offer, questions.members.of, period));
  }
  return questions;
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

Truth qualifies(const typed::Nomination& nomination, const NominationQuestions& questions, std::size_t offer,
                const evaluate::Evaluation& evaluation, const evaluate::Environment& candidate) {
  auto truth = vote_on(nomination, evaluation, candidate);
  if (truth != Truth::no && nomination.offers[offer].condition) {
    truth = values::both(truth, evaluation.truth(*nomination.offers[offer].condition, candidate));
  }
  if (truth != Truth::no && questions.eligible[offer]) {
    truth = values::both(truth, evaluation.truth(*questions.eligible[offer], candidate));
  }
  return truth;
}

QuotaTerms terms_of(const typed::Nomination& nomination, const typed::Quota& quota,
                    std::optional<typed::Code> subgroup, const evaluate::Evaluation& evaluation,
                    const evaluate::Environment& group) {
  const auto number = [&](const typed::Expr& expression) {
    const auto asked = subgroup ? within_subgroup(expression, nomination, *subgroup) : expression;
    return evaluation.number(*asked, group);
  };
  QuotaTerms terms;
  terms.rounding = quota.rounding;
  if (quota.at_least) terms.floor = number(quota.at_least);
  if (!quota.share) {
    terms.amount = quota.number ? number(quota.number) : Interval::exactly(values::Decimal(without_end));
    return terms;
  }
  using Base = typed::Quota::Base;
  terms.amount = number(quota.share);
  switch (quota.base) {
    case Base::none:
    case Base::members:
      terms.base = QuotaTerms::Base::members;
      break;
    case Base::remaining:
      terms.base = QuotaTerms::Base::remaining;
      break;
    case Base::offered:
      terms.base = QuotaTerms::Base::offered;
      terms.offered = quota.offered;
      break;
    case Base::expression:
      terms.base = QuotaTerms::Base::number;
      terms.number = number(quota.base_number);
      break;
  }
  return terms;
}

}  // namespace tdkt::verdicts
