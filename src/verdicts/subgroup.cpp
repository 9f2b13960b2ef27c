// SPDX-License-Identifier: Apache-2.0
#include "verdicts/subgroup.hpp"

#include "values/match.hpp"

namespace tdkt::verdicts {
namespace {

using typed::Expression;
using values::Decimal;
using values::Interval;
using values::Truth;

bool is_members(const typed::Set& set, const typed::Nomination& nomination) {
  if (set.steps.size() != 1 || set.level != 1 || !set.from || set.owner_named) return false;
  const auto* from = std::get_if<typed::Self>(&set.from->node);
  const auto& step = set.steps.front();
  return from && from->level == 0 && step.relation == nomination.members && step.inverse == nomination.inverse;
}

}  // namespace

bool counts_members(const Expression& expression, const typed::Nomination& nomination) {
  const auto* aggregate = std::get_if<typed::Aggregate>(&expression.node);
  if (aggregate && is_members(aggregate->set, nomination)) return true;
  const auto* quantified = std::get_if<typed::Quantified>(&expression.node);
  if (quantified && is_members(quantified->set, nomination)) return true;
  bool found = false;
  typed::for_each_part(expression, [&](const Expression& part) { found = found || counts_members(part, nomination); });
  return found;
}

namespace {

class InSubgroup {
 public:
  InSubgroup(const typed::Nomination& nomination, const std::vector<SubgroupMember>& members,
             const evaluate::Evaluation& evaluation, const evaluate::Environment& group)
      : nomination_(nomination), members_(members), evaluation_(evaluation), group_(group) {}

  Interval number(const Expression& expression) const {
    if (!counts_members(expression, nomination_)) return evaluation_.number(expression, group_);
    return std::visit(
        values::match{
            [&](const typed::Arithmetic& n) { return arithmetic(n); },
            [&](const typed::PercentOf& n) { return product(number(*n.percent), number(*n.of)); },
            [&](const typed::Choose& n) {
              const auto left = number(*n.left), right = number(*n.right);
              return n.smaller ? smaller(left, right) : larger(left, right);
            },
            [&](const typed::Capped& n) { return smaller(number(*n.value), number(*n.ceiling)); },
            [&](const typed::Rounded& n) { return rounded(number(*n.value), n.places, n.rounding); },
            [&](const typed::If& n) { return chosen(n); },
            [&](const typed::Defined& n) { return number(*n.meaning); },
            [&](const typed::Aggregate& n) { return aggregate(n); },
            [](const auto&) { return Interval::anything(); }},
        expression.node);
  }

 private:
  Interval arithmetic(const typed::Arithmetic& n) const {
    const auto left = number(*n.left), right = number(*n.right);
    switch (n.op) {
      case typed::Operator::plus:
        return sum(left, right);
      case typed::Operator::minus:
        return difference(left, right);
      case typed::Operator::times:
        return product(left, right);
      case typed::Operator::over:
        return quotient(left, right);
    }
    return Interval::anything();
  }

  Interval chosen(const typed::If& n) const {
    const auto holds = truth(*n.condition);
    if (holds == Truth::yes) return number(*n.then);
    if (holds == Truth::no) return number(*n.otherwise);
    return hull(number(*n.then), number(*n.otherwise));
  }

  Truth truth(const Expression& expression) const {
    if (!counts_members(expression, nomination_)) return evaluation_.truth(expression, group_);
    return std::visit(values::match{[&](const typed::Compare& n) {
                                      return compared(n.sign, number(*n.left), number(*n.right));
                                    },
                                    [&](const typed::Between& n) {
                                      const auto value = number(*n.value);
                                      return both(compared(values::Sign::at_least, value, number(*n.low)),
                                                  compared(values::Sign::at_most, value, number(*n.high)));
                                    },
                                    [&](const typed::Not& n) { return opposite(truth(*n.inner)); },
                                    [&](const typed::All& n) {
                                      auto all = Truth::yes;
                                      for (const auto& part : n.parts) all = both(all, truth(*part));
                                      return all;
                                    },
                                    [&](const typed::Any& n) {
                                      auto any = Truth::no;
                                      for (const auto& part : n.parts) any = either(any, truth(*part));
                                      return any;
                                    },
                                    [&](const typed::Defined& n) { return truth(*n.meaning); },
                                    [](const auto&) { return Truth::unknown; }},
                      expression.node);
  }

  // Each as a member of the own group, where all groups are ranked together.
  evaluate::Environment at(const SubgroupMember& member) const {
    auto own = group_;
    own.rows[0] = member.group;
    return own.with_member(member.row);
  }

  Truth belongs(const SubgroupMember& member, const typed::Set& set) const {
    auto truth = member.belongs;
    for (const auto& filter : set.steps.front().filters) {
      truth = both(truth, evaluation_.truth(*filter, at(member)));
    }
    return truth;
  }

  Interval aggregate(const typed::Aggregate& n) const {
    std::int64_t least = 0, most = 0;
    Interval total = Interval::exactly(Decimal(0));
    std::optional<Interval> lowest, highest;
    for (const auto& member : members_) {
      auto counts = belongs(member, n.set);
      const auto there = at(member);
      if (n.predicate) counts = both(counts, evaluation_.truth(*n.predicate, there));
      if (counts == Truth::no) continue;
      least += counts == Truth::yes;
      ++most;
      if (!n.value) continue;
      const auto value = evaluation_.position(*n.value, there);
      total = sum(total, counts == Truth::yes ? value : hull(value, Interval::exactly(Decimal(0))));
      lowest = lowest ? smaller(*lowest, value) : value;
      highest = highest ? larger(*highest, value) : value;
    }
    const Interval count{Decimal(least), Decimal(most)};
    const bool known = least == most && most > 0 && !n.known_only;  // who is counted
    switch (n.function) {
      case typed::Function::number:
        return count;
      case typed::Function::total:
        return n.known_only ? Interval::anything() : total;
      case typed::Function::average:
        return known ? quotient(total, count) : Interval::anything();
      case typed::Function::highest:
        return known ? *highest : Interval::anything();
      case typed::Function::lowest:
        return known ? *lowest : Interval::anything();
      case typed::Function::share:
        return known ? share(n, count) : Interval::anything();
      case typed::Function::median:
        break;
    }
    return Interval::anything();
  }

  Interval share(const typed::Aggregate& n, const Interval& count) const {
    std::int64_t all = 0;
    for (const auto& member : members_) {
      const auto in = belongs(member, n.set);
      if (in == Truth::unknown) return Interval::anything();
      all += in == Truth::yes;
    }
    return quotient(count, Interval::exactly(Decimal(all)));
  }

  const typed::Nomination& nomination_;
  const std::vector<SubgroupMember>& members_;
  const evaluate::Evaluation& evaluation_;
  const evaluate::Environment& group_;
};

}  // namespace

Interval number_in_subgroup(const Expression& expression, const typed::Nomination& nomination,
                            const std::vector<SubgroupMember>& members,
                            const evaluate::Evaluation& evaluation, const evaluate::Environment& group) {
  return InSubgroup(nomination, members, evaluation, group).number(expression);
}

}  // namespace tdkt::verdicts
