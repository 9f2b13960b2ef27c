// SPDX-License-Identifier: Apache-2.0
#include "mutations/range.hpp"

#include <tuple>

#include "values/match.hpp"

namespace tdkt::mutations {

using typed::Expression;
using values::Decimal;
using values::Interval;
using values::Sign;

namespace {

class Ranges {
 public:
  explicit Ranges(const typed::Program& program) : program_(program) {}

  Range of(const typed::Expr& expression) const { return expression ? of(*expression) : Range{}; }

  Range of(const Expression& expression) const {
    if (expression.type.kind == columns::TypeKind::scale) return of_scale(expression.type.scale);
    auto range = std::visit(
        values::match{[&](const typed::Literal& n) { return of_literal(n); },
                      [&](const typed::Parameter& n) { return of_parameter(n); },
                      [&](const typed::FactOf& n) { return of_fact(program_.schema[n.fact]); },
                      [&](const typed::Arithmetic& n) { return of_arithmetic(n); },
                      [&](const typed::PercentOf& n) {
                        return Range{values::product(of(n.percent).bounds, of(n.of).bounds), false};
                      },
                      [&](const typed::Choose& n) {
                        const auto a = of(n.left), b = of(n.right);
                        return Range{n.smaller ? values::smaller(a.bounds, b.bounds) : values::larger(a.bounds, b.bounds),
                                     a.whole && b.whole};
                      },
                      [&](const typed::Capped& n) {
                        const auto a = of(n.value), b = of(n.ceiling);
                        return Range{values::smaller(a.bounds, b.bounds), a.whole && b.whole};
                      },
                      [&](const typed::Rounded& n) {
                        return Range{values::rounded(of(n.value).bounds, n.places, n.rounding), n.places <= 0};
                      },
                      [&](const typed::If& n) {
                        const auto a = of(n.then), b = of(n.otherwise);
                        return Range{values::hull(a.bounds, b.bounds), a.whole && b.whole};
                      },
                      [&](const typed::Moved& n) { return of(n.body); },
                      [&](const typed::Defined& n) { return of(n.meaning); },
                      [&](const typed::Aggregate& n) { return of_aggregate(n); },
                      [](const typed::Rank&) { return Range{{Decimal(1), std::nullopt}, true}; },
                      [](const typed::Score&) { return Range{{Decimal(0), std::nullopt}, false}; },
                      [](const auto&) { return Range{}; }},
        expression.node);
    range.whole = range.whole || expression.type.whole || expression.type.year;
    return range;
  }

 private:
  Range of_scale(typed::ScaleId scale) const {
    const auto last = static_cast<std::int64_t>(program_.schema[scale].values.size()) - 1;
    return {{Decimal(0), Decimal(last)}, true};
  }

  Range of_literal(const typed::Literal& literal) const {
    const auto* number = std::get_if<Decimal>(&literal.value);
    return number ? Range{Interval::exactly(*number), number->is_whole()} : Range{};
  }

  Range of_parameter(typed::Parameter node) const {
    std::optional<Range> all;
    for (const auto& value : program_[node.parameter].values) {
      const auto one = of(value.value);
      all = all ? Range{values::hull(all->bounds, one.bounds), all->whole && one.whole} : one;
    }
    return all.value_or(Range{});
  }

  Range of_fact(const columns::Fact& fact) const {
    if (fact.type.kind != columns::TypeKind::number) return {};
    Range range{{}, fact.type.whole};
    if (fact.from) range.bounds.low = fact.from->number;
    if (fact.to) range.bounds.high = fact.to->number;
    return range;
  }

  Range of_arithmetic(const typed::Arithmetic& node) const {
    const auto a = of(node.left), b = of(node.right);
    const bool whole = a.whole && b.whole;
    switch (node.op) {
      case typed::Operator::plus: return {values::sum(a.bounds, b.bounds), whole};
      case typed::Operator::minus: return {values::difference(a.bounds, b.bounds), whole};
      case typed::Operator::times: return {values::product(a.bounds, b.bounds), whole};
      case typed::Operator::over: return {values::quotient(a.bounds, b.bounds), false};
    }
    return {};
  }

  Range of_aggregate(const typed::Aggregate& node) const {
    switch (node.function) {
      case typed::Function::number: return {{Decimal(0), std::nullopt}, true};
      case typed::Function::share: return {{Decimal(0), Decimal(1)}, false};
      case typed::Function::total: {
        const auto one = of(node.value);
        const bool positive = one.bounds.low && *one.bounds.low >= Decimal(0);
        return {{positive ? std::optional(Decimal(0)) : std::nullopt, std::nullopt}, one.whole};
      }
      case typed::Function::highest:
      case typed::Function::lowest: return of(node.value);
      case typed::Function::average:
      case typed::Function::median: return {of(node.value).bounds, false};
    }
    return {};
  }

  const typed::Program& program_;
};

// The numbers of which a threshold holds, as a span; of whole numbers with both ends included.
struct Span {
  std::optional<Decimal> low, high;
  bool low_open = false, high_open = false, empty = false;
  friend bool operator==(const Span&, const Span&) = default;
};

Span span_of(const Range& range, const Threshold& threshold) {
  Span span{range.bounds.low, range.bounds.high};
  const auto raise = [&](bool open) {
    if (span.low && (*span.low > threshold.value || (*span.low == threshold.value && !open))) return;
    span.low = threshold.value, span.low_open = open;
  };
  const auto lower = [&](bool open) {
    if (span.high && (*span.high < threshold.value || (*span.high == threshold.value && !open))) return;
    span.high = threshold.value, span.high_open = open;
  };
  if (threshold.sign == Sign::at_least || threshold.sign == Sign::above || threshold.sign == Sign::equal)
    raise(threshold.sign == Sign::above);
  if (threshold.sign == Sign::at_most || threshold.sign == Sign::below || threshold.sign == Sign::equal)
    lower(threshold.sign == Sign::below);
  if (range.whole) {
    if (span.low) {
      auto low = values::rounded(*span.low, 0, values::Rounding::up).value_or(*span.low);
      if (span.low_open && low == *span.low) low = values::sum(low, Decimal(1)).value_or(low);
      span.low = low, span.low_open = false;
    }
    if (span.high) {
      auto high = values::rounded(*span.high, 0, values::Rounding::down).value_or(*span.high);
      if (span.high_open && high == *span.high) high = values::difference(high, Decimal(1)).value_or(high);
      span.high = high, span.high_open = false;
    }
  }
  const bool empty = span.low && span.high &&
                     (*span.low > *span.high || (*span.low == *span.high && (span.low_open || span.high_open)));
  return empty ? Span{std::nullopt, std::nullopt, false, false, true} : span;
}

}  // namespace

Range range_of(const typed::Program& program, const Expression& expression) { return Ranges(program).of(expression); }

bool same_within(const Range& range, const Threshold& a, const Threshold& b) {
  const auto is_not = [](const Threshold& t) { return t.sign == Sign::unequal; };
  if (is_not(a) || is_not(b)) {
    if (!is_not(a) || !is_not(b)) return false;
    return span_of(range, {Sign::equal, a.value}) == span_of(range, {Sign::equal, b.value});
  }
  return span_of(range, a) == span_of(range, b);
}

}  // namespace tdkt::mutations
