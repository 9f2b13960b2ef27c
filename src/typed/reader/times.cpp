// SPDX-License-Identifier: Apache-2.0
// Times: after a sentence they move it, after the name of something dated they select what falls in
// them, before a colon they open a window.
#include "typed/reader/rewrite.hpp"
#include "typed/reader/sentence.hpp"
#include "values/match.hpp"

namespace tdkt::typed::reading {

namespace {

bool is_year(const std::optional<int>& number) { return number && *number >= 1000 && *number <= 9999; }

InYears in_years(Span span, std::optional<int> at_least = std::nullopt) {
  return {std::move(span), at_least, nullptr};
}

}  // namespace

// `3 consecutive years`, `at least 3 of the last 5 years`, `in the previous year`, `in 2020`, …
std::vector<TimeReading> SentenceReader::times(At at, Place place) {
  std::vector<TimeReading> found;
  if (at >= sentence_.words.size()) return found;
  const bool vietnamese = context_.language == grammar::Language::vietnamese;
  const auto number = [&](At word) { return whole_number(word); };

  // for 3 consecutive years [before]
  auto starts = vietnamese ? optional(Keyword::for_years, at) : std::vector<At>{};
  if (!vietnamese)
    for (const auto end : after(Keyword::for_years, at)) starts.push_back(end);
  for (const auto start : starts)
    if (const auto years = number(start))
      for (const auto end : after(Keyword::consecutive_years, start + 1)) {
        found.push_back({end, in_years(LastYears{*years, false})});
        for (const auto before : after(Keyword::before_that, end))
          found.push_back({before, in_years(LastYears{*years, true})});
      }

  // in at least 3 of the last 5 years; of the 5 years after receiving "X"; in a window: 3 years, 3 times
  for (const auto start : after(Keyword::in_at_least, at))
    if (const auto least = number(start)) {
      for (const auto last : after(Keyword::of_the_last, start + 1))
        if (const auto years = number(last))
          for (const auto end : after(Keyword::last_years, last + 1)) {
            found.push_back({end, in_years(LastYears{*years, false}, *least)});
            for (const auto before : after(Keyword::before_that, end))
              found.push_back({before, in_years(LastYears{*years, true}, *least)});
          }
      for (const auto of : after(vietnamese ? Keyword::in_the : Keyword::of_, start + 1))
        for (const auto first : articles(of))
          if (const auto years = number(first))
            for (const auto title : after(Keyword::years_after_receiving, first + 1))
              if (const auto award = quoted_award(title))
                found.push_back({award->first, in_years(AfterReceiving{*years, award->second}, *least)});
      if (around(place).window)
        for (const auto end : after(Keyword::years, start + 1))
          found.push_back({end, in_years(EnclosingWindow{}, *least)});
    }
  if (around(place).window) {
    for (const auto start : after(Keyword::at_least, at))
      if (const auto least = number(start))
        for (const auto end : after(Keyword::times_counted, start + 1))
          found.push_back({end, in_years(EnclosingWindow{}, *least)});
    for (const auto end : after(Keyword::in_every_year, at))
      found.push_back({end, in_years(EnclosingWindow{})});
  }

  // in every year since receiving "X"; in the 5 years after receiving "X"
  for (const auto start : after(Keyword::in_every_year, at))
    for (const auto since : after(Keyword::since_receiving, start))
      if (const auto award = quoted_award(since))
        found.push_back({award->first, in_years(SinceReceiving{award->second})});
  auto after_starts = vietnamese ? optional(Keyword::in_the, at) : std::vector<At>{};
  if (!vietnamese)
    for (const auto end : after(Keyword::in_the, at)) after_starts.push_back(end);
  for (const auto start : after_starts)
    if (const auto years = number(start))
      for (const auto title : after(Keyword::years_after_receiving, start + 1))
        if (const auto award = quoted_award(title))
          found.push_back({award->first, in_years(AfterReceiving{*years, award->second})});

  // in the previous year, 2 years ago, in 2020, during "campaign"
  for (const auto end : after(Keyword::in_the_previous_year, at)) found.push_back({end, Shift{YearsAgo{1}}});
  if (const auto years = number(at); years && *years > 0)
    for (const auto end : after(Keyword::years_ago, at + 1)) found.push_back({end, Shift{YearsAgo{*years}}});
  for (const auto start : after(Keyword::in_year, at))
    if (const auto year = number(start); is_year(year)) found.push_back({start + 1, Shift{InYear{*year}}});
  for (const auto start : after(Keyword::during, at))
    if (const auto period = period_named(start)) found.push_back({start + 1, Shift{InPeriod{*period}}});

  // from 2016 to 2020, from 2015
  for (const auto start : after(Keyword::from_year, at))
    if (const auto from = number(start); is_year(from)) {
      found.push_back({start + 1, in_years(YearRange{*from, std::nullopt})});
      for (const auto second : after(Keyword::to_year, start + 1))
        if (const auto to = number(second); is_year(to))
          found.push_back({second + 1, in_years(YearRange{*from, *to})});
    }

  const auto said = found.size();
  for (std::size_t i = 0; i < said; ++i)
    for (const auto end : after(Keyword::as_then_in_force, found[i].end)) found.push_back({end, found[i].time, true});
  return found;
}

// After the name of a dated relation, or of an award that was received.
std::vector<SpanReading> SentenceReader::spans(At at, Place place) {
  std::vector<SpanReading> found;
  if (at >= sentence_.words.size()) return found;
  const auto number = [&](At word) { return whole_number(word); };

  for (const auto start : after(Keyword::in_the_last, at))
    if (const auto years = number(start))
      for (const auto end : after(Keyword::last_years, start + 1)) {
        found.push_back({end, LastYears{*years, false}});
        for (const auto before : after(Keyword::before_that, end)) found.push_back({before, LastYears{*years, true}});
      }
  for (const auto end : after(Keyword::in_the_previous_year, at)) found.push_back({end, LastYears{1, true}});
  for (const auto start : after(Keyword::in_year, at))
    if (const auto year = number(start); is_year(year)) found.push_back({start + 1, YearRange{*year, *year}});
  for (const auto start : after(Keyword::from_year, at))
    if (const auto from = number(start); is_year(from)) {
      found.push_back({start + 1, YearRange{*from, std::nullopt}});
      for (const auto second : after(Keyword::to_year, start + 1))
        if (const auto to = number(second); is_year(to)) found.push_back({second + 1, YearRange{*from, *to}});
    }
  for (const auto start : after(Keyword::since_receiving, at))
    if (const auto award = quoted_award(start)) found.push_back({award->first, SinceReceiving{award->second}});
  for (const auto start : optional(Keyword::in_the, at))
    if (const auto years = number(start))
      for (const auto title : after(Keyword::years_after_receiving, start + 1))
        if (const auto award = quoted_award(title))
          found.push_back({award->first, AfterReceiving{*years, award->second}});
  for (const auto start : after(Keyword::during, at))
    if (const auto period = period_named(start)) found.push_back({start + 1, DuringPeriod{*period}});
  for (const auto start : after(Keyword::before_day, at))
    for (const auto& date : factor(start, place))
      if (date.expr->type.kind == TypeKind::date) found.push_back({date.end, BeforeDay{date.expr}});
  for (const auto start : after(Keyword::within_days, at))
    if (const auto days = number(start))
      for (const auto of : after(Keyword::days_of, start + 1))
        for (const auto& date : factor(of, place))
          if (date.expr->type.kind == TypeKind::date) found.push_back({date.end, WithinDays{*days, date.expr}});
  return found;
}

std::vector<SpanReading> SentenceReader::windows(At at) {
  std::vector<SpanReading> found;
  for (const auto start : after(Keyword::within_the_last, at))
    if (const auto years = whole_number(start))
      for (const auto end : after(Keyword::last_years, start + 1)) found.push_back({end, LastYears{*years, false}});
  for (const auto start : after(Keyword::within_the, at))
    if (const auto years = whole_number(start))
      for (const auto title : after(Keyword::years_after_receiving, start + 1))
        if (const auto award = quoted_award(title))
          found.push_back({award->first, AfterReceiving{*years, award->second}});
  if (!found.empty()) return found;
  for (auto& span : spans(at, outermost_))
    if (!std::holds_alternative<BeforeDay>(span.span) && !std::holds_alternative<WithinDays>(span.span))
      found.push_back(std::move(span));
  return found;
}

std::optional<std::pair<At, std::string>> SentenceReader::quoted_award(At at) const {
  if (!is_kind(at, syntax::WordKind::quoted)) return std::nullopt;
  return std::pair{at + 1, sentence_.words[at].text};
}

std::optional<PeriodId> SentenceReader::period_named(At at) const {
  if (!is_kind(at, syntax::WordKind::quoted)) return std::nullopt;
  const auto& key = sentence_.words[at].key;
  for (std::uint32_t i = 0; i < program_.periods.size(); ++i)
    if (is_titled(program_.periods[i].title, key)) return PeriodId{i};
  if (failures_) failures_->expect(at, {Wanted::period, {}, {}});
  return std::nullopt;
}

// The sentence at its new time. What looked at the whole record, or at the window around it, looks
// at the year to which it is moved.
Expr SentenceReader::moved(const TimeReading& time, const Expr& body, At begin, At end) const {
  const auto that_year = Rewrite(
      [](const Expr& part) -> Expr {
        const bool own_time = std::holds_alternative<Within>(part->node) ||
                              std::holds_alternative<InYears>(part->node) ||
                              std::holds_alternative<Moved>(part->node);
        return own_time ? part : nullptr;
      },
      [](std::uint8_t level) { return level; },
      [](Span& span) {
        if (std::holds_alternative<WholeRecord>(span) || std::holds_alternative<EnclosingWindow>(span))
          span = JudgedPeriod{};
      })(body);
  return std::visit(values::match{[&](const Shift& to) { return expr(Moved{to, that_year, time.as_then}, body->type, begin, end); },
                                  [&](InYears in) {
                                    in.body = that_year;
                                    in.as_then_in_force = time.as_then;
                                    return expr(std::move(in), truth, begin, end);
                                  }},
                    time.time);
}

// Whether a time right after it would select rather than move.
bool SentenceReader::ends_with_dated_name(const Expression& expression, const columns::Schema& schema) {
  if (expression.bracketed) return false;
  const auto last_of = [&](const std::vector<Expr>& parts) {
    return ends_with_dated_name(*parts.back(), schema);
  };
  return std::visit(
      values::match{
          [](const Received& n) {
            return std::holds_alternative<WholeRecord>(n.when) || std::holds_alternative<EnclosingWindow>(n.when);
          },
          [&](const Not& n) { return ends_with_dated_name(*n.inner, schema); },
          [&](const All& n) { return last_of(n.parts); },
          [&](const Any& n) { return last_of(n.parts); },
          [&](const Quantified& n) {
            if (n.predicate) return ends_with_dated_name(*n.predicate, schema);
            if (n.set.steps.empty() || !n.set.steps.back().filters.empty()) return false;
            const auto& step = n.set.steps.back();
            return schema[step.relation].timing.cadence == values::Cadence::dated &&
                   (std::holds_alternative<JudgedPeriod>(step.when) ||
                    std::holds_alternative<EnclosingWindow>(step.when));
          },
          [](const auto&) { return false; }},
      expression.node);
}

}  // namespace tdkt::typed::reading
