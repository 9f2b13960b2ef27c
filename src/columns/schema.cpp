// SPDX-License-Identifier: Apache-2.0
#include "columns/schema.hpp"

namespace tdkt::columns {

namespace {

using values::Cadence;
using values::Date;
using values::Period;

// The day, or the month's last where it has no such day (29 February).
Date day_in(int year, int month, int day) {
  while (day > 1)
    if (const auto date = Date::of(year, month, day)) return *date;
    else --day;
  return Date::of(year, month, 1).value_or(values::first_day(year));
}

// A declared cadence's period is numbered by the year in which it ends; longer ones are counted from
// the one that ends in the year told.
Period declared_period(const DeclaredCadence& cadence, std::int32_t index) {
  const auto end = cadence.years == 1 ? index : cadence.last_year + (index - cadence.last_year) * cadence.years;
  const auto begin = end - cadence.years + (cadence.over_new_year() ? 0 : 1);
  return {day_in(begin, cadence.first_month, cadence.first_day), day_in(end, cadence.last_month, cadence.last_day)};
}

}  // namespace

const std::string& Name::in(grammar::Language language) const {
  static const std::string none;
  const auto& own = forms[static_cast<std::size_t>(language)];
  if (!own.empty()) return own.front();
  const auto& others = forms[static_cast<std::size_t>(grammar::other(language))];
  return others.empty() ? none : others.front();
}

Period period_at(const Schema& schema, const Timing& timing, std::int32_t index) {
  if (timing.cadence == Cadence::declared && timing.declared)
    return declared_period(schema[*timing.declared], index);
  return values::period_of(timing.cadence, index);
}

std::int32_t index_containing(const Schema& schema, const Timing& timing, Date date) {
  if (timing.cadence != Cadence::declared || !timing.declared)
    return values::index_containing(timing.cadence, date);
  // The latest period that has begun; where a cadence leaves days out, they belong to it.
  const auto& cadence = schema[*timing.declared];
  auto index = cadence.years == 1 ? date.year() + 1
                                  : cadence.last_year + (date.year() - cadence.last_year) / cadence.years + 2;
  while (declared_period(cadence, index).first > date) --index;
  return index;
}

std::vector<Period> periods_within(const Schema& schema, const Timing& timing, Period whole) {
  std::vector<Period> periods;
  if (timing.cadence == Cadence::once || timing.cadence == Cadence::dated) return periods;
  for (auto index = index_containing(schema, timing, whole.first);; ++index) {
    const auto period = period_at(schema, timing, index);
    if (period.last > whole.last) return periods;
    if (period.last >= whole.first) periods.push_back(period);
  }
}

std::int32_t index_for(const Schema& schema, const Timing& timing, Period judged) {
  if (timing.cadence == Cadence::once || timing.cadence == Cadence::dated) return 0;
  if (timing.cadence == Cadence::yearly) return judged.year();
  const auto last = index_containing(schema, timing, judged.last);
  if (period_at(schema, timing, last).last <= judged.last) return last;
  const bool one_ends_within = period_at(schema, timing, last - 1).last >= judged.first;
  return one_ends_within ? last - 1 : last;
}

}  // namespace tdkt::columns
