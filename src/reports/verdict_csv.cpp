// SPDX-License-Identifier: Apache-2.0
// RFC 4180: commas, quotes where they are needed, a header line; line ends are LF.
#include <algorithm>
#include <optional>

#include "reports/endings.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"
#include "verdicts/known_contests.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::reports {

namespace {

bool is_special(char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; }

void add_field(std::string& text, std::string_view field) {
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

// Texts of a table, looked through once rather than each time that one is written.
class Fields {
 public:
  explicit Fields(const columns::Strings& texts)
      : texts_(texts), plain_(std::none_of(texts.bytes().begin(), texts.bytes().end(), is_special)) {}
  std::string_view operator[](values::Row row) const { return texts_[row]; }
  // One of these texts.
  void add(std::string& text, std::string_view field) const {
    if (plain_) text += field;
    else add_field(text, field);
  }

 private:
  const columns::Strings& texts_;
  bool plain_;
};

// Whom lines are about.
struct Names {
  explicit Names(const columns::EntityTable& table) : ids(table.ids), names(table.names) {}
  struct Name {
    std::string_view id, name;
  };
  Name operator[](values::Row row) const { return {ids[row], names[row]}; }
  void add(std::string& text, const Name& whom) const {
    ids.add(text, whom.id);
    text += ',';
    names.add(text, whom.name);
  }
  Fields ids, names;
};

// Each entity's, made when somebody asks.
class NamesOf {
 public:
  explicit NamesOf(const columns::Dataset& dataset) : dataset_(dataset), known_(dataset.entities.size()) {}
  const Names& operator[](columns::EntityId entity) {
    auto& names = known_[entity.index];
    if (!names) names.emplace(dataset_.entities[entity.index]);
    return *names;
  }

 private:
  const columns::Dataset& dataset_;
  std::vector<std::optional<Names>> known_;
};

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

// The words of a row that are the same for all rows of one award, period, outcome, ground and measure.
Endings::Make ending_of(const Findings& findings, const verdicts::Verdicts::Case& one, Language language) {
  const auto& award = findings.program[one.award];
  std::string beginning = ",";
  add_fields(beginning, award.title.in(language), words_of(one.period, language));
  return [=, &award](verdicts::Outcome outcome, const Ground* ground, const std::string& actual) {
    auto ending = beginning + ",";
    add_line(ending, words_of(outcome, language), ground ? ground->text : "", actual, ground ? ground->citation : award.citation);
    return ending;
  };
}

constexpr std::size_t words_in_piece = 512;

void add_case(const Findings& findings, const verdicts::Verdicts::Case& one, const Names& names, Language language,
              const Sink& sink, const Advance& advance) {
  const Grounds grounds(findings, one, language);
  const auto make = ending_of(findings, one, language);
  const auto add = [&](std::size_t begin, std::size_t end, std::string& text) {
    Endings endings(grounds, make);
    verdicts::for_each_verdict(one, begin, end, [&](values::Row row, verdicts::Outcome outcome) {
      names.add(text, names[row]);
      text += endings.of(row, outcome);
    });
  };
  in_pieces(findings.evaluation, {one.columns->judged.words.size(), words_in_piece, verdicts::size_of(one)}, add, sink, advance);
}

}  // namespace

void verdicts_as_csv(const Findings& findings, Language language, const Sink& sink, const Advance& advance) {
  std::string heading;
  if (language == Language::english)
    add_line(heading, "id", "name", "award", "period", "verdict", "because", "actual", "citation");
  else
    add_line(heading, "mã", "tên", "khen thưởng", "kỳ xét", "kết quả", "vì", "thực tế", "căn cứ");
  sink(heading);
  NamesOf names(findings.dataset);
  for (const auto& one : findings.results.verdicts.cases())
    add_case(findings, one, names[findings.program[one.award].scope.entity], language, sink, advance);
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
  NominationLines(const Findings& findings, const graph::NominationCase& one, const Names& members, Language language)
      : findings_(findings), nomination_(findings.program[one.nomination]), language_(language), members_(members) {
    add_fields(title_, nomination_.title.in(language), words_of(one.period, language));
  }

  // All names are looked up first, so that the processor has many far-off reads under way at once.
  void add(std::string& text, values::Row group, const std::optional<evaluate::Value>& subgroup,
           const std::vector<verdicts::Candidate>& candidates) {
    const auto& groups = findings_.dataset.entities[nomination_.scope.entity.index];
    const bool grouped = group != values::no_row;
    beginning_ = title_ + ",";
    add_fields(beginning_, grouped ? groups.ids[group] : "", grouped ? groups.names[group] : "",
               subgroup ? words_of(findings_.program, findings_.dataset, *subgroup, nomination_.within->type, language_) : "");
    whom_.clear();
    for (const auto& candidate : candidates) whom_.push_back(members_[candidate.row]);
    for (std::size_t i = 0; i < candidates.size(); ++i) add(text, candidates[i], whom_[i]);
  }

 private:
  void add(std::string& text, const verdicts::Candidate& candidate, const Names::Name& whom) {
    text += beginning_;
    text += ',';
    text += words_of(candidate.places);
    text += ',';
    members_.add(text, whom);
    text += outcome_of(candidate);
    keys_.clear();
    add_keys_in_words(keys_, findings_.program, nomination_, candidate, language_);
    add_field(text, keys_);
    text += '\n';
  }

  // `,not nominated,,`: those beside one another in the ranking mostly have the same.
  const std::string& outcome_of(const verdicts::Candidate& candidate) {
    if (!outcome_.empty() && candidate.standing == standing_ && candidate.offers == offers_ && candidate.offer == offer_)
      return outcome_;
    standing_ = candidate.standing, offers_ = candidate.offers, offer_ = candidate.offer;
    outcome_ = ",";
    add_fields(outcome_, words_of(candidate.standing, language_), offers_in_words(nomination_, candidate, language_));
    return outcome_ += ',';
  }

  const Findings& findings_;
  const typed::Nomination& nomination_;
  Language language_;
  const Names& members_;
  std::string title_, beginning_, keys_;
  std::vector<Names::Name> whom_;

  verdicts::Standing standing_{};  // what outcome_ was made of
  std::vector<std::uint32_t> offers_;
  std::optional<std::uint32_t> offer_;
  std::string outcome_;
};

constexpr std::size_t pools_in_piece = 256;

}  // namespace

