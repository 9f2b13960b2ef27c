// SPDX-License-Identifier: Apache-2.0
// and, or, not, quantifiers, and what follows a whole sentence.
#include <algorithm>

#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

namespace {

Hold hold_of(const Expression& e) {
  if (const auto* all = std::get_if<All>(&e.node)) return all->parts.size() == 1 ? hold_of(*all->parts.front()) : Hold::both;
  if (const auto* any = std::get_if<Any>(&e.node)) return any->parts.size() == 1 ? hold_of(*any->parts.front()) : Hold::either;
  if (std::holds_alternative<If>(e.node)) return Hold::either;
  if (std::holds_alternative<InYears>(e.node) || std::holds_alternative<Moved>(e.node)) return Hold::timed;
  return Hold::simple;
}

}  // namespace

std::string Printer::condition(const Expression& e, Around around, Hold least) const {
  // An exception that stands within a sentence is always bracketed: bare, it is the clause's.
  if (const auto* any = std::get_if<Any>(&e.node); any && any->exception && any->parts.size() == 2)
    return bracketed(joined({condition(*any->parts[0], around, Hold::timed), word(Keyword::except_when), condition(*any->parts[1], around)}));
  if (e.bracketed || hold_of(e) < least) {
    auto inner = e;
    inner.bracketed = false;
    return bracketed(condition(inner, around));
  }
  return std::visit(
      values::match{
          [&](const All& n) { return parts(n.parts, Keyword::and_, Hold::timed, around); },
          [&](const Any& n) { return parts(n.parts, Keyword::or_, Hold::timed, around); },
          [&](const Not& n) { return negation(n, around); },
          [&](const Quantified& n) { return quantified(n, around); },
          [&](const If& n) { return chosen(n, around); },
          [&](const Moved& n) {
            const auto least_inside = ends_with_dated_name(*n.body) ? Hold::simple : Hold::timed;
            auto body = condition(*n.body, around, Hold::simple);
            if (least_inside == Hold::simple && body.front() != '(') body = bracketed(body);
            return joined({body, shift(n.to), n.as_then_in_force ? word(Keyword::as_then_in_force) : ""});
          },
          [&](const InYears& n) {
            auto body = condition(*n.body, around, Hold::simple);
            if (ends_with_dated_name(*n.body) && body.front() != '(') body = bracketed(body);
            return joined({body, in_years(n), n.as_then_in_force ? word(Keyword::as_then_in_force) : ""});
          },
          [&](const Within& n) {
            auto body = condition(*n.body, around, Hold::simple);
            if (body.front() != '(') body = bracketed(body);
            return joined({window(n.years, around), ":", body});
          },
          [&](const OverPeriods& n) {
            auto body = condition(*n.body, {around.innermost, Of::member}, Hold::simple);
            if (body.front() == '(') body = joined({has(Of::member), body});
            return joined({word(Keyword::every), periods(n.each, false), body});
          },
          [&](const Compare& n) { return compared(n, around); },
          [&](const OneOf& n) {
            std::string list;
            for (const auto& item : n.list) list += (list.empty() ? "" : "; ") + right_side(*item, around);
            return joined({value(*n.left, around), english() ? word(Keyword::is_) : "",
                           english() ? word(Keyword::one_of) : word(Keyword::belongs_to), list});
          },
          [&](const MemberOf& n) {
            return joined({value(*n.entity, around), english() ? word(Keyword::is_) : "",
                           english() ? word(Keyword::one_of) : word(Keyword::belongs_to), set(n.set, around)});
          },
          [&](const Between& n) {
            return joined({value(*n.value, around), english() ? word(Keyword::is_) : "", word(Keyword::between),
                           right_side(*n.low, around), word(Keyword::between_and), right_side(*n.high, around)});
          },
          [&](const IsKnown& n) { return joined({value(*n.of, around), word(Keyword::is_known)}); },
          [&](const Received& n) { return received(n, around); },
          [&](const Eligible& n) {
            const auto who = subject(n.subject, around);
            return joined({who, is(who.empty() ? around.said_of : Of::member), word(Keyword::eligible_for), award(n.award)});
          },
          [&](const ItemsReach& n) {
            Type percent;
            percent.kind = TypeKind::number;
            percent.percent = true;
            return joined({word(Keyword::every_item_of), title(program_[n.scorecard].title), owner(n.subject, around),
                           word(Keyword::reaches), number(n.share, percent), word(Keyword::of_its_ceiling)});
          },
          [&](const InTop& n) { return in_top(n, around); },
          [&](const Rotates& n) { return rotates(n, around); },
          [&](const Evidence& n) {
            return joined({amount(*n.count, around), set(n.set, around), word(Keyword::not_used_for_another)});
          },
          [&](const auto&) { return truth(e, around, false); }},
      e.node);
}

