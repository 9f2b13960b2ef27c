// SPDX-License-Identifier: Apache-2.0
// Comparisons: what was found against what is asked, and by how much it falls short.
#include <algorithm>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::Interval;
using values::Sign;

bool is_literal(const typed::Expr& expression) {
  return std::holds_alternative<typed::Literal>(expression->node);
}

// A fact of the judged entity or member itself, whose record can stand on the comparison's own line.
const typed::FactOf* plain_fact(const Expression& expression) {
  const auto* fact = std::get_if<typed::FactOf>(&expression.node);
  return fact && std::holds_alternative<typed::Self>(fact->subject->node) ? fact : nullptr;
}

struct Side {
  std::optional<Phrase> found;  // the value, or the bounds that it surely has
  std::optional<Phrase> why;    // it is not known
  Phrase name;
  evaluate::Cell cell;
};

Side side_of(const Look& look, const Expression& expression, const Environment& at) {
  Side side{{}, {}, name_in_list(look, expression), look.evaluation.value(expression, at)};
  const auto* bounds = std::get_if<Interval>(&side.cell.value);
  if (!is_known(side.cell.value)) side.why = why_unknown(look, expression, side.cell.cause, at);
  if (!side.why || (bounds && (bounds->low || bounds->high))) side.found = text_of(look, side.cell, expression.type);
  return side;
}

// `actual: 38`; `between 0 and 10; not on record for 2024`.
Phrase alone(const Side& side) {
  if (!side.why) return as_found(*side.found, true);
  return side.found ? joined(*side.found, *side.why, "; ") : *side.why;
}

// `6 against 5`. Only values stand against each other; of bounds, the parts say why they are no value.
Phrase set_against(const Side& left, const Side& right) {
  if (left.found && right.found) return say(Say::against, {*left.found, *right.found});
  if (left.why && right.why && left.why->english == right.why->english) return alone(left);
  const auto other = right.why ? (right.found ? joined(*right.found, *right.why, "; ") : *right.why) : *right.found;
  return joined(alone(left), say(Say::is_value, {right.name, other}), "; ");
}

const Decimal* exactly(const Side& side) {
  const auto* number = std::get_if<Interval>(&side.cell.value);
  return number && number->known() ? &*number->low : nullptr;
}

// `1.5 short`, of a comparison that does not hold; nothing where a difference says nothing.
std::optional<Phrase> shortfall(const Look& look, Sign sign, const Side& left, const Side& right,
                                const columns::Type& type) {
  const auto *found = exactly(left), *asked = exactly(right);
  if (!found || !asked || type.year) return std::nullopt;
  const auto order = values::compared(*found, *asked);
  const auto missing = values::difference(*asked, *found), too_many = values::difference(*found, *asked);
  if (!missing || !too_many) return std::nullopt;
  switch (sign) {
    case Sign::at_least:
    case Sign::above:
      if (order == 0) return say(Say::must_differ);
      return say(Say::short_by, {text_of(look, *missing, type)});
    case Sign::at_most:
    case Sign::below:
      if (order == 0) return say(Say::must_differ);
      return say(Say::over_by, {text_of(look, *too_many, type)});
    case Sign::equal:
      return order < 0 ? say(Say::short_by, {text_of(look, *missing, type)})
                       : say(Say::beyond_by, {text_of(look, *too_many, type)});
    case Sign::unequal:
      break;
  }
  return std::nullopt;
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
  const auto left = side_of(look, *node.left, at), right = side_of(look, *node.right, at);
  reason.numbers = is_literal(node.right) ? alone(left) : set_against(left, right);
  if (reason.state == State::not_met && look.asks_for_more) {
    const auto missing = shortfall(look, node.sign, left, right, node.left->type);
    if (missing) reason.numbers = joined(*reason.numbers, *missing);
  }
  tell_sides(look, node.left, {node.right}, at, reason);
}

void tell(const Look& look, const typed::OneOf& node, const Environment& at, Reason& reason) {
  const auto left = side_of(look, *node.left, at);
  reason.numbers = alone(left);
  tell_sides(look, node.left, node.list, at, reason);
}

void tell(const Look& look, const typed::Between& node, const Environment& at, Reason& reason) {
  const auto value = side_of(look, *node.value, at);
  const auto low = side_of(look, *node.low, at), high = side_of(look, *node.high, at);
  reason.numbers = alone(value);
  if (reason.state == State::not_met && look.asks_for_more) {
    const auto *found = exactly(value), *least = exactly(low);
    const bool under = found && least && values::compared(*found, *least) < 0;
    const auto missing = under ? shortfall(look, Sign::at_least, value, low, node.value->type)
                               : shortfall(look, Sign::at_most, value, high, node.value->type);
    if (missing) reason.numbers = joined(*reason.numbers, *missing);
  }
  tell_sides(look, node.value, {node.low, node.high}, at, reason);
}

void tell(const Look& look, const typed::IsKnown& node, const Environment& at, Reason& reason) {
  reason.numbers = say(reason.state == State::met ? Say::on_record : Say::not_on_record);
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
