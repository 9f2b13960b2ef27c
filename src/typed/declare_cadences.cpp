// SPDX-License-Identifier: Apache-2.0
// Cadences and units of measure: the small vocabulary of times and counts.
#include <array>

#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

struct DayOfYear {
  std::uint8_t month, day;
};

// `09-01` in English, `01/09` in Vietnamese; the words are joined, for a sign may stand alone.
std::optional<DayOfYear> day_of_year(const Sentence& words, Language language) {
  std::string text;
  for (const auto& word : words.words) text += word.text;
  const auto sign = text.find_first_not_of("0123456789");
  if (sign == 0 || sign > 2 || sign == std::string::npos) return std::nullopt;
  const auto second = text.substr(sign + 1);
  if (second.empty() || second.size() > 2 || second.find_first_not_of("0123456789") != second.npos)
    return std::nullopt;

  const bool english = language == Language::english;
  if (text[sign] != (english ? '-' : '/')) return std::nullopt;
  const int a = std::stoi(text.substr(0, sign)), b = std::stoi(second);
  const int month = english ? a : b, day = english ? b : a;
  constexpr int leap_year = 2000;
  if (!values::Date::of(leap_year, month, day)) return std::nullopt;
  return DayOfYear{static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

// A day without a year, or with one: then the cadence runs over several.
struct Day {
  DayOfYear day;
  std::optional<int> year;
};

std::optional<Day> day_in(const Sentence& words, Language language) {
  if (words.words.size() == 1 && words.words.front().kind == syntax::WordKind::date) {
    const auto date = words.words.front().date;
    return Day{{static_cast<std::uint8_t>(date.month()), static_cast<std::uint8_t>(date.day())}, date.year()};
  }
  const auto day = day_of_year(words, language);
  return day ? std::optional(Day{*day, std::nullopt}) : std::nullopt;
}

void declare_cadence(Build& build, const Item& item) {
  columns::DeclaredCadence cadence{};
  if (!read_name(build, item, item->header, item->translation, cadence.name)) return;

  const auto words = item->after_colon.value_or(Sentence{});
  const auto first = end_of(Keyword::from_, words, 0, item);
  std::size_t to = first;
  while (to < words.words.size() && end_of(Keyword::to_, words, to, item) == to) ++to;
  const auto from_day = day_in(syntax::part_of(words, first, to), item.language);
  const auto to_day = to < words.words.size()
                          ? day_in(after(words, end_of(Keyword::to_, words, to, item)), item.language)
                          : std::nullopt;
  const bool clear = first != 0 && from_day && to_day && from_day->year.has_value() == to_day->year.has_value() &&
                     (!from_day->year || *from_day->year <= *to_day->year);
  if (!clear) {
    report(build, item, Kind::cadence_days, words.empty() ? item.header().span : words.span);
    leave_broken(build, cadence.name);
    return;
  }
  cadence.first_month = from_day->day.month, cadence.first_day = from_day->day.day;
  cadence.last_month = to_day->day.month, cadence.last_day = to_day->day.day;
  if (from_day->year) {
    cadence.years = std::max(1, *to_day->year - *from_day->year + (cadence.over_new_year() ? 0 : 1));
    cadence.last_year = *to_day->year;
  }

  const auto index = static_cast<std::uint32_t>(build.schema.cadences.size());
  enter(build, item, cadence.name, {.sort = Sort::cadence, .index = index, .where = item.header()});
  build.schema.cadences.push_back(std::move(cadence));
}

void declare_unit(Build& build, const Item& item) {
  columns::UnitOfMeasure unit;
  if (!read_name(build, item, item->header, item->translation, unit.name)) return;
  const auto index = static_cast<std::uint32_t>(build.schema.units.size());
  enter(build, item, unit.name,
        {.sort = Sort::unit_of_measure, .index = index, .where = item.header()});
  build.schema.units.push_back(std::move(unit));
}

}  // namespace

void declare_cadences_and_units(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword == Keyword::cadence) declare_cadence(build, item);
    if (item->keyword == Keyword::unit_of_measure) declare_unit(build, item);
  }
}

std::optional<columns::Timing> timing_of(const Build& build, const Item& item, const Sentence& words) {
  using values::Cadence;
  static constexpr std::array known{
      std::pair{Keyword::once, Cadence::once},           std::pair{Keyword::yearly, Cadence::yearly},
      std::pair{Keyword::half_yearly, Cadence::half_yearly},
      std::pair{Keyword::quarterly, Cadence::quarterly}, std::pair{Keyword::monthly, Cadence::monthly},
      std::pair{Keyword::weekly, Cadence::weekly},       std::pair{Keyword::dated, Cadence::dated}};
  for (const auto& [keyword, cadence] : known)
    if (is(keyword, words, item)) return columns::Timing{cadence, std::nullopt};
  if (const auto* declared = build.names.find(Sort::cadence, phrase_key(words)))
    return columns::Timing{Cadence::declared, columns::CadenceId{declared->index}};
  return std::nullopt;
}

}  // namespace tdkt::typed
