// SPDX-License-Identifier: Apache-2.0
// Where an expression keeps its parts.
#pragma once

#include "typed/expression.hpp"
#include "values/match.hpp"

namespace tdkt::typed {

template <class Visit>
void for_each_part(const Expression& expression, Visit visit) {
  const auto each = [&](const std::vector<Expr>& parts) {
    for (const auto& part : parts) visit(*part);
  };
  const auto one = [&](const Expr& part) {
    if (part) visit(*part);
  };
  const auto span = [&](const Span& when) {
    if (const auto* before = std::get_if<BeforeDay>(&when)) one(before->date);
    if (const auto* within = std::get_if<WithinDays>(&when)) one(within->date);
  };
  const auto set = [&](const Set& of) {
    one(of.from);
    for (const auto& step : of.steps) {
      span(step.when);
      each(step.filters);
    }
    each(of.key_filters);
  };
  std::visit(
      values::match{
          [&](const Literal&) {}, [&](const Parameter&) {}, [&](const JudgedYear&) {},
          [&](const Self&) {},
          [&](const FactOf& n) { one(n.subject), one(n.key); },
          [&](const Related& n) { one(n.subject); },
          [&](const Compare& n) { one(n.left), one(n.right); },
          [&](const OneOf& n) { one(n.left), each(n.list); },
          [&](const Between& n) { one(n.value), one(n.low), one(n.high); },
          [&](const IsKnown& n) { one(n.of); },
          [&](const Not& n) { one(n.inner); },
          [&](const All& n) { each(n.parts); },
          [&](const Any& n) { each(n.parts); },
          [&](const Arithmetic& n) { one(n.left), one(n.right); },
          [&](const PercentOf& n) { one(n.percent), one(n.of); },
          [&](const Choose& n) { one(n.left), one(n.right); },
          [&](const Capped& n) { one(n.value), one(n.ceiling); },
          [&](const Rounded& n) { one(n.value); },
          [&](const If& n) { one(n.condition), one(n.then), one(n.otherwise); },
          [&](const Moved& n) { one(n.body); },
          [&](const InYears& n) { span(n.years), one(n.body); },
          [&](const Within& n) { span(n.years), one(n.body); },
          [&](const OverPeriods& n) { one(n.body); },
          [&](const Quantified& n) {
            one(n.amount.low), one(n.amount.high), set(n.set), one(n.predicate);
          },
          [&](const Aggregate& n) { set(n.set), one(n.value), one(n.predicate); },
          [&](const MemberWith& n) { set(n.set), one(n.value); },
          [&](const MemberOf& n) { one(n.entity), set(n.set); },
          [&](const Rank& n) { one(n.subject), set(n.among), one(n.value); },
          [&](const InTop& n) {
            one(n.rank.subject), set(n.rank.among), one(n.rank.value), one(n.top);
          },
          [&](const Received& n) { one(n.subject), span(n.when); },
          [&](const Eligible& n) { one(n.subject); },
          [&](const Score& n) { one(n.subject); },
          [&](const ItemsReach& n) { one(n.subject); },
          [&](const GradeOf& n) { one(n.subject); },
          [&](const Lookup& n) { each(n.inputs); },
          [&](const Defined& n) { one(n.subject), each(n.arguments), one(n.meaning); },
          [&](const Rotates& n) { one(n.subject); },
          [&](const Evidence& n) { one(n.count), set(n.set); }},
      expression.node);
}

}  // namespace tdkt::typed
