// SPDX-License-Identifier: Apache-2.0
// Several columns of truths looked up along one column of rows: their bits are put side by side, a byte
// a row, so that one look-up brings them all.
#include <algorithm>
#include <array>

#include "evaluate/kernels.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/schedule.hpp"

namespace tdkt::evaluate {

std::vector<Truths> gathered(const std::vector<const Truths*>& columns, const RowColumn& at, Pool& pool) {
  std::vector<Truths> results;
  std::array<const Word*, 2 * most_together> from{};
  std::array<Word*, 2 * most_together> to{};
  const auto planes = 2 * columns.size();
  results.reserve(columns.size());
  for (std::size_t k = 0; k < columns.size(); ++k) {
    results.emplace_back(at.rows);
    from[2 * k] = columns[k]->yes.words.data(), from[2 * k + 1] = columns[k]->no.words.data();
    to[2 * k] = results[k].yes.words.data(), to[2 * k + 1] = results[k].no.words.data();
  }
  const auto& loops = evaluate::loops();
  const auto rows = columns.front()->yes.rows;
  std::vector<std::uint8_t> bytes(columns::words_for(rows) * 64);
  pool.each_range(rows, [&](std::size_t begin, std::size_t end) {
    auto here = from;
    for (std::size_t k = 0; k < planes; ++k) here[k] += begin / 64;
    loops.interleave(here.data(), planes, columns::words_for(end) - begin / 64, bytes.data() + begin);
  });
  pool.each_range(at.rows, [&](std::size_t begin, std::size_t end) {
    auto here = to;
    for (std::size_t k = 0; k < planes; ++k) here[k] += begin / 64;
    loops.gather(bytes.data(), at.at + begin, (end - begin) / 64, here.data(), planes);
    for (auto row = end / 64 * 64; row < end; ++row)
      for (std::size_t k = 0; k < planes; ++k)
        to[k][row / 64] |= Word{bytes[at.at[row]] >> k & 1u} << (row % 64);
  });
  return results;
}

}  // namespace tdkt::evaluate
