// SPDX-License-Identifier: Apache-2.0
// Which kind of condition is measured how.
#include "verdicts/measure.hpp"

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/measure_kinds.hpp"

namespace tdkt::verdicts {
namespace {

// What another measure says, said of something else.
class SaidOf : public Measure {
 public:
  SaidOf(Say how, Phrase of, MeasurePtr inner) : how_(how), of_(std::move(of)), inner_(std::move(inner)) {}

  void read(Row row, evaluate::Reading& reading) const override { inner_->read(row, reading); }
  std::optional<Phrase> words(Row row) const override {
    const auto words = inner_->words(row);
    return words ? std::optional(say(how_, {of_, *words})) : std::nullopt;
  }

 private:
  Say how_;
  Phrase of_;
  MeasurePtr inner_;
};

MeasurePtr said_of(Say how, Phrase of, MeasurePtr inner) {
  return inner ? std::make_unique<SaidOf>(how, std::move(of), std::move(inner)) : nullptr;
}

MeasurePtr moved_measure(const Look& look, const typed::Moved& node, typed::EntityId entity, const Environment& at) {
  const auto there = moved(look, node, at);
  return said_of(Say::in_period, text_of(there.period), measure_of(look, *node.body, entity, there));
}

MeasurePtr measure_within(const Look& look, const typed::Within& node, typed::EntityId entity, const Environment& at) {
  auto within = at;
  within.window = node.years;
  return measure_of(look, *node.body, entity, within);
}

// Of the meaning: what it is about is not in the sentence.
MeasurePtr measure_of_meaning(const Look& look, const typed::Defined& node, typed::EntityId entity, const Environment& at) {
  if (!std::holds_alternative<typed::Self>(node.subject->node)) return nullptr;
  const auto then = meaning_of(look, node, at);
  if (!then.meaning) return nullptr;
  auto inner = measure_of(look, *then.meaning, entity, then.at);
  if (names_its_parts(*then.meaning)) return inner;
  return said_of(Say::is_value, sentence_of(look, *then.meaning), std::move(inner));
}

}  // namespace

bool names_its_parts(const Expression& condition) {
  return std::holds_alternative<typed::All>(condition.node) || std::holds_alternative<typed::Any>(condition.node);
}

MeasurePtr measure_of(const Look& look, const Expression& condition, typed::EntityId entity, const Environment& at) {
  return std::visit(
      values::match{
          [&](const typed::All& n) { return measure_of_parts(look, n.parts, values::Truth::no, entity, at); },
          [&](const typed::Any& n) { return measure_of_parts(look, n.parts, values::Truth::yes, entity, at); },
          [&](const typed::Not& n) { return measure_of(look.without_shortfalls(), *n.inner, entity, at); },
          [&](const typed::Defined& n) { return measure_of_meaning(look, n, entity, at); },
          [&](const typed::Moved& n) { return moved_measure(look, n, entity, at); },
          [&](const typed::Within& n) { return measure_within(look, n, entity, at); },
          [&](const typed::InYears& n) { return measure_of_years(look, condition, n, entity, at); },
          [&](const typed::OverPeriods& n) { return measure_of_periods(look, n, entity, at); },
          [&](const typed::Compare&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::OneOf&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::Between&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::IsKnown&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::MemberOf&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::FactOf&) { return measure_of_values(look, condition, entity, at); },
          [&](const typed::Quantified& n) { return measure_of_count(look, condition, n, entity, at); },
          [](const auto&) { return MeasurePtr(); }},
      condition.node);
}

}  // namespace tdkt::verdicts
