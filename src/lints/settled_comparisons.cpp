// SPDX-License-Identifier: Apache-2.0
// Comparisons that what is declared settles once and for all: `months worked is at most 12` where a
// year has no more.
#include "diagnostics/kinds.hpp"
#include "lints/lint.hpp"
#include "typed/bounds.hpp"
#include "typed/print.hpp"
#include "values/sign.hpp"

namespace tdkt::lints {

namespace {

using typed::Bounds;
using typed::Compare;
using typed::Sign;
using typed::TypeKind;
using values::Decimal;
using values::Interval;
using values::Truth;

struct Settled {
  bool holds;
  Phrase because;
};

bool is_literal(const Expression& e) { return std::holds_alternative<typed::Literal>(e.node); }

class Comparisons {
 public:
  explicit Comparisons(Lint& lint) : program_(lint.program), schema_(program_.schema), bounds_(program_) {}

  std::optional<Settled> settled(const Expression& e) {
    if (const auto* compare = std::get_if<Compare>(&e.node)) {
      if (is_literal(*compare->left) && is_literal(*compare->right)) return std::nullopt;
      if (is_literal(*compare->left)) return settled(turned(compare->sign), *compare->right, *compare->left);
      return settled(compare->sign, *compare->left, *compare->right);
    }
    if (const auto* between = std::get_if<typed::Between>(&e.node)) return settled(*between);
    if (const auto* quantified = std::get_if<typed::Quantified>(&e.node)) return settled(*quantified);
    return std::nullopt;
  }

 private:
  std::optional<Settled> settled(Sign sign, const Expression& left, const Expression& right) {
    if (left.type.kind == TypeKind::scale) return on_scale(sign, right);
    if (left.type.kind != TypeKind::number || is_share_out_of_range(left, right)) return std::nullopt;
    if (const auto bounded = by_declared_bound(sign, left, right)) return bounded;
    const auto a = bounds_.of(left), b = bounds_.of(right);
    const auto truth = values::compared(sign, a, b);
    if (truth == Truth::unknown) return std::nullopt;
    return Settled{truth == Truth::yes, is_literal(right) ? lies(left, a) : lies(left, a, right, b)};
  }

  // Both ends decide together: outside one of them is enough.
  std::optional<Settled> settled(const typed::Between& n) {
    if (n.value->type.kind != TypeKind::number) return std::nullopt;
    const auto value = bounds_.of(*n.value);
    const auto truth = values::both(values::compared(Sign::at_least, value, bounds_.of(*n.low)),
                                    values::compared(Sign::at_most, value, bounds_.of(*n.high)));
    if (truth == Truth::unknown) return std::nullopt;
    return Settled{truth == Truth::yes, lies(*n.value, value)};
  }

  // `at least 0% of staff`, `at most 100% of staff`
  std::optional<Settled> settled(const typed::Quantified& n) {
    const auto& amount = n.amount;
    if (amount.high || !is_literal(*amount.low)) return std::nullopt;
    const Interval least{Decimal(0), amount.share ? std::optional(Decimal(1)) : std::nullopt};
    const auto low = bounds_.of(*amount.low);
    if (amount.share && out_of_range(low)) return std::nullopt;
    const auto truth = values::compared(amount.sign, least, low);
    if (truth == Truth::unknown) return std::nullopt;
    return Settled{truth == Truth::yes, amount.share ? Phrase{"a share lies between 0% and 100%", "tỷ lệ nằm trong khoảng từ 0% đến 100%"}
                                                     : Phrase{"nothing is counted below 0", "số đếm không nhỏ hơn 0"}};
  }

  std::optional<Settled> on_scale(Sign sign, const Expression& right) const {
    const auto* literal = std::get_if<typed::Literal>(&right.node);
    const auto* code = literal ? std::get_if<typed::Code>(&literal->value) : nullptr;
    if (!code) return std::nullopt;
    const auto& scale = schema_[code->scale];
    if (!scale.ordered || scale.values.size() < 2) return std::nullopt;
    std::size_t holding = 0;
    for (std::size_t i = 0; i < scale.values.size(); ++i) {
      const auto value = Interval::exactly(Decimal(static_cast<std::int64_t>(i)));
      if (values::compared(sign, value, Interval::exactly(Decimal(code->code))) == Truth::yes) ++holding;
    }
    if (holding != 0 && holding != scale.values.size()) return std::nullopt;
    const bool lowest = code->code == 0;
    const auto value = quoted(scale.values[code->code]);
    return Settled{holding != 0, lowest ? Phrase{value.english + " is the lowest value", value.vietnamese + " là giá trị thấp nhất"}
                                        : Phrase{value.english + " is the highest value", value.vietnamese + " là giá trị cao nhất"}};
  }

