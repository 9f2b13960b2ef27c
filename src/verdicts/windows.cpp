// SPDX-License-Identifier: Apache-2.0
// Sentences over several years: which years, and how each turned out.
#include <algorithm>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"
#include "verdicts/receipts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

// Whom a sentence is about: the innermost entity that it reads.
const Expression* subject_in(const Expression& expression) {
  const Expression* found = nullptr;
  if (std::holds_alternative<typed::Self>(expression.node)) return &expression;
  typed::for_each_part(expression, [&](const Expression& part) {
    const auto* inner = subject_in(part);
    if (!inner) return;
    const auto level = [](const Expression* self) { return std::get<typed::Self>(self->node).level; };
    if (!found || level(inner) > level(found)) found = inner;
  });
  return found;
}

// The year of the latest receipt; nothing where there is none, or a record does not say of what.
std::optional<int> latest_receipt(const Look& look, const std::string& award, const Expression& body,
                                  const Environment& at) {
  const auto* subject = subject_in(body);
  if (!subject) return std::nullopt;
  const auto row = at.rows[std::get<typed::Self>(subject->node).level];
  const auto receipts = receipts_on_record(look, award, subject->type.entity, row, at.period.last);
  if (receipts.rows.empty() || !receipts.rows.back().name || !receipts.rows.back().date) return std::nullopt;
  return receipts.rows.back().date->year();
}

std::vector<int> years_from_to(int from, int to) {
  std::vector<int> years;
  for (int year = from; year <= to; ++year) years.push_back(year);
  return years;
}

}  // namespace

int first_year(const Look& look, int judged) {
  int first = judged;
  for (const auto& table : look.dataset.entities) {
    if (!table.seen.empty()) first = std::min(first, table.seen.begin()->first);
  }
  return first;
}

Environment moved(const Look& look, const typed::Moved& node, const Environment& at) {
  auto there = at;
  there.as_then = at.as_then || node.as_then_in_force;
  std::visit(
      values::match{
          [&](typed::YearsAgo ago) {
            const auto end = values::plus_years(values::plus_days(at.period.last, 1), -ago.years);
            there.period = {values::plus_years(at.period.first, -ago.years), values::plus_days(end, -1)};
          },
          [&](typed::InYear in) { there.period = values::year_period(in.year); },
          [&](typed::InPeriod in) { there.period = look.program[in.period].days; }},
      node.to);
  return there;
}

Environment in_period(values::Period period, const Environment& at) {
  auto there = at;
  there.period = period;
  return there;
}

Environment in_year(int year, const Environment& at) { return in_period(values::year_period(year), at); }

Environment in_year(int year, const typed::InYears& node, const Environment& at) {
  auto there = at;
  there.as_then = at.as_then || node.as_then_in_force;
  there.period = values::year_period(year);
  return there;
}

std::optional<std::vector<int>> years_of(const Look& look, const typed::Span& span, const Expression& body,
                                         const Environment& at) {
  using Years = std::optional<std::vector<int>>;
  const int judged = at.period.year();
  return std::visit(
      values::match{[&](const typed::LastYears& n) -> Years {
                      const int end = n.before ? judged - 1 : judged;
                      return years_from_to(end - n.years + 1, end);
                    },
                    [&](const typed::YearRange& n) -> Years {
                      return years_from_to(n.from.value_or(first_year(look, judged)), n.to.value_or(judged));
                    },
                    [&](const typed::SinceReceiving& n) -> Years {
                      const auto received = latest_receipt(look, n.award, body, at);
                      return received ? Years(years_from_to(*received + 1, judged)) : std::nullopt;
                    },
                    [&](const typed::AfterReceiving& n) -> Years {
                      const auto received = latest_receipt(look, n.award, body, at);
                      return received ? Years(years_from_to(*received + 1, *received + n.years))
                                      : std::nullopt;
                    },
                    [&](const typed::EnclosingWindow&) -> Years {
                      return at.window && !std::holds_alternative<typed::EnclosingWindow>(*at.window)
                                 ? years_of(look, *at.window, body, at)
                                 : std::nullopt;
                    },
                    [&](const auto&) -> Years { return std::nullopt; }},
      span);
}

Phrase text_of(const Look& look, const typed::Set& set, const Environment& at) {
  if (set.steps.empty()) return text_of(at.period);
  const auto& span = set.steps.back().when;
  if (const auto* during = std::get_if<typed::DuringPeriod>(&span)) return text_of(look.program[during->period].days);
  if (!set.from) return text_of(at.period);
  const auto years = years_of(look, span, *set.from, at);
  if (!years || years->empty()) return text_of(at.period);
  if (years->size() == 1) return text_of(values::year_period(years->front()));
  return say(Say::years_from_to, {number(years->front()), number(years->back())});
}

void count(State state, Held& held) {
  held.met += state == State::met;
  held.open += state == State::unknown;
  ++held.all;
}

Phrase numbers_of(const Look& look, const typed::InYears& node, State state, const Held& years) {
  auto numbers = years.open > 0 ? say(Say::years_met_open, {number(years.met), number(years.all), number(years.open)})
                                : say(Say::years_met, {number(years.met), number(years.all)});
  if (state != State::not_met || !node.at_least || !look.asks_for_more) return numbers;
  return joined(numbers, say(Say::short_by, {number(*node.at_least - years.met - years.open)}));
}

Phrase numbers_of(const typed::OverPeriods&, const Held& periods) {
  return periods.open > 0 ? say(Say::periods_met_open, {number(periods.met), number(periods.all), number(periods.open)})
                          : say(Say::periods_met, {number(periods.met), number(periods.all)});
}

Reason explain(const Look& look, const Expression& expression, const typed::InYears& window,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto years = years_of(look, window.years, *window.body, at);
  if (!years) {
    reason.numbers = say(Say::no_years);
    return reason;
  }
  Held held;
  for (const int year : *years) {
    const auto there = in_year(year, window, at);
    auto one = reason_of(look, *window.body, there);
    one.sentence = text_of(there.period);  // the sentence itself is the same every year
    count(one.state, held);
    reason.reasons.push_back(std::move(one));
  }
  reason.numbers = numbers_of(look, window, reason.state, held);
  return reason;
}

Reason explain(const Look& look, const Expression& expression, const typed::OverPeriods& node, const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  Held held;
  for (const auto period : columns::periods_within(look.program.schema, node.each, at.period)) {
    auto one = reason_of(look, *node.body, in_period(period, at));
    one.sentence = text_of(period);  // the sentence itself is the same in each
    count(one.state, held);
    reason.reasons.push_back(std::move(one));
  }
  reason.numbers = numbers_of(node, held);
  return reason;
}

void complete(const Look& look, const typed::OverPeriods& node, const Environment& at, Reason& reason) {
  const auto periods = columns::periods_within(look.program.schema, node.each, at.period);
  for (const auto period : periods) {
    if (node.how == typed::OverPeriods::How::last && period != periods.back()) continue;
    auto one = value_of(look.inside(), *node.body, in_period(period, at));
    one.sentence = text_of(period);
    one.would_settle.clear();
    reason.reasons.push_back(std::move(one));
  }
}

}  // namespace tdkt::verdicts
