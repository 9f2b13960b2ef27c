// SPDX-License-Identifier: Apache-2.0
#include "lints/claim.hpp"

#include <algorithm>

#include "values/match.hpp"
#include "values/sign.hpp"

namespace tdkt::lints {

using typed::Expr;
using typed::Expression;
using typed::TypeKind;
using values::Decimal;
using values::Sign;

namespace {

const typed::Literal* literal_in(const Expr& e) { return e ? std::get_if<typed::Literal>(&e->node) : nullptr; }

std::optional<Decimal> number_in(const typed::Literal& literal) {
  if (const auto* number = std::get_if<Decimal>(&literal.value)) return *number;
  if (const auto* date = std::get_if<values::Date>(&literal.value)) return Decimal(date->days);
  return std::nullopt;
}
std::optional<Decimal> number_in(const Expr& e) {
  const auto* literal = literal_in(e);
  return literal ? number_in(*literal) : std::nullopt;
}

Numbers fitted(Numbers numbers, const typed::Type& type) { return type.whole ? whole(numbers) : numbers; }

ClaimPtr kept(Claim claim) { return std::make_shared<const Claim>(std::move(claim)); }

}  // namespace

Topic Claims::topic(const Expression& e) {
  const auto hash = typed::meaning_hash(e);
  const auto [begin, end] = topics_.equal_range(hash);
  for (auto at = begin; at != end; ++at)
    if (typed::same_meaning(*at->second.first, e)) return at->second.second;
  return topics_.emplace(hash, std::pair(&e, next_++))->second.second;
}

Topic Claims::topic_of(typed::Node node, const Expression& like) {
  made_.push_back(typed::make(std::move(node), like.type, like.written));
  return topic(*made_.back());
}

Claim Claims::of(const Expression& condition) { return {topic(condition), what(condition)}; }

Claims::What Claims::what(const Expression& e) {
  const auto each = [&](const std::vector<Expr>& parts) {
    std::vector<Claim> claims;
    for (const auto& part : parts) claims.push_back(of(*part));
    return claims;
  };
  return std::visit(values::match{[&](const typed::Compare& n) { return compared(n.sign, *n.left, *n.right); },
                                  [&](const typed::Between& n) { return between(n, e); },
                                  [&](const typed::OneOf& n) { return one_of(n, e); },
                                  [&](const typed::Not& n) { return opposite(of(*n.inner)).what; },
                                  [&](const typed::All& n) { return What(AllOf{each(n.parts)}); },
                                  [&](const typed::Any& n) { return What(AnyOf{each(n.parts)}); },
                                  [&](const typed::Quantified& n) { return so_many(n, e); },
                                  [&](const typed::InYears& n) { return in_years(n, e); },
                                  [&](const typed::Moved& n) { return moved(n, e); },
                                  [&](const typed::Received& n) { return received(n, e); },
                                  [&](const typed::Defined& n) {
                                    return n.meaning && n.meaning->type.kind == TypeKind::truth ? what(*n.meaning) : is_true(e);
                                  },
                                  [&](const auto&) { return is_true(e); }},
                    e.node);
}

Claims::What Claims::is_true(const Expression& e) {
  Codes yes{{}, 2};
  yes.values.set(1);
  return InValues{topic(e), yes};
}

Claim Claims::opposite(Claim claim) {
  auto what = std::visit(
      values::match{[](const InValues& n) -> What {
                      if (const auto* numbers = std::get_if<Numbers>(&n.values)) return InValues{n.topic, all_but(*numbers)};
                      auto codes = std::get<Codes>(n.values);
                      for (std::size_t i = 0; i < codes.of; ++i) codes.values.flip(i);
                      return InValues{n.topic, codes};
                    },
                    [](const Compared& n) -> What { return Compared{n.left, n.right, !n.less, !n.equal, !n.greater}; },
                    [&](const auto&) -> What { return NotSo{kept(claim)}; }},
      claim.what);
  return {next_++, std::move(what)};
}

Claims::What Claims::compared(Sign sign, const Expression& left, const Expression& right) {
  if (const auto* literal = std::get_if<typed::Literal>(&right.node))
    if (auto found = compared_with(sign, left, *literal)) return *found;
  if (const auto* literal = std::get_if<typed::Literal>(&left.node))
    if (auto found = compared_with(turned(sign), right, *literal)) return *found;
  auto a = topic(left), b = topic(right);
  if (a > b) {
    std::swap(a, b);
    sign = turned(sign);
  }
  return Compared{a, b, sign == Sign::below || sign == Sign::at_most || sign == Sign::unequal,
                  sign == Sign::equal || sign == Sign::at_least || sign == Sign::at_most,
                  sign == Sign::above || sign == Sign::at_least || sign == Sign::unequal};
}

std::optional<Claims::What> Claims::compared_with(Sign sign, const Expression& left, const typed::Literal& literal) {
  if (const auto number = number_in(literal)) return InValues{topic(left), fitted(numbers(sign, *number), left.type)};
  Codes codes{{}, 2};
  Decimal wanted;
  if (const auto* truth = std::get_if<bool>(&literal.value)) {
    wanted = Decimal(*truth ? 1 : 0);
  } else if (const auto* code = std::get_if<typed::Code>(&literal.value)) {
    wanted = Decimal(code->code);
    codes.of = program_.schema[code->scale].values.size();
  } else {
    return std::nullopt;
  }
  const auto fitting = numbers(sign, wanted);
  for (std::size_t i = 0; i < codes.of; ++i) codes.values[i] = holds(fitting, Decimal(static_cast<std::int64_t>(i)));
  return InValues{topic(left), codes};
}

Claims::What Claims::between(const typed::Between& n, const Expression& e) {
  const auto low = number_in(n.low), high = number_in(n.high);
  if (!low || !high) return is_true(e);
  return InValues{topic(*n.value), fitted(numbers_between(*low, *high), n.value->type)};
}

Claims::What Claims::one_of(const typed::OneOf& n, const Expression& e) {
  Codes codes{{}, 0};
  Numbers points;
  for (const auto& each : n.list) {
    const auto* literal = literal_in(each);
    if (!literal) return is_true(e);
    if (const auto* code = std::get_if<typed::Code>(&literal->value)) {
      codes.of = program_.schema[code->scale].values.size();
      codes.values.set(code->code);
    } else if (const auto number = number_in(*literal)) {
      points.push_back({*number, *number});
    } else {
      return is_true(e);
    }
  }
  if (codes.of > 0) return points.empty() ? What(InValues{topic(*n.left), codes}) : is_true(e);
  std::sort(points.begin(), points.end(), [](const Piece& a, const Piece& b) { return *a.low < *b.low; });
  return InValues{topic(*n.left), points};
}

Claims::What Claims::so_many(const typed::Quantified& n, const Expression& e) {
  const auto low = number_in(n.amount.low), high = number_in(n.amount.high);
  if (!low || (n.amount.high && !high)) return is_true(e);
  auto amount = high ? numbers_between(*low, *high) : numbers(n.amount.sign, *low);
  if (!n.amount.share) amount = whole(amount);
  else if (apart(amount, numbers_between(Decimal(0), Decimal(1)))) return is_true(e);  // told by itself
  const auto set = topic_of(typed::Aggregate{typed::Function::number, n.set, nullptr, nullptr, false}, e);
  return SoMany{set, n.amount.share, std::move(amount), n.or_when_none, n.predicate ? kept(of(*n.predicate)) : nullptr};
}

Claims::What Claims::in_years(const typed::InYears& n, const Expression& e) {
  const auto* last = std::get_if<typed::LastYears>(&n.years);
  if (!last || last->years < 1) return is_true(e);
  const int first = last->before ? 1 : 0;
  return InYearsAgo{first, first + last->years - 1, n.at_least.value_or(last->years), kept(of(*n.body))};
}

Claims::What Claims::moved(const typed::Moved& n, const Expression& e) {
  const auto* ago = std::get_if<typed::YearsAgo>(&n.to);
  if (!ago || n.as_then_in_force || n.body->type.kind != TypeKind::truth) return is_true(e);
  return InYearsAgo{ago->years, ago->years, 1, kept(of(*n.body))};
}

Claims::What Claims::received(const typed::Received& n, const Expression& e) {
  auto once = n;
  once.times = 1;
  once.sign = Sign::at_least;
  return InValues{topic_of(std::move(once), e), whole(numbers(n.sign, Decimal(n.times)))};
}

}  // namespace tdkt::lints
