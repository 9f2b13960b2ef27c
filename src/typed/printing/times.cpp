// SPDX-License-Identifier: Apache-2.0
#include "typed/printing/printer.hpp"
#include "values/match.hpp"

namespace tdkt::typed::printing {

std::string Printer::shift(const Shift& to) const {
  return std::visit(
      values::match{[&](YearsAgo s) {
                      return s.years == 1 ? word(Keyword::in_the_previous_year)
                                          : joined({std::to_string(s.years), word(Keyword::years_ago)});
                    },
                    [&](InYear s) { return joined({word(Keyword::in_year), std::to_string(s.year)}); },
                    [&](InPeriod s) { return joined({word(Keyword::during), title(program_[s.period].title)}); }},
      to);
}

// `for 3 consecutive years`, `in at least 3 of the last 5 years`, `in every year since receiving "X"`
std::string Printer::in_years(const InYears& n) const {
  const auto number = [](int value) { return std::to_string(value); };
  const auto least = [&] { return joined({word(Keyword::in_at_least), number(*n.at_least)}); };
  return std::visit(
      values::match{
          [&](const LastYears& s) {
            const auto before = s.before ? word(Keyword::before_that) : "";
            if (n.at_least)
              return joined({least(), word(Keyword::of_the_last), number(s.years), word(Keyword::last_years), before});
            return joined({word(Keyword::for_years), number(s.years), word(Keyword::consecutive_years), before});
          },
          [&](const AfterReceiving& s) {
            const auto years = joined({number(s.years), word(Keyword::years_after_receiving), award(s.award)});
            if (!n.at_least) return joined({word(Keyword::in_the), years});
            return english() ? joined({least(), word(Keyword::of_), word(Keyword::the), years})
                             : joined({least(), word(Keyword::in_the), years});
          },
          [&](const SinceReceiving& s) {
            return joined({word(Keyword::in_every_year), word(Keyword::since_receiving), award(s.award)});
          },
          [&](const EnclosingWindow&) {
            if (!n.at_least) return word(Keyword::in_every_year);
            return joined({least(), word(Keyword::years)});
          },
          [&](const auto&) { return span(n.years, {}); }},
      n.years);
}

// `month`, `months`, `school year`
std::string Printer::periods(const columns::Timing& each, bool several) const {
  using values::Cadence;
  const std::size_t spelling = english() && several ? 1 : 0;
  switch (each.cadence) {
    case Cadence::monthly: return word(Keyword::each_month, spelling);
    case Cadence::quarterly: return word(Keyword::each_quarter, spelling);
    case Cadence::half_yearly: return word(Keyword::each_half_year, spelling);
    case Cadence::weekly: return word(Keyword::each_week, spelling);
    default: return each.declared ? name(schema_[*each.declared].name) : "";
  }
}

// `total visits over months`, `last visits`
std::string Printer::over_periods(const OverPeriods& n, Around around) const {
  auto what = value(*n.body, around, Grip::factor);
  if (!std::holds_alternative<FactOf>(n.body->node) && what.front() != '(') what = bracketed(what);
  Keyword keyword = Keyword::total;
  switch (n.how) {
    case OverPeriods::How::last:
      return english() ? joined({word(Keyword::last_of_periods), what}) : joined({what, word(Keyword::last_of_periods)});
    case OverPeriods::How::average: keyword = Keyword::average; break;
    case OverPeriods::How::highest: keyword = Keyword::highest; break;
    case OverPeriods::How::lowest: keyword = Keyword::lowest; break;
    case OverPeriods::How::total:
    case OverPeriods::How::every: break;
  }
  const bool behind = !english() && keyword != Keyword::total;
  return joined({behind ? what : word(keyword), behind ? word(keyword) : what, word(Keyword::over_), periods(n.each, true)});
}

std::string Printer::span(const Span& when, Around around) const {
  const auto number = [](int value) { return std::to_string(value); };
  return std::visit(
      values::match{
          [](const JudgedPeriod&) { return std::string(); }, [](const EnclosingWindow&) { return std::string(); },
          [](const WholeRecord&) { return std::string(); },
          [&](const LastYears& s) {
            if (s.before && s.years == 1) return word(Keyword::in_the_previous_year);
            return joined({word(Keyword::in_the_last), number(s.years), word(Keyword::last_years),
                           s.before ? word(Keyword::before_that) : ""});
          },
          [&](const YearRange& s) {
            if (s.from && s.to && *s.from == *s.to) return joined({word(Keyword::in_year), number(*s.from)});
            return joined({s.from ? joined({word(Keyword::from_year), number(*s.from)}) : "",
                           s.to ? joined({word(Keyword::to_year), number(*s.to)}) : ""});
          },
          [&](const SinceReceiving& s) { return joined({word(Keyword::since_receiving), award(s.award)}); },
          [&](const AfterReceiving& s) {
            return joined({word(Keyword::in_the), number(s.years), word(Keyword::years_after_receiving), award(s.award)});
          },
          [&](const DuringPeriod& s) { return joined({word(Keyword::during), title(program_[s.period].title)}); },
          [&](const BeforeDay& s) { return joined({word(Keyword::before_day), value(*s.date, around, Grip::factor)}); },
          [&](const WithinDays& s) {
            return joined({word(Keyword::within_days), number(s.days), word(Keyword::days_of),
                           value(*s.date, around, Grip::factor)});
          }},
      when);
}

// `within the last 5 years`
std::string Printer::window(const Span& when, Around around) const {
  if (const auto* last = std::get_if<LastYears>(&when); last && !last->before)
    return joined({word(Keyword::within_the_last), std::to_string(last->years), word(Keyword::last_years)});
  if (const auto* following = std::get_if<AfterReceiving>(&when))
    return joined({word(Keyword::within_the), std::to_string(following->years), word(Keyword::years_after_receiving),
                   award(following->award)});
  return span(when, around);
}

// Whether a time right after it would be taken for that of its last name.
bool Printer::ends_with_dated_name(const Expression& e) const {
  if (e.bracketed) return false;
  const auto last = [&](const std::vector<Expr>& parts) { return ends_with_dated_name(*parts.back()); };
  return std::visit(values::match{[](const Received&) { return true; },
                                  [&](const Not& n) { return ends_with_dated_name(*n.inner); },
                                  [&](const All& n) { return last(n.parts); },
                                  [&](const Any& n) { return last(n.parts); },
                                  [&](const Compare& n) { return ends_with_dated_name(*n.right); },
                                  [&](const Aggregate& n) { return !n.set.steps.empty(); },
                                  [&](const MemberOf& n) { return !n.set.steps.empty(); },
                                  [&](const Quantified& n) {
                                    if (n.or_when_none) return false;
                                    return !n.predicate || ends_with_dated_name(*n.predicate);
                                  },
                                  [](const auto&) { return false; }},
                    e.node);
}

}  // namespace tdkt::typed::printing
