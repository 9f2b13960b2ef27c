// SPDX-License-Identifier: Apache-2.0
// `staff who …`, `initiatives of staff`, `members of its bloc`, `indicators`.
#include <algorithm>

#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

namespace {

// English asks for `every member` where the relation is `members`.
std::string without_plural(std::string name) {
  if (name.size() > 2 && name.back() == 's' && name[name.size() - 2] != 's') name.pop_back();
  return name;
}

bool shares_a_form(const columns::Name& a, const columns::Name& b) {
  for (std::size_t side = 0; side < a.forms.size(); ++side)
    for (const auto& form : a.forms[side])
      if (std::find(b.forms[side].begin(), b.forms[side].end(), form) != b.forms[side].end()) return true;
  return false;
}

// Whether what a condition says of the members at `level` could be said of this entity, too.
bool could_be_said_of(const Program& program, const Expression& e, std::uint8_t level, EntityId entity) {
  const auto of_member = [&](const Expr& subject) {
    const auto* self = subject ? std::get_if<Self>(&subject->node) : nullptr;
    return self && self->level == level;
  };
  const auto& schema = program.schema;
  bool found = false;
  if (const auto* of = std::get_if<FactOf>(&e.node); of && of_member(of->subject)) {
    if (of->verb)
      for (const auto& use : schema[*of->verb].uses) found = found || use.subject == entity;
    for (const auto& fact : schema.facts) found = found || (fact.of == entity && shares_a_form(fact.name, schema[of->fact].name));
  }
  if (const auto* defined = std::get_if<Defined>(&e.node); defined && of_member(defined->subject))
    for (const auto& other : program.definitions)
      found = found || (other.of == entity && shares_a_form(other.name, program[defined->definition].name));
  for_each_part(e, [&](const Expression& part) { found = found || could_be_said_of(program, part, level, entity); });
  return found;
}

}  // namespace

std::string Printer::set(const Set& of, Around around, bool singular) const {
  if (of.keys_of) {
    auto text = entity(*of.keys_of);
    if (!singular) text = plural(text);
    for (const auto& one : of.key_filters) text = joined({text, filter(*one, of.level)});
    return text;
  }
  return path(of, of.steps.size() - 1, around, singular);
}

// The last noun first, then whose it is; each noun's own time and conditions behind its path. What a
// population's name stands for is not said again.
std::string Printer::path(const Set& of, std::size_t step, Around around, bool singular) const {
  const auto& here = of.steps[step];
  const auto& relation = schema_[here.relation];
  const auto* population = here.population ? &*program_[*here.population].population : nullptr;
  const auto covered = population ? population->steps.size() : 1;
  const auto said = population ? population->steps.back().filters.size() : 0;
  const auto& named = population                          ? program_[*here.population].name
                      : here.inverse && relation.inverse ? *relation.inverse
                                                         : relation.name;
  auto text = name(named);
  if (english() && singular) text = without_plural(text);
  if (!english() && around.none_of && step + 1 == of.steps.size()) text = joined({text, word(Keyword::whichever)});
  if (step >= covered) {
    auto before = path(of, step - covered, around, false);
    if (!of.steps[step - covered].filters.empty()) before = bracketed(before);
    text = joined({text, word(Keyword::of_), before});
  } else {
    auto whose = of.from ? owner(of.from, around) : "";
    if (whose.empty() && of.owner_named && of.from)
      whose = joined({word(Keyword::of_), english() ? word(Keyword::the) : "", entity(of.from->type.entity)});
    text = joined({text, whose});
  }
  if (!population) text = joined({text, span(here.when, around)});
  // A condition belongs to the only noun of a path that has what it speaks of.
  const auto of_both = [&](const Step& other) {
    const auto entity = other.inverse ? schema_[other.relation].of : schema_[other.relation].to;
    return std::any_of(here.filters.begin() + static_cast<std::ptrdiff_t>(said), here.filters.end(),
                       [&](const Expr& one) { return could_be_said_of(program_, *one, of.level, entity); });
  };
  if (step >= covered && std::any_of(of.steps.begin(), of.steps.begin() + static_cast<std::ptrdiff_t>(step), of_both))
    text = bracketed(text);
  for (auto i = said; i < here.filters.size(); ++i)
    text = joined({text, i > said ? word(Keyword::and_) : "", filter(*here.filters[i], of.level)});
  return text;
}

// `who achieve …`, `whose rating is …`; `mà …`, as people say it `có mức …` and `đạt …`
std::string Printer::filter(const Expression& e, std::uint8_t level, Of said_of) const {
  const Around member{level, said_of};
  const auto* compare = std::get_if<Compare>(&e.node);
  const auto* of = compare ? std::get_if<FactOf>(&compare->left->node) : nullptr;
  const bool of_value = (compare && !(of && of->verb)) || std::holds_alternative<Between>(e.node) ||
                        std::holds_alternative<OneOf>(e.node) || std::holds_alternative<IsKnown>(e.node);
  const bool plain = wording_.plain && !english();
  // Said of a value of theirs, not of themselves: `whose rating is at least good`.
  if (of_value && !e.bracketed) {
    const auto said = condition(e, {level, Of::judged}, Hold::simple);
    if (plain) return begins_with(said, Keyword::copula) ? said : joined({word(Keyword::who), said});
    return joined({word(Keyword::who, 1), said});
  }
  const auto said = condition(e, member, wording_.plain ? Hold::both : Hold::simple);
  if (plain && said.front() != '(') return said;
  return joined({word(Keyword::who, english() ? 0 : 1), said});
}

}  // namespace tdkt::typed::printing
