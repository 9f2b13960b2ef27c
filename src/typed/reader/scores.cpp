// SPDX-License-Identifier: Apache-2.0
// Scorecards and grades in sentences: `total of "X"`, `points of part "I"`, `grade in "G"`,
// `every item of "X" reaches 80% of its ceiling`.
#include <algorithm>

#include "grammar/spelling.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

// `I` of "I. Political tasks", `I.1` of "I.1. Targets"; of "I.1 Targets" at least `I`.
std::string up_to_dot(const std::string& title, bool before_blank) {
  const auto dot = title.find(before_blank ? ". " : ".");
  return dot == std::string::npos ? title : title.substr(0, dot);
}

// The parts or items of that title; where none has it, those whose title begins so.
std::vector<std::uint32_t> nodes_titled(const std::vector<ScoreNode>& nodes, ScoreNode::Kind kind, const std::string& key) {
  std::vector<std::uint32_t> found;
  const auto look = [&](auto fits) {
    for (std::uint32_t node = 0; node < nodes.size(); ++node)
      if (nodes[node].kind == kind && fits(nodes[node].title)) found.push_back(node);
  };
  look([&](const Title& title) { return is_titled(title, key); });
  for (const bool before_blank : {true, false})
    if (found.empty())
      look([&](const Title& title) { return grammar::key_of(up_to_dot(title.text, before_blank)) == key; });
  return found;
}

}  // namespace

namespace {

// Packs of different times give one title to different things, and the judged day says which is meant:
// one for each kind of entity will do, the pack's own first.
template <class Things, class Wanted>
std::vector<std::uint32_t> one_of_each_entity(const Things& things, PackId pack, Wanted wanted) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    if (!wanted(things[i])) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](std::uint32_t other) {
      return things[other].scope.entity == things[i].scope.entity;
    });
    if (same == found.end()) found.push_back(i);
    else if (things[*same].pack != pack && things[i].pack == pack) *same = i;
  }
  return found;
}

}  // namespace

// `… of "X"`, or without a name the only scorecard for this kind of entity, of the same pack first.
std::vector<SentenceReader::ScorecardAt> SentenceReader::scorecards_named(At at) const {
  std::vector<ScorecardAt> found;
  if (!is_kind(at, syntax::WordKind::quoted)) return found;
  const auto titled = [&](const Scorecard& card) { return is_titled(card.title, sentence_.words[at].key); };
  for (const auto i : one_of_each_entity(program_.scorecards, context_.pack, titled)) found.push_back({at + 1, ScorecardId{i}});
  return found;
}

