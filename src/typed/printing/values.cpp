// SPDX-License-Identifier: Apache-2.0
// What has a name, and whose it is.
#include <algorithm>

#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

std::string Printer::value(const Expression& e, Around around, Grip least) const {
  // What has a time of its own stands in brackets anyway.
  const bool timed = std::holds_alternative<Moved>(e.node);
  if (!timed && (e.bracketed || grip(e) < least)) {
    auto inner = e;
    inner.bracketed = false;
    return bracketed(value(inner, around));
  }
  return std::visit(
      values::match{
          [&](const Literal& n) { return literal(n, e.type); },
          [&](const Parameter& n) { return name(program_[n.parameter].name); },
          [&](const JudgedYear&) { return word(Keyword::the_judged_year); },
          [&](const Self& n) {
            (void)n;
            return english() ? joined({word(Keyword::the), entity(e.type.entity)}) : entity(e.type.entity);
          },
          [&](const FactOf& n) { return fact(n, around); },
          [&](const Related& n) { return related(n, around); },
          [&](const Arithmetic& n) { return arithmetic(n, around); },
          [&](const PercentOf& n) {
            return joined({value(*n.percent, around, Grip::factor), word(Keyword::of_), value(*n.of, around, Grip::factor)});
          },
          [&](const Choose& n) {
            const auto side = [&](const Expression& part) {
              const auto text = value(part, around);
              return part.bracketed ? text : bracketed(text);
            };
            return joined({word(n.smaller ? Keyword::smaller_of : Keyword::larger_of), side(*n.left),
                           word(Keyword::and_), side(*n.right)});
          },
          [&](const Capped& n) {
            return joined({value(*n.value, around), word(Keyword::capped_at), value(*n.ceiling, around, Grip::factor)});
          },
          [&](const Rounded& n) { return joined({value(*n.value, around), rounding(n.rounding, n.places)}); },
          [&](const If& n) {
            return joined({word(Keyword::if_), condition(*n.condition, around, Hold::both), word(Keyword::then_),
                           value(*n.then, around, Grip::sum), break_before(word(Keyword::otherwise_), *n.then),
                           value(*n.otherwise, around)});
          },
          [&](const Moved& n) { return moved_value(n, around); },
          [&](const OverPeriods& n) { return over_periods(n, around); },
          [&](const Aggregate& n) { return aggregate(n, around); },
          [&](const MemberWith& n) { return member_with(n, around); },
          [&](const Rank& n) { return rank(n, around); },
          [&](const Score& n) { return score(n, around); },
          [&](const GradeOf& n) {
            const bool only = only_of_pack(program_.grades, program_[n.grades].pack);
            return joined({word(Keyword::grade), only ? "" : word(Keyword::grade_in),
                           only ? "" : title(program_[n.grades].title), owner(n.subject, around)});
          },
          [&](const Lookup& n) { return lookup(n, around); },
          [&](const Defined& n) {
            return joined({name(program_[n.definition].name), arguments(n.arguments, around),
                           n.subject && !program_[n.definition].anywhere ? owner(n.subject, around) : ""});
          },
          [&](const auto&) { return bracketed(condition(e, around)); }},
      e.node);
}

std::string Printer::literal(const Literal& literal, const Type& type) const {
  return std::visit(
      values::match{[&](bool v) { return word(v ? Keyword::yes_value : Keyword::no_value); },
                    [&](const Decimal& v) {
                      auto text = number(v, type);
                      const bool one = v == Decimal{1};
                      if (literal.counted)
                        return joined({text, one ? entity(*literal.counted) : plural(entity(*literal.counted))});
                      if (type.unit) text = joined({text, counted(schema_[*type.unit].name, one)});
                      return text;
                    },
                    [&](const Code& v) { return code(v); },
                    [&](const values::Date& v) { return english() ? v.iso() : v.vietnamese(); },
                    [&](const std::string& v) { return quoted(v); },
                    [&](const EntityName& v) {
                      return english() ? joined({word(Keyword::the), entity(v.entity), quoted(v.text)})
                                       : joined({entity(v.entity), quoted(v.text)});
                    }},
      literal.value);
}

// `1 month`, `6 months`, where both are declared.
std::string Printer::counted(const columns::Name& unit, bool one) const {
  const auto chosen = name(unit);
  if (!english()) return chosen;
  for (const auto& form : unit.forms[static_cast<std::size_t>(language_)])
    if (one ? form + 's' == chosen : form == chosen + 's') return form;
  return chosen;
}

// A value's name; one that begins like a denial is quoted, so that it is not taken for one.
std::string Printer::code(const Code& code) const {
  const auto text = name(schema_[code.scale].values[code.code]);
  // Classes are declared in quotes.
  for (const auto& grades : program_.grades)
    if (grades.scale == code.scale) return quoted(text);
  if (wording_.plain) return text;
  for (const auto keyword : {Keyword::not_, Keyword::none_, Keyword::or_higher, Keyword::and_, Keyword::or_})
    if (begins_with(text, keyword)) return quoted(text);
  return text;
}