// A part that would take in the next is bracketed, and so is `and` within `or`: nobody should have to
// know which binds tighter.
std::string Printer::parts(const std::vector<Expr>& all, Keyword between, Hold each, Around around) const {
  if (all.size() == 1) return condition(*all.front(), around);
  std::string text;
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto part = condition(*all[i], around, each);
    const bool open = i + 1 < all.size() && takes_in_what_follows(*all[i]) && !begins_outside(*all[i], *all[i + 1]);
    const bool timed = i + 1 == all.size() && hold_of(*all[i]) == Hold::timed;
    if (!all[i]->bracketed && hold_of(*all[i]) >= each && (open || timed)) part = bracketed(part);
    text += (i == 0 ? "" : rather(*all[i - 1]) + word(between) + ' ') + part;
  }
  return text;
}

// Whether an `and` right after it would go on with a member's condition.
bool Printer::takes_in_what_follows(const Expression& e) const {
  if (e.bracketed) return false;
  return std::visit(values::match{[](const Quantified&) { return true; },
                                  [&](const Not& n) { return takes_in_what_follows(*n.inner); },
                                  [&](const Compare& n) {
                                    return std::holds_alternative<Aggregate>(n.right->node) ||
                                           std::holds_alternative<Aggregate>(n.left->node);
                                  },
                                  [](const MemberOf&) { return true; }, [](const InTop&) { return true; },
                                  [](const OneOf&) { return true; }, [](const Evidence&) { return true; },
                                  [](const Between&) { return true; }, [](const auto&) { return false; }},
                    e.node);
}

// A quantifier over what only the outer entity has ends the member's condition by itself.
bool Printer::begins_outside(const Expression& before, const Expression& next) const {
  const auto* first = std::get_if<Quantified>(&before.node);
  const auto* second = std::get_if<Quantified>(&next.node);
  if (!first || !second || second->set.steps.empty() || next.bracketed) return false;
  const auto& step = second->set.steps.front();
  const auto& relation = schema_[step.relation];
  const auto from = step.inverse ? relation.to : relation.of;
  return from != first->set.of && second->set.from && std::holds_alternative<Self>(second->set.from->node) &&
         second->set.steps.size() == 1;
}

std::string Printer::negation(const Not& n, Around around) const {
  const auto& inner = *n.inner;
  if (!inner.bracketed) {
    if (const auto* known = std::get_if<IsKnown>(&inner.node))
      return joined({value(*known->of, around), word(Keyword::is_not_known)});
    const bool plain = std::holds_alternative<FactOf>(inner.node) || std::holds_alternative<Defined>(inner.node);
    if (plain) return truth(inner, around, true);
  }
  auto text = condition(inner, around, Hold::simple);
  if (!inner.bracketed && hold_of(inner) == Hold::simple) text = bracketed(text);
  return joined({word(Keyword::not_), text});
}

std::string Printer::chosen(const If& n, Around around) const {
  return joined({word(Keyword::if_), condition(*n.condition, around, Hold::both), word(Keyword::then_),
                 condition(*n.then, around, Hold::both), break_before(word(Keyword::otherwise_), *n.then),
                 condition(*n.otherwise, around, Hold::both)});
}

std::string Printer::amount(const Expression& e, Around around) const {
  auto text = value(e, around);
  return std::holds_alternative<Literal>(e.node) || e.bracketed ? text : bracketed(text);
}

// `100% of`, `at least 70% of`, `có ít nhất 1`; `alone`: nothing is said of the members.
std::string Printer::head(const Amount& said, Around around) const {
  const auto low = [&] { return said.low ? amount(*said.low, around) : std::string(); };
  const auto with_of = [&](const std::string& text) { return english() ? joined({text, word(Keyword::out_of_them)}) : text; };
  switch (said.said) {
    case Said::all: return word(Keyword::all_);
    case Said::every: return word(Keyword::every);
    case Said::hundred_percent: return with_of("100%");
    case Said::any: return word(Keyword::any_);
    case Said::none: return word(Keyword::none_);
    case Said::share:
    case Said::count:
    case Said::no_more_than: break;
  }
  const auto there = english() || said.share ? std::string() : word(Keyword::there_is);
  if (said.high)
    return with_of(joined({there, word(Keyword::between), low(), word(Keyword::between_and), amount(*said.high, around)}));
  Keyword sign = Keyword::exactly;
  switch (said.sign) {
    case Sign::at_least: sign = Keyword::at_least; break;
    case Sign::at_most: sign = Keyword::at_most; break;
    case Sign::above: sign = Keyword::above; break;
    case Sign::below: sign = Keyword::below; break;
    case Sign::equal:
    case Sign::unequal: break;
  }
  // `more than 50% of staff`
  const bool strict = sign == Keyword::above || sign == Keyword::below;
  return with_of(joined({there, word(sign, english() && strict ? 1 : 0), low()}));
}

