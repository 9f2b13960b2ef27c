// SPDX-License-Identifier: Apache-2.0
#include "engine/coverage_points.hpp"

#include <algorithm>

#include "engine/certainty.hpp"
#include "typed/print.hpp"
#include "verdicts/wording.hpp"

namespace tdkt::engine {

using diagnostics::Phrase;
using grammar::Language;
using reports::CoveredRule;
using reports::Sight;
using typed::CriterionKind;
using verdicts::Say;
using verdicts::say;
using Of = reports::CoveragePoint::Of;

namespace {

Phrase title_of(const typed::Title& title) { return {title.in(Language::english), title.in(Language::vietnamese)}; }

Phrase title_of(const columns::Name& name) { return {name.in(Language::english), name.in(Language::vietnamese)}; }

Phrase joined(const Phrase& a, std::string_view between, const Phrase& b) {
  return {a.english + std::string(between) + b.english, a.vietnamese + std::string(between) + b.vietnamese};
}

// `c) “staff”: at least 70% of staff …`
Phrase named(const std::string& label, const std::optional<typed::Title>& title, Phrase sentence) {
  if (title) sentence = joined(say(Say::quoted, {title_of(*title)}), ": ", sentence);
  return label.empty() ? sentence : joined(Phrase(label), " ", sentence);
}

Phrase group_words(const typed::Criterion& criterion) {
  switch (criterion.kind) {
    case CriterionKind::any_of: return say(Say::any_of);
    case CriterionKind::at_least_n_of: return say(Say::at_least_n_of, {verdicts::number(criterion.at_least)});
    default: return say(Say::all_of);
  }
}

Of kind_of(CriterionKind kind) {
  switch (kind) {
    case CriterionKind::require: return Of::requirement;
    case CriterionKind::bar: return Of::bar;
    case CriterionKind::defer: return Of::deferral;
    case CriterionKind::vote: return Of::vote;
    default: return Of::group;
  }
}

// As its author wrote it, on one line.
Phrase as_written(const source::Sources& sources, source::Where where) {
  std::string text;
  for (const char c : sources[where.file].text(where.span)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (!blank) text += c;
    else if (!text.empty() && text.back() != ' ') text += ' ';
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return Phrase(text);
}

}  // namespace

CoveragePoints::CoveragePoints(const typed::Program& program, const source::Sources& sources)
    : program_(program), sources_(sources) {
  for (const auto& award : program.awards) add_award(award);
  for (const auto& card : program.scorecards) add_scorecard(card);
  for (const auto& grades : program.grades) add_grades(grades);
  for (const auto& table : program.tables) add_table(table);
  for (const auto& nomination : program.nominations) add_nomination(nomination);
  for (const auto& check : program.checks) add_check(check);
}

void CoveragePoints::see(const void* thing, Sight sight) {
  const auto found = places_.find(thing);
  if (found == places_.end()) return;
  auto& point = coverage_.rules[found->second.rule].points[found->second.point];
  ++point.times[static_cast<std::size_t>(sight)];
  point.possible[static_cast<std::size_t>(sight)] = true;
}

std::size_t CoveragePoints::line_of(source::Where where) const {
  return sources_[where.file].position(where.span.begin).line;
}

Phrase CoveragePoints::sentence(const typed::Expression& expression, std::optional<std::uint8_t> level) const {
  return {typed::as_sentence(program_, expression, Language::english, level),
          typed::as_sentence(program_, expression, Language::vietnamese, level)};
}

void CoveragePoints::begin(CoveredRule::Kind kind, const Phrase& title, typed::PackId pack, source::Where where) {
  const auto language = pack.index < program_.packs.size() ? program_[pack].language : Language::english;
  coverage_.rules.push_back({kind, title, sources_[where.file].path(), line_of(where), language, {}});
}

reports::CoveragePoint& CoveragePoints::add(const void* thing, Of of, Phrase words, source::Where where,
                                            bool may_be_unknown) {
  auto& points = coverage_.rules.back().points;
  places_[thing] = {coverage_.rules.size() - 1, points.size()};
  points.push_back({of, 0, std::move(words), line_of(where), {true, true, may_be_unknown}, {}});
  return points.back();
}

void CoveragePoints::add_scope(const typed::Scope& scope) {
  if (!scope.filter) return;
  const Phrase within("within its scope", "thuộc phạm vi áp dụng");
  // Of whom the rule is not for, nothing can be expected.
  add(scope.filter.get(), Of::scope, joined(within, ": ", sentence(*scope.filter)), scope.written,
      may_be_unknown(program_, *scope.filter))
      .possible[1] = false;
}

void CoveragePoints::add_criterion(const typed::Criterion& criterion, std::size_t depth) {
  auto words = criterion.condition ? sentence(*criterion.condition) : group_words(criterion);
  if (criterion.kind == CriterionKind::bar) words = say(Say::bar_when, {words});
  if (criterion.kind == CriterionKind::defer) words = say(Say::defer_when, {words});
  if (criterion.kind == CriterionKind::vote) words = say(Say::vote, {words});
  const bool open = criterion.condition ? may_be_unknown(program_, *criterion.condition)
                                        : may_be_unknown(program_, criterion);
  add(&criterion, kind_of(criterion.kind), named(criterion.label, criterion.title, words), criterion.written, open)
      .depth = depth;
  for (const auto& part : criterion.parts) add_criterion(part, depth + 1);
  if (!criterion.except_when) return;
  add(criterion.except_when.get(), Of::exception, say(Say::except_when, {sentence(*criterion.except_when)}),
      criterion.except_when->written, may_be_unknown(program_, *criterion.except_when))
      .depth = depth + 1;
}

void CoveragePoints::add_award(const typed::Award& award) {
  const bool is_pledge = award.kind == typed::RuleKind::pledge;
  begin(is_pledge ? CoveredRule::Kind::pledge : CoveredRule::Kind::award, title_of(award.title), award.pack, award.written);
  const bool open = std::any_of(award.criteria.begin(), award.criteria.end(), [&](const typed::Criterion& criterion) {
    return may_be_unknown(program_, criterion);
  });
  add(&award, Of::verdict, say(is_pledge ? Say::kept : Say::eligible), award.written, open);
  add_scope(award.scope);
  for (const auto& criterion : award.criteria) add_criterion(criterion, 0);
}

void CoveragePoints::add_node(const typed::Scorecard& card, const typed::ScoreNode& node, std::size_t depth) {
  using Kind = typed::ScoreNode::Kind;
  const bool full = node.kind == Kind::item && node.ceiling;
  auto words = say(Say::quoted, {title_of(node.title)});
  if (node.kind == Kind::bonus) words = say(Say::bonus, {words});
  if (node.kind == Kind::penalty) words = say(Say::penalty, {words});
  if (node.points)
    add(&node, Of::item,
        joined(words, ": ", full ? Phrase("all of its points", "đủ điểm tối đa") : Phrase("some points", "có điểm")),
        node.written, may_be_unknown(program_, *node.points) || (node.ceiling && may_be_unknown(program_, *node.ceiling)))
        .depth = depth;
  if (node.applies_when)
    add(node.applies_when.get(), Of::applies,
        joined(joined(words, ": ", Phrase("applies when", "áp dụng khi")), " ", sentence(*node.applies_when)),
        node.applies_when->written, may_be_unknown(program_, *node.applies_when))
        .depth = depth;
  const auto below = node.kind == Kind::whole ? depth : depth + 1;
  for (const auto part : node.parts) add_node(card, card.nodes[part], below);
}

void CoveragePoints::add_scorecard(const typed::Scorecard& card) {
  begin(CoveredRule::Kind::scorecard, title_of(card.title), card.pack, card.written);
  add_scope(card.scope);
  if (!card.nodes.empty()) add_node(card, card.nodes.front(), 0);
}

void CoveragePoints::add_grades(const typed::Grades& grades) {
  begin(CoveredRule::Kind::grades, title_of(grades.title), grades.pack, grades.written);
  const bool open = std::any_of(grades.rows.begin(), grades.rows.end(), [&](const typed::GradeRow& row) {
    return row.when && may_be_unknown(program_, *row.when);
  });
  add(&grades, Of::grade, {"some class is given", "có xếp loại"}, grades.written, open).possible[1] = grades.gaps;
  add_scope(grades.scope);
  for (const auto& row : grades.rows) {
    auto words = say(Say::quoted, {title_of(program_.schema[grades.scale].values[row.code])});
    words = joined(words, ": ", row.when ? sentence(*row.when) : say(Say::otherwise));
    add(&row, Of::grade, words, row.written, false).possible[1] = false;
  }
}

void CoveragePoints::add_table(const typed::DecisionTable& table) {
  begin(CoveredRule::Kind::table, title_of(table.name), table.pack, table.written);
  const bool open = std::any_of(table.inputs.begin(), table.inputs.end(),
                                [&](const typed::Expr& input) { return may_be_unknown(program_, *input); });
  add(&table, Of::table_row, {"some row holds", "có dòng khớp"}, table.written, open).possible[1] = table.gaps;
  for (const auto& row : table.rows)
    add(&row, Of::table_row, as_written(sources_, row.written), row.written, false).possible[1] = false;
}

void CoveragePoints::add_nomination(const typed::Nomination& nomination) {
  begin(CoveredRule::Kind::nomination, title_of(nomination.title), nomination.pack, nomination.written);
  add_scope(nomination.scope);
  for (const auto& condition : nomination.among)
    add(condition.get(), Of::candidates, say(Say::among_condition, {sentence(*condition, 1)}), condition->written,
        may_be_unknown(program_, *condition));
  if (nomination.vote) add_criterion(*nomination.vote, 0);
  for (const auto& offer : nomination.offers) {
    add(&offer, Of::offer, say(Say::offer, {say(Say::quoted, {title_of(offer.title)})}), offer.written, true);
    if (offer.condition)
      add(offer.condition.get(), Of::condition, sentence(*offer.condition, 1), offer.written,
          may_be_unknown(program_, *offer.condition))
          .depth = 1;
  }
}

void CoveragePoints::add_check(const typed::RecordCheck& check) {
  begin(CoveredRule::Kind::check, title_of(check.title), check.pack, check.written);
  add_scope(check.scope);
  for (const auto& line : check.lines) {
    const Phrase when = line.error ? Phrase("error when", "báo lỗi khi") : Phrase("warn when", "cảnh báo khi");
    add(line.when.get(), Of::warning, joined(when, " ", sentence(*line.when)), line.written,
        may_be_unknown(program_, *line.when));
  }
}

}  // namespace tdkt::engine
