// SPDX-License-Identifier: Apache-2.0
#include "lints/bounds.hpp"

#include "typed/expression.hpp"
#include "values/match.hpp"

namespace tdkt::lints {

using typed::Aggregate;
using typed::Decimal;
using typed::Expr;
using typed::Expression;
using typed::FactId;
using values::Interval;

Interval Bounds::of(FactId id) const {
  const auto& fact = program_.schema[id];
  if (fact.type.kind != typed::TypeKind::number) return Interval::anything();
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
  if (expression.type.kind != typed::TypeKind::number) return Interval::anything();
  if (const auto found = known_.find(&expression); found != known_.end()) return found->second;
  const auto interval = worked_out(expression);
  known_.emplace(&expression, interval);
  return interval;
}

Interval Bounds::worked_out(const Expression& expression) {
  const auto hull_of = [&](const auto& all) {
    std::optional<Interval> hull;
    for (const auto& each : all) hull = hull ? values::hull(*hull, of(each.value)) : of(each.value);
    return hull.value_or(Interval::anything());
  };
  return std::visit(
      values::match{
          [](const typed::Literal& n) {
            const auto* number = std::get_if<Decimal>(&n.value);
            return number ? Interval::exactly(*number) : Interval::anything();
          },
          [&](const typed::Parameter& n) { return hull_of(program_[n.parameter].values); },
          [&](const typed::FactOf& n) { return of(n.fact); },
          [&](const typed::Arithmetic& n) {
            const auto left = of(n.left), right = of(n.right);
            switch (n.op) {
              case typed::Operator::plus: return values::sum(left, right);
              case typed::Operator::minus: return values::difference(left, right);
              case typed::Operator::times: return values::product(left, right);
              case typed::Operator::over: return values::quotient(left, right);
            }
            return Interval::anything();
          },
          [&](const typed::PercentOf& n) { return values::product(of(n.percent), of(n.of)); },
          [&](const typed::Choose& n) {
            return n.smaller ? values::smaller(of(n.left), of(n.right)) : values::larger(of(n.left), of(n.right));
          },
          [&](const typed::Capped& n) { return values::smaller(of(n.value), of(n.ceiling)); },
          [&](const typed::Rounded& n) { return values::rounded(of(n.value), n.places, n.rounding); },
          [&](const typed::If& n) { return values::hull(of(n.then), of(n.otherwise)); },
          [&](const typed::Moved& n) { return of(n.body); },
          [&](const typed::Defined& n) { return of(n.meaning); },
          [&](const Aggregate& n) { return of(n); },
          [](const typed::Rank&) { return Interval{Decimal(1), std::nullopt}; },
          [&](const typed::Score& n) { return of(n); },
          [&](const typed::Lookup& n) { return of(program_[n.table]); },
          [](const auto&) { return Interval::anything(); }},
      expression.node);
}

Interval Bounds::of(const Aggregate& n) {
  using typed::Function;
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
Interval Bounds::of(const typed::Score& n) {
  using typed::ScoreOf;
  const auto& card = program_[n.scorecard];
  const Interval never_negative{Decimal(0), std::nullopt};
  if (n.what == ScoreOf::bonus || n.what == ScoreOf::penalty) return never_negative;
  if (n.what == ScoreOf::total && card.bonus_above_the_ceiling) return never_negative;
  const auto& node = card.nodes[n.what == ScoreOf::total ? 0 : n.node];
  const auto reach = node.scaled_to ? Interval::exactly(*node.scaled_to) : of(node.ceiling);
  if (!reach.high || (node.rounded && !reach.high->is_whole())) return never_negative;
  return {Decimal(0), reach.high};
}

Interval Bounds::of(const typed::DecisionTable& table) {
  std::optional<Interval> hull;
  for (const auto& row : table.rows) {
    const auto outcome = of(row.outcome);
    hull = hull ? values::hull(*hull, outcome) : outcome;
  }
  return hull.value_or(Interval::anything());
}

}  // namespace tdkt::lints
