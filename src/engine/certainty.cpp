// SPDX-License-Identifier: Apache-2.0
#include "engine/certainty.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::engine {

namespace {

class MayBe {
 public:
  explicit MayBe(const typed::Program& program) : program_(program) {}

  bool unknown(const typed::Expr& expression) const { return expression && unknown(*expression); }

  bool unknown(const typed::Expression& expression) const {
    return std::visit(
        values::match{
            [](const typed::Literal& n) { return std::holds_alternative<typed::EntityName>(n.value); },
            [](const typed::Parameter&) { return false; }, [](const typed::JudgedYear&) { return false; },
            [](const typed::Self&) { return false; }, [](const typed::IsKnown&) { return false; },
            [&](const typed::FactOf& n) { return of_fact(n); },
            [&](const typed::Quantified& n) { return of_quantifier(n); },
            [&](const typed::Aggregate& n) { return of_aggregate(n); },
            [&](const typed::Defined& n) { return !n.meaning || unknown(n.meaning); },
            [&](const typed::Arithmetic& n) {
              return n.op == typed::Operator::over || unknown(n.left) || unknown(n.right);
            },
            [&](const typed::Compare&) { return any_part(expression); },
            [&](const typed::OneOf&) { return any_part(expression); },
            [&](const typed::Between&) { return any_part(expression); },
            [&](const typed::Not&) { return any_part(expression); },
            [&](const typed::All&) { return any_part(expression); },
            [&](const typed::Any&) { return any_part(expression); },
            [&](const typed::PercentOf&) { return any_part(expression); },
            [&](const typed::Choose&) { return any_part(expression); },
            [&](const typed::Capped&) { return any_part(expression); },
            [&](const typed::Rounded&) { return any_part(expression); },
            [&](const typed::If&) { return any_part(expression); },
            [](const auto&) { return true; }},
        expression.node);
  }

 private:
  bool any_part(const typed::Expression& expression) const {
    bool any = false;
    typed::for_each_part(expression, [&](const typed::Expression& part) { any = any || unknown(part); });
    return any;
  }

  bool of_fact(const typed::FactOf& node) const {
    const auto& fact = program_.schema[node.fact];
    return !fact.absent || fact.attested_by || fact.per || unknown(node.subject);
  }

  // Whom a set holds is not known of a relation that says it is never empty, or through a filter.
  bool of_set(const typed::Set& set) const {
    if (set.keys_of || unknown(set.from)) return true;
    return std::any_of(set.steps.begin(), set.steps.end(), [&](const typed::Step& step) {
      if (program_.schema[step.relation].never_empty || !std::holds_alternative<typed::JudgedPeriod>(step.when))
        return true;
      return std::any_of(step.filters.begin(), step.filters.end(),
                         [&](const typed::Expr& filter) { return unknown(filter); });
    });
  }

  // A share of nobody is unknown.
  bool of_quantifier(const typed::Quantified& node) const {
    const bool counts = !node.amount.share || node.or_when_none;
    return !counts || of_set(node.set) || unknown(node.predicate) || unknown(node.amount.low) ||
           unknown(node.amount.high);
  }

  bool of_aggregate(const typed::Aggregate& node) const {
    const bool counts = node.function == typed::Function::number || node.function == typed::Function::total;
    return !counts || of_set(node.set) || unknown(node.value) || unknown(node.predicate);
  }

  const typed::Program& program_;
};

}  // namespace

bool may_be_unknown(const typed::Program& program, const typed::Expression& expression) {
  return MayBe(program).unknown(expression);
}

bool may_be_unknown(const typed::Program& program, const typed::Criterion& criterion) {
  return (criterion.condition && may_be_unknown(program, *criterion.condition)) ||
         (criterion.except_when && may_be_unknown(program, *criterion.except_when)) ||
         std::any_of(criterion.parts.begin(), criterion.parts.end(),
                     [&](const typed::Criterion& part) { return may_be_unknown(program, part); });
}

}  // namespace tdkt::engine
