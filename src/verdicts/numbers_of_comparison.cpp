// SPDX-License-Identifier: Apache-2.0
// Comparisons: what was found against what is asked, and by how much it falls short.
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

using values::Decimal;
using values::Interval;
using values::Sign;

struct Side {
  const Expression& of;
  const Cell& cell;
  std::optional<Phrase> found;  // the value, or the bounds that it surely has
  std::optional<Phrase> why;    // it is not known
};

Side side_of(const Look& look, const Expression& expression, const Cell& cell, const Environment& at) {
  Side side{expression, cell, {}, {}};
  const auto* bounds = std::get_if<Interval>(&cell.value);
  if (!is_known(cell.value)) side.why = why_unknown(look, expression, cell.cause, at);
  if (!side.why || (bounds && (bounds->low || bounds->high))) side.found = text_of(look, cell, expression.type);
  return side;
}

// `actual: 38`; `between 0 and 10; not on record for 2024`.
Phrase alone(const Look& look, const Side& side) {
  if (!side.why) return as_found(look, *side.found, true);
  return side.found ? joined(*side.found, *side.why, "; ") : *side.why;
}

// `6 against 5`. Only values stand against each other; of bounds, the parts say why they are no value.
Phrase set_against(const Look& look, const Side& left, const Side& right) {
  if (left.found && right.found) return say(Say::against, {*left.found, *right.found});
  if (left.why && right.why && left.why->english == right.why->english) return alone(look, left);
  const auto other = right.why ? (right.found ? joined(*right.found, *right.why, "; ") : *right.why) : *right.found;
  return joined(alone(look, left), say(Say::is_value, {name_in_list(look, right.of), other}), "; ");
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

}  // namespace

Phrase numbers_of(const Look& look, const typed::Compare& node, State state, const Cell& left_cell, const Cell& right_cell,
                  const Environment& at) {
  const auto left = side_of(look, *node.left, left_cell, at), right = side_of(look, *node.right, right_cell, at);
  const bool is_written = std::holds_alternative<typed::Literal>(node.right->node);
  auto numbers = is_written ? alone(look, left) : set_against(look, left, right);
  if (state != State::not_met || !look.asks_for_more) return numbers;
  const auto missing = shortfall(look, node.sign, left, right, node.left->type);
  return missing ? joined(numbers, *missing) : numbers;
}

Phrase numbers_of(const Look& look, const typed::OneOf& node, const Cell& left, const Environment& at) {
  return alone(look, side_of(look, *node.left, left, at));
}

Phrase numbers_of(const Look& look, const typed::Between& node, State state, const Cell& value_cell, const Cell& low_cell,
                  const Cell& high_cell, const Environment& at) {
  const auto value = side_of(look, *node.value, value_cell, at);
  auto numbers = alone(look, value);
  if (state != State::not_met || !look.asks_for_more) return numbers;
  const auto low = side_of(look, *node.low, low_cell, at), high = side_of(look, *node.high, high_cell, at);
  const auto *found = exactly(value), *least = exactly(low);
  const bool under = found && least && values::compared(*found, *least) < 0;
  const auto missing = under ? shortfall(look, Sign::at_least, value, low, node.value->type)
                             : shortfall(look, Sign::at_most, value, high, node.value->type);
  return missing ? joined(numbers, *missing) : numbers;
}

Phrase numbers_of(const typed::IsKnown&, State state) {
  return say(state == State::met ? Say::on_record : Say::not_on_record);
}

Phrase value_in_words(const Look& look, const Expression& expression, const Cell& cell, const Environment& at) {
  return alone(look, side_of(look, expression, cell, at));
}

}  // namespace tdkt::verdicts
