// SPDX-License-Identifier: Apache-2.0
// One line for one member: the fact that decides how it counts.
#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

// `title: no title`; where it is not known, why.
Because value_line(const Look& look, const Expression& expression, const Environment& at) {
  const auto cell = look.evaluation.value(expression, at);
  auto name = sentence_of(look, expression);
  Because line{Phrase(""), {}};
  if (const auto* fact = std::get_if<typed::FactOf>(&expression.node)) {
    // The fact's own name, not the verb that it was said with.
    if (std::holds_alternative<typed::Self>(fact->subject->node))
      name = name_of(look.program.schema[fact->fact].name);
    const auto row = row_of(look, *fact->subject, at);
    const auto key = fact->key ? row_of(look, *fact->key, at) : std::nullopt;
    if (row) line.record = record_of(look, look.evaluation.place(fact->fact, *row, key, at.period));
  }
  const auto text = is_known(cell.value) ? text_of(look, cell, expression.type)
                                         : why_unknown(look, expression, cell.cause, at);
  line.text = say(Say::is_value, {std::move(name), text});
  return line;
}

Because joined_lines(const Look& look, const std::vector<const Expression*>& parts, const Environment& at) {
  Because all{Phrase(""), {}};
  for (const auto* part : parts) {
    if (std::holds_alternative<typed::Literal>(part->node)) continue;
    auto line =
        part->type.kind == columns::TypeKind::truth ? because(look, *part, at) : value_line(look, *part, at);
    all.text = all.text.english.empty() ? line.text : joined(all.text, line.text, "; ");
    if (!all.record) all.record = line.record;
  }
  return all;
}

// The one part that settles it where one does, else all of them.
Because of_parts(const Look& look, const std::vector<typed::Expr>& parts, Truth settling,
                 const Environment& at) {
  std::vector<const Expression*> all, open;
  for (const auto& part : parts) {
    const auto truth = look.evaluation.truth(*part, at);
    if (truth == settling) return because(look, *part, at);
    if (truth == Truth::unknown) open.push_back(part.get());
    all.push_back(part.get());
  }
  return joined_lines(look, open.empty() ? all : open, at);
}

Because of_years(const Look& look, const typed::InYears& window, const Environment& at) {
  const auto years = years_of(look, window.years, *window.body, at);
  Because line{say(Say::no_years), {}};
  std::vector<Phrase> told;
  for (const int year : years.value_or(std::vector<int>{})) {
    const auto there = in_year(year, window, at);
    if (look.evaluation.truth(*window.body, there) == Truth::yes) continue;
    auto inner = because(look, *window.body, there);
    if (told.empty()) line.record = inner.record;
    told.push_back(say(Say::in_period, {text_of(there.period), inner.text}));
  }
  if (years && told.empty()) {
    told.push_back(say(Say::years_met, {number(static_cast<std::int64_t>(years->size())),
                                        number(static_cast<std::int64_t>(years->size()))}));
  }
  if (years) line.text = listed(told, 3);
  return line;
}

}  // namespace

Because because(const Look& look, const Expression& condition, const Environment& at) {
  return std::visit(
      values::match{[&](const typed::All& n) { return of_parts(look, n.parts, Truth::no, at); },
                    [&](const typed::Any& n) { return of_parts(look, n.parts, Truth::yes, at); },
                    [&](const typed::Not& n) { return because(look, *n.inner, at); },
                    [&](const typed::Defined& n) {
                      const auto then = meaning_of(look, n, at);
                      return then.meaning ? because(look, *then.meaning, then.at) : Because{say(Say::not_defined_then, {text_of(at.period)}), {}};
                    },
                    [&](const typed::InYears& n) { return of_years(look, n, at); },
                    [&](const typed::Compare& n) {
                      return joined_lines(look, {n.left.get(), n.right.get()}, at);
                    },
                    [&](const typed::OneOf& n) { return joined_lines(look, {n.left.get()}, at); },
                    [&](const typed::Between& n) {
                      return joined_lines(look, {n.value.get(), n.low.get(), n.high.get()}, at);
                    },
                    [&](const typed::IsKnown& n) { return joined_lines(look, {n.of.get()}, at); },
                    [&](const typed::Moved& n) {
                      const auto there = moved(look, n, at);
                      auto line = because(look, *n.body, there);
                      line.text = say(Say::in_period, {text_of(there.period), line.text});
                      return line;
                    },
                    [&](const typed::FactOf&) { return value_line(look, condition, at); },
                    [&](const auto&) {
                      const auto reason = reason_of(look.inside(), condition, at);
                      const auto told =
                          reason.numbers.value_or(say(reason.state == State::met       ? Say::met
                                                      : reason.state == State::not_met ? Say::not_met
                                                                                       : Say::unknown));
                      return Because{say(Say::is_value, {reason.sentence, told}), reason.record};
                    }},
      condition.node);
}

}  // namespace tdkt::verdicts
