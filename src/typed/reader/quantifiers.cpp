// SPDX-License-Identifier: Apache-2.0
// `100% of staff …`, `at least 70% of staff …`, `no staff …`, `có ít nhất 1 cán bộ …`.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

const values::Decimal all_of_them(1);

// `at least 0.7 of staff`
std::vector<std::vector<Edit>> as_percent(const values::Decimal& share, At at, grammar::Language language) {
  if (!(values::Decimal() < share && share < all_of_them)) return {};
  const auto hundredths = values::product(share, values::Decimal(100));
  if (!hundredths) return {};
  auto text = hundredths->text();
  if (language == grammar::Language::vietnamese) std::replace(text.begin(), text.end(), '.', ',');
  return {{{at, at + 1, text + "%"}}};
}

}  // namespace

void SentenceReader::quantified(At at, Place place, Readings& readings) {
  if (around(place).levels.empty()) return;
  for (const auto& head : heads(at, place)) {
    for (const auto& members : set(head.end, place, Unmarked::one)) {
      const auto say = [&](At end, Expr predicate, int against) {
        add(readings, {end, expr(Quantified{head.amount, members.set, std::move(predicate), false}, truth, at, end),
                       static_cast<std::uint16_t>(members.against + against)});
      };
      const auto inside = with_member(place, members.set.of, true);
      std::vector<At> starts{members.end};
      for (const auto has : after(Keyword::copula, members.end))
        if (symbol(has, "(")) starts.push_back(has);
      for (const auto start : starts)
        for (const auto& predicate : disjunction(start, inside)) say(predicate.end, predicate.expr, predicate.against);
    }
    // Nothing is said of the members: they are counted. Of conditions that stand side by side the
    // last is the predicate, so that this is rather the second choice where there was a filter.
    if (head.may_stand_alone)
      for (const auto& members : set(head.end, place, Unmarked::none))
        add(readings, {members.end, expr(Quantified{head.amount, members.set, nullptr, false}, truth, at, members.end),
                       static_cast<std::uint16_t>(members.against + (members.filtered ? 1 : 0))});
  }
}

std::vector<SentenceReader::Head> SentenceReader::heads(At at, Place place) {
  std::vector<Head> found;
  const auto say = [&](At end, Amount amount, bool alone) {
    // `of`, in Vietnamese also `số`, `tổng số`, `trong số`, is passed over.
    for (const auto start : optional(Keyword::out_of_them, end)) found.push_back({start, amount, alone});
  };
  const auto one = [&](At end) { return expr(Literal{all_of_them}, count_type(), at, end); };
  const auto everybody = [&](Said said, At end) {
    say(end, {said, true, Sign::at_least, expr(Literal{all_of_them}, share_type(), at, end), nullptr}, false);
  };

  if (is_kind(at, syntax::WordKind::percent) && sentence_.words[at].number == all_of_them)
    everybody(Said::hundred_percent, at + 1);
  for (const auto end : after(Keyword::all_, at)) everybody(Said::all, end);
  for (const auto end : after(Keyword::every, at)) everybody(Said::every, end);
  for (const auto end : after(Keyword::each_of, at)) everybody(Said::every, end);
  for (const auto end : after(Keyword::any_, at)) say(end, {Said::any, false, Sign::at_least, one(end), nullptr}, true);
  for (const auto end : after(Keyword::none_, at))
    say(end, {Said::none, false, Sign::at_most, expr(Literal{values::Decimal()}, count_type(), at, end), nullptr}, true);

  for (const auto start : optional(Keyword::there_is, at)) {
    const auto counted = [&](Sign sign, const AmountAt& low, Expr high, At end) {
      const bool share = low.value->type.percent;
      say(end, {share ? Said::share : Said::count, share, sign, low.value, std::move(high)}, !share);
    };
    for (const auto& sign : signs(start))
      for (const auto& amount : amounts(sign.end, place)) counted(sign.sign, amount, nullptr, amount.end);
    // between 10% and 20% of, từ 10% đến 20%, từ 2 trở lên
    const auto range = [&](Keyword first, Keyword second) {
      for (const auto low_at : after(first, start))
        for (const auto& low : amounts(low_at, place)) {
          for (const auto high_at : after(second, low.end))
            for (const auto& high : amounts(high_at, place))
              if (high.value->type.percent == low.value->type.percent) counted(Sign::equal, low, high.value, high.end);
          if (first != Keyword::from_) continue;
          for (const auto end : after(Keyword::or_higher, low.end)) counted(Sign::at_least, low, nullptr, end);
          for (const auto end : after(Keyword::or_lower, low.end)) counted(Sign::at_most, low, nullptr, end);
        }
    };
    range(Keyword::between, Keyword::between_and);
    range(Keyword::from_, Keyword::to_);
  }
  return found;
}

// A percent value is a share, a whole number a count: a number, a parameter, or an expression in
// brackets.
std::vector<SentenceReader::AmountAt> SentenceReader::amounts(At at, Place place) {
  std::vector<AmountAt> found;
  if (is_kind(at, syntax::WordKind::number) || is_kind(at, syntax::WordKind::percent)) {
    const bool percent = is_kind(at, syntax::WordKind::percent);
    const auto& number = sentence_.words[at].number;
    if (percent || number.is_whole())
      found.push_back({at + 1, expr(Literal{number}, percent ? share_type() : count_type(), at, at + 1)});
    else if (failures_)
      failures_->mistakes.push_back({at, at + 1, at + 1, diagnostics::Kind::not_an_amount, {sentence_.words[at].text}, as_percent(number, at, context_.language)});
    return found;
  }
  const bool bracket = symbol(at, "(");
  for (const auto& value : factor(at, place)) {
    const auto& type = value.expr->type;
    if (type.kind != TypeKind::number) continue;
    if (!bracket && !std::holds_alternative<Parameter>(value.expr->node)) {
      if (failures_ && (type.percent || type.whole)) amount_without_brackets(at, value.end, place);
      continue;
    }
    if (type.percent || type.whole)
      found.push_back({value.end, value.expr});
    else if (failures_)
      failures_->mistakes.push_back({at, value.end, value.end, diagnostics::Kind::not_an_amount, {text_at(at, value.end)}, {}});
  }
  if (failures_ && found.empty()) failures_->expect(at, {Wanted::amount, {}, {}});
  return found;
}

}  // namespace tdkt::typed::reading
