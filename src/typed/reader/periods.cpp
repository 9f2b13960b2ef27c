// SPDX-License-Identifier: Apache-2.0
// Facts of months in the rules of a year: `every month has …`, `total F over months`, `last F`.
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

std::vector<SentenceReader::PeriodsAt> SentenceReader::periods_named(At at) const {
  using values::Cadence;
  constexpr std::pair<Keyword, Cadence> nouns[] = {{Keyword::each_month, Cadence::monthly},
                                                   {Keyword::each_quarter, Cadence::quarterly},
                                                   {Keyword::each_half_year, Cadence::half_yearly},
                                                   {Keyword::each_week, Cadence::weekly}};
  std::vector<PeriodsAt> found;
  for (const auto& [keyword, cadence] : nouns)
    for (const auto end : after(keyword, at)) found.push_back({end, {cadence, std::nullopt}});
  for (const auto& match : names(at))
    if (match.named->sort == Sort::cadence)
      found.push_back({match.end, {values::Cadence::declared, columns::CadenceId{match.named->index}}});
  return found;
}

void SentenceReader::every_period(At at, Place place, Readings& readings) {
  if (around(place).levels.empty()) return;
  for (const auto start : after(Keyword::every, at))
    for (const auto& periods : periods_named(start)) {
      const auto say = [&](const Reading& said) {
        add(readings, {said.end, expr(OverPeriods{OverPeriods::How::every, periods.each, said.expr}, truth, at, said.end), said.against});
      };
      for (const auto& said : predicate(periods.end, place)) say(said);
      for (const auto has : optional(Keyword::copula, periods.end)) {
        Readings inner;
        in_brackets(has, place, inner);
        for (const auto& said : inner) say(said);
      }
    }
}

void SentenceReader::over_periods(const Reading& value, const PeriodsAt& periods, Function function, At begin, Readings& readings) {
  using How = OverPeriods::How;
  How how = How::total;
  switch (function) {
    case Function::total: how = How::total; break;
    case Function::average: how = How::average; break;
    case Function::highest: how = How::highest; break;
    case Function::lowest: how = How::lowest; break;
    case Function::number:
    case Function::share:
    case Function::median: return;
  }
  if (value.expr->type.kind != TypeKind::number) return;
  auto type = value.expr->type;
  if (how == How::average) type.whole = false;
  add(readings, {periods.end, expr(OverPeriods{how, periods.each, value.expr}, type, begin, periods.end), value.against});
}

// `last visits`: of the last of its periods that ends within the judged one.
void SentenceReader::last_of_periods(At at, Place place, Readings& readings) {
  const auto say = [&](const Reading& value, At begin, At end) {
    const auto* of = std::get_if<FactOf>(&value.expr->node);
    if (!of || of->key) return;
    const auto& timing = schema_[of->fact].timing;
    if (timing.cadence == values::Cadence::once || timing.cadence == values::Cadence::dated) return;
    add(readings, {end, expr(OverPeriods{OverPeriods::How::last, timing, value.expr}, value.expr->type, begin, end), value.against});
  };
  if (context_.language == grammar::Language::english) {
    for (const auto start : after(Keyword::last_of_periods, at))
      for (const auto& value : things(start, start, place, self(place, at))) say(value, at, value.end);
  } else {
    for (const auto& value : things(at, at, place, self(place, at)))
      for (const auto end : after(Keyword::last_of_periods, value.end)) say(value, at, end);
  }
}

}  // namespace tdkt::typed::reading
