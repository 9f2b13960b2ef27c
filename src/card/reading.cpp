// SPDX-License-Identifier: Apache-2.0
#include "card/reading.hpp"

#include "grammar/keywords.hpp"
#include "typed/print.hpp"
#include "typed/reader/rewrite.hpp"
#include "values/match.hpp"

namespace tdkt::card {

using grammar::Keyword;
using grammar::Language;
using typed::Criterion;
using typed::CriterionKind;
using typed::Expr;
using typed::Expression;
using values::Decimal;
using values::Sign;

namespace {

template <class Node>
Expr like(const Expr& original, Node node) {
  return typed::make(std::move(node), original->type, original->written);
}

// ---- brackets ---------------------------------------------------------------------------------

bool is_condition(const Expression& e) { return e.type.kind == typed::TypeKind::truth; }

bool counts(const Expression& e) {
  const auto* compare = std::get_if<typed::Compare>(&e.node);
  return compare && (std::holds_alternative<typed::Aggregate>(compare->left->node) ||
                     std::holds_alternative<typed::Aggregate>(compare->right->node));
}

bool is_compound(const Expression& e) {
  return std::visit(values::match{[](const typed::All&) { return true; }, [](const typed::Any&) { return true; },
                                  [](const typed::Not&) { return true; }, [](const typed::Quantified&) { return true; },
                                  [](const typed::Moved&) { return true; }, [](const typed::InYears&) { return true; },
                                  [](const typed::Within&) { return true; }, [](const typed::If&) { return true; },
                                  [](const typed::OneOf&) { return true; }, [](const typed::Between&) { return true; },
                                  [&](const auto&) { return counts(e); }},
                    e.node);
}

bool sets_apart(const Expression& outer, const Expression& inner) {
  if (std::holds_alternative<typed::Arithmetic>(outer.node)) return std::holds_alternative<typed::Arithmetic>(inner.node);
  if (!is_condition(outer) || !is_condition(inner)) return false;
  const bool joins = std::holds_alternative<typed::All>(outer.node) || std::holds_alternative<typed::Any>(outer.node) ||
                     std::holds_alternative<typed::Not>(outer.node) || std::holds_alternative<typed::Moved>(outer.node) ||
                     std::holds_alternative<typed::InYears>(outer.node) || std::holds_alternative<typed::Quantified>(outer.node);
  return joins && is_compound(inner);
}

}  // namespace

Expr bracketed(const Expr& expression) {
  if (std::holds_alternative<typed::Defined>(expression->node)) return expression;
  return typed::reading::Rewrite([&](const Expr& part) -> Expr {
    if (part == expression) return nullptr;
    auto inner = bracketed(part);
    if (!sets_apart(*expression, *part) || inner->bracketed) return inner;
    auto copy = *inner;
    copy.bracketed = true;
    return std::make_shared<const Expression>(std::move(copy));
  })(expression);
}

// ---- negation ---------------------------------------------------------------------------------

Expr negated_outright(const Expr& expression) {
  if (const auto* inner = std::get_if<typed::Not>(&expression->node)) return inner->inner;
  return like(expression, typed::Not{expression});
}

namespace {

std::optional<Sign> turned(Sign sign) {
  switch (sign) {
    case Sign::at_least: return Sign::below;
    case Sign::below: return Sign::at_least;
    case Sign::at_most: return Sign::above;
    case Sign::above: return Sign::at_most;
    case Sign::equal: return Sign::unequal;
    case Sign::unequal: return Sign::equal;
  }
  return std::nullopt;
}

std::vector<Expr> all_negated(const std::vector<Expr>& parts) {
  std::vector<Expr> turned;
  for (const auto& part : parts) turned.push_back(negated(part));
  return turned;
}

Expr amount_negated(const Expr& e, const typed::Quantified& n) {
  auto copy = n;
  auto& amount = copy.amount;
  if (n.or_when_none || amount.high) return negated_outright(e);
  if (amount.said == typed::Said::any || amount.said == typed::Said::none) {
    const bool any = amount.said == typed::Said::any;
    amount.said = any ? typed::Said::none : typed::Said::any;
    amount.sign = any ? Sign::at_most : Sign::at_least;
    typed::Type whole;
    whole.kind = typed::TypeKind::number;
    whole.whole = true;
    amount.low = typed::make(typed::Literal{Decimal(any ? 0 : 1)}, whole, e->written);
    return like(e, std::move(copy));
  }
  const auto* literal = amount.low ? std::get_if<typed::Literal>(&amount.low->node) : nullptr;
  const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
  if (!amount.share && amount.sign == Sign::at_least && number && *number == Decimal(1)) {
    amount.said = typed::Said::none;
    amount.sign = Sign::at_most;
    typed::Type whole;
    whole.kind = typed::TypeKind::number;
    whole.whole = true;
    amount.low = typed::make(typed::Literal{Decimal(0)}, whole, e->written);
    return like(e, std::move(copy));
  }
  const auto sign = turned(amount.sign);
  if (!sign || *sign == Sign::equal || *sign == Sign::unequal) return negated_outright(e);
  amount.sign = *sign;
  if (amount.share && !amount.low) {
    typed::Type percent;
    percent.kind = typed::TypeKind::number;
    percent.percent = true;
    amount.low = typed::make(typed::Literal{Decimal(1)}, percent, e->written);
  }
  amount.said = amount.share ? typed::Said::share : typed::Said::count;
  return amount.low ? like(e, std::move(copy)) : negated_outright(e);
}

Expr years_negated(const Expr& e, const typed::InYears& n) {
  const auto* last = std::get_if<typed::LastYears>(&n.years);
  if (!last) return negated_outright(e);
  const int needed = n.at_least.value_or(last->years);
  const int fewest = last->years - needed + 1;
  if (fewest < 1) return negated_outright(e);
  const auto at_least = fewest == last->years ? std::nullopt : std::optional(fewest);
  return like(e, typed::InYears{n.years, at_least, negated(n.body)});
}

}  // namespace

Expr negated(const Expr& e) {
  return std::visit(
      values::match{
          [&](const typed::All& n) { return like(e, typed::Any{all_negated(n.parts)}); },
          [&](const typed::Any& n) { return like(e, typed::All{all_negated(n.parts)}); },
          [&](const typed::Not& n) { return n.inner; },
          [&](const typed::Compare& n) {
            const auto sign = turned(n.sign);
            return sign ? like(e, typed::Compare{*sign, n.left, n.right}) : negated_outright(e);
          },
          [&](const typed::Between& n) {
            return like(e, typed::Any{{like(e, typed::Compare{Sign::below, n.value, n.low}),
                                       like(e, typed::Compare{Sign::above, n.value, n.high})}});
          },
          [&](const typed::Quantified& n) { return amount_negated(e, n); },
          [&](const typed::InYears& n) { return years_negated(e, n); },
          [&](const typed::Moved& n) { return like(e, typed::Moved{n.to, negated(n.body), n.as_then_in_force}); },
          [&](const typed::If& n) { return like(e, typed::If{n.condition, negated(n.then), negated(n.otherwise)}); },
          [&](const auto&) { return negated_outright(e); }},
      e->node);
}

// ---- criteria ---------------------------------------------------------------------------------

Expr condition_of(const Criterion& criterion) {
  Expr whole = criterion.condition;
  if (!whole) {
    if (criterion.parts.empty() || criterion.kind == CriterionKind::at_least_n_of) return nullptr;
    std::vector<Expr> parts;
    for (const auto& part : criterion.parts) {
      parts.push_back(condition_of(part));
      if (!parts.back()) return nullptr;
    }
    if (criterion.kind == CriterionKind::all_of) whole = like(parts.front(), typed::All{parts});
    else whole = like(parts.front(), typed::Any{parts});
  }
  if (!criterion.except_when) return whole;
  const bool excludes = criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer;
  if (excludes) return like(whole, typed::All{{whole, negated_outright(criterion.except_when)}});
  return like(whole, typed::Any{{whole, criterion.except_when}});
}

namespace {

std::string word(Keyword keyword, Language language) { return grammar::spellings(keyword, language).front(); }

std::string sentence(const typed::Program& program, const Expr& expression, Language language) {
  return typed::as_sentence(program, *expression, language);
}

std::string group_words(CriterionKind kind, int at_least, Language language) {
  switch (kind) {
    case CriterionKind::all_of: return word(Keyword::all_of, language);
    case CriterionKind::any_of: return word(Keyword::any_of, language);
    default: break;
  }
  const auto number = std::to_string(at_least);
  return language == Language::english ? "at least " + number + " of" : "ít nhất " + number + " trong các điều kiện";
}

enum class Say { read, bracketed, negated, negated_outright };

std::string said(const typed::Program& program, const Criterion& criterion, Say how, Language language) {
  const bool turned = how == Say::negated || how == Say::negated_outright;
  const auto as = [&](const Expr& condition) {
    switch (how) {
      case Say::read: return sentence(program, condition, language);
      case Say::bracketed: return sentence(program, bracketed(condition), language);
      case Say::negated: return sentence(program, bracketed(negated(condition)), language);
      case Say::negated_outright: return sentence(program, bracketed(negated_outright(condition)), language);
    }
    return std::string();
  };
  std::string text;
  if (criterion.condition) {
    text = as(criterion.condition);
  } else {
    // `all of` fails where any part does.
    const auto size = static_cast<int>(criterion.parts.size());
    auto kind = criterion.kind;
    int at_least = criterion.at_least;
    if (turned && kind == CriterionKind::at_least_n_of) at_least = size - at_least + 1;
    else if (turned) kind = kind == CriterionKind::all_of ? CriterionKind::any_of : CriterionKind::all_of;
    text = group_words(kind, at_least, language) + ":";
    for (std::size_t i = 0; i < criterion.parts.size(); ++i) {
      const auto& part = criterion.parts[i];
      text += (i == 0 ? " " : "; ") + (part.label.empty() ? "" : part.label + " ") + said(program, part, how, language);
    }
  }
  if (!criterion.except_when) return text;
  // Of a bar what is told is when it is on; the exception takes that back.
  if (!turned) return text + ", " + word(Keyword::except_when, language) + " " + as(criterion.except_when);
  const bool excludes = criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer;
  const auto joint = word(excludes ? Keyword::or_ : Keyword::and_, language);
  const auto except = excludes ? sentence(program, criterion.except_when, language) : as(criterion.except_when);
  return "(" + text + ") " + joint + " (" + except + ")";
}

Phrase said(const typed::Program& program, const Criterion& criterion, Say how) {
  return {said(program, criterion, how, Language::english), said(program, criterion, how, Language::vietnamese)};
}

}  // namespace

Phrase sentence_of(const typed::Program& program, const Criterion& criterion) { return said(program, criterion, Say::read); }

Phrase negation_of(const typed::Program& program, const Criterion& criterion, bool outright) {
  return said(program, criterion, outright ? Say::negated_outright : Say::negated);
}

std::optional<Phrase> brackets_of(const typed::Program& program, const Criterion& criterion) {
  auto brackets = said(program, criterion, Say::bracketed);
  const auto plain = said(program, criterion, Say::read);
  if (brackets.english == plain.english && brackets.vietnamese == plain.vietnamese) return std::nullopt;
  return brackets;
}

}  // namespace tdkt::card
