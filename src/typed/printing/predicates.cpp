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

// `achieve` or `achieves`, where both are declared beside the form that is written.
std::optional<std::string> Printer::inflected(const columns::Name& declared, Of said_of) const {
  if (!english()) return std::nullopt;
  const auto chosen = name(declared);
  const auto& forms = declared.forms[static_cast<std::size_t>(language_)];
  const auto first = [](const std::string& form) { return form.substr(0, form.find(' ')); };
  const auto rest = [&](const std::string& form) { return form.substr(first(form).size()); };
  for (const auto& many : forms)
    for (const auto& one : forms)
      if (is_plural_of(first(many), first(one)) && rest(many) == rest(one) && (chosen == many || chosen == one))
        return said_of == Of::members ? many : one;
  return std::nullopt;
}

std::string Printer::agreeing(const columns::Name& declared, Of said_of) const {
  return inflected(declared, said_of).value_or(name(declared));
}

// Numbers are equal, others are something.
std::string Printer::equals(const Type& type, bool denied) const {
  if (type.kind != TypeKind::number || english()) return word(denied ? Keyword::is_not : Keyword::is_);
  return denied ? word(Keyword::is_not, 2) : word(Keyword::is_, 1);
}

std::string Printer::right_side(const Expression& right, Around around, bool plainly) const {
  if (const auto* literal = std::get_if<Literal>(&right.node))
    if (const auto* value = std::get_if<Code>(&literal->value)) {
      auto text = code(*value);
      if (!plainly && text.front() != '"') text = quoted(text);
      return text;
    }
  return value(right, around, std::holds_alternative<If>(right.node) ? Grip::sum : Grip::whole);
}

namespace {

bool is_plain(const Expression& e) { return std::holds_alternative<Literal>(e.node) || std::holds_alternative<Parameter>(e.node); }

}  // namespace

