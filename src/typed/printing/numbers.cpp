// SPDX-License-Identifier: Apache-2.0
#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

Grip Printer::grip(const Expression& e) const {
  return std::visit(values::match{[](const Arithmetic& n) {
                                    return n.op == Operator::plus || n.op == Operator::minus ? Grip::sum : Grip::product;
                                  },
                                  [](const Capped&) { return Grip::whole; }, [](const Rounded&) { return Grip::whole; },
                                  [](const If&) { return Grip::whole; },
                                  [](const auto&) { return Grip::factor; }},
                    e.node);
}

std::string Printer::arithmetic(const Arithmetic& n, Around around) const {
  const bool sum = n.op == Operator::plus || n.op == Operator::minus;
  const auto sign = n.op == Operator::plus    ? Keyword::plus
                    : n.op == Operator::minus ? Keyword::minus
                    : n.op == Operator::times ? Keyword::times_
                                              : Keyword::divided_by;
  auto left = value(*n.left, around, sum ? Grip::sum : Grip::product);
  // A set's conditions would take in what follows.
  if (std::holds_alternative<Aggregate>(n.left->node) && !n.left->bracketed) left = bracketed(left);
  return joined({left, word(sign), value(*n.right, around, sum ? Grip::product : Grip::factor)});
}

// `number of staff who …`, `share of staff who …`, `total months worked of staff`
std::string Printer::aggregate(const Aggregate& n, Around around) const {
  const auto known = n.known_only ? word(Keyword::that_are_known) : "";
  if (n.function == Function::number || n.function == Function::share) {
    const auto keyword = n.function == Function::number ? Keyword::number_of : Keyword::share_of;
    return joined({word(keyword), set(n.set, around), n.predicate ? filter(*n.predicate, n.set.level) : "", known});
  }
  Keyword keyword = Keyword::total;
  switch (n.function) {
    case Function::average: keyword = Keyword::average; break;
    case Function::highest: keyword = Keyword::highest; break;
    case Function::lowest: keyword = Keyword::lowest; break;
    case Function::median: keyword = Keyword::median; break;
    default: break;
  }
  auto what = value(*n.value, inside(n.set), Grip::factor);
  const bool simple = std::holds_alternative<FactOf>(n.value->node) || n.value->bracketed || what.front() == '(';
  if (!simple) what = bracketed(what);
  const auto of = n.set.keys_of ? word(Keyword::over_) : word(Keyword::of_);
  return joined({word(keyword), what, of, set(n.set, around), known});
}

std::string Printer::member_with(const MemberWith& n, Around around) const {
  const auto keyword = n.highest ? Keyword::with_the_highest : Keyword::with_the_lowest;
  const auto what = value(*n.value, inside(n.set), Grip::factor);
  if (english()) return joined({word(Keyword::the), set(n.set, around, true), word(keyword), what});
  return joined({set(n.set, around), word(Keyword::who), what, word(keyword)});
}

std::string Printer::ordering(bool high_to_low) const { return high_to_low ? "" : ", " + word(Keyword::low_to_high); }

std::string Printer::rank(const Rank& n, Around around) const {
  const auto who = value(*n.subject, around);
  const auto text = joined({word(Keyword::rank_of), who, word(Keyword::by_), value(*n.value, inside(n.among)),
                            word(Keyword::among_set), set(n.among, around)});
  return text + ordering(n.high_to_low);
}

std::string Printer::rounding(values::Rounding rounding, int places) const {
  const auto keyword = rounding == values::Rounding::up     ? Keyword::rounded_up
                       : rounding == values::Rounding::down ? Keyword::rounded_down
                                                            : Keyword::rounded;
  return joined({word(keyword), word(Keyword::to_places), std::to_string(places), word(Keyword::decimals)});
}

}  // namespace tdkt::typed::printing
