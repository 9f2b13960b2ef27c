// SPDX-License-Identifier: Apache-2.0
#include <cassert>

#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

// The grammar lets nothing but a day through; a header whose day is none is dropped.
values::Date day(const Sentence& words) {
  assert(words.words.size() == 1);
  return words.words.front().date;
}

}  // namespace

void build_periods(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::period) continue;
    NamedPeriod period{title_of(item), {}, item.pack, item.header()};
    period.days = {day(item->header), day(*item->after_colon)};
    if (period.days.last < period.days.first) report(build, item, Kind::days_reversed, item.header().span);
    build.program.periods.push_back(std::move(period));
  }
}

}  // namespace tdkt::typed