// `is at least good`; in Vietnamese `từ tốt trở lên` of what is written, `không thấp hơn` of the rest.
std::string Printer::sign_and_value(Sign sign, const Expression& right, Around around, bool several) const {
  const auto is = [&](Keyword keyword, std::size_t spelling = 0) {
    return english() ? joined({word(Keyword::is_, several), word(keyword, spelling)}) : word(keyword, spelling);
  };
  switch (sign) {
    case Sign::equal: return joined({several ? word(Keyword::is_, 1) : equals(right.type, false), right_side(right, around)});
    case Sign::unequal:
      return joined({several ? word(Keyword::is_not, 1) : equals(right.type, true), right_side(right, around, false)});
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

// The first of the sign's spellings that is one.
std::string Printer::sign(Sign said) const {
  constexpr std::pair<Sign, Keyword> signs[] = {{Sign::equal, Keyword::is_},        {Sign::unequal, Keyword::is_not},
                                                {Sign::at_least, Keyword::at_least}, {Sign::at_most, Keyword::at_most},
                                                {Sign::above, Keyword::above},       {Sign::below, Keyword::below}};
  for (const auto& [sign, keyword] : signs)
    if (sign == said)
      for (const auto& spelling : grammar::spellings(keyword, language_))
        if (std::string_view("=<>").find(spelling.front()) != std::string_view::npos || spelling == "≠") return spelling;
  return "";
}

// `a task rating`, `an award name`; `targets met`, `level`
std::string Printer::article(const std::string& noun) const {
  if (is_plural(noun) || noun.find(' ') == std::string::npos) return "";
  return word(Keyword::the, starts_with_vowel(noun) ? 2 : 1);
}

// `targets met`, `late reports`, `points`
bool Printer::is_plural(const std::string& noun) const {
  for (const auto& one : phrase_of(noun))
    if (one.size() > 2 && one.back() == 's' && std::string_view("sui").find(one[one.size() - 2]) == std::string_view::npos)
      return true;
  return false;
}

// Whether a value is spoken of as several: `points are`.
bool Printer::is_plural(const Expression& value) const {
  if (const auto* fact = std::get_if<FactOf>(&value.node)) return is_plural(name(schema_[fact->fact].name));
  if (const auto* score = std::get_if<Score>(&value.node)) return score->what == ScoreOf::part || score->what == ScoreOf::item;
  return false;
}

std::string Printer::compared(const Compare& n, Around around) const {
  const auto* of = std::get_if<FactOf>(&n.left->node);
  if (of && of->verb && !n.left->bracketed) return with_verb(n, *of, around);
  const auto left = value(*n.left, around);
  const auto about = [&](const Expr& who) {
    const auto* self = who ? std::get_if<Self>(&who->node) : nullptr;
    return self && self->level == around.innermost;
  };
  const bool own = of && (of->key ? about(of->key) : about(of->subject));

  // `staff have a task rating of at least good`, `cán bộ có số tháng công tác từ 6 trở lên`
  const auto said = n.as_sign ? joined({sign(n.sign), right_side(*n.right, around)})
                              : sign_and_value(n.sign, *n.right, around, english() && is_plural(*n.left));
  if (around.said_of == Of::judged || !own || n.sign == Sign::unequal) return joined({left, said});
  if (!english()) return joined({begins_with(left, Keyword::copula) ? "" : has(around.said_of), left, said});
  if (n.as_sign) return joined({has(around.said_of), left, said});
  const auto right = right_side(*n.right, around);
  switch (n.sign) {
    case Sign::equal:
      if (n.right->type.kind == TypeKind::number)
        return joined({has(around.said_of), article(left), left, word(Keyword::of_), right});
      return joined({has(around.said_of), left, right});
    case Sign::above: return joined({has(around.said_of), left, word(Keyword::above), right});
    case Sign::below: return joined({has(around.said_of), left, word(Keyword::below), right});
    case Sign::at_most:
      return joined({has(around.said_of), article(left), left, word(Keyword::of_), word(Keyword::at_most), right});
    default:
      return joined({has(around.said_of), article(left), left, word(Keyword::of_), word(Keyword::at_least), right});
  }
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

// A yes/no fact or definition of the subject itself. English needs a verb: the declared one, or `is` or
// `has`, which the other language may tell apart (`đã đăng ký`, `bị kỷ luật`).
std::string Printer::done(const columns::Name& declared, const std::string& text, Around around, bool negated) const {
  const auto not_word = negated ? word(Keyword::not_) : "";
  const auto does_not = word(Keyword::not_, around.said_of == Of::members ? 1 : 2);
  const auto first = text.substr(0, text.find(' ')), rest = text.substr(std::min(first.size() + 1, text.size()));
  const auto ends_in_ed = [](const std::string& one) { return one.size() > 3 && one.substr(one.size() - 2) == "ed"; };
  // `has not approved it`, `does not have the covenant signed`
  const auto has_it = [&](const std::string& what) {
    if (!negated || ends_in_ed(what.substr(0, what.find(' ')))) return joined({has(around.said_of), not_word, what});
    return joined({does_not, word(Keyword::copula, 3), what});
  };
  if (first == "is" || first == "are") return joined({is(around.said_of), not_word, rest});
  if (first == "has" || first == "have") return has_it(rest);
  if (text == name(declared))
    if (const auto verb = inflected(declared, negated ? Of::members : around.said_of))
      return joined({negated ? does_not : "", *verb});

  if (ends_in_ed(first)) {
    const auto& vietnamese = declared.forms[static_cast<std::size_t>(Language::vietnamese)];
    const auto words = vietnamese.empty() ? std::vector<std::string>{} : phrase_of(vietnamese.front());
    const bool perfect = words.size() > 1 && words[0] == "đã" && words[1] != "được" && words[1] != "bị";
    if (perfect) return has_it(text);
    return joined({is(around.said_of), not_word, text});
  }
  constexpr std::string_view adverbs[] = {"already", "still", "newly", "not", "ever"};
  const auto among = [](const auto& words, const std::string& one) {
    return std::find(std::begin(words), std::end(words), one) != std::end(words);
  };
  if (!rest.empty() && !among(adverbs, first) && ends_in_ed(text.substr(text.rfind(' ') + 1))) return has_it(text);
  // `under investigation`, `already punished`, `serving a measure`
  constexpr std::string_view prepositions[] = {"in", "on", "at", "under", "without"}, articles[] = {"a", "an", "the"};
  const bool doing = first.size() > 4 && first.substr(first.size() - 3) == "ing" && among(articles, rest.substr(0, rest.find(' ')));
  const bool state = rest.empty() ? first.back() != 's' : doing || among(prepositions, first) || among(adverbs, first);
  if (state) return joined({is(around.said_of), not_word, text});
  return negated ? joined({not_word, bracketed(text)}) : text;
}

std::string Printer::truth(const Expression& e, Around around, bool negated) const {
  if (const auto* literal = std::get_if<Literal>(&e.node))
    return word(std::get<bool>(literal->value) ? Keyword::yes_value : Keyword::no_value);
  const auto text = value(e, around);
  const auto* of = std::get_if<FactOf>(&e.node);
  const auto* defined = std::get_if<Defined>(&e.node);
  const auto& who = of ? of->subject : defined ? defined->subject : nullptr;
  const auto* self = who ? std::get_if<Self>(&who->node) : nullptr;
  const bool own = self && self->level == around.innermost;
  if (!own) return negated ? joined({text, word(Keyword::is_), word(Keyword::no_value)}) : text;
  if (english()) return done(of ? schema_[of->fact].name : program_[defined->definition].name, text, around, negated);

  if (!negated) return text;
  // `đã đăng ký` denied is `chưa đăng ký`.
  const auto already = word(Keyword::copula, 1) + ' ';
  if (text.compare(0, already.size(), already) == 0)
    return joined({word(Keyword::not_, 1), text.substr(already.size())});
  return joined({word(Keyword::not_), text});
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
  return joined({who, agreeing(schema_[n.verb].name, who.empty() ? around.said_of : Of::member), award(n.award), times,
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
