// SPDX-License-Identifier: Apache-2.0
// What follows a value: `is at least good`, `of at least 6`, `từ 6 trở lên`, `is one of …`, or a value
// alone.
#include "diagnostics/kinds.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

std::uint16_t against(const Reading& a, const Reading& b) {
  return static_cast<std::uint16_t>(a.against + b.against);
}

}  // namespace

bool SentenceReader::ordered(const Type& type, const columns::Schema& schema) {
  return type.kind == TypeKind::number || type.kind == TypeKind::date ||
         (type.kind == TypeKind::scale && schema[type.scale].ordered);
}

bool SentenceReader::comparable(const Type& a, const Type& b) const {
  if (a.kind != b.kind) return false;
  if (a.kind == TypeKind::scale) return a.scale == b.scale;
  if (a.kind == TypeKind::entity) return a.entity == b.entity;
  return true;
}

std::vector<SentenceReader::SignAt> SentenceReader::signs(At at) const {
  std::vector<SignAt> found;
  const auto read = [&](Keyword keyword, Sign sign) {
    for (const auto end : after(keyword, at)) found.push_back({sign, end});
  };
  read(Keyword::at_least, Sign::at_least);
  read(Keyword::at_most, Sign::at_most);
  read(Keyword::above, Sign::above);
  read(Keyword::below, Sign::below);
  read(Keyword::exactly, Sign::equal);
  return found;
}

void SentenceReader::comparisons(At begin, const Reading& left, Place place, Readings& readings) {
  known(begin, left, readings);
  const auto& type = left.expr->type;
  if (type.kind == TypeKind::truth) {
    add(readings, left);
    for (const auto is : after(Keyword::is_, left.end)) {
      for (const auto end : after(Keyword::yes_value, is)) add(readings, {end, left.expr, left.against});
      for (const auto end : after(Keyword::no_value, is))
        add(readings, {end, expr(Not{left.expr}, truth, begin, end), left.against});
    }
    return;
  }

  if (failures_) {
    time_of_fact(begin, left, place);
    failures_->expect(left.end, {Wanted::comparison, type, around(place).levels});
  }

  // Without a copula, or after `of`: `level of at least provincial`, `targets met >= 5`.
  std::vector<At> starts{left.end};
  for (const auto of : after(Keyword::of_, left.end)) starts.push_back(of);
  for (const auto is : after(Keyword::is_, left.end)) {
    compared(begin, left, Sign::equal, is, place, false, readings);
    starts.push_back(is);
  }
  for (const auto start : starts) {
    for (const auto& sign : signs(start)) compared(begin, left, sign.sign, sign.end, place, false, readings);
    if (type.kind == TypeKind::date) {
      for (const auto end : after(Keyword::before_day, start)) compared(begin, left, Sign::below, end, place, false, readings);
      for (const auto end : after(Keyword::after_day, start)) compared(begin, left, Sign::above, end, place, false, readings);
    }
    ranges(begin, left, start, place, false, readings);
    lists(begin, left, start, place, false, readings);
  }
  for (const auto is_not : after(Keyword::is_not, left.end)) {
    compared(begin, left, Sign::unequal, is_not, place, false, readings);
    for (const auto& sign : signs(is_not)) compared(begin, left, sign.sign, sign.end, place, true, readings);
    ranges(begin, left, is_not, place, true, readings);
    lists(begin, left, is_not, place, true, readings);
  }
  for (const auto negation : after(Keyword::not_, left.end)) lists(begin, left, negation, place, true, readings);

  // A value right after a fact: `theme new countryside`, `a task rating of good`.
  for (const auto start : starts)
    for (const auto& value : literals(start, place, type)) {
      const auto higher = after(Keyword::or_higher, value.end), lower = after(Keyword::or_lower, value.end);
      const auto say = [&](Sign sign, At end, bool or_higher) {
        add(readings, {end, expr(Compare{sign, left.expr, value.expr, or_higher}, truth, begin, end),
                       against(left, value)});
      };
      if (type.kind != TypeKind::number || start != left.end) say(Sign::equal, value.end, false);
      if (!ordered(type, schema_)) continue;
      for (const auto end : higher) say(Sign::at_least, end, true);
      for (const auto end : lower) say(Sign::at_most, end, false);
    }
}

