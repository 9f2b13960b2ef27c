// SPDX-License-Identifier: Apache-2.0
#include "loaders/coverage.hpp"

#include <set>

namespace tdkt::loaders {

std::vector<std::int32_t> covered_periods(Work& work, const columns::Timing& timing,
                                          const std::vector<std::size_t>& tables) {
  if (timing.cadence == values::Cadence::once || timing.cadence == values::Cadence::dated) return {0};
  std::set<std::int32_t> covered;
  const auto add = [&](const std::vector<int>& years) {
    const auto periods = periods_in(work.schema, timing, years);
    covered.insert(periods.begin(), periods.end());
  };
  add(work.given_years);
  for (const std::size_t t : tables) {
    const Table& table = work.tables[t];
    add(table.settings.covers);
    const RowPeriods& when = work.periods[t].of(timing);
    if (!when.by_row()) {
      if (table.raw.rows != 0) covered.insert(when.implied().begin(), when.implied().end());
      continue;
    }
    covered.insert(when.occurring().begin(), when.occurring().end());
  }
  return {covered.begin(), covered.end()};
}

}  // namespace tdkt::loaders
