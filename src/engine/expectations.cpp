// SPDX-License-Identifier: Apache-2.0
#include "engine/expectations.hpp"

#include <algorithm>

#include "engine/titles.hpp"
#include "grammar/spelling.hpp"
#include "reports/words.hpp"

namespace tdkt::engine {

namespace {

using diagnostics::Phrase;
using grammar::Language;
using Kind = typed::Expectation::Kind;
using values::Truth;
using verdicts::Outcome;
using verdicts::Standing;

template <class Thing>
Phrase in_both(const Thing& thing) {
  return {std::string(reports::words_of(thing, Language::english)),
          std::string(reports::words_of(thing, Language::vietnamese))};
}

Phrase with(const Phrase& words, const std::string& more) {
  return {words.english + more, words.vietnamese + more};
}

Phrase words_of(Truth truth) {
  switch (truth) {
    case Truth::yes: return {"met", "đạt"};
    case Truth::no: return {"not met", "không đạt"};
    case Truth::unknown: break;
  }
  return {"unknown", "chưa xác định"};
}

evaluate::Environment environment_of(values::Period period, values::Row row) {
  evaluate::Environment environment;
  environment.period = period;
  environment.rows[0] = row;
  return environment;
}

const typed::Criterion* find_path(const std::vector<typed::Criterion>& criteria, const std::string& key) {
  for (const auto& criterion : criteria) {
    if (!criterion.path.empty() && grammar::key_of(criterion.path) == key) return &criterion;
    if (const auto* found = find_path(criterion.parts, key)) return found;
  }
  return nullptr;
}

// An expectation at work: what it is held against, and what it finds.
class Check {
 public:
  Check(const typed::Program& program, const typed::Expectation& expectation, const columns::Dataset& dataset,
        const Run& run)
      : program_(program), wanted_(expectation), dataset_(dataset), run_(run) {}

  reports::CheckedExpectation result() {
    switch (wanted_.kind) {
      case Kind::eligible: outcome(Outcome::eligible); break;
      case Kind::ineligible: outcome(Outcome::ineligible); break;
      case Kind::deferred: outcome(Outcome::deferred); break;
      case Kind::keeps: outcome(Outcome::kept); break;
      case Kind::breaks: outcome(Outcome::broken); break;
      case Kind::undetermined:
        if (is_award()) outcome(Outcome::undetermined);
        else standing(Standing::undetermined);
        break;
      case Kind::fails: criterion(Truth::no); break;
      case Kind::meets: criterion(Truth::yes); break;
      case Kind::unknown_criterion: criterion(Truth::unknown); break;
      case Kind::nominated: standing(Standing::nominated); break;
      case Kind::not_nominated: standing(Standing::not_nominated); break;
      case Kind::tied: standing(Standing::tied); break;
      case Kind::not_among: standing(Standing::not_among); break;
      case Kind::at_place: place(); break;
      case Kind::value: value(); break;
      case Kind::warns: warns(); break;
    }
    return std::move(checked_);
  }

 private:
  bool is_year(values::Period period) const { return !wanted_.year || period.year() == *wanted_.year; }

  bool is_award() const {
    return std::any_of(run_.request.awards.begin(), run_.request.awards.end(), [&](const graph::AwardCase& asked) {
      return has_title(program_[asked.award].title, wanted_.title);
    });
  }

  std::optional<values::Row> row_in(columns::EntityId entity) const {
    return dataset_.entities[entity.index].find(wanted_.entity);
  }

  // The award's latest case in which the entity is judged.
  const verdicts::Verdict* verdict() const {
    const verdicts::Verdict* found = nullptr;
    for (const auto& verdict : run_.results.verdicts) {
      const auto& award = program_[verdict.award];
      if (is_year(verdict.period) && has_title(award.title, wanted_.title) &&
          row_in(award.scope.entity) == verdict.row && (!found || found->period <= verdict.period))
        found = &verdict;
    }
    return found;
  }

  void not_judged() {
    checked_.actual = {"'" + wanted_.entity + "' is not judged", "'" + wanted_.entity + "' không thuộc diện xét"};
  }

  void explain(const verdicts::Verdict& verdict) {
    if (!checked_.held)
      checked_.why = verdicts::explain(program_, verdict.award, verdict.period, verdict.row, run_.evaluation, dataset_);
  }

  void outcome(Outcome outcome) {
    checked_.expected = in_both(outcome);
    const auto* found = verdict();
    if (!found) return not_judged();
    checked_.actual = in_both(found->outcome);
    checked_.held = found->outcome == outcome;
    explain(*found);
  }