void SentenceReader::compared(At begin, const Reading& left, Sign sign, At right, Place place, bool negate,
                              Readings& readings) {
  const auto& type = left.expr->type;
  const bool needs_order = sign != Sign::equal && sign != Sign::unequal;
  const bool as_sign = right > 0 && is_kind(right - 1, syntax::WordKind::symbol);
  if (needs_order && !ordered(type, schema_)) {
    if (failures_ && type.kind == TypeKind::scale)
      failures_->mistakes.push_back({begin, left.end, right, diagnostics::Kind::without_order,
                                     {schema_[type.scale].name.in(context_.language)}, {}});
    return;
  }
  for (const auto& value : operand(right, place, type)) {
    if (range_of_figures(*value.expr) || !same_units(left, value, begin)) continue;
    const auto say = [&](Sign said, At end, bool or_higher) {
      auto compare = expr(Compare{said, left.expr, value.expr, or_higher, as_sign}, truth, begin, end);
      if (negate) compare = expr(Not{compare}, truth, begin, end);
      // `is not less than 5` is `at least 5` rather than a `not` before `less than 5`.
      add(readings, {end, compare, plus(against(left, value), negate && needs_order ? 1 : 0)});
    };
    say(sign, value.end, false);
    if (needs_order || !ordered(type, schema_)) continue;
    if (sign == Sign::equal) {
      for (const auto end : after(Keyword::or_higher, value.end)) say(Sign::at_least, end, true);
      for (const auto end : after(Keyword::or_lower, value.end)) say(Sign::at_most, end, false);
    } else {
      // `is not good or higher` denies the whole.
      for (const auto end : after(Keyword::or_higher, value.end)) say(Sign::below, end, false);
      for (const auto end : after(Keyword::or_lower, value.end)) say(Sign::above, end, false);
    }
  }
}

// `between 1 and 3`, `từ 1 đến 3`, `từ 6 trở lên`
void SentenceReader::ranges(At begin, const Reading& left, At at, Place place, bool negate, Readings& readings) {
  const auto& type = left.expr->type;
  if (!ordered(type, schema_)) return;
  const auto say = [&](Node node, At end, std::uint16_t count) {
    auto said = expr(std::move(node), truth, begin, end);
    if (negate) said = expr(Not{said}, truth, begin, end);
    add(readings, {end, said, count});
  };
  for (const auto start : after(Keyword::from_, at))
    for (const auto& value : operand(start, place, type)) {
      if (!same_units(left, value, begin)) continue;
      for (const auto end : after(Keyword::or_higher, value.end))
        say(Compare{Sign::at_least, left.expr, value.expr, false}, end, against(left, value));
      for (const auto end : after(Keyword::or_lower, value.end))
        say(Compare{Sign::at_most, left.expr, value.expr, false}, end, against(left, value));
      for (const auto second : after(Keyword::to_, value.end))
        for (const auto& high : operand(second, place, type))
          if (same_units(left, high, begin))
            say(Between{left.expr, value.expr, high.expr}, high.end,
                static_cast<std::uint16_t>(against(left, value) + high.against));
    }
  for (const auto start : after(Keyword::between, at))
    for (const auto& low : operand(start, place, type)) {
      if (!same_units(left, low, begin)) continue;
      for (const auto second : after(Keyword::between_and, low.end))
        for (const auto& high : operand(second, place, type))
          if (same_units(left, high, begin))
            say(Between{left.expr, low.expr, high.expr}, high.end,
                static_cast<std::uint16_t>(against(left, low) + high.against));
    }
}

// `one of a, b or c`, `thuộc a; b`; an entity `is one of members`.
void SentenceReader::lists(At begin, const Reading& left, At at, Place place, bool negate, Readings& readings) {
  struct Partial {
    At end;
    std::vector<Expr> items;
    std::uint16_t against;
  };
  const auto& type = left.expr->type;
  const auto say = [&](Node node, At end, std::uint16_t count) {
    auto said = expr(std::move(node), truth, begin, end);
    if (negate) said = expr(Not{said}, truth, begin, end);
    add(readings, {end, said, count});
  };
  std::vector<At> starts;
  for (const auto end : after(Keyword::one_of, at)) starts.push_back(end);
  for (const auto end : after(Keyword::belongs_to, at)) starts.push_back(end);
  for (const auto start : starts) {
    if (type.kind == TypeKind::entity)
      for (const auto& members : set(start, place, Unmarked::any))
        if (members.set.of == type.entity)
          say(MemberOf{left.expr, members.set}, members.end,
              static_cast<std::uint16_t>(left.against + members.against));

    std::vector<Partial> open;
    const auto read_item = [&](At item_at, const Partial& before) {
      for (const auto& item : operand(item_at, place, type)) {
        Partial next{item.end, before.items, static_cast<std::uint16_t>(before.against + item.against)};
        next.items.push_back(item.expr);
        open.push_back(std::move(next));
      }
    };
    read_item(start, {start, {}, left.against});
    while (!open.empty() && !enough()) {
      const auto partial = std::move(open.back());
      open.pop_back();
      say(OneOf{left.expr, partial.items}, partial.end, partial.against);
      if (symbol(partial.end, ",") || symbol(partial.end, ";")) {
        read_item(partial.end + 1, partial);
        for (const auto end : after(Keyword::or_, partial.end + 1)) read_item(end, partial);
      }
      for (const auto end : after(Keyword::or_, partial.end)) read_item(end, partial);
    }
  }
}

