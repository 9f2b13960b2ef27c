// SPDX-License-Identifier: Apache-2.0
// Scorecards item by item: what was computed, what the ceiling left of it, and from which facts.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Interval;
using values::Truth;
using Kind = typed::ScoreNode::Kind;

columns::Type plain_number() {
  columns::Type type;
  type.kind = columns::TypeKind::number;
  return type;
}

class Card {
 public:
  Card(const Look& look, typed::ScorecardId id, const Environment& at)
      : look_(look),
        id_(look.in_force.scorecard(id, at.period.last).value_or(id)),
        card_(look.program[id_]),
        at_(at) {}

  Reason node(std::uint32_t index) const {
    const auto& node = card_.nodes[index];
    const auto points = look_.evaluation.points(id_, index, at_);
    Reason reason{points.points.known() ? State::value : State::unknown,
                  node.label,
                  {},
                  {},
                  title_of(node.title),
                  {},
                  {},
                  {},
                  {},
                  {},
                  {},
                  {}};
    if (node.kind == Kind::bonus) reason.sentence = say(Say::bonus, {reason.sentence});
    if (node.kind == Kind::penalty) reason.sentence = say(Say::penalty, {reason.sentence});
    if (points.applies == Truth::no) {
      reason.state = State::value;
      reason.numbers = say(Say::does_not_apply);
      reason.reasons.push_back(reason_of(look_, *node.applies_when, at_));
      return reason;
    }
    reason.numbers = numbers(node, points);
    if (points.applies == Truth::unknown) {
      reason.numbers = joined(*reason.numbers, say(Say::may_not_apply), "; ");
      reason.reasons.push_back(reason_of(look_, *node.applies_when, at_));
    }
    if (node.points) add_formula(node, reason);
    for (const auto part : node.parts) reason.reasons.push_back(this->node(part));
    return reason;
  }

 private:
  Phrase text(const Interval& number) const { return text_of(look_, number, plain_number()); }

  Phrase numbers(const typed::ScoreNode& node, const evaluate::Evaluation::Points& points) const {
    const auto ceiling = node.ceiling ? look_.evaluation.number(*node.ceiling, at_) : Interval::anything();
    auto told = ceiling.known() ? say(Say::points_of_ceiling, {text(points.points), text(ceiling)})
                                : say(Say::points, {text(points.points)});
    if (node.scaled_to) {
      const auto scale = Interval::exactly(*node.scaled_to);
      told = joined(say(Say::points_of_ceiling, {text(points.points), text(scale)}),
                    say(Say::scaled_to, {text(scale)}));
    } else if (points.computed.known() && points.points.known() && points.computed != points.points) {
      told = joined(told, clamping(node, points, ceiling), "; ");
    }
    return told;
  }

  // Why the final points are not the computed ones.
  Phrase clamping(const typed::ScoreNode& node, const evaluate::Evaluation::Points& points,
                  const Interval& ceiling) const {
    const auto computed = *points.computed.low;
    const auto shown = text(points.computed);
    if (computed < values::Decimal(0)) return say(Say::held_at_zero, {shown});
    if (ceiling.known() && computed > *ceiling.low) return say(Say::held_at_ceiling, {shown});
    return say(node.rounded ? Say::rounded_here : Say::computed, {shown});
  }

  void add_formula(const typed::ScoreNode& node, Reason& reason) const {
    reason.title = reason.sentence;
    reason.sentence = sentence_of(look_, *node.points);
    if (node.all_or_nothing) {
      reason.reasons.push_back(reason_of(look_, *node.points, at_));
    } else {
      add_parts_within(look_, *node.points, at_, reason);
    }
    if (reason.state == State::unknown) add_new(reason.would_settle, would_settle(look_, *node.points, at_));
    if (node.ceiling) add_parts(look_, *node.ceiling, at_, reason.reasons);
  }

  Look look_;
  typed::ScorecardId id_;
  const typed::Scorecard& card_;
  Environment at_;
};

}  // namespace

void complete(const Look& look, const typed::Score& score, const Environment& at, Reason& reason) {
  const auto row = row_of(look, *score.subject, at);
  if (!row) {
    add_parts(look, *score.subject, at, reason.reasons);
    return;
  }
  if (!look.may_open()) return;
  const Card card(look.inside(), score.scorecard, judging(*row, at.period));
  const auto& nodes = look.program[score.scorecard].nodes;
  switch (score.what) {
    case typed::ScoreOf::total:
    case typed::ScoreOf::part:
    case typed::ScoreOf::item: {
      auto whole = card.node(score.what == typed::ScoreOf::total ? 0 : score.node);
      if (reason.state != State::unknown) reason.numbers = whole.numbers;
      reason.reasons = std::move(whole.reasons);
      break;
    }
    case typed::ScoreOf::bonus:
    case typed::ScoreOf::penalty:
      for (std::uint32_t i = 0; i < nodes.size(); ++i) {
        const auto wanted = score.what == typed::ScoreOf::bonus ? Kind::bonus : Kind::penalty;
        if (nodes[i].kind == wanted) reason.reasons.push_back(card.node(i));
      }
      break;
  }
}

Reason explain(const Look& look, const Expression& expression, const typed::ItemsReach& reach,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto row = row_of(look, *reach.subject, at);
  if (!row) {
    add_parts(look, *reach.subject, at, reason.reasons);
    return reason;
  }
  const auto there = judging(*row, at.period);
  const Card card(look.inside(), reach.scorecard, there);
  const auto& nodes = look.program[reach.scorecard].nodes;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].kind != Kind::item || !nodes[i].ceiling) continue;
    const auto points = look.evaluation.points(reach.scorecard, i, there);
    if (points.applies == Truth::no) continue;
    const auto needed =
        values::product(look.evaluation.number(*nodes[i].ceiling, there), Interval::exactly(reach.share));
    auto item = card.node(i);
    item.state = state_of(values::compared(values::Sign::at_least, points.points, needed));
    if (item.state == State::not_met && points.points.known() && needed.known()) {
      const auto missing = values::difference(needed, points.points);
      item.numbers = joined(*item.numbers, say(Say::short_by, {text_of(look, missing, plain_number())}));
    }
    reason.reasons.push_back(std::move(item));
  }
  return reason;
}

}  // namespace tdkt::verdicts