  void criterion(Truth truth) {
    checked_.expected = with(words_of(truth), ": " + wanted_.path);
    const auto* found = verdict();
    if (!found) return not_judged();
    const auto* criterion = find_path(program_[found->award].criteria, grammar::key_of(wanted_.path));
    if (!criterion) {
      checked_.actual = {"no criterion '" + wanted_.path + "'", "không có điều kiện '" + wanted_.path + "'"};
      return;
    }
    auto actual = run_.evaluation.criterion(*criterion, environment_of(found->period, found->row));
    // A bar that is on is what a case fails.
    if (criterion->kind == typed::CriterionKind::bar) actual = values::opposite(actual);
    checked_.actual = with(words_of(actual), ": " + wanted_.path);
    checked_.held = actual == truth;
    explain(*found);
  }

  struct Found {
    const verdicts::NominationOutcome* outcome;
    const verdicts::Candidate* candidate;
  };

  std::vector<Found> candidates() const {
    std::vector<Found> found;
    for (const auto& outcome : run_.results.nominations) {
      const auto& nomination = program_[outcome.nomination];
      if (!is_year(outcome.period) || (!wanted_.title.empty() && !has_title(nomination, wanted_.title))) continue;
      const auto& relation = program_.schema[nomination.members];
      const auto row = row_in(nomination.inverse ? relation.of : relation.to);
      for (const auto& candidate : outcome.candidates)
        if (row == candidate.row) found.push_back({&outcome, &candidate});
    }
    return found;
  }

  // Whether a candidate surely gets what the title names: that offer, or any where it names none.
  bool gets(const Found& found) const {
    const auto& nomination = program_[found.outcome->nomination];
    if (found.candidate->standing != Standing::nominated) return false;
    const auto is_wanted = [&](std::uint32_t offer) { return has_title(nomination.offers[offer].title, wanted_.title); };
    if (wanted_.title.empty() || has_title(nomination.title, wanted_.title)) return true;
    const auto& offers = found.candidate->offers;
    return std::any_of(offers.begin(), offers.end(), is_wanted) ||
           (found.candidate->offer && is_wanted(*found.candidate->offer));
  }

  bool holds(const Found& found, Standing standing) const {
    const auto actual = found.candidate->standing;
    if (standing == Standing::nominated) return gets(found);
    // Who is surely offered something else, or is no candidate, is not nominated for this.
    if (standing == Standing::not_nominated)
      return actual == Standing::not_nominated || actual == Standing::not_among ||
             (actual == Standing::nominated && !gets(found));
    return actual == standing;
  }

  void describe(const Found& found) {
    const auto& nomination = program_[found.outcome->nomination];
    auto actual = in_both(found.candidate->standing);
    auto offers = found.candidate->offers;
    if (offers.empty() && found.candidate->offer) offers.push_back(*found.candidate->offer);
    for (const auto offer : offers)
      actual = {actual.english + " \"" + nomination.offers[offer].title.in(Language::english) + '"',
                actual.vietnamese + " \"" + nomination.offers[offer].title.in(Language::vietnamese) + '"'};
    if (const auto places = reports::words_of(found.candidate->places); !places.empty())
      actual = {actual.english + ", place " + places, actual.vietnamese + ", thứ " + places};
    checked_.actual = actual;
    if (!checked_.held)
      checked_.why = verdicts::explain(program_, *found.outcome, *found.candidate, run_.evaluation, dataset_);
  }

  // Held where some nomination that the title names has it so.
  template <class Holds>
  void among_candidates(Holds holds) {
    const auto all = candidates();
    if (all.empty()) {
      checked_.actual = {"'" + wanted_.entity + "' is no member of a group that nominates",
                         "'" + wanted_.entity + "' không phải là thành viên của khối bình xét"};
      return;
    }
    auto found = std::find_if(all.begin(), all.end(), holds);
    checked_.held = found != all.end();
    describe(checked_.held ? *found : all.front());
  }

  void standing(Standing standing) {
    checked_.expected = in_both(standing);
    if (!wanted_.title.empty()) checked_.expected = with(checked_.expected, " \"" + wanted_.title + '"');
    among_candidates([&](const Found& found) { return holds(found, standing); });
  }

  void place() {
    const auto place = static_cast<std::uint32_t>(wanted_.place.value_or(0));
    checked_.expected = {"place " + std::to_string(place), "thứ " + std::to_string(place)};
    among_candidates([&](const Found& found) {
      return found.candidate->places.best == place && found.candidate->places.worst == place;
    });
  }