void SentenceReader::known(At begin, const Reading& left, Readings& readings) {
  for (const auto end : after(Keyword::is_known, left.end))
    add(readings, {end, expr(IsKnown{left.expr}, truth, begin, end), left.against});
  for (const auto end : after(Keyword::is_not_known, left.end))
    add(readings, {end, expr(Not{expr(IsKnown{left.expr}, truth, begin, end)}, truth, begin, end), left.against});
}

// Two facts of different units of measure are neither added nor compared; a plain count goes with any.
bool SentenceReader::same_units(const Reading& a, const Reading& b, At begin) {
  const auto& left = a.expr->type;
  const auto& right = b.expr->type;
  if (left.kind != TypeKind::number || right.kind != TypeKind::number) return true;
  if (!left.unit || !right.unit || *left.unit == *right.unit) return true;
  if (failures_)
    failures_->mistakes.push_back({begin, b.end, b.end, diagnostics::Kind::different_units,
                                   {schema_[*left.unit].name.in(context_.language),
                                    schema_[*right.unit].name.in(context_.language)}, {}});
  return false;
}

// A value to compare with something of type `wanted`: one written, or an expression of such a type.
const Readings& SentenceReader::operand(At at, Place place, const Type& wanted) {
  std::uint32_t number = 0;
  while (number < wanted_.size() && !(wanted_[number] == wanted)) ++number;
  if (number == wanted_.size()) wanted_.push_back(wanted);
  const auto type = wanted;
  return kept(Rule::operand, at, place, number, [&, type](Readings& readings) {
    if (type.kind != TypeKind::number)
      for (auto& literal : literals(at, place, type)) add(readings, std::move(literal));
    for (const auto& reading : expression(at, place)) {
      if (comparable(type, reading.expr->type))
        add(readings, reading);
      else if (failures_)
        failures_->mistakes.push_back({at, reading.end, at, diagnostics::Kind::not_comparable,
                                       {phrase_for(type), phrase_for(reading.expr->type)}, {}});
    }
    if (failures_ && readings.empty())
      failures_->expect(at, {type.kind == TypeKind::scale ? Wanted::value_of_scale : Wanted::value, type,
                             around(place).levels});
  });
}

// What is written as a value of the type itself.
Readings SentenceReader::literals(At at, Place place, const Type& wanted) {
  Readings found;
  const auto say = [&](Literal literal, At end) { found.push_back({end, expr(std::move(literal), wanted, at, end), 0}); };
  switch (wanted.kind) {
    case TypeKind::scale:
      for (const auto& match : names(at))
        if (match.named->sort == Sort::value && match.named->index == wanted.scale.index)
          say({Code{wanted.scale, match.named->code}}, match.end);
      if (symbol(at, "("))
        for (const auto& inner : literals(at + 1, place, wanted))
          if (symbol(inner.end, ")")) {
            auto copy = *inner.expr;
            copy.bracketed = true;
            found.push_back({inner.end + 1, std::make_shared<const Expression>(std::move(copy)), 0});
          }
      if (failures_ && found.empty()) failures_->expect(at, {Wanted::value_of_scale, wanted, around(place).levels});
      break;
    case TypeKind::text:
      if (is_kind(at, syntax::WordKind::quoted)) say({sentence_.words[at].text}, at + 1);
      break;
    case TypeKind::entity:
      if (is_kind(at, syntax::WordKind::quoted)) say({EntityName{wanted.entity, sentence_.words[at].text}}, at + 1);
      break;
    case TypeKind::date:
      if (is_kind(at, syntax::WordKind::date)) say({sentence_.words[at].date}, at + 1);
      break;
    case TypeKind::number: numbers_written(at, place, found); break;
    case TypeKind::truth:
      for (const auto end : after(Keyword::yes_value, at)) say({true}, end);
      for (const auto end : after(Keyword::no_value, at)) say({false}, end);
      break;
  }
  return found;
}

}  // namespace tdkt::typed::reading