void nominations_as_csv(const Findings& findings, Language language, const Sink& sink, const Advance& advance) {
  std::string heading;
  if (language == Language::english)
    add_line(heading, "nomination", "period", "group", "group name", "subgroup", "place", "id", "name", "outcome", "offer",
             "ranked by");
  else
    add_line(heading, "bình xét", "kỳ xét", "mã khối", "tên khối", "nhóm", "xếp thứ", "mã", "tên", "kết quả", "hình thức",
             "xếp hạng theo");
  sink(heading);
  NamesOf names(findings.dataset);
  for (const auto& one : findings.results.nominations.cases()) {
    const auto contests = findings.results.nominations.contests(one);
    const auto& members = names[verdicts::members_of(findings.program, findings.program[one.nomination])];
    const auto& standings = findings.results.nominations.standings(one);
    const auto add = [&](std::size_t begin, std::size_t end, std::string& text) {
      auto known = verdicts::KnownContests::of(contests, standings);
      NominationLines lines(findings, one, members, language);
      std::vector<verdicts::Candidate> candidates;
      for (auto pool = begin; pool < end; ++pool) {
        if (known && known->candidates(pool, candidates)) {
          lines.add(text, contests.group(pool), std::nullopt, candidates);
          continue;
        }
        for (const auto& outcome : contests.outcomes(pool)) lines.add(text, outcome.group, outcome.subgroup, outcome.candidates);
      }
    };
    in_pieces(findings.evaluation, {contests.size(), pools_in_piece, candidates_of(findings, one)}, add, sink, advance);
  }
}

}  // namespace tdkt::reports
