// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

// nullopt after a report.
std::optional<values::Date> day(Build& build, const Item& item, const Sentence& words) {
  if (words.words.size() == 1 && words.words.front().kind == syntax::WordKind::date)
    return words.words.front().date;
  report(build, item, Kind::date_wanted, words.empty() ? item.header().span : words.span,
         {text_of(words)});
  return std::nullopt;
}

}  // namespace

void build_periods(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::period) continue;
    NamedPeriod period{title_of(item), {}, item.pack, item.header()};
    const auto first = day(build, item, item->header);
    const auto last = first ? day(build, item, item->after_colon.value_or(Sentence{})) : std::nullopt;
    if (first && last && *last < *first) report(build, item, Kind::days_reversed, item.header().span);
    if (first && last)
      period.days = {*first, *last};
    else
      leave_broken(build, period.title.text);
    build.program.periods.push_back(std::move(period));
  }
}

}  // namespace tdkt::typed
