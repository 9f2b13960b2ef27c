// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <span>

#include "reports/because.hpp"
#include "reports/layout.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::reports {

namespace {

using verdicts::Outcome;
using verdicts::Standing;

Tone tone_of(Outcome outcome) {
  if (outcome == Outcome::eligible || outcome == Outcome::kept) return Tone::good;
  return outcome == Outcome::ineligible || outcome == Outcome::broken ? Tone::bad : Tone::open;
}

Tone tone_of(Standing standing) {
  if (standing == Standing::nominated) return Tone::good;
  return standing == Standing::tied || standing == Standing::undetermined ? Tone::open : Tone::plain;
}

TableRow headings(Language language, std::initializer_list<std::array<std::string_view, 2>> words) {
  TableRow row;
  for (const auto& [english, vietnamese] : words)
    row.push_back({std::string(either(language, english, vietnamese)), Tone::heading});
  return row;
}

// Beyond these, a scorecard's parts are told by `why` and verdicts.json.
constexpr std::size_t most_parts_shown = 6;

class Table {
 public:
  Table(const Findings& findings, const TableOptions& options)
      : findings_(findings), options_(options), language_(options.language) {}

  std::string text() {
    for (const auto& one : findings_.results.verdicts.cases()) add_award(one);
    for (const auto& one : findings_.results.nominations.cases()) add_nominations(one);
    for_each_group(findings_.scored, &Scored::scorecard, [&](const auto& rows) { add_scores(rows); });
    for_each_group(findings_.graded, &Graded::grades, [&](const auto& rows) { add_grades(rows); });
    add_reports();
    add_suspects();
    add_summary();
    if (text_.empty())
      text_ = std::string(either(language_, "nobody on record is judged\n", "không có đối tượng nào thuộc diện xét\n"));
    return std::move(text_);
  }

 private:
  void heading(std::string_view words) {
    if (!text_.empty()) text_ += '\n';
    text_ += toned(words, Tone::heading, options_.colour) + '\n';
  }

  void rows(const std::vector<TableRow>& rows) { text_ += set_in_columns(rows, 2, options_.colour); }

  std::string id(columns::EntityId entity, values::Row row) const {
    return std::string(findings_.dataset.entities[entity.index].ids[row]);
  }
  std::string name(columns::EntityId entity, values::Row row) const {
    return std::string(findings_.dataset.entities[entity.index].names[row]);
  }

  void add_award(const verdicts::Verdicts::Case& one) {
    const auto counts = verdicts::counts_of(one);
    const auto all = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    if (all == 0) return;
    const auto& award = findings_.program[one.award];
    heading(fmt::format("{}, {}", award.title.in(language_), words_of(one.period, language_)));
    std::vector<TableRow> table{
        headings(language_, {{"id", "mã"}, {"name", "tên"}, {"verdict", "kết quả"}, {"because", "vì"}, {"actual", "thực tế"}})};
    const Grounds grounds(findings_, one, language_);
    for (std::size_t word = 0; word < one.columns->judged.words.size() && table.size() <= shown_of(all); ++word)
      verdicts::for_each_verdict(one, word, word + 1, [&](values::Row row, Outcome outcome) {
        if (table.size() > shown_of(all)) return;
        const auto because = grounds.of(row, outcome);
        table.push_back({{id(award.scope.entity, row)},
                         {name(award.scope.entity, row)},
                         {std::string(words_of(outcome, language_)), tone_of(outcome)},
                         {because.ground ? because.ground->text : ""},
                         {grounds.actual(because, row)}});
      });
    rows(table);
    say_left_out(all, "verdicts.csv");
    std::string counted;
    for (std::size_t i = 0; i < counts.size(); ++i)
      if (counts[i] != 0)
        counted += fmt::format("{}{} {}", counted.empty() ? "" : ", ", counts[i], words_of(static_cast<Outcome>(i), language_));
    summary_.push_back({{award.title.in(language_)}, {words_of(one.period, language_)}, {counted}});
  }

  // Each group's contest; of very many groups the first, and in the summary what came of all.
  void add_nominations(const graph::NominationCase& one) {
    std::size_t shown = 0;
    const bool all = findings_.results.nominations.for_each_while(one, [&](const verdicts::NominationOutcome& outcome) {
      if (shown != 0 && shown >= options_.most_rows) return false;
      shown += outcome.candidates.size();
      add_nomination(outcome);
      return true;
    });
    if (all) return;
    text_ += fmt::format("  … {}{}\n", either(language_, "and more groups", "và các nhóm khác"), where_the_rest_is("nominations.csv"));
    const auto counts = findings_.results.nominations.counts(one);
    std::string counted;
    const auto add = [&](std::size_t count, Standing standing) {
      if (count != 0) counted += fmt::format("{}{} {}", counted.empty() ? "" : ", ", count, words_of(standing, language_));
    };
    add(counts.nominated, Standing::nominated);
    add(counts.tied, Standing::tied);
    add(counts.undetermined, Standing::undetermined);
    summary_.push_back({{findings_.program[one.nomination].title.in(language_)}, {words_of(one.period, language_)}, {counted}});
  }