  bool same(const evaluate::Value& a, const evaluate::Value& b) const {
    if (const auto* x = std::get_if<values::Interval>(&a))
      if (const auto* y = std::get_if<values::Interval>(&b))
        return values::compared(values::Sign::equal, *x, *y) == Truth::yes;
    if (const auto* x = std::get_if<typed::Code>(&a))
      if (const auto* y = std::get_if<typed::Code>(&b)) return x->scale == y->scale && x->code == y->code;
    if (const auto* x = std::get_if<std::string>(&a))
      if (const auto* y = std::get_if<std::string>(&b)) return grammar::key_of(*x) == grammar::key_of(*y);
    if (const auto* x = std::get_if<Truth>(&a))
      if (const auto* y = std::get_if<Truth>(&b)) return *x == *y && *x != Truth::unknown;
    if (const auto* x = std::get_if<values::Row>(&a))
      if (const auto* y = std::get_if<values::Row>(&b)) return *x == *y;
    if (const auto* x = std::get_if<values::Date>(&a))
      if (const auto* y = std::get_if<values::Date>(&b)) return *x == *y;
    return false;
  }

  void value() {
    for (const auto& asked : run_.request.expressions) {
      if (asked.expression != wanted_.value) continue;
      const auto row = row_in(asked.entity);
      if (!row) {
        checked_.actual = {"'" + wanted_.entity + "' is not on record", "'" + wanted_.entity + "' không có trong số liệu"};
        continue;
      }
      const auto environment = environment_of(asked.period, *row);
      const auto expected = run_.evaluation.value(*wanted_.expected, environment);
      const auto actual = run_.evaluation.value(*wanted_.value, environment);
      const auto words = [&](const evaluate::Value& of) {
        const auto& type = wanted_.value->type;
        return Phrase(reports::words_of(program_, dataset_, of, type, Language::english),
                      reports::words_of(program_, dataset_, of, type, Language::vietnamese));
      };
      checked_.expected = words(expected.value);
      checked_.actual = words(actual.value);
      checked_.held = same(expected.value, actual.value);
      if (checked_.held) return;
    }
  }

  void warns() {
    checked_.expected = {"a warning \"" + wanted_.title + '"', "cảnh báo \"" + wanted_.title + '"'};
    checked_.actual = {"no warning", "không có cảnh báo"};
    for (const auto& asked : run_.request.expressions)
      for (const auto& check : program_.checks)
        for (const auto& line : check.lines) {
          const bool meant = line.when == asked.expression && has_title(check.title, wanted_.title);
          const auto row = row_in(check.scope.entity);
          if (!meant || !row || !is_year(asked.period)) continue;
          if (run_.evaluation.truth(*line.when, environment_of(asked.period, *row)) != Truth::yes) continue;
          checked_.held = true;
          checked_.actual = checked_.expected;
        }
  }

  const typed::Program& program_;
  const typed::Expectation& wanted_;
  const columns::Dataset& dataset_;
  const Run& run_;
  reports::CheckedExpectation checked_;
};

// The periods in which a value is asked for: those of the scorecard or grades that it is of, else
// the year or the named period.
std::vector<values::Period> periods_of(const typed::Program& program, const typed::Test& test,
                                       const typed::Expectation& expectation, const graph::Request& whole) {
  std::vector<values::Period> periods;
  const auto fits = [&](values::Period period) { return !expectation.year || period.year() == *expectation.year; };
  if (const auto* score = std::get_if<typed::Score>(&expectation.value->node))
    for (const auto& asked : whole.scorecards)
      if (asked.scorecard == score->scorecard && fits(asked.period)) periods.push_back(asked.period);
  if (const auto* grade = std::get_if<typed::GradeOf>(&expectation.value->node))
    for (const auto& asked : whole.grades)
      if (asked.grades == grade->grades && fits(asked.period)) periods.push_back(asked.period);
  if (!periods.empty()) return {periods.back()};
  if (expectation.year) return {values::year_period(*expectation.year)};
  if (test.period) return {program[*test.period].days};
  if (!test.years.empty()) return {values::year_period(test.years.back())};
  return {};
}

}  // namespace

reports::CheckedExpectation checked_against(const typed::Program& program, const typed::Expectation& expectation,
                                            const columns::Dataset& dataset, const Run& run) {
  return Check(program, expectation, dataset, run).result();
}

std::optional<columns::EntityId> subject_of(const typed::Expression& expression) {
  if (const auto* self = std::get_if<typed::Self>(&expression.node); self && self->level == 0)
    return expression.type.entity;
  std::optional<columns::EntityId> found;
  typed::for_each_part(expression, [&](const typed::Expression& part) {
    if (!found) found = subject_of(part);
  });
  return found;
}

void add_value(const typed::Program& program, const typed::Test& test, const typed::Expectation& expectation,
               const graph::Request& whole, graph::Request& request) {
  const auto entity = subject_of(*expectation.value);
  for (const auto period : periods_of(program, test, expectation, whole)) {
    if (!entity) continue;
    request.expressions.push_back({expectation.value, *entity, period});
    request.expressions.push_back({expectation.expected, *entity, period});
  }
}

}  // namespace tdkt::engine
