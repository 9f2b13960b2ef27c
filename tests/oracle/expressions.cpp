// SPDX-License-Identifier: Apache-2.0
// Conditions and numbers, node by node, and the verdict of an award.
#include <algorithm>

#include "oracle.hpp"
#include "receipt_windows.hpp"
#include "values/match.hpp"

namespace tdkt::oracle {

using values::match;

const typed::Expression& Oracle::in_force(const typed::ParameterHistory& parameter, values::Period period) const {
  const auto* value = &parameter.values.front();
  for (const auto& later : parameter.values)
    if (later.from <= period.last) value = &later;
  return *value->value;
}

Truth Oracle::truth(const typed::Expression& expression, const Environment& at) const {
  if (const auto* span = window_from_receipt(expression); span && at.starts_from_receipt != &expression) {
    std::optional<Truth> result;
    bool nobody_can_say = false;
    for (const auto& one : cases_by_receipt(expression, *span, at, nobody_can_say)) {
      const auto here = one ? truth(expression, *one) : Truth::no;
      result = !result || *result == here ? here : Truth::unknown;
    }
    return nobody_can_say ? Truth::unknown : *result;
  }
  return std::visit(
      match{
          [&](const typed::Literal& n) { return values::truth_of(std::get<bool>(n.value)); },
          [&](const typed::FactOf& n) { return yes_no(n, at); },
          [&](const typed::Compare& n) { return compare(n, at); },
          [&](const typed::OneOf& n) { return one_of(n, at); },
          [&](const typed::Between& n) {
            return values::both(compare({values::Sign::at_least, n.value, n.low, false}, at),
                                compare({values::Sign::at_most, n.value, n.high, false}, at));
          },
          [&](const typed::IsKnown& n) {
            switch (n.of->type.kind) {
              case typed::TypeKind::truth: return values::truth_of(truth(*n.of, at) != Truth::unknown);
              case typed::TypeKind::number: return values::truth_of(number(*n.of, at).known());
              case typed::TypeKind::scale: return values::truth_of(code(*n.of, at).has_value());
              case typed::TypeKind::entity: return values::truth_of(entity(*n.of, at).has_value());
              case typed::TypeKind::date: return values::truth_of(date(*n.of, at).has_value());
              case typed::TypeKind::text: return values::truth_of(text(*n.of, at).has_value());
            }
            return Truth::unknown;
          },
          [&](const typed::Not& n) { return values::opposite(truth(*n.inner, at)); },
          [&](const typed::All& n) {
            Truth result = Truth::yes;
            for (const auto& part : n.parts) result = values::both(result, truth(*part, at));
            return result;
          },
          [&](const typed::Any& n) {
            Truth result = Truth::no;
            for (const auto& part : n.parts) result = values::either(result, truth(*part, at));
            return result;
          },
          [&](const typed::If& n) {
            const auto condition = truth(*n.condition, at);
            if (condition == Truth::yes) return truth(*n.then, at);
            if (condition == Truth::no) return truth(*n.otherwise, at);
            const auto a = truth(*n.then, at), b = truth(*n.otherwise, at);
            return a == b ? a : Truth::unknown;
          },
          [&](const typed::Moved& n) { return truth(*n.body, moved(n.to, at)); },
          [&](const typed::InYears& n) { return in_years(n, at); },
          [&](const typed::Within& n) {
            const auto years = years_of(n.years, at);
            if (!years) return Truth::unknown;
            auto inside = at;
            inside.window = years->empty() ? typed::YearRange{at.period.year() + 1, at.period.year()}
                                           : typed::YearRange{years->front(), years->back()};
            return truth(*n.body, inside);
          },
          [&](const typed::Quantified& n) { return quantified(n, at); },
          [&](const typed::MemberOf& n) {
            const auto row = entity(*n.entity, at);
            const auto all = members(n.set, at);
            if (!row || !all.known) return Truth::unknown;
            for (const auto& member : all.members)
              if (member.row == *row) return member.belongs;
            return Truth::no;
          },
          [&](const typed::Eligible& n) {
            const auto row = entity(*n.subject, at);
            if (!row) return Truth::unknown;
            for (const auto id : n.awards) {
              const auto& award = program_[id];
              if (!program_[award.pack].in_force.on(at.period.last)) continue;
              auto there = judging(*row, at.period, n.subject->type.entity);
              there.assumed = at.assumed;
              return eligible(award, there);
            }
            return Truth::unknown;
          },
          [&](const typed::Received& n) { return received(n, at); },
          [&](const typed::Evidence& n) { return evidence(n, at); },
          [&](const typed::Defined& n) { return truth(*n.meaning, at); },
          [&](const typed::Rotates& n) { return rotates(n, at); },
          [&](const auto&) { return Truth::unknown; }},
      expression.node);
}

Interval Oracle::number(const typed::Expression& expression, const Environment& at) const {
  if (const auto* span = window_from_receipt(expression); span && at.starts_from_receipt != &expression) {
    std::optional<Interval> result;
    bool nobody_can_say = false;
    for (const auto& one : cases_by_receipt(expression, *span, at, nobody_can_say)) {
      const auto here = one ? number(expression, *one) : Interval::anything();
      result = result ? values::hull(*result, here) : here;
    }
    return nobody_can_say ? Interval::anything() : *result;
  }
  return std::visit(
      match{
          [&](const typed::Literal& n) { return Interval::exactly(std::get<values::Decimal>(n.value)); },
          [&](const typed::Parameter& n) { return number(in_force(program_[n.parameter], at.period), at); },
          [&](const typed::JudgedYear&) { return Interval::exactly(values::Decimal(at.period.year())); },
          [&](const typed::FactOf& n) {
            return number_on_record(n.fact, entity(*n.subject, at), n.key ? entity(*n.key, at) : std::nullopt, at.period);
          },
          [&](const typed::Arithmetic& n) {
            const auto left = number(*n.left, at), right = number(*n.right, at);
            switch (n.op) {
              case typed::Operator::plus: return values::sum(left, right);
              case typed::Operator::minus: return values::difference(left, right);
              case typed::Operator::times: return values::product(left, right);
              case typed::Operator::over: return values::quotient(left, right);
            }
            return Interval::anything();
          },
          [&](const typed::PercentOf& n) { return values::product(number(*n.percent, at), number(*n.of, at)); },
          [&](const typed::Choose& n) {
            const auto left = number(*n.left, at), right = number(*n.right, at);
            return n.smaller ? values::smaller(left, right) : values::larger(left, right);
          },
          [&](const typed::Capped& n) { return values::smaller(number(*n.value, at), number(*n.ceiling, at)); },
          [&](const typed::Rounded& n) { return values::rounded(number(*n.value, at), n.places, n.rounding); },
          [&](const typed::If& n) {
            const auto condition = truth(*n.condition, at);
            if (condition == Truth::yes) return number(*n.then, at);
            if (condition == Truth::no) return number(*n.otherwise, at);
            return values::hull(number(*n.then, at), number(*n.otherwise, at));
          },
          [&](const typed::Moved& n) { return number(*n.body, moved(n.to, at)); },
          [&](const typed::Aggregate& n) { return aggregate(n, at); },
          [&](const typed::Score& n) {
            const auto row = entity(*n.subject, at);
            if (!row) return Interval::anything();
            return points(program_[n.scorecard], n.node, judging(*row, at.period, n.subject->type.entity));
          },
          [&](const typed::Defined& n) { return number(*n.meaning, at); },
          [&](const auto&) { return Interval::anything(); }},
      expression.node);
}

Interval Oracle::points(const typed::Scorecard& scorecard, std::uint32_t index, const Environment& at) const {
  const auto& node = scorecard.nodes[index];
  const auto zero = Interval::exactly(values::Decimal(0));
  const auto clamped = [&](Interval value, bool above) {
    value = values::larger(value, zero);
    return above && node.ceiling ? values::smaller(value, number(*node.ceiling, at)) : value;
  };
  Interval value;
  using Kind = typed::ScoreNode::Kind;
  if (node.kind == Kind::part || node.kind == Kind::whole) {
    value = zero;
    for (const auto part : node.parts)
      if (const auto kind = scorecard.nodes[part].kind; kind != Kind::bonus && kind != Kind::penalty)
        value = values::sum(value, points(scorecard, part, at));
    value = clamped(value, true);
    for (const auto part : node.parts) {
      if (scorecard.nodes[part].kind == Kind::bonus) value = values::sum(value, points(scorecard, part, at));
      if (scorecard.nodes[part].kind == Kind::penalty) value = values::difference(value, points(scorecard, part, at));
    }
    if (node.kind == Kind::whole) value = clamped(value, !scorecard.bonus_above_the_ceiling);
  } else if (node.all_or_nothing) {
    const auto met = truth(*node.points, at);
    const auto all = number(*node.ceiling, at);
    value = met == Truth::yes ? all : met == Truth::no ? zero : values::hull(zero, all);
  } else {
    value = clamped(number(*node.points, at), true);
  }
  if (node.rounded) value = values::rounded(value, node.rounded->places, node.rounded->rounding);
  return value;
}

Truth Oracle::criterion(const typed::Criterion& criterion, const Environment& at) const {
  using Kind = typed::CriterionKind;
  Truth result = Truth::yes;
  if (criterion.kind == Kind::all_of || criterion.kind == Kind::any_of || criterion.kind == Kind::at_least_n_of) {
    int surely = 0, possibly = 0;
    for (const auto& part : criterion.parts) {
      const auto met = this->criterion(part, at);
      surely += met == Truth::yes;
      possibly += met != Truth::no;
    }
    const int wanted = criterion.kind == Kind::all_of   ? static_cast<int>(criterion.parts.size())
                       : criterion.kind == Kind::any_of ? 1
                                                        : criterion.at_least;
    result = surely >= wanted ? Truth::yes : possibly < wanted ? Truth::no : Truth::unknown;
  } else {
    result = truth(*criterion.condition, at);
  }
  if (criterion.except_when) result = values::either(result, truth(*criterion.except_when, at));
  return result;
}

Truth Oracle::scope(const typed::Scope& scope, const Environment& at) const {
  auto result = scope.filter ? truth(*scope.filter, at) : Truth::yes;
  if (scope.only)
    result = values::both(result, values::truth_of(dataset_.entities[scope.entity.index].find(*scope.only) == at.rows[0]));
  return result;
}

Verdict Oracle::verdict(const typed::Award& award, const Environment& judged) const {
  auto at = judged;
  at.award = typed::AwardId{static_cast<std::uint32_t>(&award - program_.awards.data())};
  Verdict result{scope(award.scope, at), Truth::yes, Truth::no};
  for (const auto& one : award.criteria) {
    const auto met = criterion(one, at);
    if (one.kind == typed::CriterionKind::bar) result.requirements = values::both(result.requirements, values::opposite(met));
    else if (one.kind == typed::CriterionKind::defer) result.deferral = values::either(result.deferral, met);
    else result.requirements = values::both(result.requirements, met);
  }
  return result;
}

// Of those whom the rule is made for: a deferral leaves it open unless a requirement fails.
Truth Oracle::eligible(const typed::Award& award, const Environment& at) const {
  const auto result = verdict(award, at);
  const auto eligible = result.requirements == Truth::no  ? Truth::no
                        : result.deferral != Truth::no ? Truth::unknown
                                                       : result.requirements;
  return values::both(result.scope, eligible);
}

}  // namespace tdkt::oracle
