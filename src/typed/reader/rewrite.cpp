// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/rewrite.hpp"

#include <unordered_set>

#include "values/match.hpp"

namespace tdkt::typed::reading {

namespace {

// No table has such an index; see `placeholder`.
constexpr std::uint32_t first_placeholder = 0xFFFF0000;

struct Argument {
  std::uint32_t index;
  std::uint8_t level, levels;
};
std::optional<Argument> argument_in(const Expression& expression) {
  const auto* lookup = std::get_if<Lookup>(&expression.node);
  if (!lookup || lookup->table.index < first_placeholder) return std::nullopt;
  return Argument{lookup->table.index - first_placeholder,
                  std::get<Self>(lookup->inputs.front()->node).level,
                  std::get<Self>(lookup->inputs.back()->node).level};
}

}  // namespace

Expr placeholder(std::uint32_t index, std::uint8_t level, std::size_t levels, const Type& type,
                 source::Where written) {
  const auto self = [&](std::uint8_t at) { return make(Self{at}, {}, written); };
  return make(Lookup{TableId{first_placeholder + index}, {self(level), self(static_cast<std::uint8_t>(levels))}},
              type, written);
}

Expr Rewrite::operator()(const Expr& expression) {
  if (!expression) return nullptr;
  const auto known = done_.find(expression.get());
  if (known != done_.end()) return known->second;

  Expr result = replace_(expression);
  if (!result) {
    auto copy = *expression;
    copy.node = parts_of(expression->node);
    result = std::make_shared<const Expression>(std::move(copy));
    // Nothing was replaced: keep the original, so that it stays shared.
    std::vector<const Expression*> before, after;
    for_each_part(*expression, [&](const Expression& part) { before.push_back(&part); });
    for_each_part(*result, [&](const Expression& part) { after.push_back(&part); });
    const bool says_more = std::visit(
        values::match{[](const Quantified&) { return true; }, [](const Aggregate&) { return true; },
                      [](const MemberWith&) { return true; }, [](const MemberOf&) { return true; },
                      [](const Rank&) { return true; }, [](const InTop&) { return true; },
                      [](const Evidence&) { return true; }, [](const Received&) { return true; },
                      [](const auto&) { return false; }},
        expression->node);
    if (!says_more && before == after) result = expression;
  }
  done_.emplace(expression.get(), result);
  return result;
}

void Rewrite::list(std::vector<Expr>& parts) {
  for (auto& part : parts) part = (*this)(part);
}

void Rewrite::dates(Span& span) {
  if (auto* before = std::get_if<BeforeDay>(&span)) before->date = (*this)(before->date);
  if (auto* within = std::get_if<WithinDays>(&span)) within->date = (*this)(within->date);
}

void Rewrite::set(Set& set) {
  set.from = (*this)(set.from);
  for (auto& step : set.steps) {
    when_(step.when);
    dates(step.when);
    list(step.filters);
  }
  list(set.key_filters);
  set.level = level_(set.level);
}

Node Rewrite::parts_of(const Node& original) {
  Node node = original;
  const auto one = [&](Expr& part) { part = (*this)(part); };
  std::visit(
      values::match{
          [](Literal&) {}, [](Parameter&) {}, [](JudgedYear&) {}, [](Self&) {},
          [&](FactOf& n) { one(n.subject), one(n.key); },
          [&](Related& n) { one(n.subject); },
          [&](Compare& n) { one(n.left), one(n.right); },
          [&](OneOf& n) { one(n.left), list(n.list); },
          [&](Between& n) { one(n.value), one(n.low), one(n.high); },
          [&](IsKnown& n) { one(n.of); },
          [&](Not& n) { one(n.inner); },
          [&](All& n) { list(n.parts); },
          [&](Any& n) { list(n.parts); },
          [&](Arithmetic& n) { one(n.left), one(n.right); },
          [&](PercentOf& n) { one(n.percent), one(n.of); },
          [&](Choose& n) { one(n.left), one(n.right); },
          [&](Capped& n) { one(n.value), one(n.ceiling); },
          [&](Rounded& n) { one(n.value); },
          [&](If& n) { one(n.condition), one(n.then), one(n.otherwise); },
          [&](Moved& n) { one(n.body); },
          [&](InYears& n) { dates(n.years), one(n.body); },
          [&](Within& n) { dates(n.years), one(n.body); },
          [&](OverPeriods& n) { one(n.body); },
          [&](Quantified& n) { one(n.amount.low), one(n.amount.high), set(n.set), one(n.predicate); },
          [&](Aggregate& n) { set(n.set), one(n.value), one(n.predicate); },
          [&](MemberWith& n) { set(n.set), one(n.value); },
          [&](MemberOf& n) { one(n.entity), set(n.set); },
          [&](Rank& n) { one(n.subject), set(n.among), one(n.value); },
          [&](InTop& n) { one(n.rank.subject), set(n.rank.among), one(n.rank.value), one(n.top); },
          [&](Received& n) { one(n.subject), when_(n.when), dates(n.when); },
          [&](Eligible& n) { one(n.subject); },
          [&](Score& n) { one(n.subject); },
          [&](ItemsReach& n) { one(n.subject); },
          [&](GradeOf& n) { one(n.subject); },
          [&](Lookup& n) { list(n.inputs); },
          [&](Defined& n) { one(n.subject), list(n.arguments), one(n.meaning); },
          [&](Rotates& n) { one(n.subject); },
          [&](Evidence& n) { one(n.count), set(n.set); }},
      node);
  return node;
}

namespace {

// `argument`, typed for the entity at level `from`, as seen from the one at level `to`; its own sets
// stand at `free` and deeper.
Expr seen_from(const Expr& argument, std::uint8_t from, std::uint8_t to, std::uint8_t free) {
  const auto level = [&](std::uint8_t inner) {
    return inner > from ? static_cast<std::uint8_t>(inner - from - 1 + free) : inner;
  };
  return Rewrite(
      [&](const Expr& part) -> Expr {
        const auto* self = std::get_if<Self>(&part->node);
        if (!self || self->level < from) return nullptr;
        return make(Self{self->level == from ? to : level(self->level)}, part->type, part->written);
      },
      level)(argument);
}

}  // namespace

Expr used(const Expr& body, const Expr& subject, std::size_t levels, const std::vector<Expr>& arguments,
          std::uint8_t caller) {
  const auto* self = subject ? std::get_if<Self>(&subject->node) : nullptr;
  if (self && self->level == 0 && levels == 1 && arguments.empty()) return body;
  const auto level = [&](std::uint8_t inner) {
    return static_cast<std::uint8_t>(inner + levels - 1);
  };
  return Rewrite(
      [&](const Expr& part) -> Expr {
        if (const auto argument = argument_in(*part)) {
          const auto& given = arguments.at(argument->index);
          return seen_from(given, caller, argument->level == 0 ? caller : level(argument->level),
                           level(argument->levels));
        }
        const auto* own = std::get_if<Self>(&part->node);
        if (!own) return nullptr;
        return own->level == 0 ? subject : make(Self{level(own->level)}, part->type, part->written);
      },
      level)(body);
}

std::size_t size_of(const Expression& expression, std::size_t most) {
  std::unordered_set<const Expression*> seen;
  std::vector<const Expression*> open{&expression};
  while (!open.empty() && seen.size() <= most) {
    const auto* next = open.back();
    open.pop_back();
    if (!seen.insert(next).second) continue;
    for_each_part(*next, [&](const Expression& part) { open.push_back(&part); });
  }
  return seen.size();
}

}  // namespace tdkt::typed::reading
