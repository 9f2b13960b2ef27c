// SPDX-License-Identifier: Apache-2.0
// Which file explains which kind of condition.
#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

// `and`, `or`: the parts are the children.
Reason explain_parts_of(const Look& look, const Expression& expression, const std::vector<typed::Expr>& parts,
                        const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  for (const auto& part : parts) reason.reasons.push_back(reason_of(look, *part, at));
  return reason;
}

// The inner reason under the outer sentence and state.
Reason told_as(const Look& look, const Expression& expression, const Environment& at, Reason inner) {
  const auto outer = bare_reason(look, expression, at);
  inner.state = outer.state;
  inner.sentence = outer.sentence;
  return inner;
}

Reason explain_moved(const Look& look, const Expression& expression, const typed::Moved& node,
                     const Environment& at) {
  const auto there = moved(look, node, at);
  auto reason = told_as(look, expression, at, reason_of(look, *node.body, there));
  if (reason.numbers) reason.numbers = say(Say::in_period, {text_of(there.period), *reason.numbers});
  return reason;
}

Reason explain_within(const Look& look, const Expression& expression, const typed::Within& node,
                      const Environment& at) {
  auto within = at;
  within.window = node.years;
  return told_as(look, expression, at, reason_of(look, *node.body, within));
}

Reason explain_if(const Look& look, const Expression& expression, const typed::If& node,
                  const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  reason.reasons.push_back(reason_of(look, *node.condition, at));
  const auto taken = look.evaluation.truth(*node.condition, at);
  if (taken != values::Truth::no) reason.reasons.push_back(reason_of(look, *node.then, at));
  if (taken != values::Truth::yes) reason.reasons.push_back(reason_of(look, *node.otherwise, at));
  return reason;
}

Reason explain_defined(const Look& look, const Expression& expression, const typed::Defined& node,
                       const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto then = meaning_of(look, node, at);
  if (!then.meaning) {
    reason.numbers = say(Say::not_defined_then, {text_of(at.period)});
  } else if (look.may_open()) {
    if (then.of_judged_period) reason.numbers = say(Say::judged_definition, {text_of(at.period)});
    reason.reasons.push_back(reason_of(look.inside_definition(), *then.meaning, then.at));
  } else {
    auto fact = because(look, *then.meaning, then.at);
    reason.numbers = std::move(fact.text);
    reason.record = std::move(fact.record);
  }
  return reason;
}

// What is left is a fact that is yes or no, or another value that is a condition by itself.
Reason explain_fact(const Look& look, const Expression& expression, const Environment& at) {
  auto reason = value_of(look, expression, at);
  reason.state = state_of(look.evaluation.truth(expression, at));
  if (reason.numbers) reason.numbers = as_found(look, *reason.numbers, reason.state != State::unknown);
  return reason;
}

}  // namespace

Reason turned_round(Reason reason) {
  std::swap(reason.members_for, reason.members_against);
  for (auto& line : reason.members_for) line.counts = values::Truth::yes;
  for (auto& line : reason.members_against) line.counts = values::Truth::no;
  if (reason.state == State::met || reason.state == State::not_met) {
    reason.state = reason.state == State::met ? State::not_met : State::met;
  }
  return reason;
}

Phrase as_found(const Look& look, Phrase text, bool known) {
  return known && !look.in_a_column ? say(Say::actual, {std::move(text)}) : text;
}

Reason bare_reason(const Look& look, const Expression& condition, const Environment& at) {
  Reason reason{State::unknown, {}, {}, {}, sentence_of(look, condition), {}, {}, {}, {}, {}, {}, {}};
  reason.state = state_of(look.evaluation.truth(condition, at));
  if (reason.state == State::unknown) reason.would_settle = would_settle(look, condition, at);
  return reason;
}

Reason reason_of(const Look& look, const Expression& condition, const Environment& at) {
  return std::visit(
      values::match{
          [&](const typed::All& n) { return explain_parts_of(look, condition, n.parts, at); },
          [&](const typed::Any& n) { return explain_parts_of(look, condition, n.parts, at); },
          [&](const typed::Not& n) {
            auto inner = reason_of(look.without_shortfalls(), *n.inner, at);
            return told_as(look, condition, at, turned_round(std::move(inner)));
          },
          [&](const typed::If& n) { return explain_if(look, condition, n, at); },
          [&](const typed::Defined& n) { return explain_defined(look, condition, n, at); },
          [&](const typed::Moved& n) { return explain_moved(look, condition, n, at); },
          [&](const typed::Within& n) { return explain_within(look, condition, n, at); },
          [&](const typed::InYears& n) { return explain(look, condition, n, at); },
          [&](const typed::OverPeriods& n) { return explain(look, condition, n, at); },
          [&](const typed::Compare&) { return explain_comparison(look, condition, at); },
          [&](const typed::OneOf&) { return explain_comparison(look, condition, at); },
          [&](const typed::Between&) { return explain_comparison(look, condition, at); },
          [&](const typed::IsKnown&) { return explain_comparison(look, condition, at); },
          [&](const typed::Quantified& n) { return explain(look, condition, n, at); },
          [&](const typed::MemberOf& n) { return explain(look, condition, n, at); },
          [&](const typed::InTop& n) { return explain(look, condition, n, at); },
          [&](const typed::Received& n) { return explain(look, condition, n, at); },
          [&](const typed::Eligible& n) { return explain(look, condition, n, at); },
          [&](const typed::ItemsReach& n) { return explain(look, condition, n, at); },
          [&](const typed::Rotates& n) { return explain(look, condition, n, at); },
          [&](const typed::Evidence& n) { return explain(look, condition, n, at); },
          [&](const auto&) { return explain_fact(look, condition, at); }},
      condition.node);
}

}  // namespace tdkt::verdicts
