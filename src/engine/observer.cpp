// SPDX-License-Identifier: Apache-2.0
#include "engine/observer.hpp"

#include <algorithm>

#include "graph/builder.hpp"
#include "values/match.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"
#include "verdicts/walk.hpp"

namespace tdkt::engine {

using reports::Sight;
using values::Row;
using values::Truth;

namespace {

Sight sight_of(Truth truth) {
  return truth == Truth::yes ? Sight::met : truth == Truth::no ? Sight::not_met : Sight::unknown;
}

auto key_of(const void* thing, const evaluate::Environment& at) {
  auto rows = at.rows;
  std::fill(rows.begin() + at.levels, rows.end(), Row{});
  return std::tuple(thing, at.period.first, at.period.last, rows);
}

}  // namespace

Observer::Observer(const typed::Program& program, const columns::Dataset& dataset, const Run& run)
    : program_(program),
      dataset_(dataset),
      run_(run),
      in_force_(program),
      look_{program, run.evaluation, dataset, in_force_} {}

void Observer::see(const Subject& subject) {
  std::visit(values::match{[&](const verdicts::Verdict& n) { see_rule(n.award, n.period, n.row); },
                           [&](const AskedValue& n) { see_condition(n.expression, verdicts::judging(n.row, n.period)); },
                           [&](std::size_t outcome) { see_nomination(run_.results.nominations.all()[outcome]); }},
             subject);
}

bool Observer::is_new(const void* thing, const Environment& at) { return done_.insert(key_of(thing, at)).second; }

void Observer::mark(const void* thing, Sight sight, const Environment& at) {
  if (marked_.insert(key_of(thing, at)).second) seen_.push_back({thing, sight});
}

void Observer::see_condition(const typed::Expr& condition, const Environment& at) {
  if (!condition) return;
  if (condition->type.kind == columns::TypeKind::truth)
    mark(condition.get(), sight_of(run_.evaluation.truth(*condition, at)), at);
  follow(condition, at);
}

void Observer::follow(const typed::Expr& expression, const Environment& at) {
  if (!expression || !is_new(expression.get(), at)) return;
  verdicts::walk(look_, *expression, at,
                 [&](const typed::Expression& part, const Environment& there) { follow(part, there); });
}

// Into the other rules that a part asks for, as far back as there are records.
void Observer::follow(const typed::Expression& part, const Environment& at) {
  if (at.period.year() < run_.request.first_year) return;
  const auto subject_row = [&](const typed::Expr& subject) { return verdicts::row_of(look_, *subject, at); };
  if (const auto* lookup = std::get_if<typed::Lookup>(&part.node)) see_table(*lookup, at);
  if (const auto* score = std::get_if<typed::Score>(&part.node)) {
    const bool one = score->what == typed::ScoreOf::part || score->what == typed::ScoreOf::item;
    if (const auto row = subject_row(score->subject))
      see_card(score->scorecard, one ? score->node : 0, at.period, *row);
  }
  if (const auto* reach = std::get_if<typed::ItemsReach>(&part.node))
    if (const auto row = subject_row(reach->subject)) see_card(reach->scorecard, 0, at.period, *row);
  if (const auto* grade = std::get_if<typed::GradeOf>(&part.node))
    if (const auto row = subject_row(grade->subject)) see_grades(grade->grades, at.period, *row);
  if (const auto* eligible = std::get_if<typed::Eligible>(&part.node)) {
    const auto award = in_force_.award(eligible->awards, eligible->subject->type.entity, at.period);
    const auto row = subject_row(eligible->subject);
    if (award && row) see_rule(*award, graph::own_period(program_, program_[*award].scope, at.period), *row);
  }
}

void Observer::see_rule(typed::AwardId id, values::Period period, Row row) {
  const auto& award = program_[id];
  const auto at = verdicts::judging(row, period);
  if (!is_new(&award, at)) return;
  see_condition(award.scope.filter, at);
  const auto& columns = run_.evaluation.rule(id, period);
  if (!columns.judged[row] && !columns.scope_unknown[row]) return;
  switch (verdicts::outcome_of(award.kind, columns, row)) {
    case verdicts::Outcome::eligible:
    case verdicts::Outcome::kept: mark(&award, Sight::met, at); break;
    case verdicts::Outcome::ineligible:
    case verdicts::Outcome::broken: mark(&award, Sight::not_met, at); break;
    case verdicts::Outcome::undetermined: mark(&award, Sight::unknown, at); break;
    case verdicts::Outcome::deferred: break;
  }
  for (const auto& criterion : award.criteria) see_criterion(criterion, at);
  for (const auto addition : in_force_.additions(id, period))
    for (const auto& criterion : program_[addition].criteria) see_criterion(criterion, at);
}

// Of a requirement, bar or deferral its condition, whatever an exception or a waiver makes of it.
void Observer::see_criterion(const typed::Criterion& criterion, const Environment& at) {
  const auto truth = criterion.condition ? run_.evaluation.truth(*criterion.condition, at)
                                         : run_.evaluation.criterion(criterion, at);
  mark(&criterion, sight_of(truth), at);
  follow(criterion.condition, at);
  see_condition(criterion.except_when, at);
  for (const auto& part : criterion.parts) see_criterion(part, at);
}

void Observer::see_card(typed::ScorecardId asked, std::uint32_t node, values::Period period, Row row) {
  const auto id = verdicts::answering(look_, asked, period);
  const auto& scope = program_[id].scope;
  const auto at = verdicts::judging(row, graph::own_period(program_, scope, period));
  see_condition(scope.filter, at);
  // Another pack's scorecard of the same name has parts of its own.
  see_node(id, id == asked ? node : 0, at);
}

void Observer::see_node(typed::ScorecardId card, std::uint32_t index, const Environment& at) {
  const auto& node = program_[card].nodes[index];
  if (!is_new(&node, at)) return;
  see_condition(node.applies_when, at);
  const auto points = run_.evaluation.points(card, index, at);
  if (points.applies == Truth::no) return;
  if (node.points) {
    const auto zero = values::Interval::exactly(values::Decimal(0));
    const bool full = node.kind == typed::ScoreNode::Kind::item && node.ceiling;
    const auto truth = full ? values::compared(values::Sign::at_least, points.points,
                                               run_.evaluation.number(*node.ceiling, at))
                            : values::compared(values::Sign::above, points.points, zero);
    mark(&node, sight_of(points.applies == Truth::unknown ? Truth::unknown : truth), at);
  }
  follow(node.points, at);
  follow(node.ceiling, at);
  for (const auto part : node.parts) see_node(card, part, at);
}

void Observer::see_grades(typed::GradesId asked, values::Period period, Row row) {
  const auto& grades = program_[verdicts::answering(look_, asked, period)];
  const auto at = verdicts::judging(row, graph::own_period(program_, grades.scope, period));
  if (!is_new(&grades, at)) return;
  see_condition(grades.scope.filter, at);
  for (const auto& line : grades.rows) {
    follow(line.when, at);
    const auto truth = line.when ? run_.evaluation.truth(*line.when, at) : Truth::yes;
    if (truth == Truth::no) continue;
    if (truth == Truth::yes) mark(&line, Sight::met, at);
    return mark(&grades, sight_of(truth), at);
  }
  mark(&grades, Sight::not_met, at);
}

void Observer::see_table(const typed::Lookup& lookup, const Environment& at) {
  const auto& table = verdicts::answering(look_, lookup.table, at.period);
  const auto taken = verdicts::row_taken(look_, lookup, at);
  if (!taken) {
    const bool known = std::all_of(lookup.inputs.begin(), lookup.inputs.end(), [&](const typed::Expr& input) {
      return verdicts::is_known(run_.evaluation.value(*input, at).value);
    });
    return mark(&table, known ? Sight::not_met : Sight::unknown, at);
  }
  const auto& row = table.rows[*taken];
  mark(&table, Sight::met, at);
  // One case can look up several rows of a table, each by another input.
  if (is_new(&row, at)) seen_.push_back({&row, Sight::met});
  follow(row.outcome, at);
}

void Observer::see_nomination(const verdicts::NominationOutcome& outcome) {
  const auto& nomination = program_[outcome.nomination];
  for (const auto& candidate : outcome.candidates) {
    const auto group =
        verdicts::group_of(program_, in_force_, outcome, candidate.row, run_.evaluation, dataset_).value_or(outcome.group);
    if (group == values::no_row) continue;
    const auto at_group = verdicts::judging(group, outcome.period);
    see_condition(nomination.scope.filter, at_group);
    see_candidate(outcome, candidate, verdicts::candidate_in(outcome.period, group, candidate.row));
    for (const auto& offer : nomination.offers)
      for (const auto* part : {&offer.quota.number, &offer.quota.share, &offer.quota.base_number, &offer.quota.at_least})
        follow(*part, at_group);
  }
}

void Observer::see_candidate(const verdicts::NominationOutcome& outcome, const verdicts::Candidate& candidate,
                             const Environment& at) {
  using verdicts::Standing;
  const auto& nomination = program_[outcome.nomination];
  for (const auto& condition : nomination.among) see_condition(condition, at);
  if (candidate.standing == Standing::not_among) return;
  follow(nomination.within, at);
  for (const auto& key : nomination.keys) follow(key.value, at);
  if (nomination.vote) see_criterion(*nomination.vote, at);
  const auto awards = verdicts::awards_of(program_, nomination, in_force_, outcome.period);
  const bool open = candidate.standing == Standing::tied || candidate.standing == Standing::undetermined;
  for (std::uint32_t j = 0; j < nomination.offers.size(); ++j) {
    const auto& offer = nomination.offers[j];
    if (awards[j])
      see_rule(*awards[j], graph::own_period(program_, program_[*awards[j]].scope, outcome.period), candidate.row);
    see_condition(offer.condition, at);
    const bool gets = std::find(candidate.offers.begin(), candidate.offers.end(), j) != candidate.offers.end();
    mark(&offer, gets ? Sight::met : open ? Sight::unknown : Sight::not_met, at);
  }
}

}  // namespace tdkt::engine