std::string Printer::quantified(const Quantified& n, Around around) const {
  const bool singular = n.amount.said == Said::every;
  const auto* count = n.amount.low ? std::get_if<Literal>(&n.amount.low->node) : nullptr;
  const auto* number = count ? std::get_if<Decimal>(&count->value) : nullptr;
  const bool one = singular || n.amount.said == Said::any || n.amount.said == Said::none ||
                   (!n.amount.share && !n.amount.high && number && *number == Decimal{1});
  const auto said_of = one ? Of::member : Of::members;
  auto members = around;
  members.none_of = n.amount.said == Said::none && n.set.steps.size() == 1 && n.set.steps.front().filters.empty() &&
                    n.set.from && std::holds_alternative<Self>(n.set.from->node);
  auto who = set(n.set, members, singular);
  std::string said;
  if (n.predicate) {
    const auto& predicate = *n.predicate;
    const bool verbs = std::holds_alternative<All>(predicate.node) || std::holds_alternative<Any>(predicate.node);
    const bool several = verbs && wording_.plain && !predicate.bracketed;
    said = condition(predicate, inside(n.set, said_of), several ? Hold::either : Hold::simple);
    // Whatever is not plainly a predicate stands in brackets, after a `have`.
    const bool plain = several || std::holds_alternative<Compare>(predicate.node) ||
                       std::holds_alternative<FactOf>(predicate.node) || std::holds_alternative<Defined>(predicate.node) ||
                       std::holds_alternative<Received>(predicate.node) || std::holds_alternative<Eligible>(predicate.node) ||
                       std::holds_alternative<Not>(predicate.node);
    if (!plain && said.front() != '(') said = bracketed(said);
    // `and` and `or` join what has verbs of its own.
    if (said.front() == '(' && !verbs) said = joined({has(said_of), said});
  }
  // Of two `có` the first says `mà`.
  const bool filtered = !n.set.key_filters.empty() || (!n.set.steps.empty() && !n.set.steps.back().filters.empty());
  if (!english() && wording_.plain && filtered && begins_with(said, Keyword::copula)) {
    auto careful = wording_;
    careful.plain = false;
    who = Printer(program_, language_, careful).set(n.set, members, singular);
  }
  return joined({head(n.amount, around), who, said,
                 n.or_when_none ? word(Keyword::or_when_none) : ""});
}

namespace {

// `bloc leader`, whatever else a bloc is called.
const std::string& shortest(const columns::Name& name) {
  const auto& forms = name.forms[static_cast<std::size_t>(Language::english)];
  return *std::min_element(forms.begin(), forms.end(), [](auto& a, auto& b) { return a.size() < b.size(); });
}

}  // namespace

std::string Printer::rotates(const Rotates& n, Around around) const {
  const auto role = [&](RelationId id) {
    const auto relation = name(schema_[id].name);
    const auto* self = std::get_if<Self>(&n.subject->node);
    if (self && self->level == around.innermost)
      return english() ? joined({shortest(schema_[schema_[id].of].name), relation}) : relation;
    return joined({relation, owner(n.subject, around)});
  };
  if (n.rule == Rotation::deputy_follows)
    return joined({role(*n.deputy), word(Keyword::becomes), name(schema_[n.relation].name)});

  auto text = joined({role(n.relation), word(Keyword::rotates_annually)});
  if (n.rule == Rotation::no_repeat_within)
    text = joined({text, word(Keyword::no_repeat_within), std::to_string(n.years), word(Keyword::years)});
  if (n.rule == Rotation::until_all_have_led) {
    const auto& one_of = schema_[n.relation].one_of;
    auto members = one_of ? name(schema_[*one_of].name) : std::string();
    if (english() && members.size() > 2 && members.back() == 's') members.pop_back();
    text = joined({text, word(Keyword::until_every), members, word(Keyword::has_led),
                   english() ? "" : name(schema_[n.relation].name)});
  }
  if (n.from) text += ", " + joined({word(Keyword::from_year), std::to_string(*n.from)});
  return text;
}

}  // namespace tdkt::typed::printing
