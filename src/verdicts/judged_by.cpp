// SPDX-License-Identifier: Apache-2.0
#include "verdicts/judged_by.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"

namespace tdkt::verdicts {

namespace {

using values::Truth;

// The day on which the latest case of the row was received.
std::optional<values::Date> received_on(const typed::Program& program, const graph::InForce& in_force,
                                        const columns::Dataset& dataset, typed::AwardId award, values::Row row) {
  const auto forms = in_force.award_forms(program[award].title.text);
  std::optional<values::Date> latest;
  for (const auto& one : dataset.cases) {
    if (one.row != row || one.entity != program[award].scope.entity) continue;
    if (std::find(forms.begin(), forms.end(), grammar::key_of(one.award)) == forms.end()) continue;
    if (!latest || one.received > *latest) latest = one.received;
  }
  return latest;
}

// How favourable one award's own verdict is: 0 ineligible, 1 undetermined, 2 deferred, 3 eligible.
int favour(const typed::Program& program, const graph::InForce& in_force, const evaluate::Evaluation& evaluation,
           typed::AwardId award, const evaluate::Environment& at) {
  auto requirements = Truth::yes, deferral = Truth::no;
  const auto join = [&](typed::AwardId id) {
    for (const auto& criterion : program[id].criteria) {
      const auto stands = evaluation.criterion(criterion, at);
      if (criterion.kind == typed::CriterionKind::defer)
        deferral = values::either(deferral, values::opposite(stands));
      else
        requirements = values::both(requirements, stands);
    }
  };
  join(award);
  const auto day = at.law ? std::min(*at.law, at.period.last) : at.period.last;
  for (const auto addition : in_force.additions(award, {std::min(at.period.first, day), day})) join(addition);
  if (requirements == Truth::no) return 0;
  if (deferral == Truth::yes) return 2;
  return requirements == Truth::yes && deferral == Truth::no ? 3 : 1;
}

}  // namespace

JudgedBy judged_by(const typed::Program& program, const graph::InForce& in_force, const evaluate::Evaluation& evaluation,
                   const columns::Dataset& dataset, typed::AwardId award, values::Period period, values::Row row) {
  JudgedBy judged{award, {}, {}};
  for (const auto& transition : in_force.transitions(award)) {
    judged.asked = true;
    judged.received = received_on(program, in_force, dataset, award, row);
    if (!judged.received || *judged.received >= transition.before) continue;
    evaluate::Environment now, then;
    now.period = then.period = period;
    now.rows[0] = then.rows[0] = row;
    then.law = transition.law;
    if (transition.unless_favourable &&
        favour(program, in_force, evaluation, *transition.unless_favourable, now) >
            favour(program, in_force, evaluation, transition.award, then)) {
      judged.award = *transition.unless_favourable;
      judged.law.reset();
      judged.favourable = true;
    } else {
      judged.award = transition.award;
      judged.law = transition.law;
      judged.favourable = false;
    }
  }
  return judged;
}

}  // namespace tdkt::verdicts
