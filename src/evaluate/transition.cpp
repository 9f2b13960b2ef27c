// SPDX-License-Identifier: Apache-2.0
// Which law judges a case: when it was received, and which of two verdicts is more favourable.
#include <algorithm>
#include <map>

#include "evaluate/kernels.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::evaluate {

// Of several cases of one award the latest counts.
Column worked_out(const graph::ReceivedBefore& received, const Work& work) {
  std::map<Row, Date> latest;
  for (const auto& one : work.records.data.cases) {
    if (one.entity != received.entity ||
        !std::binary_search(received.award.begin(), received.award.end(), grammar::key_of(one.award)))
      continue;
    const auto [at, is_new] = latest.try_emplace(one.row, one.received);
    if (!is_new) at->second = std::max(at->second, one.received);
  }
  const auto& rows = work.input<RowColumn>(0);
  return each_truth(work, [&](std::size_t i) {
    const auto found = latest.find(rows[i]);
    return found == latest.end() ? Truth::unknown : values::truth_of(found->second < received.day);
  });
}

Column worked_out(const graph::Favourable& favourable, const Work& work) {
  const auto a = work.truths(0), a_deferral = work.truths(1), b = work.truths(2), b_deferral = work.truths(3);
  return each_word(work, [&](std::size_t word) {
    const auto own = a[word], own_deferral = a_deferral[word], other = b[word], other_deferral = b_deferral[word];
    const Word eligible = (own.yes & own_deferral.no) | (other.yes & other_deferral.no);
    const Word deferred = ~eligible & ((~own.no & own_deferral.yes) | (~other.no & other_deferral.yes));
    if (favourable.deferral) return TruthWords{deferred, ~deferred};
    return TruthWords{eligible | deferred, own.no & other.no};
  });
}

}  // namespace tdkt::evaluate
