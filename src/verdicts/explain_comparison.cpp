// SPDX-License-Identifier: Apache-2.0
// Comparisons: what was found against what is asked, and where it stands on record.
#include <algorithm>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

bool is_literal(const typed::Expr& expression) {
  return std::holds_alternative<typed::Literal>(expression->node);
}

// A fact of the judged entity or member itself, whose record can stand on the comparison's own line.
const typed::FactOf* plain_fact(const Expression& expression) {
  const auto* fact = std::get_if<typed::FactOf>(&expression.node);
  return fact && std::holds_alternative<typed::Self>(fact->subject->node) ? fact : nullptr;
}

// Where one side is written in the rule, the other is `actual: …`; where a plain fact is, its record
// stands here, else the sides' own reasons follow.
void tell_sides(const Look& look, const typed::Expr& left, const std::vector<typed::Expr>& others,
                const Environment& at, Reason& reason) {
  const auto only_left = std::all_of(others.begin(), others.end(), is_literal);
  if (const auto* fact = plain_fact(*left); fact && only_left) {
    complete(look, *left, *fact, at, reason);
    return;
  }
  add_parts(look, *left, at, reason.reasons);
  for (const auto& other : others) add_parts(look, *other, at, reason.reasons);
}

void tell(const Look& look, const typed::Compare& node, const Environment& at, Reason& reason) {
  reason.numbers = numbers_of(look, node, reason.state, look.evaluation.value(*node.left, at),
                              look.evaluation.value(*node.right, at), at);
  tell_sides(look, node.left, {node.right}, at, reason);
}

void tell(const Look& look, const typed::OneOf& node, const Environment& at, Reason& reason) {
  reason.numbers = numbers_of(look, node, look.evaluation.value(*node.left, at), at);
  tell_sides(look, node.left, node.list, at, reason);
}

void tell(const Look& look, const typed::Between& node, const Environment& at, Reason& reason) {
  reason.numbers = numbers_of(look, node, reason.state, look.evaluation.value(*node.value, at),
                              look.evaluation.value(*node.low, at), look.evaluation.value(*node.high, at), at);
  tell_sides(look, node.value, {node.low, node.high}, at, reason);
}

void tell(const Look& look, const typed::IsKnown& node, const Environment& at, Reason& reason) {
  reason.numbers = numbers_of(node, reason.state);
  tell_sides(look, node.of, {}, at, reason);
}

}  // namespace

Reason explain_comparison(const Look& look, const Expression& expression, const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  std::visit(
      values::match{[&](const typed::Compare& node) { tell(look, node, at, reason); },
                    [&](const typed::OneOf& node) { tell(look, node, at, reason); },
                    [&](const typed::Between& node) { tell(look, node, at, reason); },
                    [&](const typed::IsKnown& node) { tell(look, node, at, reason); }, [](const auto&) {}},
      expression.node);
  return reason;
}

}  // namespace tdkt::verdicts
