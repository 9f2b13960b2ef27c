// SPDX-License-Identifier: Apache-2.0
// Names, values and periods as a person writes them.
#include "typed/print.hpp"
#include "values/match.hpp"
#include "verdicts/look.hpp"

namespace tdkt::verdicts {

using grammar::Language;
using values::Date;
using values::Decimal;
using values::Interval;
using values::Period;
using values::Truth;

State state_of(Truth truth) {
  return truth == Truth::yes ? State::met : truth == Truth::no ? State::not_met : State::unknown;
}

Environment judging(Row row, Period period) {
  Environment environment;
  environment.period = period;
  environment.rows[0] = row;
  return environment;
}

Phrase name_of(const columns::Name& name) {
  return {name.in(Language::english), name.in(Language::vietnamese)};
}

Phrase title_of(const typed::Title& title) {
  return {title.in(Language::english), title.in(Language::vietnamese)};
}

Phrase quoted(const Phrase& text) { return say(Say::quoted, {text}); }

Phrase sentence_of(const Look& look, const Expression& expression) {
  return {typed::as_sentence(look.program, expression, Language::english),
          typed::as_sentence(look.program, expression, Language::vietnamese)};
}

Phrase text_of(const Look& look, typed::EntityId entity, Row row) {
  const auto& table = look.dataset.entities[entity.index];
  if (row >= table.ids.size()) return say(Say::nobody);
  const std::string id(table.ids[row]), name(row < table.names.size() ? table.names[row] : "");
  return name.empty() || name == id ? Phrase(id) : say(Say::entity_named, {name, id});
}

Phrase text_of(Date date) { return {date.iso(), date.vietnamese()}; }

Phrase text_of(Period period) {
  using values::Cadence;
  const auto is = [&](Cadence cadence) {
    return values::period_of(cadence, values::index_containing(cadence, period.last)) == period;
  };
  const auto year = number(period.year());
  if (is(Cadence::yearly)) return say(Say::year, {year});
  if (is(Cadence::half_yearly)) {
    return say(period.last.month() == 6 ? Say::half_year_1 : Say::half_year_2, {year});
  }
  if (is(Cadence::quarterly)) return say(Say::quarter, {number(period.last.month() / 3), year});
  if (is(Cadence::monthly)) return say(Say::month, {number(period.last.month()), year});
  return say(Say::days, {text_of(period.first), text_of(period.last)});
}

Phrase text_of(const Look& look, Decimal number, const columns::Type& type) {
  const auto shown = values::rounded(number, 9, values::Rounding::half_away).value_or(number);
  return {typed::as_text(look.program, shown, type, Language::english),
          typed::as_text(look.program, shown, type, Language::vietnamese)};
}

Phrase text_of(const Look& look, const Interval& number, const columns::Type& type) {
  if (number.known()) return text_of(look, *number.low, type);
  if (number.low && number.high) {
    return say(Say::from_to, {text_of(look, *number.low, type), text_of(look, *number.high, type)});
  }
  if (number.low) return say(Say::at_least, {text_of(look, *number.low, type)});
  if (number.high) return say(Say::at_most, {text_of(look, *number.high, type)});
  return say(Say::unknown);
}

Phrase text_of(const Look& look, const evaluate::Cell& cell, const columns::Type& type) {
  return std::visit(
      values::match{
          [](Truth truth) {
            return say(truth == Truth::yes ? Say::yes : truth == Truth::no ? Say::no : Say::unknown);
          },
          [&](const Interval& number) { return text_of(look, number, type); },
          [&](typed::Code code) { return name_of(look.program.schema[code.scale].values[code.code]); },
          [&](Row row) { return text_of(look, type.entity, row); },
          [](evaluate::NoRow) { return say(Say::nobody); }, [](Date date) { return text_of(date); },
          [](const std::string& text) { return quoted(text); },
          [](const auto&) { return say(Say::unknown); }},
      cell.value);
}

Share share_of(const Look& look, std::int64_t count, std::int64_t total) {
  // In hundredths of a percent, rounded half away from zero; what is left out is said by `exact`.
  const auto hundredths = (count * 20'000 + total) / (2 * total);
  columns::Type percent;
  percent.kind = columns::TypeKind::number;
  percent.percent = true;
  const auto share = Decimal::from_scaled(values::int128{hundredths} * (Decimal::one / 10'000));
  return {text_of(look, share, percent), count * 10'000 % total == 0};
}

bool is_known(const evaluate::Value& value) {
  return std::visit(
      values::match{[](Truth truth) { return truth != Truth::unknown; },
                    [](const Interval& number) { return number.known(); },
                    [](evaluate::UnknownCode) { return false; }, [](evaluate::UnknownRow) { return false; },
                    [](evaluate::UnknownDate) { return false; }, [](evaluate::UnknownText) { return false; },
                    [](const auto&) { return true; }},
      value);
}

std::optional<Row> row_of(const Look& look, const Expression& expression, const Environment& at) {
  if (const auto* self = std::get_if<typed::Self>(&expression.node)) return at.rows[self->level];
  const auto cell = look.evaluation.value(expression, at);
  const auto* row = std::get_if<Row>(&cell.value);
  return row && *row != values::no_row ? std::optional(*row) : std::nullopt;
}

std::optional<Record> record_of(const Look& look, columns::Place place) {
  if (place.line == 0 || place.source >= look.dataset.sources.size()) return std::nullopt;
  const auto& source = look.dataset.sources[place.source];
  return Record{source.path, source.sheet, place.line};
}

}  // namespace tdkt::verdicts
