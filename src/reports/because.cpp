// SPDX-License-Identifier: Apache-2.0
#include "reports/because.hpp"

#include <algorithm>

#include "typed/print.hpp"
#include "verdicts/judged_by.hpp"

namespace tdkt::reports {

using typed::CriterionKind;
using values::Truth;
using verdicts::Outcome;

namespace {

std::string words_of(const typed::Program& program, const typed::Criterion& criterion, Language language) {
  const auto label = criterion.label.empty() || criterion.label == "-" ? "" : criterion.label + " ";
  if (criterion.title) return label + criterion.title->in(language);
  if (criterion.condition) return label + typed::as_sentence(program, *criterion.condition, language);
  switch (criterion.kind) {
    case CriterionKind::any_of:
      return label + std::string(either(language, "any of the conditions", "một trong các điều kiện"));
    case CriterionKind::at_least_n_of:
      return label + (language == Language::english
                          ? "at least " + std::to_string(criterion.at_least) + " of the conditions"
                          : "ít nhất " + std::to_string(criterion.at_least) + " trong các điều kiện");
    default: return label + std::string(either(language, "all of the conditions", "tất cả các điều kiện"));
  }
}

std::string scope_in_words(const typed::Program& program, const typed::Scope& scope, Language language) {
  return std::string(either(language, "not known whether it is judged: ", "chưa rõ có thuộc diện xét hay không: ")) +
         typed::as_sentence(program, *scope.filter, language);
}

}  // namespace

Grounds::Grounds(const Findings& findings, const verdicts::Verdicts::Case& one, Language language)
    : findings_(findings), case_(one), language_(language) {
  const auto& award = findings.program[one.award];
  if (award.scope.filter) scope_ = Ground{{}, scope_in_words(findings.program, award.scope, language), award.citation};
  not_received_ = {{},
                   std::string(either(language, "when the case was received is not on record", "chưa có ngày nhận hồ sơ")),
                   award.citation};
  const auto add = [&](Law law) { asked_.try_emplace(law, asked_by(law)); };
  add({one.award, std::nullopt});
  for (const auto& transition : findings.results.in_force->transitions(one.award)) {
    changed_ = true;
    add({transition.award, transition.law});
    if (transition.unless_favourable) add({*transition.unless_favourable, std::nullopt});
  }
}

std::vector<Grounds::Asked> Grounds::asked_by(Law law) const {
  std::vector<Asked> asked;
  verdicts::Look look{findings_.program, findings_.evaluation, findings_.dataset, *findings_.results.in_force};
  look.in_a_column = true;
  evaluate::Environment at;
  at.period = case_.period;
  at.law = law.second;
  const auto join = [&](typed::AwardId award) {
    for (const auto& criterion : findings_.program[award].criteria)
      asked.push_back({criterion.kind, evaluate::Readings(findings_.evaluation).truths(criterion, award, at),
                       {criterion.path, words_of(findings_.program, criterion, language_), criterion.citation},
                       verdicts::measure_of(look, criterion, award, at)});
  };
  join(law.first);
  const auto day = law.second ? std::min(*law.second, case_.period.last) : case_.period.last;
  for (const auto addition :
       findings_.results.in_force->additions(law.first, {std::min(case_.period.first, day), day}))
    join(addition);
  return asked;
}

Grounds::Because Grounds::of(values::Row row, Outcome outcome) const {
  if (outcome == Outcome::eligible || outcome == Outcome::kept) return {};
  if (scope_ && case_.columns->scope_unknown[row]) return {&*scope_};
  verdicts::JudgedBy judged{case_.award, {}, {}};
  if (changed_)
    judged = verdicts::judged_by(findings_.program, *findings_.results.in_force, findings_.evaluation,
                                 findings_.dataset, case_.award, case_.period, row);
  const bool refused = outcome == Outcome::ineligible || outcome == Outcome::broken;
  // A bar or a deferral that is on stands in the way as a requirement does that is not met.
  const auto sought = outcome == Outcome::undetermined ? Truth::unknown : Truth::no;
  for (const auto& asked : asked_.at({judged.award, judged.law})) {
    const bool defers = asked.kind == CriterionKind::defer;
    if (outcome == Outcome::deferred && !defers) continue;
    if (refused && defers) continue;
    if (asked.stands[row] == sought) return {&asked.ground, asked.measure.get()};
  }
  return {judged.asked && !judged.received ? &not_received_ : nullptr};
}

std::string Grounds::actual(const Because& because, values::Row row) const {
  const auto words = because.measure ? because.measure->words(row) : std::nullopt;
  return words ? words->in(language_) : std::string();
}

}  // namespace tdkt::reports