  void add_nomination(const verdicts::NominationOutcome& outcome) {
    const auto& nomination = findings_.program[outcome.nomination];
    const auto title = nomination.title.in(language_) + group_of(outcome), period = words_of(outcome.period, language_);
    heading(fmt::format("{}, {}", title, period));

    const auto member = verdicts::members_of(findings_.program, nomination);
    std::vector<TableRow> table{headings(
        language_, {{"place", "thứ"}, {"id", "mã"}, {"name", "tên"}, {"outcome", "kết quả"}, {"offer", "hình thức"},
                    {"ranked by", "xếp hạng theo"}})};
    for (const auto& candidate : outcome.candidates) {
      std::string because;
      if (candidate.kept_out_by) because = kept_out(nomination, *candidate.kept_out_by);
      else add_keys_in_words(because, findings_.program, nomination, candidate, language_);
      table.push_back({{words_of(candidate.places)},
                       {id(member, candidate.row)},
                       {name(member, candidate.row)},
                       {std::string(words_of(candidate.standing, language_)), tone_of(candidate.standing)},
                       {offers_in_words(nomination, candidate, language_)},
                       {because}});
    }
    rows(table);
    std::string counted;
    for (std::size_t i = 0; i < outcome.offers.size(); ++i)
      counted += fmt::format("{}{} {}", counted.empty() ? "" : ", ", outcome.offers[i].given.size(),
                             nomination.offers[i].title.in(language_));
    summary_.push_back({{title}, {period}, {counted}});
  }

  std::string kept_out(const typed::Nomination& nomination, std::uint32_t by) const {
    const bool english = language_ == Language::english;
    if (by == nomination.among.size())
      return fmt::format("{} {}", english ? "not proposed in" : "không được đề nghị tại",
                         findings_.program[*nomination.first_round].title.in(language_));
    return fmt::format("{}: {}", english ? "not met" : "không đạt",
                       typed::as_sentence(findings_.program, *nomination.among[by], language_));
  }

  // Whose nomination it is: the group, and the subgroup within it.
  std::string group_of(const verdicts::NominationOutcome& outcome) const {
    const auto& nomination = findings_.program[outcome.nomination];
    std::string group;
    if (outcome.group != values::no_row) {
      const auto& group_name = name(nomination.scope.entity, outcome.group);
      group += ", " + (group_name.empty() ? id(nomination.scope.entity, outcome.group) : group_name);
    }
    if (outcome.subgroup)
      group += ", " + words_of(findings_.program, findings_.dataset, *outcome.subgroup, nomination.within->type, language_);
    return group;
  }

  // Calls visit(rows) for the rows of each rule and period, which stand together.
  template <class Line, class Id, class Visit>
  static void for_each_group(const std::vector<Line>& lines, Id Line::*rule, Visit visit) {
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
      while (end < lines.size() && lines[end].*rule == lines[begin].*rule && lines[end].period == lines[begin].period)
        ++end;
      visit(std::span(lines).subspan(begin, end - begin));
    }
  }

  std::size_t shown_of(std::size_t rows) const { return std::min(rows, options_.most_rows); }

  std::string where_the_rest_is(std::string_view file) const {
    if (options_.files) return fmt::format("{} {}", either(language_, ", in", ", xem tệp"), file);
    return std::string(either(language_, "; --out writes them to files", "; dùng --out để ghi ra tệp"));
  }
  void say_left_out(std::size_t rows, std::string_view file) {
    if (rows > shown_of(rows))
      text_ += fmt::format("  … {} {}{}\n", rows - shown_of(rows), either(language_, "more", "dòng nữa"), where_the_rest_is(file));
  }

