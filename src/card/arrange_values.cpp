// SPDX-License-Identifier: Apache-2.0
// Gives expressions their values: a fact its cell, an aggregate a member of that value, a sum its
// remaining part.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/match.hpp"

namespace tdkt::card {

bool Arranger::assign(const Expression& e, const At& at, const Value& value) {
  if (const auto now = value_of(e, at); now && same(*now, value)) return true;
  return std::visit(
      values::match{
          [&](const typed::FactOf& n) {
            const auto of = who(*n.subject, at);
            const auto key = n.key ? who(*n.key, at) : std::nullopt;
            if (!of || (n.key && !key)) return false;
            const auto& fact = schema_[n.fact];
            if (const auto* number = std::get_if<Decimal>(&value)) {
              if (fact.type.whole && !number->is_whole()) return false;
              if (fact.from && fact.from->number && *number < *fact.from->number) return false;
              if (fact.to && fact.to->number && *fact.to->number < *number) return false;
              for (const auto& [bound, sign] : {std::pair{fact.from, Sign::at_most}, {fact.to, Sign::at_least}})
                if (bound && bound->fact) {
                  const auto* other = scene_.find({*bound->fact, of->number, {}, this->cell(n, *of, key, at).when});
                  if (other && other->value && satisfies(sign, *other->value, value) == false) return false;
                }
            }
            return scene_.set(this->cell(n, *of, key, at), value);
          },
          [&](const typed::Related& n) {
            const auto from = who(*n.subject, at);
            const auto* to = std::get_if<Who>(&value);
            if (!from || !to) return false;
            const auto& relation = schema_[n.relation];
            const bool dated = relation.timing.cadence == values::Cadence::dated;
            const auto when = dated ? day_in(typed::JudgedPeriod{}, at).days : index_of(relation.timing, at);
            for (const auto& other : scene_.related(n.relation, n.inverse, from->number)) {
              if (other.when != when) continue;
              const auto of = n.inverse ? other.who : from->number, target = n.inverse ? from->number : other.who;
              if (!scene_.unlink({n.relation, of, target, when})) return false;
            }
            return link(n.relation, n.inverse, *from, *to, when);
          },
          [&](const typed::Aggregate& n) { return assign_aggregate(n, at, value); },
          [&](const typed::Arithmetic& n) { return assign_arithmetic(n, at, value); },
          [&](const typed::PercentOf& n) {
            const auto share = value_of(*n.percent, at);
            const auto result = share ? computed(typed::Operator::over, value, *share) : std::nullopt;
            return result && assign(*n.of, at, *result);
          },
          [&](const typed::Capped& n) { return assign(*n.value, at, value); },
          [&](const typed::Rounded& n) { return assign(*n.value, at, value); },
          [&](const typed::Choose& n) {
            return assign(*n.left, at, value) && (value_of(*n.right, at) || assign(*n.right, at, value));
          },
          [&](const typed::If& n) {
            return attempt([&] { return condition(n.condition, at, Want::yes) && assign(*n.then, at, value); }) ||
                   attempt([&] { return condition(n.condition, at, Want::no) && assign(*n.otherwise, at, value); });
          },
          [&](const typed::Moved& n) { return assign(*n.body, moved(n.to, at), value); },
          [&](const typed::Defined& n) { return n.meaning && assign(*n.meaning, at, value); },
          [&](const typed::GradeOf& n) {
            const auto one = who(*n.subject, at);
            const auto* code = std::get_if<typed::Code>(&value);
            return one && code && graded(n.grades, *one, at, code->code);
          },
          [&](const typed::Lookup& n) { return looked_up(n, at, value); },
          [&](const typed::Rank& n) {
            const auto* place = std::get_if<Decimal>(&value);
            if (!place || !place->is_whole() || *place < Decimal(1) || Decimal(20) < *place) return false;
            const auto number = static_cast<std::size_t>(place->scaled() / Decimal::one);
            const auto one = who(*n.subject, at);
            if (!one) return false;
            const auto in = [&](Who member, int points) {
              return assign(*n.value, at.with_member(member, n.among.level), Decimal(points)) &&
                     belongs(n.among, member, at, Want::yes);
            };
            if (members(n.among, at).empty() && !new_member(n.among, at)) return false;
            bool arranged = in(*one, 50);
            for (std::size_t better = 1; better < number + 1; ++better) {
              const auto other = new_member(n.among, at);
              const int points = better == number ? 40 : n.high_to_low ? 60 : 30;
              arranged = other && in(*other, better == number && !n.high_to_low ? 60 : points) && arranged;
            }
            close(n.among, at);
            return arranged;
          },
          [&](const auto&) {
            const auto* truth = std::get_if<bool>(&value);
            return truth && e.type.kind == typed::TypeKind::truth && condition(e, at, *truth ? Want::yes : Want::no);
          }},
      e.node);
}

bool Arranger::clear(const Expression& e, const At& at) {
  return std::visit(
      values::match{
          [&](const typed::FactOf& n) {
            const auto of = who(*n.subject, at);
            const auto key = n.key ? who(*n.key, at) : std::nullopt;
            if (!of || (n.key && !key)) return false;
            scene_.mention(*of, at.period.year());
            return scene_.set(this->cell(n, *of, key, at), std::nullopt) && !schema_[n.fact].absent;
          },
          [&](const typed::Related& n) {
            const auto from = who(*n.subject, at);
            const auto& relation = schema_[n.relation];
            if (!from || n.inverse || relation.many) return false;
            const auto when = index_of(relation.timing, at);
            for (const auto& other : scene_.related(n.relation, false, from->number))
              if (other.when == when && !scene_.unlink({n.relation, from->number, other.who, when})) return false;
            scene_.leave_open({n.relation, from->number, when});
            return true;
          },
          [&](const typed::Aggregate& n) {
            const auto known = members(n.set, at);
            const auto one = known.empty() ? new_member(n.set, at) : std::optional(known.front());
            if (!one) return false;
            const auto inner = at.with_member(*one, n.set.level);
            if (!belongs(n.set, *one, at, Want::yes)) return false;
            if (n.value) return clear(*n.value, inner);
            return n.predicate && condition(n.predicate, inner, Want::unknown);
          },
          [&](const typed::Moved& n) { return clear(*n.body, moved(n.to, at)); },
          [](const typed::Literal&) { return false; }, [](const typed::Parameter&) { return false; },
          [](const typed::Self&) { return false; },
          [&](const auto&) {
            bool cleared = false;
            typed::for_each_part(e, [&](const Expression& part) {
              if (!cleared && part.type.kind != typed::TypeKind::entity) cleared = attempt([&] { return clear(part, at); });
            });
            return cleared;
          }},
      e.node);
}

// One member with that value is their total, their average, their highest and their lowest.
bool Arranger::assign_aggregate(const typed::Aggregate& n, const At& at, const Value& value) {
  const auto* number = std::get_if<Decimal>(&value);
  if (!number) return false;
  if (n.function == typed::Function::number || n.function == typed::Function::share) {
    Counted counted;
    counted.set = &n.set;
    counted.predicate = n.predicate;
    counted.share = n.function == typed::Function::share;
    counted.sign = Sign::equal;
    counted.low = *number;
    return counted_as(counted, at, Want::yes);
  }
  auto known = members(n.set, at);
  if (known.empty()) {
    const auto one = new_member(n.set, at);
    if (!one) return false;
    known.push_back(*one);
  }
  bool arranged = true, first = true;
  for (const auto one : known) {
    const auto inner = at.with_member(one, n.set.level);
    const bool rest = n.function == typed::Function::total && !first;
    arranged = belongs(n.set, one, at, Want::yes) && assign(*n.value, inner, rest ? Value(Decimal(0)) : value) && arranged;
    first = false;
  }
  return arranged;
}

bool Arranger::assign_arithmetic(const typed::Arithmetic& n, const At& at, const Value& value) {
  using typed::Operator;
  const auto left = value_of(*n.left, at), right = value_of(*n.right, at);
  const auto inverse = [](Operator op) {
    switch (op) {
      case Operator::plus: return Operator::minus;
      case Operator::minus: return Operator::plus;
      case Operator::times: return Operator::over;
      case Operator::over: return Operator::times;
    }
    return Operator::plus;
  };
  const auto through_left = [&](const Value& other) {
    const auto wanted = computed(inverse(n.op), value, other);
    return wanted && assign(*n.left, at, *wanted);
  };
  const auto through_right = [&](const Value& other) {
    const bool turned = n.op == Operator::minus || n.op == Operator::over;
    const auto wanted = turned ? computed(n.op, other, value) : computed(inverse(n.op), value, other);
    return wanted && assign(*n.right, at, *wanted);
  };
  if (right && attempt([&] { return through_left(*right); })) return true;
  if (left && attempt([&] { return through_right(*left); })) return true;
  // Neither side is given: the right one is set, so that the left can be a whole number.
  for (const int choice : {100, 10, 1, 0}) {
    if (choice == 0 && n.op == Operator::over) continue;
    if (attempt([&] { return assign(*n.right, at, Decimal(choice)) && through_left(Decimal(choice)); })) return true;
  }
  return false;
}

}  // namespace tdkt::card
