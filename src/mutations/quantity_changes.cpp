// SPDX-License-Identifier: Apache-2.0
// The one-step changes of what is counted: quantifiers, aggregates, places, occasions, shares of a ceiling.
#include "mutations/changes.hpp"

namespace tdkt::mutations {

namespace {

Expr whole_number(std::int64_t number, source::Where at) {
  columns::Type type;
  type.kind = columns::TypeKind::number;
  type.whole = true;
  return typed::make(Literal{Decimal(number)}, type, at);
}

}  // namespace

void Changes::becomes(const typed::Amount& amount) {
  add([=](Node& changed) { std::get<typed::Quantified>(changed).amount = amount; });
}

void Changes::of(const typed::Quantified& node) {
  using typed::Said;
  const auto& amount = node.amount;
  of(node.set, [](Node& changed) -> typed::Set& { return std::get<typed::Quantified>(changed).set; });
  const auto at_least = [&](std::int64_t count) {
    return typed::Amount{count == 1 ? Said::any : Said::count, false, Sign::at_least, whole_number(count, amount.low->written), nullptr};
  };
  switch (amount.said) {
    case Said::all:
    case Said::every:
    case Said::hundred_percent: becomes(at_least(1)); break;
    case Said::any: becomes(at_least(2)); break;
    case Said::none:
      becomes({Said::no_more_than, false, Sign::at_most, whole_number(1, amount.low->written), nullptr});
      break;
    case Said::share:
    case Said::count:
    case Said::no_more_than: of(amount); break;
  }
  if (node.or_when_none) add([](Node& changed) { std::get<typed::Quantified>(changed).or_when_none = false; });
}

void Changes::of(const typed::Amount& amount) {
  const auto said_of = [](const typed::Amount& to) {
    return to.share ? typed::Said::share : to.said == typed::Said::no_more_than && to.sign == Sign::at_most
                                               ? typed::Said::no_more_than
                                               : typed::Said::count;
  };
  const auto change = [said_of](Node& changed, const Threshold& to) {
    auto& one = std::get<typed::Quantified>(changed).amount;
    one.sign = to.sign;
    one.said = said_of(one);
    if (number_of(one.low) != to.value) one.low = as_literal(to.value, one.low);
  };
  const Range range{{Decimal(0), amount.share ? std::optional(Decimal(1)) : std::nullopt}, !amount.share};
  const auto low = number_of(amount.low);
  if (amount.high) {
    between(amount, range);
  } else if (low) {
    thresholds(range, {amount.sign, *low}, step_of(*low, amount.low->type), true, amount.low->written,
               [=](const Threshold& to) { return [=](Node& changed) { change(changed, to); }; });
  } else {
    for (const auto sign : beside(amount.sign))
      add([=](Node& changed) {
        auto& one = std::get<typed::Quantified>(changed).amount;
        one.sign = sign;
        one.said = said_of(one);
      });
  }
}

void Changes::between(const typed::Amount& amount, const Range& range) {
  for (const auto end : {&typed::Amount::low, &typed::Amount::high}) {
    const auto& bound = amount.*end;
    const auto value = number_of(bound);
    if (!value) continue;
    const auto sign = end == &typed::Amount::low ? Sign::at_least : Sign::at_most;
    thresholds(range, {sign, *value}, step_of(*value, bound->type), false, bound->written, [=](const Threshold& to) {
      return [=](Node& changed) {
        auto& one = std::get<typed::Quantified>(changed).amount.*end;
        one = as_literal(to.value, one);
      };
    });
  }
}

void Changes::of(const typed::Aggregate& node) {
  using typed::Function;
  of(node.set, [](Node& changed) -> typed::Set& { return std::get<typed::Aggregate>(changed).set; });
  if (node.function != Function::highest && node.function != Function::lowest) return;
  const auto other = node.function == Function::highest ? Function::lowest : Function::highest;
  add([=](Node& changed) { std::get<typed::Aggregate>(changed).function = other; });
}

void Changes::of(const typed::InTop& node) {
  const auto top = [](Node& changed) -> Expr& { return std::get<typed::InTop>(changed).top; };
  amounts(node.top, node.share ? Decimal::from_scaled(1) : Decimal(1), top);
  if (node.share)
    for (const auto rounding : beside(node.rounding))
      add([=](Node& changed) { std::get<typed::InTop>(changed).rounding = rounding; });
  add([](Node& changed) {
    auto& rank = std::get<typed::InTop>(changed).rank;
    rank.high_to_low = !rank.high_to_low;
  });
}

void Changes::of(const typed::Received& node) {
  const Range times{{Decimal(0), std::nullopt}, true};
  thresholds(times, {node.sign, Decimal(node.times)}, Decimal(1), !node.consecutive, expression_.written,
             [](const Threshold& to) {
               return [=](Node& changed) {
                 auto& received = std::get<typed::Received>(changed);
                 received.sign = to.sign;
                 received.times = static_cast<int>(to.value.scaled() / Decimal::one);
               };
             });
  if (node.consecutive && node.times > 1)
    add([](Node& changed) { std::get<typed::Received>(changed).consecutive = false; });
  for (const auto& span : steps_of(node.when, std::nullopt))
    add([=](Node& changed) { std::get<typed::Received>(changed).when = span; });
}

void Changes::of(const typed::ItemsReach& node) {
  const auto step = Decimal::from_scaled(Decimal::one / 100);
  for (const auto& to : {values::difference(node.share, step), values::sum(node.share, step)})
    if (to && *to > Decimal(0) && *to <= Decimal(1))
      add([=](Node& changed) { std::get<typed::ItemsReach>(changed).share = *to; });
}

void Changes::of(const typed::Rotates& node) {
  if (node.rule == typed::Rotation::no_repeat_within)
    for (const int years : {node.years - 1, node.years + 1})
      if (years >= 1) add([=](Node& changed) { std::get<typed::Rotates>(changed).years = years; });
  if (node.from)
    for (const int year : {*node.from - 1, *node.from + 1})
      add([=](Node& changed) { std::get<typed::Rotates>(changed).from = year; });
}

}  // namespace tdkt::mutations