// ` of the unit`, ` of its bloc`: nothing where it is the innermost entity.
std::string Printer::owner(const Expr& subject, Around around) const {
  const auto* self = std::get_if<Self>(&subject->node);
  if (self && self->level == around.innermost) return "";
  return joined({word(Keyword::of_), value(*subject, around)});
}

std::string Printer::fact(const FactOf& n, Around around) const {
  auto text = name(schema_[n.fact].name);
  if (n.key && !std::holds_alternative<Self>(n.key->node)) {
    const auto* literal = std::get_if<Literal>(&n.key->node);
    const auto* named = literal ? std::get_if<EntityName>(&literal->value) : nullptr;
    const auto key = named ? quoted(named->text) : value(*n.key, around);
    text = english() ? joined({text, word(Keyword::for_), key})
                     : joined({text, word(Keyword::for_), named ? entity(named->entity) : "", key});
  } else if (n.key) {
    // The key at hand: the fact is the outer entity's, and needs no owner.
    const auto* self = std::get_if<Self>(&n.subject->node);
    if (self) return text;
  }
  return joined({text, owner(n.subject, around)});
}

std::string Printer::related(const Related& n, Around around) const {
  const auto& relation = schema_[n.relation];
  const auto text = n.inverse && relation.inverse ? name(*relation.inverse) : name(relation.name);
  const auto* self = std::get_if<Self>(&n.subject->node);
  if (self && self->level == around.innermost) {
    if (!n.inverse) return text;
    if (english()) return joined({word(Keyword::its), text});
    if (wording_.plain) return text;
    const bool of_entity = std::any_of(schema_.entities.begin(), schema_.entities.end(),
                                       [&](const auto& entity) { return name(entity.name) == text; });
    return joined({text, word(of_entity ? Keyword::own : Keyword::its)});  // `khối mình`, `chủ nhiệm của mình`
  }
  return joined({text, owner(n.subject, around)});
}

// `I` of "I. Political tasks", where no other of its kind is called so.
std::string Printer::node_title(const Scorecard& card, std::uint32_t index) const {
  const auto& node = card.nodes[index];
  const auto dot = node.title.text.find(". ");
  if (dot == std::string::npos || (node.title.translation && node.title.language != language_)) return title(node.title);
  const auto beginning = node.title.text.substr(0, dot);
  for (const auto& other : card.nodes)
    if (&other != &node && other.kind == node.kind && other.title.text.compare(0, dot, beginning) == 0) return title(node.title);
  return quoted(beginning);
}

std::string Printer::score(const Score& n, Around around) const {
  const auto& card = program_[n.scorecard];
  const auto of_card =
      only_of_pack(program_.scorecards, card.pack) ? std::string() : joined({word(Keyword::of_), title(card.title)});
  std::string text;
  switch (n.what) {
    case ScoreOf::total: text = joined({word(Keyword::total_points_of), title(card.title)}); break;
    case ScoreOf::part:
    case ScoreOf::item:
      text = joined({word(Keyword::points_of), word(n.what == ScoreOf::part ? Keyword::part_named : Keyword::item_named),
                     node_title(card, n.node), of_card});
      break;
    case ScoreOf::bonus: text = joined({word(Keyword::bonus_points), of_card}); break;
    case ScoreOf::penalty: text = joined({word(Keyword::penalty_points), of_card}); break;
  }
  return joined({text, owner(n.subject, around)});
}

std::string Printer::arguments(const std::vector<Expr>& given, Around around) const {
  if (given.empty()) return "";
  std::string text;
  for (const auto& one : given) text += (text.empty() ? "" : english() ? ", " : "; ") + any(*one, around);
  return bracketed(text);
}

// `points by party rating`; with other inputs than the header's they stand in brackets.
std::string Printer::lookup(const Lookup& n, Around around) const {
  const auto& table = program_[n.table];
  const auto text = name(table.name);
  bool same = n.inputs.size() == table.inputs.size();
  for (std::size_t i = 0; same && i < n.inputs.size(); ++i)
    same = any(*n.inputs[i], around) == any(*table.inputs[i], {0, Of::judged});
  return same ? text : joined({text, arguments(n.inputs, around)});
}

// `last year's late reports`, `(place in the previous year)`
std::string Printer::moved_value(const Moved& n, Around around) const {
  const auto* of = std::get_if<FactOf>(&n.body->node);
  const auto* self = of && !of->key ? std::get_if<Self>(&of->subject->node) : nullptr;
  const auto* ago = std::get_if<YearsAgo>(&n.to);
  if (self && self->level == around.innermost && ago && ago->years == 1 && !n.body->bracketed && !n.as_then_in_force) {
    const auto what = value(*n.body, around);
    return english() ? joined({word(Keyword::last_years_possessive), what})
                     : joined({what, word(Keyword::last_years_possessive)});
  }
  return bracketed(joined({value(*n.body, around, Grip::factor), shift(n.to),
                           n.as_then_in_force ? word(Keyword::as_then_in_force) : ""}));
}

}  // namespace tdkt::typed::printing
