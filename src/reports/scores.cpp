// SPDX-License-Identifier: Apache-2.0
#include "reports/scores.hpp"

namespace tdkt::reports {

using values::Truth;

namespace {

evaluate::Environment environment_of(values::Period period, values::Row row) {
  evaluate::Environment environment;
  environment.period = period;
  environment.rows[0] = row;
  return environment;
}

}  // namespace

std::string_view words_of(ScoreState state, Language language) {
  switch (state) {
    case ScoreState::settled: return either(language, "settled", "đã xác định");
    case ScoreState::no_grade: return either(language, "no grade", "không xếp loại");
    case ScoreState::undetermined: return either(language, "undetermined", "chưa xác định");
  }
  return {};
}

evaluate::Evaluation::Points points_of(const Findings& findings, const Scored& scored, std::uint32_t node) {
  return findings.evaluation.points(scored.scorecard, node, environment_of(scored.period, scored.row));
}

Total total_of(const Findings& findings, const Scored& scored) {
  const auto points = points_of(findings, scored, 0).points;
  const bool settled = points.known() && scored.within == Truth::yes;
  return {points, settled ? ScoreState::settled : ScoreState::undetermined};
}

Class class_of(const Findings& findings, const Graded& graded) {
  const auto cell = findings.evaluation.value(*graded.grade, environment_of(graded.period, graded.row));
  if (graded.within != Truth::yes) return {{}, ScoreState::undetermined};
  if (const auto* code = std::get_if<typed::Code>(&cell.value)) return {*code, ScoreState::settled};
  return {{}, cell.cause == evaluate::Cause::gap ? ScoreState::no_grade : ScoreState::undetermined};
}

std::string points_in_words(const typed::Program& program, const values::Interval& points, Language language) {
  typed::Type number;
  number.kind = typed::TypeKind::number;
  return words_of(program, points, number, language);
}

}  // namespace tdkt::reports
