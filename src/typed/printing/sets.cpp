// SPDX-License-Identifier: Apache-2.0
// `staff who …`, `initiatives of staff`, `members of its bloc`, `indicators`.
#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

namespace {

// English asks for `every member` where the relation is `members`.
std::string without_plural(std::string name) {
  if (name.size() > 2 && name.back() == 's' && name[name.size() - 2] != 's') name.pop_back();
  return name;
}

}  // namespace

std::string Printer::set(const Set& of, Around around, bool singular) const {
  if (of.keys_of) {
    auto text = entity(*of.keys_of);
    if (english() && !singular) text += text.back() == 'y' ? (text.pop_back(), "ies") : "s";
    for (const auto& one : of.key_filters) text = joined({text, filter(*one, of.level)});
    return text;
  }
  return path(of, of.steps.size() - 1, around, singular);
}

// The last noun first, then whose it is; each noun's own time and conditions behind its path.
std::string Printer::path(const Set& of, std::size_t step, Around around, bool singular) const {
  const auto& here = of.steps[step];
  const auto& relation = schema_[here.relation];
  auto text = here.inverse && relation.inverse ? name(*relation.inverse) : name(relation.name);
  if (english() && singular) text = without_plural(text);
  text = step > 0 ? joined({text, word(Keyword::of_), path(of, step - 1, around, false)})
                  : joined({text, of.from ? owner(of.from, around) : ""});
  text = joined({text, span(here.when, around)});
  for (const auto& one : here.filters) text = joined({text, filter(*one, of.level)});
  return text;
}

// `who achieve …`, `whose rating is …`, `mà …`
std::string Printer::filter(const Expression& e, std::uint8_t level, Of said_of) const {
  const Around member{level, said_of};
  const auto* compare = std::get_if<Compare>(&e.node);
  const auto* of = compare ? std::get_if<FactOf>(&compare->left->node) : nullptr;
  const bool of_value = (compare && !(of && of->verb)) || std::holds_alternative<Between>(e.node) ||
                        std::holds_alternative<OneOf>(e.node) || std::holds_alternative<IsKnown>(e.node);
  // Said of a value of theirs, not of themselves: `whose rating is at least good`.
  if (of_value && !e.bracketed) return joined({word(Keyword::who, 1), condition(e, {level, Of::judged}, Hold::simple)});
  if (!english()) return joined({word(Keyword::who, 1), condition(e, member, Hold::simple)});
  return joined({word(Keyword::who), condition(e, member, Hold::simple)});
}

}  // namespace tdkt::typed::printing
