// SPDX-License-Identifier: Apache-2.0
#include "engine/expectations.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "engine/expectation_check.hpp"
#include "grammar/spelling.hpp"
#include "graph/in_force.hpp"
#include "verdicts/outcome.hpp"
#include "verdicts/judged_by.hpp"

namespace tdkt::engine {

namespace {

using Kind = typed::Expectation::Kind;
using values::Truth;
using verdicts::Concern;
using verdicts::Outcome;
using verdicts::Standing;

Phrase words_of(Truth truth) {
  switch (truth) {
    case Truth::yes: return {"met", "đạt"};
    case Truth::no: return {"not met", "không đạt"};
    case Truth::unknown: break;
  }
  return {"unknown", "chưa xác định"};
}

template <class Fits>
const typed::Criterion* find(const std::vector<typed::Criterion>& criteria, Fits fits) {
  for (const auto& criterion : criteria) {
    if (!criterion.path.empty() && fits(grammar::key_of(criterion.path))) return &criterion;
    if (const auto* found = find(criterion.parts, fits)) return found;
  }
  return nullptr;
}

// `2)a)` and `2.a)` name one criterion, where no other is written so.
std::string steps_of(std::string path) {
  std::replace(path.begin(), path.end(), ')', '.');
  return path;
}

const typed::Criterion* find_path(const std::vector<typed::Criterion>& criteria, const std::string& key) {
  const auto* same = find(criteria, [&](const std::string& own) { return own == key; });
  return same ? same : find(criteria, [&](const std::string& own) { return steps_of(own) == steps_of(key); });
}

// Of the award itself, else of what other packs add to it.
const typed::Criterion* find_path(const Check& check, const verdicts::Verdict& verdict, typed::AwardId award) {
  const auto key = grammar::key_of(check.wanted.path);
  if (const auto* own = find_path(check.program[award].criteria, key)) return own;
  for (const auto addition : graph::InForce(check.program).additions(award, verdict.period))
    if (const auto* added = find_path(check.program[addition].criteria, key)) return added;
  return nullptr;
}

// The award's latest case in which the entity is judged.
std::optional<verdicts::Verdict> verdict_of(const Check& check) {
  std::optional<verdicts::Verdict> found;
  for (const auto& one : check.run.results.verdicts.cases()) {
    const auto& award = check.program[one.award];
    if (!check.is_year(one.period) || !check.is_titled(award.title) || (found && one.period < found->period)) continue;
    if (const auto row = check.row_in(award.scope.entity))
      if (const auto verdict = verdicts::verdict_on(one, *row)) found = verdict;
  }
  return found;
}

// Whom the scope leaves out is told by its condition.
void not_judged(Check& check) {
  check.not_on_record();
  for (const auto& asked : check.run.request.awards) {
    const auto& award = check.program[asked.award];
    const auto row = check.row_in(award.scope.entity);
    if (!row || !check.is_year(asked.period) || !check.is_titled(award.title)) continue;
    const auto& id = check.wanted.entity;
    check.checked.actual = {"'" + id + "' is not judged", "'" + id + "' không thuộc diện xét"};
    if (award.scope.filter) check.explain({award.scope.filter}, award.scope.entity, asked.period, *row);
  }
}

void explain(Check& check, const verdicts::Verdict& verdict, const Concern& concern) {
  if (!check.checked.held && check.explains)
    check.checked.why = verdicts::explain(check.program, verdict.award, verdict.period, verdict.row,
                                          check.run.evaluation, check.dataset, concern);
}

void check_outcome(Check& check, Outcome outcome) {
  check.checked.expected = in_both(outcome);
  const auto found = verdict_of(check);
  if (!found) return not_judged(check);
  check.about.push_back(*found);
  check.checked.actual = in_both(found->outcome);
  check.checked.held = found->outcome == outcome;
  explain(check, *found, {Concern::With::deciding, {}});
}

void check_criterion(Check& check, Truth truth) {
  const auto& path = check.wanted.path;
  check.checked.expected = with(words_of(truth), ": " + path);
  const auto found = verdict_of(check);
  if (!found) return not_judged(check);
  check.about.push_back(*found);
  const auto judged = verdicts::judged_by(check.program, graph::InForce(check.program), check.run.evaluation, check.dataset,
                                          found->award, found->period, found->row);
  const auto* criterion = find_path(check, *found, judged.award);
  if (!criterion) {
    check.checked.actual = {"no criterion '" + path + "'", "không có điều kiện '" + path + "'"};
    return;
  }
  auto environment = environment_of(found->period, found->row);
  environment.law = judged.law;
  const auto actual = check.run.evaluation.criterion(*criterion, environment);
  check.checked.actual = with(words_of(actual), ": " + path);
  check.checked.held = actual == truth;
  explain(check, *found, {Concern::With::criterion, path});
}

bool is_award(const Check& check) {
  const auto& awards = check.run.request.awards;
  return std::any_of(awards.begin(), awards.end(), [&](const graph::AwardCase& asked) {
    return check.is_titled(check.program[asked.award].title);
  });
}

}  // namespace

Checked checked_against(const typed::Program& program, const typed::Expectation& expectation,
                        const columns::Dataset& dataset, const Run& run, bool explains) {
  Check check{program, expectation, dataset, run, explains, {}, {}};
  switch (expectation.kind) {
    case Kind::eligible: check_outcome(check, Outcome::eligible); break;
    case Kind::ineligible: check_outcome(check, Outcome::ineligible); break;
    case Kind::deferred: check_outcome(check, Outcome::deferred); break;
    case Kind::keeps: check_outcome(check, Outcome::kept); break;
    case Kind::breaks: check_outcome(check, Outcome::broken); break;
    case Kind::undetermined:
      if (is_award(check)) check_outcome(check, Outcome::undetermined);
      else check_standing(check, Standing::undetermined);
      break;
    case Kind::fails: check_criterion(check, Truth::no); break;
    case Kind::meets: check_criterion(check, Truth::yes); break;
    case Kind::unknown_criterion: check_criterion(check, Truth::unknown); break;
    case Kind::nominated: check_standing(check, Standing::nominated); break;
    case Kind::not_nominated: check_standing(check, Standing::not_nominated); break;
    case Kind::tied: check_standing(check, Standing::tied); break;
    case Kind::not_among: check_standing(check, Standing::not_among); break;
    case Kind::at_place: check_place(check); break;
    case Kind::value: check_value(check); break;
    case Kind::warns: check_warning(check); break;
  }
  return {std::move(check.checked), std::move(check.about)};
}

}  // namespace tdkt::engine
