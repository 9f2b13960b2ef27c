// SPDX-License-Identifier: Apache-2.0
// What is said of a subject: comparisons, verbs, yes/no facts, decisions on record.
#include <algorithm>

#include "typed/phrase.hpp"
#include "typed/printing/printer.hpp"

namespace tdkt::typed::printing {

// Nothing where it is the innermost entity, who is meant anyway.
std::string Printer::subject(const Expr& who, Around around) const {
  const auto* self = std::get_if<Self>(&who->node);
  if (self && self->level == around.innermost) return "";
  return value(*who, around);
}

namespace {

bool is_plural_of(const std::string& many, const std::string& one) {
  return one == many + 's' || (many == "are" && one == "is") || (many == "have" && one == "has");
}

}  // namespace

// `achieve` or `achieves`, where both are declared.
std::string Printer::agreeing(const columns::Name& name, Of said_of) const {
  const auto& forms = name.forms[static_cast<std::size_t>(language_)];
  if (!english()) return name.in(language_);
  const auto first = [](const std::string& form) { return form.substr(0, form.find(' ')); };
  for (const auto& many : forms)
    for (const auto& one : forms)
      if (is_plural_of(first(many), first(one))) return said_of == Of::members ? many : one;
  return name.in(language_);
}

// Numbers are equal, others are something.
std::string Printer::equals(const Type& type, bool denied) const {
  if (type.kind != TypeKind::number) return word(denied ? Keyword::is_not : Keyword::is_);
  if (denied) return word(Keyword::is_not, english() ? 0 : 2);
  return word(Keyword::is_, english() ? 2 : 1);
}

std::string Printer::right_side(const Expression& right, Around around, bool plainly) const {
  if (const auto* literal = std::get_if<Literal>(&right.node))
    if (const auto* value = std::get_if<Code>(&literal->value)) {
      auto text = code(*value);
      if (right.bracketed || (!plainly && text.front() != '"')) text = quoted(text);
      return text;
    }
  return value(right, around, std::holds_alternative<If>(right.node) ? Grip::sum : Grip::whole);
}

namespace {

bool is_plain(const Expression& e) { return std::holds_alternative<Literal>(e.node) || std::holds_alternative<Parameter>(e.node); }

}  // namespace

// `is at least good`; in Vietnamese `từ tốt trở lên` of what is written, `không thấp hơn` of the rest.
std::string Printer::sign_and_value(Sign sign, const Expression& right, Around around) const {
  const auto is = [&](Keyword keyword, std::size_t spelling = 0) {
    return english() ? joined({word(Keyword::is_), word(keyword, spelling)}) : word(keyword, spelling);
  };
  switch (sign) {
    case Sign::equal: return joined({equals(right.type, false), right_side(right, around)});
    case Sign::unequal: return joined({equals(right.type, true), right_side(right, around, false)});
    case Sign::at_least:
      if (!english() && is_plain(right))
        return joined({word(Keyword::from_), right_side(right, around), word(Keyword::or_higher)});
      return joined({is(Keyword::at_least, english() ? 0 : 1), right_side(right, around)});
    case Sign::at_most: return joined({is(Keyword::at_most), right_side(right, around)});
    case Sign::above:
    case Sign::below: {
      const bool date = right.type.kind == TypeKind::date;
      const auto keyword = sign == Sign::above ? (date ? Keyword::after_day : Keyword::above)
                                               : (date ? Keyword::before_day : Keyword::below);
      return joined({is(keyword), right_side(right, around)});
    }
  }
  return "";
}

// `a task rating`, `an average`, `targets met`
std::string Printer::article(const std::string& noun) const {
  for (const auto& one : phrase_of(noun))
    if (one.size() > 2 && one.back() == 's' && one[one.size() - 2] != 's') return "";
  return word(Keyword::the, starts_with_vowel(noun) ? 2 : 1);
}

std::string Printer::compared(const Compare& n, Around around) const {
  const auto* of = std::get_if<FactOf>(&n.left->node);
  if (of && of->verb && !n.left->bracketed) return with_verb(n, *of, around);
  const auto left = value(*n.left, around);
  const auto* self = of ? std::get_if<Self>(&of->subject->node) : nullptr;
  const bool own = self && self->level == around.innermost && !of->key;

  // `staff have a task rating of at least good`, `cán bộ có số tháng công tác từ 6 trở lên`
  auto said = sign_and_value(n.sign, *n.right, around);
  if (around.said_of == Of::judged || !own || n.sign == Sign::unequal) return joined({left, said});
  if (!english()) return joined({begins_with(left, Keyword::copula) ? "" : has(around.said_of), left, said});
  for (const auto& be : {word(Keyword::is_) + ' ', equals(n.right->type, false) + ' '})
    if (said.compare(0, be.size(), be) == 0) said = said.substr(be.size());
  return joined({has(around.said_of), article(left), left, word(Keyword::of_), said});
}

// `achieve advanced laborer or higher`, `achieve exactly X`, `are rated good`
std::string Printer::with_verb(const Compare& n, const FactOf& fact, Around around) const {
  const auto who = subject(fact.subject, around);
  const auto does = agreeing(schema_[*fact.verb].name, who.empty() ? around.said_of : Of::member);
  const bool at_least = schema_[*fact.verb].means_at_least;
  const auto right = right_side(*n.right, around);
  const auto say = [&](const std::string& before, const std::string& behind) {
    return joined({who, does, before, right, behind});
  };
  switch (n.sign) {
    case Sign::equal: return at_least ? say(word(Keyword::exactly), "") : say("", "");
    case Sign::at_least: return say("", word(Keyword::or_higher));
    case Sign::at_most: return at_least ? say(word(Keyword::at_most), "") : say("", word(Keyword::or_lower));
    case Sign::above: return say(word(Keyword::above), "");
    case Sign::below: return say(word(Keyword::below), "");
    case Sign::unequal: return joined({word(Keyword::not_), bracketed(at_least ? say(word(Keyword::exactly), "") : say("", ""))});
  }
  return "";
}

// A yes/no fact or definition; one that tells of something done (`registered`) takes an `is`.
std::string Printer::truth(const Expression& e, Around around, bool negated) const {
  if (const auto* literal = std::get_if<Literal>(&e.node))
    return word(std::get<bool>(literal->value) ? Keyword::yes_value : Keyword::no_value);
  auto text = value(e, around);
  const auto* of = std::get_if<FactOf>(&e.node);
  const auto* defined = std::get_if<Defined>(&e.node);
  const auto& who = of ? of->subject : defined ? defined->subject : nullptr;
  const auto* self = who ? std::get_if<Self>(&who->node) : nullptr;
  const bool own = self && self->level == around.innermost;
  if (!own) return negated ? joined({text, word(Keyword::is_), word(Keyword::no_value)}) : text;

  if (!english()) {
    if (!negated) return text;
    // `đã đăng ký` denied is `chưa đăng ký`.
    const auto done = word(Keyword::copula, 1) + ' ';
    if (text.compare(0, done.size(), done) == 0)
      return joined({word(Keyword::not_, 1), text.substr(done.size())});
    return joined({word(Keyword::not_), text});
  }
  // With `does not` the verb is as of several.
  const auto& declared = of ? schema_[of->fact].name : program_[defined->definition].name;
  if (text == name(declared)) text = agreeing(declared, negated ? Of::members : around.said_of);
  const auto done = [](std::string_view one) { return one.size() > 3 && one.substr(one.size() - 2) == "ed"; };
  const auto blank = text.find(' ');
  // A form that says `are` takes its denial behind it: `are not spent`.
  const auto verb = std::string_view(text).substr(0, blank);
  if (negated && blank != std::string::npos && (verb == is(Of::member) || verb == is(Of::members)))
    return joined({std::string(verb), word(Keyword::not_), text.substr(blank + 1)});
  if (done(std::string_view(text).substr(0, blank)))
    return joined({is(around.said_of), negated ? word(Keyword::not_) : "", text});
  if (blank != std::string::npos && done(std::string_view(text).substr(text.rfind(' ') + 1)))
    return joined({has(around.said_of), negated ? word(Keyword::not_) : "", text});
  // Only what is declared as a verb is denied like one: `does not take part in social work`.
  const bool declared_as_verb = agreeing(declared, Of::member) != agreeing(declared, Of::members);
  return joined({negated ? word(Keyword::not_, !declared_as_verb ? 0 : around.said_of == Of::members ? 1 : 2) : "", text});
}

std::string Printer::received(const Received& n, Around around) const {
  std::string times;
  const bool once = n.sign == Sign::at_least && n.times == 1 && !n.consecutive;
  if (n.consecutive) {
    times = joined({std::to_string(n.times), word(Keyword::consecutive_times)});
  } else if (!once) {
    Keyword sign = Keyword::exactly;
    if (n.sign == Sign::at_least) sign = Keyword::at_least;
    if (n.sign == Sign::at_most) sign = Keyword::at_most;
    if (n.sign == Sign::above) sign = Keyword::above;
    if (n.sign == Sign::below) sign = Keyword::below;
    times = joined({word(sign), std::to_string(n.times), word(Keyword::times_counted)});
  }
  const auto who = subject(n.subject, around);
  return joined({who, agreeing(schema_[n.verb].name, who.empty() ? around.said_of : Of::member), quoted(n.award), times,
                 span(n.when, around)});
}

std::string Printer::in_top(const InTop& n, Around around) const {
  const auto who = subject(n.rank.subject, around);
  auto text = joined({who, is(who.empty() ? around.said_of : Of::member),
                      word(Keyword::in_the_top), amount(*n.top, around), word(Keyword::top_places_of),
                      set(n.rank.among, around), word(Keyword::by_), value(*n.rank.value, inside(n.rank.among)),
                      ordering(n.rank.high_to_low)});
  if (!n.share) return text;
  const auto keyword = n.rounding == values::Rounding::up     ? Keyword::rounded_up
                       : n.rounding == values::Rounding::down ? Keyword::rounded_down
                                                              : Keyword::rounded;
  return text + ", " + word(keyword);
}

}  // namespace tdkt::typed::printing
