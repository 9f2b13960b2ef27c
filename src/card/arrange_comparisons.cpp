// SPDX-License-Identifier: Apache-2.0
// Comparisons and yes/no facts: values at, below and above what they are held against.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/sign.hpp"

namespace tdkt::card {

namespace {

int places_of(Decimal value) {
  const auto text = value.text();
  const auto point = text.find('.');
  return point == text.npos ? 0 : static_cast<int>(text.size() - point - 1);
}

Decimal step_of(const typed::Type& type, Decimal value) {
  if (type.whole || type.year) return Decimal(1);
  auto step = Decimal::one;
  const int places = type.percent ? std::max(2, places_of(value)) : std::max(1, places_of(value));
  for (int i = 0; i < places; ++i) step /= 10;
  return Decimal::from_scaled(std::max<std::int64_t>(step, 1));
}

}  // namespace

std::optional<bool> satisfies(Sign sign, const Value& left, const Value& right) {
  if (left.index() != right.index()) return std::nullopt;
  if (const auto* number = std::get_if<Decimal>(&left))
    return values::holds(sign, values::compared(*number, std::get<Decimal>(right)));
  if (const auto* code = std::get_if<typed::Code>(&left)) return values::holds(sign, code->code <=> std::get<typed::Code>(right).code);
  if (const auto* date = std::get_if<Date>(&left)) return values::holds(sign, *date <=> std::get<Date>(right));
  if (sign != Sign::equal && sign != Sign::unequal) return std::nullopt;
  return same(left, right) == (sign == Sign::equal);
}

Neighbours neighbours(const columns::Schema& schema, const typed::Type& type, const Value& value) {
  Neighbours beside;
  if (const auto* number = std::get_if<Decimal>(&value)) {
    const auto step = step_of(type, *number);
    if (const auto below = values::difference(*number, step)) beside.below = *below;
    if (const auto above = values::sum(*number, step)) beside.above = *above;
  } else if (const auto* code = std::get_if<typed::Code>(&value)) {
    const auto last = schema[code->scale].values.size() - 1;
    if (code->code > 0) beside.below = typed::Code{code->scale, static_cast<std::uint8_t>(code->code - 1)};
    if (code->code < last) beside.above = typed::Code{code->scale, static_cast<std::uint8_t>(code->code + 1)};
  } else if (const auto* date = std::get_if<Date>(&value)) {
    beside.below = values::plus_days(*date, -1);
    beside.above = values::plus_days(*date, 1);
  } else if (const auto* truth = std::get_if<bool>(&value)) {
    (*truth ? beside.below : beside.above) = !*truth;
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    beside.above = *text + " 2";
  }
  return beside;
}

bool Arranger::yes_no(const typed::FactOf& n, const At& at, Want want) {
  const auto of = who(*n.subject, at);
  const auto key = n.key ? who(*n.key, at) : std::nullopt;
  if (!of || want == Want::probe) return false;
  const auto cell = this->cell(n, *of, key, at);
  if (want != Want::unknown) return scene_.set(cell, want == Want::yes);
  const bool cleared = scene_.set(cell, std::nullopt);
  scene_.mention(*of, at.period.year());
  return cleared && !schema_[n.fact].absent;
}

bool Arranger::compared(const Expression& e, const typed::Compare& n, const At& at, Want want) {
  (void)e;
  if (want == Want::probe) return false;
  if (want == Want::unknown) {
    if (!value_of(*n.right, at)) settled(*n.right, at);
    return clear(*n.left, at) || clear(*n.right, at);
  }
  const bool wanted = want == Want::yes;
  const auto try_sides = [&](const Expression& moving, const Expression& fixed, Sign sign) {
    const auto limit = settled(fixed, at);
    if (!limit) return false;
    const auto holds = [&](const Value& value) { return satisfies(sign, value, *limit) == wanted; };
    if (const auto now = value_of(moving, at); now && holds(*now)) return true;
    std::vector<Value> candidates{*limit};
    const auto beside = neighbours(schema_, moving.type, *limit);
    if (beside.above) candidates.push_back(*beside.above);
    if (beside.below) candidates.push_back(*beside.below);
    if (const auto* code = std::get_if<typed::Code>(&*limit))
      for (std::uint8_t other = 0; other < schema_[code->scale].values.size(); ++other)
        candidates.push_back(typed::Code{code->scale, other});
    if (const auto* one = std::get_if<Who>(&*limit)) {
      for (std::uint32_t other = 0; other < scene_.count(one->entity); ++other) candidates.push_back(Who{one->entity, other});
      if (!wanted || sign == Sign::unequal) {
        const auto somebody = scene_;
        candidates.push_back(scene_.add(one->entity));
        for (const auto& candidate : candidates)
          if (holds(candidate) && attempt([&] { return assign(moving, at, candidate); })) return true;
        scene_ = somebody;
        return false;
      }
    }
    for (const auto& candidate : candidates)
      if (holds(candidate) && attempt([&] { return assign(moving, at, candidate); })) return true;
    return false;
  };
  return attempt([&] { return try_sides(*n.left, *n.right, n.sign); }) ||
         attempt([&] { return try_sides(*n.right, *n.left, turned(n.sign)); });
}

bool Arranger::one_of(const typed::OneOf& n, const At& at, Want want) {
  if (want == Want::unknown) return clear(*n.left, at);
  if (want == Want::probe) return false;
  std::vector<Value> list;
  for (const auto& item : n.list)
    if (const auto value = settled(*item, at)) list.push_back(*value);
  const auto listed = [&](const Value& value) {
    return std::any_of(list.begin(), list.end(), [&](const Value& item) { return same(item, value); });
  };
  const bool wanted = want == Want::yes;
  if (const auto now = value_of(*n.left, at); now && listed(*now) == wanted) return true;
  auto candidates = list;
  for (const auto& item : list) {
    const auto beside = neighbours(schema_, n.left->type, item);
    if (beside.above) candidates.push_back(*beside.above);
    if (beside.below) candidates.push_back(*beside.below);
    if (const auto* code = std::get_if<typed::Code>(&item))
      for (std::uint8_t other = 0; other < schema_[code->scale].values.size(); ++other)
        candidates.push_back(typed::Code{code->scale, other});
    if (const auto* one = std::get_if<Who>(&item); one && !wanted) candidates.push_back(scene_.add(one->entity));
  }
  for (const auto& candidate : candidates)
    if (listed(candidate) == wanted && attempt([&] { return assign(*n.left, at, candidate); })) return true;
  return false;
}

bool Arranger::between(const typed::Between& n, const At& at, Want want) {
  if (want == Want::unknown) return clear(*n.value, at);
  if (want == Want::probe) return false;
  const auto low = settled(*n.low, at), high = settled(*n.high, at);
  if (!low || !high) return false;
  const bool wanted = want == Want::yes;
  const auto inside = [&](const Value& value) {
    return satisfies(Sign::at_least, value, *low) == true && satisfies(Sign::at_most, value, *high) == true;
  };
  if (const auto now = value_of(*n.value, at); now && inside(*now) == wanted) return true;
  std::vector<Value> candidates{*low, *high};
  if (const auto below = neighbours(schema_, n.value->type, *low).below) candidates.push_back(*below);
  if (const auto above = neighbours(schema_, n.value->type, *high).above) candidates.push_back(*above);
  for (const auto& candidate : candidates)
    if (inside(candidate) == wanted && attempt([&] { return assign(*n.value, at, candidate); })) return true;
  return false;
}

}  // namespace tdkt::card
