// SPDX-License-Identifier: Apache-2.0
// Comparisons: of numbers, of values of a scale, of entities, dates and texts.
#include <algorithm>

#include "oracle.hpp"

namespace tdkt::oracle {

using values::Sign;

namespace {

bool satisfies(Sign sign, std::strong_ordering order) {
  switch (sign) {
    case Sign::equal: return order == 0;
    case Sign::unequal: return order != 0;
    case Sign::at_least: return order >= 0;
    case Sign::at_most: return order <= 0;
    case Sign::above: return order > 0;
    case Sign::below: return order < 0;
  }
  return false;
}

Sign mirrored(Sign sign) {
  switch (sign) {
    case Sign::at_least: return Sign::at_most;
    case Sign::at_most: return Sign::at_least;
    case Sign::above: return Sign::below;
    case Sign::below: return Sign::above;
    default: return sign;
  }
}

template <class Value>
Truth known_or_unknown(Sign sign, const std::optional<Value>& a, const std::optional<Value>& b) {
  return a && b ? values::truth_of(satisfies(sign, *a <=> *b)) : Truth::unknown;
}

}  // namespace

Truth Oracle::compare(const typed::Compare& comparison, const Environment& at) const {
  const auto& left = *comparison.left;
  const auto& right = *comparison.right;
  switch (left.type.kind) {
    case typed::TypeKind::number: {
      // A share that meets a threshold directly is compared in whole numbers: it is a quantifier.
      for (const bool swapped : {false, true}) {
        const auto& share_side = swapped ? right : left;
        const auto* share = std::get_if<typed::Aggregate>(&share_side.node);
        if (!share || share->function != typed::Function::share) continue;
        const auto sign = swapped ? mirrored(comparison.sign) : comparison.sign;
        if (sign == Sign::unequal) continue;
        return quantified({{typed::Said::share, true, sign, swapped ? comparison.left : comparison.right, nullptr},
                           share->set, share->predicate, false}, at);
      }
      return values::compared(comparison.sign, number(left, at), number(right, at));
    }
    case typed::TypeKind::scale: {
      const auto a = code(left, at), b = code(right, at);
      const auto count = schema_[left.type.scale].values.size();
      bool can_hold = false, can_fail = false;
      for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < count; ++j) {
          if ((a && *a != i) || (b && *b != j)) continue;
          (satisfies(comparison.sign, i <=> j) ? can_hold : can_fail) = true;
        }
      return can_hold && can_fail ? Truth::unknown : values::truth_of(can_hold);
    }
    case typed::TypeKind::entity: return known_or_unknown(comparison.sign, entity(left, at), entity(right, at));
    case typed::TypeKind::date: return known_or_unknown(comparison.sign, date(left, at), date(right, at));
    case typed::TypeKind::text: return known_or_unknown(comparison.sign, text(left, at), text(right, at));
    case typed::TypeKind::truth: {
      const auto a = truth(left, at), b = truth(right, at);
      if (a == Truth::unknown || b == Truth::unknown) return Truth::unknown;
      return values::truth_of((a == b) == (comparison.sign == Sign::equal));
    }
  }
  return Truth::unknown;
}

Truth Oracle::one_of(const typed::OneOf& comparison, const Environment& at) const {
  if (comparison.left->type.kind == typed::TypeKind::scale) {
    const auto value = code(*comparison.left, at);
    std::vector<std::uint8_t> listed;
    for (const auto& item : comparison.list) {
      const auto listed_code = code(*item, at);
      if (!listed_code) return Truth::unknown;
      listed.push_back(*listed_code);
    }
    const auto in = [&](std::size_t c) { return std::count(listed.begin(), listed.end(), c) > 0; };
    if (value) return values::truth_of(in(*value));
    std::size_t covered = 0;
    const auto count = schema_[comparison.left->type.scale].values.size();
    for (std::size_t c = 0; c < count; ++c) covered += in(c);
    return covered == count ? Truth::yes : covered == 0 ? Truth::no : Truth::unknown;
  }
  Truth result = Truth::no;
  for (const auto& item : comparison.list)
    result = values::either(result, compare({Sign::equal, comparison.left, item, false}, at));
  return result;
}

}  // namespace tdkt::oracle
