// SPDX-License-Identifier: Apache-2.0
// Numbers in 64 bits, in units of 10^-places: what most records and most of what is worked out from them
// fit into. Whoever finds one that does not says so, and the column is worked out in 128 bits instead; the
// results are the same.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <optional>

#include "evaluate/numbers.hpp"
#include "evaluate/work.hpp"

namespace tdkt::evaluate {

using NarrowBounds = BoundsOf<std::int64_t>;
using NarrowBlock = BlockOf<std::int64_t>;

// nullopt: more digits after the point than `places`, or too great.
std::optional<NarrowBounds> narrowed(const Bounds& bounds, int places);
Bounds widened(const NarrowBounds& bounds, int places);

// The fewest digits after the point that do for all of a column's numbers; nullopt: not narrow.
std::optional<int> narrow_places(const NumberColumn& column);

// Reads a narrow column in units of 10^-places, of at least narrow_places(column).
class NarrowReader {
 public:
  NarrowReader(const NumberColumn& column, int places);
  // Rows 64 * word … of `rows`. False where one is too great in these units.
  bool read(std::size_t word, std::size_t rows, NarrowBlock& block) const;

 private:
  template <class Stored>
  bool read_stored(const Stored* values, std::size_t word, NarrowBlock& block) const;

  const NumberColumn& column_;
  std::int64_t factor_ = 1;
  std::optional<NarrowBounds> same_;  // of all rows, or of those that are not present
};

NumberColumn narrow_to_fill(std::size_t rows, int places);

// A column filled by fill(word, block), which says false where a number is too great: then nullopt.
template <class Fill>
std::optional<NumberColumn> filled_narrow(const Work& work, int places, Fill fill) {
  auto result = narrow_to_fill(work.rows, places);
  std::atomic<bool> fits{true}, known{true};
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NarrowBlock block;
    bool all_known = true;
    for (auto word = begin / 64; word * 64 < end && fits.load(std::memory_order_relaxed); ++word) {
      block.size = std::min<std::size_t>(64, work.rows - word * 64);
      block.no_low = block.no_high = 0;
      if (!fill(word, block)) fits = false;
      else store(result, word, block), all_known = all_known && block.all_known();
    }
    if (!all_known) known = false;
  });
  if (!fits) return std::nullopt;
  if (known) result.narrow->high = {}, result.no_low = {}, result.no_high = {};
  else settle(result);
  return result;
}

// arithmetic in 64 bits (narrow_arithmetic.cpp); nullopt where it needs more
std::optional<NumberColumn> narrow_result(const graph::Arithmetic& arithmetic, const Work& work);
std::optional<NumberColumn> narrow_result(const graph::Choose& choose, const Work& work);
std::optional<NumberColumn> narrow_result(const graph::Round& round, const Work& work);

}  // namespace tdkt::evaluate
