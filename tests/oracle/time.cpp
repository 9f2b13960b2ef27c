// SPDX-License-Identifier: Apache-2.0
// Years, windows of years, and days of dated records.
#include <algorithm>
#include <set>

#include "oracle.hpp"

namespace tdkt::oracle {

using values::Date;

Environment Oracle::moved(const typed::Shift& shift, const Environment& at) const {
  auto there = at;
  if (const auto* ago = std::get_if<typed::YearsAgo>(&shift))
    there.period = {values::plus_years(at.period.first, -ago->years), values::plus_years(at.period.last, -ago->years)};
  if (const auto* year = std::get_if<typed::InYear>(&shift)) there.period = values::year_period(year->year);
  if (const auto* period = std::get_if<typed::InPeriod>(&shift)) there.period = program_[period->period].days;
  return there;
}

// The years of a span. One that starts from a receipt is asked for in one case of it at a time.
std::optional<std::vector<int>> Oracle::years_of(const typed::Span& span, const Environment& at) const {
  std::vector<int> years;
  const int judged = at.period.year();
  if (const auto* last = std::get_if<typed::LastYears>(&span)) {
    const int end = last->before ? judged - 1 : judged;
    for (int year = end - last->years + 1; year <= end; ++year) years.push_back(year);
    return years;
  }
  if (const auto* range = std::get_if<typed::YearRange>(&span)) {
    for (int year = range->from.value_or(first_year_); year <= range->to.value_or(judged); ++year) years.push_back(year);
    return years;
  }
  if (std::get_if<typed::EnclosingWindow>(&span) && at.window) return years_of(*at.window, at);
  if (at.starts_from_receipt) {
    for (int year = at.receipt_years.first; year <= at.receipt_years.second; ++year) years.push_back(year);
    return years;
  }
  return std::nullopt;
}

std::pair<Date, Date> Oracle::days_of(const typed::Span& span, const Environment& at) const {
  const Date always{-100'000'000}, forever{100'000'000};
  if (std::get_if<typed::JudgedPeriod>(&span)) return {at.period.first, at.period.last};
  if (std::get_if<typed::WholeRecord>(&span)) return {always, at.period.last};
  if (const auto* during = std::get_if<typed::DuringPeriod>(&span))
    return {program_[during->period].days.first, program_[during->period].days.last};
  if (const auto* before = std::get_if<typed::BeforeDay>(&span)) {
    const auto day = date(*before->date, at);
    return day ? std::pair(always, values::plus_days(*day, -1)) : std::pair(forever, always);
  }
  if (const auto* within = std::get_if<typed::WithinDays>(&span)) {
    const auto day = date(*within->date, at);
    return day ? std::pair(*day, values::plus_days(*day, within->days)) : std::pair(forever, always);
  }
  const auto years = years_of(span, at);
  if (!years || years->empty()) return {forever, always};
  return {values::first_day(years->front()), values::last_day(years->back())};
}

Truth Oracle::in_years(const typed::InYears& sentence, const Environment& at) const {
  const auto years = years_of(sentence.years, at);
  if (!years) return Truth::unknown;
  int surely = 0, possibly = 0;
  for (const int year : *years) {
    auto there = at;
    there.period = values::year_period(year);
    const auto holds = truth(*sentence.body, there);
    surely += holds == Truth::yes;
    possibly += holds != Truth::no;
  }
  const int wanted = sentence.at_least.value_or(static_cast<int>(years->size()));
  return surely >= wanted ? Truth::yes : possibly < wanted ? Truth::no : Truth::unknown;
}

}  // namespace tdkt::oracle