  void add_scores(std::span<const Scored> rows) {
    const auto& card = findings_.program[rows.front().scorecard];
    const auto title = card.title.in(language_), period = words_of(rows.front().period, language_);
    heading(fmt::format("{}, {}", title, period));
    const auto& parts = card.nodes[0].parts;
    const bool with_parts = parts.size() <= most_parts_shown;
    auto first = headings(language_, {{"id", "mã"}, {"name", "tên"}, {"total", "tổng điểm"}});
    if (with_parts)
      for (const auto part : parts) first.push_back({card.nodes[part].title.in(language_), Tone::heading});
    std::vector<TableRow> table{std::move(first)};
    std::size_t open = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto total = total_of(findings_, rows[i]);
      const bool settled = total.state == ScoreState::settled;
      if (!settled) ++open;
      if (i >= shown_of(rows.size())) continue;
      table.push_back({{id(card.scope.entity, rows[i].row)},
                       {name(card.scope.entity, rows[i].row)},
                       {points_in_words(findings_.program, total.points, language_), settled ? Tone::plain : Tone::open}});
      if (!with_parts) continue;
      for (const auto part : parts) {
        const auto points = points_of(findings_, rows[i], part);
        table.back().push_back({points.applies == values::Truth::no
                                    ? "–"
                                    : points_in_words(findings_.program, points.points, language_)});
      }
    }
    this->rows(table);
    say_left_out(rows.size(), "scores.csv");
    auto counted = fmt::format("{} {}", rows.size() - open, words_of(ScoreState::settled, language_));
    if (open != 0) counted += fmt::format(", {} {}", open, words_of(ScoreState::undetermined, language_));
    summary_.push_back({{title}, {period}, {counted}});
  }

  void add_grades(std::span<const Graded> rows) {
    const auto& grades = findings_.program[rows.front().grades];
    const auto& scale = findings_.program.schema[grades.scale];
    const auto title = grades.title.in(language_), period = words_of(rows.front().period, language_);
    heading(fmt::format("{}, {}", title, period));
    std::vector<TableRow> table{headings(language_, {{"id", "mã"}, {"name", "tên"}, {"grade", "xếp loại"}})};
    // The best class first, then those without one.
    std::map<std::pair<int, ScoreState>, std::pair<std::string, std::size_t>> counted;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto given = class_of(findings_, rows[i]);
      const auto words = given.code ? scale.values[given.code->code].in(language_)
                                    : std::string(words_of(given.state, language_));
      auto& count = counted[{given.code ? -int{given.code->code} : 1, given.state}];
      count = {words, count.second + 1};
      if (i >= shown_of(rows.size())) continue;
      table.push_back({{id(grades.scope.entity, rows[i].row)},
                       {name(grades.scope.entity, rows[i].row)},
                       {words, given.code ? Tone::plain : Tone::open}});
    }
    this->rows(table);
    say_left_out(rows.size(), "scores.csv");
    std::string all;
    for (const auto& [which, count] : counted)
      all += fmt::format("{}{} {}", all.empty() ? "" : ", ", count.second, count.first);
    summary_.push_back({{title}, {period}, {all}});
  }

  void add_reports() {
    const auto& all = findings_.listed;
    for (std::size_t begin = 0, end = 0; begin < all.size(); begin = end) {
      const auto& report = findings_.program.reports[all[begin].report];
      heading(fmt::format("{}, {}", report.title.in(language_), words_of(all[begin].period, language_)));
      std::vector<TableRow> table{headings(language_, {{"id", "mã"}, {"name", "tên"}, {"value", "giá trị"}})};
      for (; end < all.size() && all[end].report == all[begin].report && all[end].period == all[begin].period; ++end)
        table.push_back({{id(report.scope.entity, all[end].row)},
                         {name(report.scope.entity, all[end].row)},
                         {words_of(findings_.program, findings_.dataset, all[end].value, report.value->type,
                                   language_)}});
      rows(table);
    }
  }

  void add_suspects() {
    if (findings_.suspects.empty()) return;
    heading(either(language_, "Records to look at", "Số liệu cần xem lại"));
    std::vector<TableRow> table;
    for (const auto& suspect : findings_.suspects) {
      const auto& check = findings_.program.checks[suspect.check];
      const bool error = check.lines[suspect.line].error;
      table.push_back({{std::string(error ? either(language_, "error", "lỗi") : either(language_, "warning", "cảnh báo")),
                        error ? Tone::bad : Tone::open},
                       {id(check.scope.entity, suspect.row)},
                       {name(check.scope.entity, suspect.row)},
                       {words_of(suspect.period, language_)},
                       {check.title.in(language_)}});
    }
    rows(table);
  }

  void add_summary() {
    if (summary_.empty()) return;
    heading(either(language_, "Summary", "Tổng hợp"));
    rows(summary_);
  }

  const Findings& findings_;
  const TableOptions& options_;
  Language language_;
  std::string text_;
  std::vector<TableRow> summary_;
};

}  // namespace

std::string findings_as_text(const Findings& findings, const TableOptions& options) {
  return Table(findings, options).text();
}

}  // namespace tdkt::reports
