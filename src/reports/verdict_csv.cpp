// SPDX-License-Identifier: Apache-2.0
// RFC 4180: commas, quotes where they are needed, a header line; line ends are LF.
#include "reports/because.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"

namespace tdkt::reports {

namespace {

void add_field(std::string& text, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    text += field;
    return;
  }
  text += '"';
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

template <class... Fields>
void add_line(std::string& text, const Fields&... fields) {
  bool first = true;
  const auto add = [&](std::string_view field) {
    if (!first) text += ',';
    first = false;
    add_field(text, field);
  };
  (add(fields), ...);
  text += '\n';
}

}  // namespace

std::string verdicts_as_csv(const Findings& findings, Language language) {
  std::string text;
  if (language == Language::english)
    add_line(text, "id", "name", "award", "period", "verdict", "because", "citation");
  else
    add_line(text, "mã", "tên", "khen thưởng", "kỳ xét", "kết quả", "vì", "căn cứ");
  for (const auto& verdict : findings.results.verdicts) {
    const auto& award = findings.program[verdict.award];
    const auto& table = findings.dataset.entities[award.scope.entity.index];
    const auto because = ground_of(findings, verdict, language);
    add_line(text, table.ids[verdict.row], table.names[verdict.row], award.title.in(language),
             words_of(verdict.period, language), words_of(verdict.outcome, language),
             because ? because->text : "",
             because ? because->citation : award.citation);
  }
  return text;
}

std::string scores_as_csv(const Findings& findings, Language language) {
  std::string text;
  if (language == Language::english)
    add_line(text, "scorecard or grades", "id", "name", "period", "value", "state");
  else
    add_line(text, "bảng điểm hoặc xếp loại", "mã", "tên", "kỳ xét", "giá trị", "trạng thái");
  const auto add = [&](const typed::Title& title, columns::EntityId entity, const auto& of, const std::string& value,
                       ScoreState state) {
    const auto& table = findings.dataset.entities[entity.index];
    add_line(text, title.in(language), table.ids[of.row], table.names[of.row], words_of(of.period, language), value,
             words_of(state, language));
  };
  for (const auto& scored : findings.scored) {
    const auto& card = findings.program[scored.scorecard];
    const auto total = total_of(findings, scored);
    add(card.title, card.scope.entity, scored, points_in_words(findings.program, total.points, language), total.state);
  }
  for (const auto& graded : findings.graded) {
    const auto& grades = findings.program[graded.grades];
    const auto given = class_of(findings, graded);
    const auto& scale = findings.program.schema[grades.scale];
    add(grades.title, grades.scope.entity, graded, given.code ? scale.values[given.code->code].in(language) : "",
        given.state);
  }
  return text;
}

std::string nominations_as_csv(const Findings& findings, Language language) {
  std::string text;
  if (language == Language::english)
    add_line(text, "nomination", "period", "group", "group name", "subgroup", "place", "id", "name", "outcome", "offer",
             "ranked by");
  else
    add_line(text, "bình xét", "kỳ xét", "mã khối", "tên khối", "nhóm", "xếp thứ", "mã", "tên", "kết quả", "hình thức",
             "xếp hạng theo");
  for (const auto& outcome : findings.results.nominations) {
    const auto& nomination = findings.program[outcome.nomination];
    const auto& relation = findings.program.schema[nomination.members];
    const auto& groups = findings.dataset.entities[nomination.scope.entity.index];
    const auto& members = findings.dataset.entities[(nomination.inverse ? relation.of : relation.to).index];
    const bool grouped = outcome.group != values::no_row;
    for (const auto& candidate : outcome.candidates) {
      std::string offers, keys;
      for (const auto offer : candidate.offers)
        offers += (offers.empty() ? "" : "; ") + nomination.offers[offer].title.in(language);
      if (offers.empty() && candidate.offer) offers = nomination.offers[*candidate.offer].title.in(language);
      for (std::size_t i = 0; i < candidate.keys.size(); ++i)
        keys += (i == 0 ? "" : "; ") +
                words_of(findings.program, candidate.keys[i], nomination.keys[i].value->type, language);
      add_line(text, nomination.title.in(language), words_of(outcome.period, language),
               grouped ? groups.ids[outcome.group] : "", grouped ? groups.names[outcome.group] : "",
               outcome.subgroup ? words_of(findings.program, findings.dataset, *outcome.subgroup, nomination.within->type, language)
                                : "",
               words_of(candidate.places), members.ids[candidate.row], members.names[candidate.row],
               words_of(candidate.standing, language), offers, keys);
    }
  }
  return text;
}

}  // namespace tdkt::reports