std::vector<SentenceReader::ScoreHead> SentenceReader::score_heads(At at) const {
  std::vector<ScoreHead> found;
  const auto say = [&](At end, ScorecardId card, ScoreOf what, std::uint32_t node) {
    found.push_back({end, program_[card].scope.entity, Score{card, what, node, nullptr}, number_type(false)});
  };
  for (const auto title : after(Keyword::total_points_of, at)) {
    for (const auto& card : scorecards_named(title)) say(card.end, card.scorecard, ScoreOf::total, 0);
    if (failures_ && is_kind(title, syntax::WordKind::quoted) && found.empty())
      failures_->expect(title, {Wanted::scorecard, {}, {}});
  }

  // What needs no title: `bonus`, `points of part "I"`; a title may still follow.
  const auto for_each_card = [&](At end, const std::function<void(At, ScorecardId)>& each) {
    for (const auto of : after(Keyword::of_, end))
      for (const auto& card : scorecards_named(of)) each(card.end, card.scorecard);
    std::vector<ScorecardId> own, all;
    for (std::uint32_t i = 0; i < program_.scorecards.size(); ++i) {
      all.push_back({i});
      if (program_.scorecards[i].pack == context_.pack) own.push_back({i});
    }
    for (const auto card : own.empty() ? all : own) each(end, card);
  };
  const auto outside = [&](Keyword keyword, ScoreOf what) {
    for (const auto end : after(keyword, at))
      for_each_card(end, [&](At last, ScorecardId card) { say(last, card, what, 0); });
  };
  outside(Keyword::bonus_points, ScoreOf::bonus);
  outside(Keyword::penalty_points, ScoreOf::penalty);

  for (const auto of : after(Keyword::points_of, at)) {
    const auto inner = [&](Keyword keyword, ScoreNode::Kind kind, ScoreOf what) {
      for (const auto title : after(keyword, of)) {
        if (!is_kind(title, syntax::WordKind::quoted)) continue;
        for_each_card(title + 1, [&](At last, ScorecardId card) {
          for (const auto node : nodes_titled(program_[card].nodes, kind, sentence_.words[title].key))
            say(last, card, what, node);
        });
      }
    };
    inner(Keyword::part_named, ScoreNode::Kind::part, ScoreOf::part);
    inner(Keyword::item_named, ScoreNode::Kind::item, ScoreOf::item);
  }

  const auto grade_of = [&](At end, std::uint32_t grades) {
    Type type;
    type.kind = TypeKind::scale;
    type.scale = program_.grades[grades].scale;
    found.push_back({end, program_.grades[grades].scope.entity, GradeOf{GradesId{grades}, nullptr}, type});
  };
  for (const auto end : after(Keyword::grade, at)) {
    for (const auto title : after(Keyword::grade_in, end)) {
      if (!is_kind(title, syntax::WordKind::quoted)) continue;
      const auto titled = [&](const Grades& grades) { return is_titled(grades.title, sentence_.words[title].key); };
      for (const auto i : one_of_each_entity(program_.grades, context_.pack, titled)) grade_of(title + 1, i);
    }
    std::vector<std::uint32_t> own, all;
    for (std::uint32_t i = 0; i < program_.grades.size(); ++i) {
      all.push_back(i);
      if (program_.grades[i].pack == context_.pack) own.push_back(i);
    }
    for (const auto i : own.empty() ? all : own) grade_of(end, i);
  }
  return found;
}

Expr SentenceReader::score_of(const ScoreHead& head, const Expr& subject, At begin, At end) const {
  auto node = head.node;
  if (auto* score = std::get_if<Score>(&node)) score->subject = subject;
  if (auto* grade = std::get_if<GradeOf>(&node)) grade->subject = subject;
  return expr(std::move(node), head.type, begin, end);
}

void SentenceReader::scores(At at, At begin, const Expr& subject, Readings& readings) {
  if (!keywords_.any_at(at)) return;
  for (const auto& head : score_heads(at))
    if (head.of == subject->type.entity)
      add(readings, {head.end, score_of(head, subject, begin, head.end), 0});
}

// `total of "X" of its leader`
void SentenceReader::scores_of_others(At at, At begin, Place place, Readings& readings) {
  if (!keywords_.any_at(at)) return;
  for (const auto& head : score_heads(at))
    for (const auto of : after(Keyword::of_, head.end))
      for (const auto& subject : entities(of, place))
        if (subject.expr->type.entity == head.of)
          add(readings, {subject.end, score_of(head, subject.expr, begin, subject.end), subject.against});
}

void SentenceReader::items_reach(At at, Place place, Readings& readings) {
  if (around(place).levels.empty()) return;
  const auto subject = self(place, at);
  for (const auto title : after(Keyword::every_item_of, at))
    for (const auto& card : scorecards_named(title)) {
      if (program_[card.scorecard].scope.entity != subject->type.entity) continue;
      for (const auto share : after(Keyword::reaches, card.end))
        if (is_kind(share, syntax::WordKind::percent))
          for (const auto end : after(Keyword::of_its_ceiling, share + 1))
            add(readings, {end, expr(ItemsReach{card.scorecard, sentence_.words[share].number, subject}, truth, at, end), 0});
    }
}

}  // namespace tdkt::typed::reading
