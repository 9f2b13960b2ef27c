// SPDX-License-Identifier: Apache-2.0
// The one-step changes of every kind of node.
#include <algorithm>

#include "mutations/steps.hpp"
#include "values/match.hpp"

namespace tdkt::mutations {

using typed::Expr;
using typed::Expression;
using typed::Literal;
using typed::Node;
using values::Decimal;
using values::Rounding;
using values::Sign;

namespace {

// A literal as a number: of a scale, the place of its value.
std::optional<Decimal> number_of(const Expr& expression) {
  const auto* literal = expression ? std::get_if<Literal>(&expression->node) : nullptr;
  if (!literal) return std::nullopt;
  if (const auto* number = std::get_if<Decimal>(&literal->value)) return *number;
  if (const auto* code = std::get_if<typed::Code>(&literal->value)) return Decimal(code->code);
  return std::nullopt;
}

bool is_ordered(const typed::Program& program, const columns::Type& type) {
  return type.kind == columns::TypeKind::number || type.kind == columns::TypeKind::date ||
         (type.kind == columns::TypeKind::scale && program.schema[type.scale].ordered);
}

class Changes {
 public:
  Changes(const typed::Program& program, const Expression& expression)
      : program_(program), expression_(expression) {}

  std::vector<NodeChange> all() {
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

 private:
  void add(std::function<void(Node&)> apply) { changes_.push_back({expression_.written, std::move(apply)}); }
  void add(source::Where at, std::function<void(Node&)> apply) { changes_.push_back({at, std::move(apply)}); }

  template <class N>
  void flip(bool N::* which) {
    add([=](Node& node) { std::get<N>(node).*which = !(std::get<N>(node).*which); });
  }

  // ---- thresholds -----------------------------------------------------------------------------

  // Signs and values beside a threshold, those left out that ask the same as the first or as an
  // earlier one. Calls make(sign, value) where the value differs from the first.
  template <class Make>
  void thresholds(const Range& range, const Threshold& first, Decimal step, bool may_change_sign,
                  source::Where value_at, Make make) {
    std::vector<Threshold> known{first};
    // What always holds is as good as gone, and that is a change of its own.
    if (range.bounds.low) known.push_back({Sign::at_least, *range.bounds.low});
    const auto take = [&](const Threshold& one, source::Where at) {
      const bool beyond = (range.bounds.low && one.value < *range.bounds.low) ||
                          (range.bounds.high && one.value > *range.bounds.high) ||
                          (one.value < Decimal(0) && first.value >= Decimal(0));
      if (beyond || std::any_of(known.begin(), known.end(), [&](const auto& other) { return same_within(range, one, other); }))
        return;
      known.push_back(one);
      add(at, make(one));
    };
    for (const auto& value : {values::difference(first.value, step), values::sum(first.value, step)})
      if (value) take({first.sign, *value}, value_at);
    if (!may_change_sign) return;
    for (const auto sign : beside(first.sign)) take({sign, first.value}, expression_.written);
  }

  void of(const typed::Compare& node) {
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

  void of(const typed::OneOf& node) {
    if (node.list.size() < 2) return;
    for (std::size_t i = 0; i < node.list.size(); ++i)
      add(node.list[i]->written, [=](Node& changed) {
        auto& list = std::get<typed::OneOf>(changed).list;
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
      });
  }

  void of(const typed::Not& node) {
    const auto inner = node.inner;
    add([=](Node& changed) { changed = inner->node; });
  }

  void of(const typed::Arithmetic& node) {
    using typed::Operator;
    if (node.op != Operator::plus && node.op != Operator::minus) return;
    const auto other = node.op == Operator::plus ? Operator::minus : Operator::plus;
    add([=](Node& changed) { std::get<typed::Arithmetic>(changed).op = other; });
  }

  // ---- time -----------------------------------------------------------------------------------

  void of(const typed::Moved& node) {
    const auto to = [&](typed::Shift shift) { add([=](Node& changed) { std::get<typed::Moved>(changed).to = shift; }); };
    if (const auto* ago = std::get_if<typed::YearsAgo>(&node.to))
      for (const int years : {ago->years - 1, ago->years + 1})
        if (years >= 1) to(typed::YearsAgo{years});
    if (const auto* in = std::get_if<typed::InYear>(&node.to))
      for (const int year : {in->year - 1, in->year + 1}) to(typed::InYear{year});
  }

  void of(const typed::InYears& node) {
    for (const auto& span : steps_of(node.years, node.at_least))
      add([=](Node& changed) { std::get<typed::InYears>(changed).years = span; });
    if (!node.at_least) return;
    const auto* last = std::get_if<typed::LastYears>(&node.years);
    for (const int years : {*node.at_least - 1, *node.at_least + 1})
      if (years >= 1 && (!last || years <= last->years))
        add([=](Node& changed) { std::get<typed::InYears>(changed).at_least = years; });
  }

  // ---- sets -----------------------------------------------------------------------------------

  template <class In>
  void of(const typed::Set& set, In in) {
    for (std::size_t i = 0; i < set.steps.size(); ++i)
      for (const auto& span : steps_of(set.steps[i].when, std::nullopt))
        add([=](Node& changed) { in(changed).steps[i].when = span; });
  }

  static Expr whole_number(std::int64_t number, source::Where at) {
    columns::Type type;
    type.kind = columns::TypeKind::number;
    type.whole = true;
    return typed::make(Literal{Decimal(number)}, type, at);
  }

  void becomes(const typed::Amount& amount) {
    add([=](Node& changed) { std::get<typed::Quantified>(changed).amount = amount; });
  }

  void of(const typed::Quantified& node) {
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

  void of(const typed::Amount& amount) {
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

  void between(const typed::Amount& amount, const Range& range) {
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

  void of(const typed::Aggregate& node) {
    using typed::Function;
    of(node.set, [](Node& changed) -> typed::Set& { return std::get<typed::Aggregate>(changed).set; });
    if (node.function != Function::highest && node.function != Function::lowest) return;
    const auto other = node.function == Function::highest ? Function::lowest : Function::highest;
    add([=](Node& changed) { std::get<typed::Aggregate>(changed).function = other; });
  }

  // ---- the rest -------------------------------------------------------------------------------

  template <class In>
  void amounts(const Expr& literal, Decimal least, In in) {
    const auto value = number_of(literal);
    if (!value) return;
    const auto step = step_of(*value, literal->type);
    for (const auto& to : {values::difference(*value, step), values::sum(*value, step)})
      if (to && *to >= least)
        add(literal->written, [=](Node& changed) { in(changed) = as_literal(*to, in(changed)); });
  }

  void of(const typed::InTop& node) {
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

  void of(const typed::Received& node) {
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

  void of(const typed::ItemsReach& node) {
    const auto step = Decimal::from_scaled(Decimal::one / 100);
    for (const auto& to : {values::difference(node.share, step), values::sum(node.share, step)})
      if (to && *to > Decimal(0) && *to <= Decimal(1))
        add([=](Node& changed) { std::get<typed::ItemsReach>(changed).share = *to; });
  }

  void of(const typed::Rotates& node) {
    if (node.rule == typed::Rotation::no_repeat_within)
      for (const int years : {node.years - 1, node.years + 1})
        if (years >= 1) add([=](Node& changed) { std::get<typed::Rotates>(changed).years = years; });
    if (node.from)
      for (const int year : {*node.from - 1, *node.from + 1})
        add([=](Node& changed) { std::get<typed::Rotates>(changed).from = year; });
  }

  const typed::Program& program_;
  const Expression& expression_;
  std::vector<NodeChange> changes_;
};

}  // namespace

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
