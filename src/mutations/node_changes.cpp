// SPDX-License-Identifier: Apache-2.0
// Which change is of which kind of node; comparisons, logic, arithmetic and times.
#include "mutations/changes.hpp"

namespace tdkt::mutations {

namespace {

bool is_ordered(const typed::Program& program, const columns::Type& type) {
  return type.kind == columns::TypeKind::number || type.kind == columns::TypeKind::date ||
         (type.kind == columns::TypeKind::scale && program.schema[type.scale].ordered);
}

}  // namespace

std::optional<Decimal> number_of(const Expr& expression) {
  const auto* literal = expression ? std::get_if<Literal>(&expression->node) : nullptr;
  if (!literal) return std::nullopt;
  if (const auto* number = std::get_if<Decimal>(&literal->value)) return *number;
  if (const auto* code = std::get_if<typed::Code>(&literal->value)) return Decimal(code->code);
  return std::nullopt;
}

std::vector<NodeChange> Changes::all() {
  std::visit(values::match{[&](const typed::Compare& n) { of(n); },
                           [&](const typed::OneOf& n) { of(n); },
                           [&](const typed::Not& n) { of(n); },
                           [&](const typed::All& n) {
                             if (n.parts.size() > 1)
                               add([](Node& node) { node = typed::Any{std::get<typed::All>(node).parts}; });
                           },
                           [&](const typed::Any& n) {
                             if (n.parts.size() > 1)
                               add([](Node& node) { node = typed::All{std::get<typed::Any>(node).parts}; });
                           },
                           [&](const typed::Arithmetic& n) { of(n); },
                           [&](const typed::Choose&) { flip(&typed::Choose::smaller); },
                           [&](const typed::Rounded& n) {
                             for (const auto rounding : beside(n.rounding))
                               add([=](Node& node) { std::get<typed::Rounded>(node).rounding = rounding; });
                           },
                           [&](const typed::Moved& n) { of(n); },
                           [&](const typed::InYears& n) { of(n); },
                           [&](const typed::Within& n) {
                             for (const auto& span : steps_of(n.years, std::nullopt))
                               add([=](Node& node) { std::get<typed::Within>(node).years = span; });
                           },
                           [&](const typed::Quantified& n) { of(n); },
                           [&](const typed::Aggregate& n) { of(n); },
                           [&](const typed::MemberWith& n) {
                             flip(&typed::MemberWith::highest);
                             of(n.set, [](Node& node) -> typed::Set& { return std::get<typed::MemberWith>(node).set; });
                           },
                           [&](const typed::MemberOf& n) {
                             of(n.set, [](Node& node) -> typed::Set& { return std::get<typed::MemberOf>(node).set; });
                           },
                           [&](const typed::Rank&) { flip(&typed::Rank::high_to_low); },
                           [&](const typed::InTop& n) { of(n); },
                           [&](const typed::Received& n) { of(n); },
                           [&](const typed::ItemsReach& n) { of(n); },
                           [&](const typed::Rotates& n) { of(n); },
                           [&](const typed::Evidence& n) {
                             of(n.set, [](Node& node) -> typed::Set& { return std::get<typed::Evidence>(node).set; });
                             amounts(n.count, Decimal(1), [](Node& node) -> Expr& { return std::get<typed::Evidence>(node).count; });
                           },
                           [&](const Literal& n) {
                             for (const auto& step : steps_of(program_, n, expression_.type))
                               add([=](Node& node) { node = step; });
                           },
                           [](const auto&) {}},
             expression_.node);
  return std::move(changes_);
}

void Changes::of(const typed::Compare& node) {
  const auto sign = [](Node& changed, Sign to) {
    auto& compare = std::get<typed::Compare>(changed);
    compare.sign = to;
    compare.or_higher = compare.or_higher && to == Sign::at_least;
  };
  const auto& type = node.left->type;
  if (!is_ordered(program_, type)) {
    if (node.sign == Sign::equal || node.sign == Sign::unequal)
      add([=](Node& changed) { sign(changed, node.sign == Sign::equal ? Sign::unequal : Sign::equal); });
    return;
  }
  const auto value = number_of(node.right);
  if (!value) {
    for (const auto other : beside(node.sign)) add([=](Node& changed) { sign(changed, other); });
    return;
  }
  const bool of_scale = type.kind == columns::TypeKind::scale;
  auto range = range_of(program_, *node.left);
  // What is recorded as a number is an amount, unless its declaration says otherwise.
  const bool is_amount = std::holds_alternative<typed::FactOf>(node.left->node) && *value >= Decimal(0);
  if (is_amount && !range.bounds.low && !of_scale) range.bounds.low = Decimal(0);
  const auto step = of_scale ? Decimal(1) : step_of(*value, node.right->type);
  thresholds(range, {node.sign, *value}, step, true, node.right->written, [=](const Threshold& to) {
    return [=](Node& changed) {
      sign(changed, to.sign);
      auto& right = std::get<typed::Compare>(changed).right;
      if (to.value == *value) return;
      if (!of_scale) {
        right = as_literal(to.value, right);
        return;
      }
      auto code = std::get<typed::Code>(std::get<Literal>(right->node).value);
      code.code = static_cast<std::uint8_t>(to.value.scaled() / Decimal::one);
      right = typed::make(Literal{code}, right->type, right->written);
    };
  });
}

void Changes::of(const typed::OneOf& node) {
  if (node.list.size() < 2) return;
  for (std::size_t i = 0; i < node.list.size(); ++i)
    add(node.list[i]->written, [=](Node& changed) {
      auto& list = std::get<typed::OneOf>(changed).list;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
    });
}

void Changes::of(const typed::Not& node) {
  const auto inner = node.inner;
  add([=](Node& changed) { changed = inner->node; });
}

void Changes::of(const typed::Arithmetic& node) {
  using typed::Operator;
  if (node.op != Operator::plus && node.op != Operator::minus) return;
  const auto other = node.op == Operator::plus ? Operator::minus : Operator::plus;
  add([=](Node& changed) { std::get<typed::Arithmetic>(changed).op = other; });
}

void Changes::of(const typed::Moved& node) {
  const auto to = [&](typed::Shift shift) { add([=](Node& changed) { std::get<typed::Moved>(changed).to = shift; }); };
  if (const auto* ago = std::get_if<typed::YearsAgo>(&node.to))
    for (const int years : {ago->years - 1, ago->years + 1})
      if (years >= 1) to(typed::YearsAgo{years});
  if (const auto* in = std::get_if<typed::InYear>(&node.to))
    for (const int year : {in->year - 1, in->year + 1}) to(typed::InYear{year});
}

void Changes::of(const typed::InYears& node) {
  for (const auto& span : steps_of(node.years, node.at_least))
    add([=](Node& changed) { std::get<typed::InYears>(changed).years = span; });
  if (!node.at_least) return;
  const auto* last = std::get_if<typed::LastYears>(&node.years);
  for (const int years : {*node.at_least - 1, *node.at_least + 1})
    if (years >= 1 && (!last || years <= last->years))
      add([=](Node& changed) { std::get<typed::InYears>(changed).at_least = years; });
}

bool takes_literals(const Expression& expression) {
  const auto& node = expression.node;
  if (const auto* compare = std::get_if<typed::Compare>(&node)) return number_of(compare->right).has_value();
  return std::holds_alternative<typed::Quantified>(node) || std::holds_alternative<typed::OneOf>(node) ||
         std::holds_alternative<typed::InTop>(node) || std::holds_alternative<typed::Evidence>(node);
}

std::vector<NodeChange> changes_of(const typed::Program& program, const Expression& expression) {
  return Changes(program, expression).all();
}

}  // namespace tdkt::mutations
