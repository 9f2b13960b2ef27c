// SPDX-License-Identifier: Apache-2.0
// Numbers: sums, products, what is written as one, and what binds a whole expression (`rounded …`).
// Values of other types pass through where they stand alone.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

std::optional<columns::UnitId> one_unit(const Type& a, const Type& b) { return a.unit ? a.unit : b.unit; }

// `2 votes` where votes are also a fact of whom the sentence is about: rather a product whose sign was
// forgotten than the number 2.
bool is_forgotten_product(const Expression& value, const std::vector<Match>& nouns, EntityId own, const columns::Schema& schema) {
  const auto* literal = std::get_if<Literal>(&value.node);
  if (!literal || !std::holds_alternative<values::Decimal>(literal->value) || !value.type.unit) return false;
  return std::any_of(nouns.begin(), nouns.end(), [&](const Match& match) {
    return match.named->sort == Sort::fact && schema.facts[match.named->index].of == own;
  });
}

}  // namespace

Readings SentenceReader::numbers() {
  Readings found;
  const auto& levels = around(outermost_).levels;
  for (const auto& reading : expression(0, outermost_))
    if (!levels.empty() && is_forgotten_product(*reading.expr, names(1), levels.back(), schema_))
      continue;
    else if (reading.expr->type.kind == TypeKind::number)
      found.push_back(reading);
    else if (failures_)
      failures_->mistakes.push_back({0, reading.end, reading.end, diagnostics::Kind::not_a_number,
                                     {text_at(0, reading.end), phrase_for(reading.expr->type)}, {}});
  return found;
}

Readings SentenceReader::rankable() {
  Readings found;
  for (const auto& reading : expression(0, outermost_))
    if (ordered(reading.expr->type, schema_)) found.push_back(reading);
  return found;
}

Readings SentenceReader::values(const std::optional<Type>& wanted) {
  if (!wanted) {
    Readings found;
    for (const auto& reading : expression(0, outermost_)) {
      add(found, reading);
      if (failures_) time_of_fact(0, reading, outermost_);
    }
    for (const auto& reading : disjunction(0, outermost_)) add(found, reading);
    return found;
  }
  if (wanted->kind == TypeKind::truth) {
    Readings found = literals(0, outermost_, *wanted);
    for (const auto& reading : disjunction(0, outermost_)) add(found, reading);
    return found;
  }
  return operand(0, outermost_, *wanted);
}

const Readings& SentenceReader::expression(At at, Place place) {
  return kept(Rule::expression, at, place, 0, [&](Readings& readings) {
    chosen_value(at, place, readings);
    for (const auto& reading : sum(at, place)) finished(at, reading, place, readings);
  });
}

const Readings& SentenceReader::sum(At at, Place place) {
  return kept(Rule::sum, at, place, 0, [&](Readings& readings) { readings = chained(at, place, false); });
}

const Readings& SentenceReader::product(At at, Place place) {
  return kept(Rule::product, at, place, 0, [&](Readings& readings) { readings = chained(at, place, true); });
}

// From left to right, as many as there are and also fewer.
Readings SentenceReader::chained(At at, Place place, bool products) {
  Readings result;
  std::vector<Reading> open;
  for (const auto& first : products ? factor(at, place) : product(at, place)) open.push_back(first);
  while (!open.empty() && !enough()) {
    const auto left = std::move(open.back());
    open.pop_back();
    add(result, left);
    if (left.expr->type.kind != TypeKind::number) continue;
    const auto go_on = [&](Keyword sign, Operator op) {
      for (const auto start : after(sign, left.end)) {
        if (failures_) failures_->expect(start, {Wanted::value, number_type(false), around(place).levels});
        for (const auto& right : products ? factor(start, place) : product(start, place)) {
          Readings both;
          arithmetic(op, at, left, right, both);
          for (auto& reading : both) open.push_back(std::move(reading));
        }
      }
    };
    if (products) {
      go_on(Keyword::times_, Operator::times);
      go_on(Keyword::divided_by, Operator::over);
    } else {
      go_on(Keyword::plus, Operator::plus);
      go_on(Keyword::minus, Operator::minus);
    }
  }
  return result;
}