  // `targets met is at most targets planned`, where the one is declared to lie below the other.
  std::optional<Settled> by_declared_bound(Sign sign, const Expression& left, const Expression& right) const {
    const auto* a = std::get_if<typed::FactOf>(&left.node);
    const auto* b = std::get_if<typed::FactOf>(&right.node);
    if (!a || !b || a->key || b->key || !a->subject || !b->subject || !typed::same_meaning(*a->subject, *b->subject)) return std::nullopt;
    const auto below = [&](typed::FactId lesser, typed::FactId greater) {
      const auto& to = schema_[lesser].to;
      const auto& from = schema_[greater].from;
      return !schema_[lesser].absent && !schema_[greater].absent &&
             ((to && to->fact == greater) || (from && from->fact == lesser));
    };
    if (below(b->fact, a->fact)) {
      if (sign == Sign::at_least) return Settled{true, never_above(right, left)};
      if (sign == Sign::below) return Settled{false, never_above(right, left)};
    } else if (below(a->fact, b->fact)) {
      if (sign == Sign::at_most) return Settled{true, never_above(left, right)};
      if (sign == Sign::above) return Settled{false, never_above(left, right)};
    }
    return std::nullopt;
  }

  static bool out_of_range(const Interval& share) {
    return share.known() && (*share.low < Decimal(0) || *share.low > Decimal(1));
  }
  // That is told by a lint of its own.
  bool is_share_out_of_range(const Expression& left, const Expression& right) {
    const auto* aggregate = std::get_if<typed::Aggregate>(&left.node);
    return aggregate && aggregate->function == typed::Function::share && is_literal(right) && out_of_range(bounds_.of(right));
  }

  Phrase never_above(const Expression& lesser, const Expression& greater) const {
    const auto a = quoted(program_, lesser), b = quoted(program_, greater);
    return {a.english + " is never above " + b.english, a.vietnamese + " không bao giờ lớn hơn " + b.vietnamese};
  }

  std::string number(const Decimal& value, const Expression& of, Language language) const {
    return typed::as_text(program_, value, of.type, language);
  }
  Phrase lies(const Expression& e, const Interval& within) const {
    const auto name = quoted(program_, e);
    const auto text = [&](const std::optional<Decimal>& end, Language language) {
      return end ? number(*end, e, language) : std::string();
    };
    const auto low = [&](Language language) { return text(within.low, language); };
    const auto high = [&](Language language) { return text(within.high, language); };
    constexpr auto en = Language::english, vi = Language::vietnamese;
    if (within.known()) return {name.english + " is " + low(en), name.vietnamese + " là " + low(vi)};
    if (within.low && within.high)
      return {name.english + " lies between " + low(en) + " and " + high(en), name.vietnamese + " nằm trong khoảng từ " + low(vi) + " đến " + high(vi)};
    if (within.low) return {name.english + " is never below " + low(en), name.vietnamese + " không bao giờ nhỏ hơn " + low(vi)};
    return {name.english + " is never above " + high(en), name.vietnamese + " không bao giờ lớn hơn " + high(vi)};
  }
  Phrase lies(const Expression& left, const Interval& a, const Expression& right, const Interval& b) const {
    const auto one = lies(left, a), two = lies(right, b);
    return {one.english + ", and " + two.english, one.vietnamese + ", còn " + two.vietnamese};
  }

  const Program& program_;
  const columns::Schema& schema_;
  Bounds bounds_;
};

}  // namespace

void settled_comparisons(Lint& lint) {
  Comparisons comparisons(lint);
  for_each_stated(lint.program, [&](const Expression& e, PackId pack) {
    if (const auto settled = comparisons.settled(e))
      lint.report(settled->holds ? Kind::always_so : Kind::never_so, e.written, pack, {settled->because});
  });
}

}  // namespace tdkt::lints
