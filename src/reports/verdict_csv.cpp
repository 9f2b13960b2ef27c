// SPDX-License-Identifier: Apache-2.0
// RFC 4180: commas, quotes where they are needed, a header line; line ends are LF.
#include <algorithm>
#include <map>

#include "reports/because.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::reports {

namespace {

void add_field(std::string& text, std::string_view field) {
  const auto is_special = [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; };
  if (std::none_of(field.begin(), field.end(), is_special)) {
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
void add_fields(std::string& text, const Fields&... fields) {
  bool first = true;
  const auto add = [&](std::string_view field) {
    if (!first) text += ',';
    first = false;
    add_field(text, field);
  };
  (add(fields), ...);
}

template <class... Fields>
void add_line(std::string& text, const Fields&... fields) {
  add_fields(text, fields...);
  text += '\n';
}

// The words of a row that are the same for all rows of one award, period, outcome and ground.
class Endings {
 public:
  Endings(const Findings& findings, const verdicts::Verdicts::Case& one, Language language) : language_(language) {
    const auto& award = findings.program[one.award];
    citation_ = award.citation;
    add_field(beginning_, award.title.in(language));
    beginning_ += ',';
    add_field(beginning_, words_of(one.period, language));
    beginning_ += ',';
  }

  const std::string& of(verdicts::Outcome outcome, const Ground* ground) {
    auto& ending = endings_[{outcome, ground}];
    if (ending.empty()) {
      ending = "," + beginning_;
      add_line(ending, words_of(outcome, language_), ground ? ground->text : "", ground ? ground->citation : citation_);
    }
    return ending;
  }

 private:
  Language language_;
  std::string beginning_, citation_;
  std::map<std::pair<verdicts::Outcome, const Ground*>, std::string> endings_;
};

constexpr std::size_t words_in_piece = 512;

void add_case(const Findings& findings, const verdicts::Verdicts::Case& one, Language language, const Sink& sink) {
  const Grounds grounds(findings, one, language);
  const auto& table = findings.dataset.entities[findings.program[one.award].scope.entity.index];
  const auto add = [&](std::size_t begin, std::size_t end, std::string& text) {
    Endings endings(findings, one, language);
    verdicts::for_each_verdict(one, begin, end, [&](values::Row row, verdicts::Outcome outcome) {
      add_fields(text, table.ids[row], table.names[row]);
      text += endings.of(outcome, grounds.of(row, outcome));
    });
  };
  in_pieces(findings.evaluation, one.columns->judged.words.size(), words_in_piece, add, sink);
}

}  // namespace

void verdicts_as_csv(const Findings& findings, Language language, const Sink& sink) {
  std::string heading;
  if (language == Language::english)
    add_line(heading, "id", "name", "award", "period", "verdict", "because", "citation");
  else
    add_line(heading, "mã", "tên", "khen thưởng", "kỳ xét", "kết quả", "vì", "căn cứ");
  sink(heading);
  for (const auto& one : findings.results.verdicts.cases()) add_case(findings, one, language, sink);
}

void scores_as_csv(const Findings& findings, Language language, const Sink& sink) {
  Text out(sink);
  auto& text = out.line();
  if (language == Language::english)
    add_line(text, "scorecard or grades", "id", "name", "period", "value", "state");
  else
    add_line(text, "bảng điểm hoặc xếp loại", "mã", "tên", "kỳ xét", "giá trị", "trạng thái");
  const auto add = [&](const typed::Title& title, columns::EntityId entity, const auto& of, const std::string& value,
                       ScoreState state) {
    const auto& table = findings.dataset.entities[entity.index];
    add_line(out.line(), title.in(language), table.ids[of.row], table.names[of.row], words_of(of.period, language), value,
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
  out.flush();
}

namespace {

// The lines of one contest's candidates.
class NominationLines {
 public:
  NominationLines(const Findings& findings, const verdicts::NominationOutcome& outcome, Language language)
      : findings_(findings),
        nomination_(findings.program[outcome.nomination]),
        language_(language),
        members_(findings.dataset.entities[verdicts::members_of(findings.program, nomination_).index]) {
    const auto& groups = findings.dataset.entities[nomination_.scope.entity.index];
    const bool grouped = outcome.group != values::no_row;
    add_fields(beginning_, nomination_.title.in(language), words_of(outcome.period, language),
               grouped ? groups.ids[outcome.group] : "", grouped ? groups.names[outcome.group] : "",
               outcome.subgroup ? words_of(findings.program, findings.dataset, *outcome.subgroup, nomination_.within->type, language)
                                : "");
  }

  void add(std::string& text, const verdicts::Candidate& candidate) const {
    text += beginning_;
    text += ',';
    add_line(text, words_of(candidate.places), members_.ids[candidate.row], members_.names[candidate.row],
             words_of(candidate.standing, language_), offers_in_words(nomination_, candidate, language_),
             keys_in_words(findings_.program, nomination_, candidate, language_));
  }

 private:
  const Findings& findings_;
  const typed::Nomination& nomination_;
  Language language_;
  const columns::EntityTable& members_;
  std::string beginning_;
};

constexpr std::size_t pools_in_piece = 64;

}  // namespace

void nominations_as_csv(const Findings& findings, Language language, const Sink& sink) {
  std::string heading;
  if (language == Language::english)
    add_line(heading, "nomination", "period", "group", "group name", "subgroup", "place", "id", "name", "outcome", "offer",
             "ranked by");
  else
    add_line(heading, "bình xét", "kỳ xét", "mã khối", "tên khối", "nhóm", "xếp thứ", "mã", "tên", "kết quả", "hình thức",
             "xếp hạng theo");
  sink(heading);
  for (const auto& one : findings.results.nominations.cases()) {
    const auto contests = findings.results.nominations.contests(one);
    const auto add = [&](std::size_t begin, std::size_t end, std::string& text) {
      for (auto pool = begin; pool < end; ++pool)
        for (const auto& outcome : contests.outcomes(pool)) {
          const NominationLines lines(findings, outcome, language);
          for (const auto& candidate : outcome.candidates) lines.add(text, candidate);
        }
    };
    in_pieces(findings.evaluation, contests.size(), pools_in_piece, add, sink);
  }
}

}  // namespace tdkt::reports
