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

// The first criterion that stands in the way, nullptr where none does.
const typed::Criterion* deciding(const Findings& findings, const verdicts::Verdict& verdict,
                                 const verdicts::JudgedBy& judged) {
  const bool refused = verdict.outcome == Outcome::ineligible || verdict.outcome == Outcome::broken;
  const auto& in_force = *findings.results.in_force;
  evaluate::Environment environment;
  environment.period = verdict.period;
  environment.rows[0] = verdict.row;
  environment.law = judged.law;

  const auto in = [&](typed::AwardId award) -> const typed::Criterion* {
    for (const auto& criterion : findings.program[award].criteria) {
      const bool defers = criterion.kind == CriterionKind::defer;
      if (verdict.outcome == Outcome::deferred && !defers) continue;
      if (refused && defers) continue;
      // A bar or a deferral that is on stands in the way as a requirement does that is not met.
      const auto sought = verdict.outcome == Outcome::undetermined ? Truth::unknown : Truth::no;
      if (findings.evaluation.criterion(criterion, environment) == sought) return &criterion;
    }
    return nullptr;
  };
  if (const auto* own = in(judged.award)) return own;
  const auto day = judged.law ? std::min(*judged.law, verdict.period.last) : verdict.period.last;
  for (const auto addition : in_force.additions(judged.award, {std::min(verdict.period.first, day), day}))
    if (const auto* added = in(addition)) return added;
  return nullptr;
}

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

std::optional<Ground> ground_of(const Findings& findings, const verdicts::Verdict& verdict, Language language) {
  if (verdict.outcome == Outcome::eligible || verdict.outcome == Outcome::kept) return std::nullopt;
  const auto& program = findings.program;
  const auto& award = program[verdict.award];
  if (award.scope.filter && findings.evaluation.rule(verdict.award, verdict.period).scope_unknown[verdict.row])
    return Ground{{}, scope_in_words(program, award.scope, language), award.citation};
  const auto judged = verdicts::judged_by(program, *findings.results.in_force, findings.evaluation, findings.dataset,
                                          verdict.award, verdict.period, verdict.row);
  if (const auto* criterion = deciding(findings, verdict, judged))
    return Ground{criterion->path, words_of(program, *criterion, language), criterion->citation};
  if (judged.asked && !judged.received)
    return Ground{{},
                  std::string(either(language, "when the case was received is not on record",
                                     "chưa có ngày nhận hồ sơ")),
                  award.citation};
  return std::nullopt;
}

}  // namespace tdkt::reports
