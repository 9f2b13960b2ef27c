// SPDX-License-Identifier: Apache-2.0
#include "typed/bounds.hpp"

#include "values/match.hpp"

namespace tdkt::typed {

using values::Interval;

Interval Bounds::of(FactId id) const {
  const auto& fact = program_.schema[id];
  if (fact.type.kind != TypeKind::number) return Interval::anything();
  // A bound that is another fact's value reaches as far as that fact does.
  const auto end = [&](const std::optional<columns::Bound>& bound, bool upper) -> std::optional<Decimal> {
    if (!bound) return std::nullopt;
    if (bound->number) return bound->number;
    if (!bound->fact) return std::nullopt;
    const auto& other = program_.schema[*bound->fact];
    const auto& further = upper ? other.to : other.from;
    return further ? further->number : std::nullopt;
  };
  const Interval declared{end(fact.from, false), end(fact.to, true)};
  return fact.absent ? values::hull(declared, Interval::exactly(fact.absent->number)) : declared;
}

Interval Bounds::of(const Expr& expression) { return expression ? of(*expression) : Interval::anything(); }

Interval Bounds::of(const Expression& expression) {
  if (expression.type.kind != TypeKind::number) return Interval::anything();
  // A ceiling that rests on its own scorecard is reported elsewhere; here it has no bounds.
  const auto [known, fresh] = known_.try_emplace(&expression, Interval::anything());
  if (!fresh) return known->second;
  const auto interval = worked_out(expression);
  return known_[&expression] = interval;
}

Interval Bounds::worked_out(const Expression& expression) {
  const auto hull_of = [&](const auto& all) {
    std::optional<Interval> hull;
    for (const auto& each : all) hull = hull ? values::hull(*hull, of(each.value)) : of(each.value);
    return hull.value_or(Interval::anything());
  };
  return std::visit(
      values::match{
          [](const Literal& n) {
            const auto* number = std::get_if<Decimal>(&n.value);
            return number ? Interval::exactly(*number) : Interval::anything();
          },
          [&](const Parameter& n) { return hull_of(program_[n.parameter].values); },
          [&](const FactOf& n) { return of(n.fact); },
          [&](const Arithmetic& n) {
            const auto left = of(n.left), right = of(n.right);
            switch (n.op) {
              case Operator::plus: return values::sum(left, right);
              case Operator::minus: return values::difference(left, right);
              case Operator::times: return values::product(left, right);
              case Operator::over: return values::quotient(left, right);
            }
            return Interval::anything();
          },
          [&](const PercentOf& n) { return values::product(of(n.percent), of(n.of)); },
          [&](const Choose& n) {
            return n.smaller ? values::smaller(of(n.left), of(n.right)) : values::larger(of(n.left), of(n.right));
          },
          [&](const Capped& n) { return values::smaller(of(n.value), of(n.ceiling)); },
          [&](const Rounded& n) { return values::rounded(of(n.value), n.places, n.rounding); },
          [&](const If& n) { return values::hull(of(n.then), of(n.otherwise)); },
          [&](const Moved& n) { return of(n.body); },
          [&](const Defined& n) { return of(n.meaning); },
          [&](const Aggregate& n) { return of(n); },
          [](const Rank&) { return Interval{Decimal(1), std::nullopt}; },
          [&](const Score& n) { return of(n); },
          [&](const Lookup& n) { return of(program_[n.table]); },
          [](const auto&) { return Interval::anything(); }},
      expression.node);
}

Interval Bounds::of(const Aggregate& n) {
  switch (n.function) {
    case Function::number: return {Decimal(0), std::nullopt};
    case Function::share: return {Decimal(0), Decimal(1)};
    case Function::total: {
      // A sum of what is never negative is never negative.
      const auto each = of(n.value);
      return {each.low && *each.low >= Decimal(0) ? std::optional(Decimal(0)) : std::nullopt,
              each.high && *each.high <= Decimal(0) ? std::optional(Decimal(0)) : std::nullopt};
    }
    case Function::average:
    case Function::highest:
    case Function::lowest:
    case Function::median: return of(n.value);
  }
  return Interval::anything();
}

// Points lie between 0 and what the line can reach; rounding does not lead beyond whole numbers.
Interval Bounds::of(const Score& n) {
  const auto& card = program_[n.scorecard];
  const Interval never_negative{Decimal(0), std::nullopt};
  if (n.what == ScoreOf::bonus || n.what == ScoreOf::penalty) return never_negative;
  if (n.what == ScoreOf::total && card.bonus_above_the_ceiling) return never_negative;
  const auto& node = card.nodes[n.what == ScoreOf::total ? 0 : n.node];
  const auto reach = node.scaled_to ? Interval::exactly(*node.scaled_to) : of(node.ceiling);
  if (!reach.high || (node.rounded && !reach.high->is_whole())) return never_negative;
  return {Decimal(0), reach.high};
}

Interval Bounds::of(const DecisionTable& table) {
  std::optional<Interval> hull;
  for (const auto& row : table.rows) {
    const auto outcome = of(row.outcome);
    hull = hull ? values::hull(*hull, outcome) : outcome;
  }
  return hull.value_or(Interval::anything());
}

}  // namespace tdkt::typed
