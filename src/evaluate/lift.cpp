// SPDX-License-Identifier: Apache-2.0
// Waivers on record: each lifts one criterion of one award, for one entity, while it is valid.
#include <algorithm>

#include "evaluate/kernels.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::evaluate {

// No column of its own where no waiver speaks of the criterion, as is nearly always so.
std::optional<Column> lifted(const graph::Lift& lift, const Work& work) {
  std::vector<Row> waived;
  const auto criterion = grammar::key_of(lift.path), title = grammar::key_of(lift.title);
  for (const auto& waiver : work.records.data.waivers) {
    const bool valid = (!waiver.from || *waiver.from <= lift.day) && (!waiver.until || *waiver.until >= lift.day);
    const auto named = grammar::key_of(waiver.criterion);
    const bool meant = (!criterion.empty() && named == criterion) || (!title.empty() && named == title);
    if (valid && meant && waiver.entity == lift.entity &&
        std::binary_search(lift.award.begin(), lift.award.end(), grammar::key_of(waiver.award)))
      waived.push_back(waiver.row);
  }
  if (waived.empty()) return std::nullopt;
  std::sort(waived.begin(), waived.end());
  const auto condition = work.truths(0);
  const auto& rows = work.input<RowColumn>(1);
  return each_truth(work, [&](std::size_t i) {
    return std::binary_search(waived.begin(), waived.end(), rows[i]) ? Truth::yes : condition.row(i);
  });
}

}  // namespace tdkt::evaluate
