// SPDX-License-Identifier: Apache-2.0
#include "mutations/steps.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::mutations {

using typed::Literal;
using values::Decimal;
using values::Rounding;
using values::Sign;

Decimal step_of(Decimal number, const columns::Type& type) {
  if (type.percent) return Decimal::from_scaled(Decimal::one / 100);
  if (type.whole || type.year || number.is_whole()) return Decimal(1);
  auto unit = static_cast<values::int128>(Decimal::one);
  while (number.scaled() % unit != 0) unit /= 10;
  return Decimal::from_scaled(unit);
}

typed::Expr as_literal(Decimal number, const typed::Expr& like) {
  return typed::make(Literal{number}, like->type, like->written);
}

std::vector<Literal> steps_of(const typed::Program& program, const Literal& literal, const columns::Type& type) {
  std::vector<Literal> steps;
  std::visit(values::match{[&](Decimal number) {
                             // Numbers of rules are amounts: there is none below nothing.
                             const auto step = step_of(number, type);
                             const auto less = values::difference(number, step), more = values::sum(number, step);
                             const bool below = less && *less < Decimal(0) && number >= Decimal(0);
                             if (less && !below) steps.push_back({*less});
                             if (more) steps.push_back({*more});
                           },
                           [&](typed::Code code) {
                             const auto& scale = program.schema[code.scale];
                             if (!scale.ordered) return;
                             auto other = code;
                             if (code.code > 0) other.code = static_cast<std::uint8_t>(code.code - 1), steps.push_back({other});
                             if (code.code + 1u < scale.values.size())
                               other.code = static_cast<std::uint8_t>(code.code + 1), steps.push_back({other});
                           },
                           [&](values::Date date) {
                             for (const int days : {-1, 1}) steps.push_back({values::plus_days(date, days)});
                           },
                           [](const auto&) {}},
             literal.value);
  return steps;
}

std::vector<Sign> beside(Sign sign) {
  switch (sign) {
    case Sign::at_least: return {Sign::above};
    case Sign::above: return {Sign::at_least};
    case Sign::at_most: return {Sign::below};
    case Sign::below: return {Sign::at_most};
    case Sign::equal: return {Sign::at_least, Sign::at_most};
    case Sign::unequal: return {Sign::equal};
  }
  return {};
}

std::vector<Rounding> beside(Rounding rounding) {
  switch (rounding) {
    case Rounding::down: return {Rounding::up};
    case Rounding::up: return {Rounding::down};
    case Rounding::half_away: return {Rounding::down, Rounding::up};
  }
  return {};
}

std::vector<typed::Span> steps_of(const typed::Span& span, std::optional<int> least) {
  std::vector<typed::Span> found;
  const auto fewer_and_more = [&](auto of, int now, auto set) {
    for (const int years : {now - 1, now + 1}) {
      if (years < std::max(1, least.value_or(1))) continue;
      set(of, years);
      found.emplace_back(of);
    }
  };
  std::visit(values::match{[&](typed::LastYears n) {
                             fewer_and_more(n, n.years, [](typed::LastYears& to, int years) { to.years = years; });
                             n.before = !n.before;
                             found.emplace_back(n);
                           },
                           [&](typed::YearRange n) {
                             for (auto* bound : {&n.from, &n.to}) {
                               if (!*bound) continue;
                               const int year = **bound;
                               for (const int other : {year - 1, year + 1}) {
                                 *bound = other;
                                 if (!n.from || !n.to || *n.from <= *n.to) found.emplace_back(n);
                               }
                               *bound = year;
                             }
                           },
                           [&](const typed::AfterReceiving& n) {
                             fewer_and_more(n, n.years, [](typed::AfterReceiving& to, int years) { to.years = years; });
                           },
                           [&](const typed::WithinDays& n) {
                             for (const int days : {n.days - 1, n.days + 1})
                               if (days >= 0) found.emplace_back(typed::WithinDays{days, n.date});
                           },
                           [](const auto&) {}},
             span);
  return found;
}

}  // namespace tdkt::mutations