void SentenceReader::arithmetic(Operator op, At begin, const Reading& left, const Reading& right, Readings& readings) {
  const auto& a = left.expr->type;
  const auto& b = right.expr->type;
  if (b.kind != TypeKind::number) {
    if (failures_)
      failures_->mistakes.push_back({left.end + 1, right.end, right.end, diagnostics::Kind::not_a_number,
                                     {text_at(left.end + 1, right.end), phrase_for(b)}, {}});
    return;
  }
  const bool sum = op == Operator::plus || op == Operator::minus;
  if (sum && !same_units(left, right, begin)) return;
  const bool whole = a.whole && b.whole && op != Operator::over;
  const auto type = number_type(whole, sum && a.percent && b.percent, sum ? one_unit(a, b) : std::nullopt);
  readings.push_back({right.end, expr(Arithmetic{op, left.expr, right.expr}, type, begin, right.end),
                      plus(left.against, right.against)});
}

const Readings& SentenceReader::factor(At at, Place place) {
  return kept(Rule::factor, at, place, 0, [&](Readings& readings) {
    numbers_written(at, place, readings);
    if (is_kind(at, syntax::WordKind::date)) {
      Type date;
      date.kind = TypeKind::date;
      add(readings, {at + 1, expr(Literal{sentence_.words[at].date}, date, at, at + 1), 0});
    }
    smaller_or_larger(at, place, readings);
    aggregates(at, place, readings);
    argument(at, place, readings);
    for (const auto& reading : reference(at, place)) add(readings, reading);
    for (const auto& entity : entities(at, place)) add(readings, entity);
    for (const auto end : after(Keyword::the_judged_year, at)) {
      auto type = number_type(true, false);
      type.year = true;
      add(readings, {end, expr(JudgedYear{}, type, at, end), 0});
    }

    // `- x`
    for (const auto start : after(Keyword::minus, at))
      for (const auto& inner : factor(start, place)) {
        const auto& type = inner.expr->type;
        if (type.kind != TypeKind::number) continue;
        const auto zero = expr(Literal{values::Decimal()}, number_type(true, false), at, start);
        add(readings, {inner.end, expr(Arithmetic{Operator::minus, zero, inner.expr}, type, at, inner.end), inner.against});
      }

    // `( … )`, and a fact with its own time: `(place in the previous year)`, `(place) in 2020`
    if (!symbol(at, "(")) return;
    for (const auto& inner : expression(at + 1, bracketed(place))) {
      const auto close = [&](const Expr& value, At end, bool may_move) {
        if (!symbol(end, ")")) return;
        auto copy = *value;
        copy.bracketed = true;
        copy.written = where(at, end + 1);
        const auto kept = std::make_shared<const Expression>(std::move(copy));
        add(readings, {end + 1, kept, inner.against});
        if (may_move && std::holds_alternative<FactOf>(value->node))
          for (const auto& time : times(end + 1, place))
            if (std::holds_alternative<Shift>(time.time))
              add(readings, {time.end, moved(time, kept, at, time.end), inner.against});
      };
      close(inner.expr, inner.end, true);
      for (const auto& time : times(inner.end, place))
        if (std::holds_alternative<Shift>(time.time)) close(moved(time, inner.expr, at + 1, time.end), time.end, false);
    }
  });
}

// `40`, `70%`, `6 months`, `1 tập thể`, `50% of bonus`
void SentenceReader::numbers_written(At at, Place place, Readings& readings) {
  const bool percent = is_kind(at, syntax::WordKind::percent);
  if (!percent && !is_kind(at, syntax::WordKind::number)) return;
  const auto& number = sentence_.words[at].number;
  const auto type = number_type(!percent && number.is_whole(), percent);
  const auto literal = expr(Literal{number}, type, at, at + 1);
  add(readings, {at + 1, literal, 0});
  if (!percent) {
    for (const auto& match : names(at + 1)) {
      if (match.named->sort == Sort::unit_of_measure) {
        auto measured = type;
        measured.unit = columns::UnitId{match.named->index};
        add(readings, {match.end, expr(Literal{number}, measured, at, match.end), 0});
      } else if (match.named->sort == Sort::entity && number.is_whole()) {
        add(readings, {match.end, expr(Literal{number, EntityId{match.named->index}}, type, at, match.end), 0});
      }
    }
    return;
  }
  for (const auto of : after(Keyword::of_, at + 1))
    for (const auto& base : factor(of, place)) {
      const auto& base_type = base.expr->type;
      if (base_type.kind != TypeKind::number) continue;
      add(readings, {base.end, expr(PercentOf{literal, base.expr}, number_type(false, false, base_type.unit), at, base.end),
                     base.against});
    }
}

// `if c then a otherwise b`
void SentenceReader::chosen_value(At at, Place place, Readings& readings) {
  for (const auto start : after(Keyword::if_, at))
    for (const auto& condition : disjunction(start, bracketed(place)))
      for (const auto comma : optional_comma(condition.end))
        for (const auto then_at : after(Keyword::then_, comma))
          for (const auto& then : expression(then_at, place))
            for (const auto second : optional_comma(then.end))
              for (const auto other_at : after(Keyword::otherwise_, second))
                for (const auto& other : operand(other_at, place, then.expr->type)) {
                  if (!same_units(then, other, at)) continue;
                  auto type = then.expr->type;
                  const auto& second_type = other.expr->type;
                  type.whole = type.whole && second_type.whole;
                  type.percent = type.percent && second_type.percent;
                  if (!type.unit) type.unit = second_type.unit;
                  add(readings, {other.end, expr(If{condition.expr, then.expr, other.expr}, type, at, other.end),
                                 plus(condition.against, then.against + other.against)});
                }
}

// `the smaller of (a) and (b)`
void SentenceReader::smaller_or_larger(At at, Place place, Readings& readings) {
  const auto read = [&](Keyword keyword, bool smaller) {
    for (const auto start : after(keyword, at)) {
      if (failures_) unbracketed_pair(start, place);
      for (const auto& left : factor(start, place)) {
        if (left.expr->type.kind != TypeKind::number) continue;
        for (const auto second : after(Keyword::and_, left.end))
          for (const auto& right : factor(second, place)) {
            if (right.expr->type.kind != TypeKind::number || !same_units(left, right, start)) continue;
            const auto& a = left.expr->type;
            const auto& b = right.expr->type;
            add(readings, {right.end,
                           expr(Choose{smaller, left.expr, right.expr},
                                number_type(a.whole && b.whole, a.percent && b.percent, one_unit(a, b)), at, right.end),
                           plus(left.against, right.against)});
          }
      }
    }
  };
  read(Keyword::smaller_of, true);
  read(Keyword::larger_of, false);
}

// `… rounded up to 2 decimals`, `… capped at 10`: of the whole expression before them.
void SentenceReader::finished(At begin, Reading reading, Place place, Readings& readings) {
  add(readings, reading);
  if (reading.expr->type.kind != TypeKind::number) return;
  for (const auto start : optional_comma(reading.end)) {
    for (const auto capped : after(Keyword::capped_at, start))
      for (const auto& ceiling : factor(capped, place)) {
        if (ceiling.expr->type.kind != TypeKind::number || !same_units(reading, ceiling, begin)) continue;
        const auto& type = reading.expr->type;
        finished(begin, {ceiling.end,
                         expr(Capped{reading.expr, ceiling.expr},
                              number_type(type.whole && ceiling.expr->type.whole, type.percent, type.unit), begin, ceiling.end),
                         plus(reading.against, ceiling.against)},
                 place, readings);
      }
    const auto round = [&](Keyword keyword, Rounding rounding) {
      for (const auto rounded : after(keyword, start)) {
        const auto say = [&](int places, At end) {
          auto type = number_type(places == 0, false, reading.expr->type.unit);
          finished(begin, {end, expr(Rounded{reading.expr, rounding, places}, type, begin, end), reading.against}, place, readings);
        };
        bool places_said = false;
        for (const auto number : after(Keyword::to_places, rounded))
          if (const auto places = whole_number(number); places && *places <= values::Decimal::digits)
            for (const auto end : after(Keyword::decimals, number + 1)) places_said = true, say(*places, end);
        if (!places_said) say(0, rounded);
      }
    };
    round(Keyword::rounded, Rounding::half_away);
    round(Keyword::rounded_up, Rounding::up);
    round(Keyword::rounded_down, Rounding::down);
  }
}

}  // namespace tdkt::typed::reading
