// SPDX-License-Identifier: Apache-2.0
// Several columns of truths looked up along one column of rows: their bits are put side by side, a byte
// a row, so that one look-up brings them all.
#include <algorithm>
#include <cassert>

#include "evaluate/kernels.hpp"
#include "evaluate/loops/loops.hpp"
#include "evaluate/schedule.hpp"

namespace tdkt::evaluate {

bool all_known(const TruthView& truths, std::size_t rows) {
  for (std::size_t word = 0; word * 64 < rows; ++word)
    if (~(truths[word].yes | truths[word].no) & rows_in_word(rows, word)) return false;
  return true;
}

namespace {

// Of a column of which every row is known one bit says all.
bool all_known(const Truths& truths) { return all_known(TruthView(truths), truths.yes.rows); }

}  // namespace

std::size_t planes_of(const Truths& truths) { return all_known(truths) ? 1 : 2; }

std::vector<Truths> gathered(const std::vector<const Truths*>& columns, const RowColumn& at, Pool& pool) {
  std::vector<Truths> results;
  std::vector<const Word*> from;
  std::vector<Word*> to;
  results.reserve(columns.size());
  std::vector<bool> known;
  for (const auto* column : columns) {
    auto& result = results.emplace_back(Truths::to_fill(at.rows));
    known.push_back(all_known(*column));
    from.push_back(column->yes.words.data()), to.push_back(result.yes.words.data());
    if (!known.back()) from.push_back(column->no.words.data()), to.push_back(result.no.words.data());
  }
  assert(from.size() <= most_planes);
  const auto& loops = evaluate::loops();
  const auto rows = columns.front()->yes.rows, planes = from.size();
  Vector<std::uint8_t> bytes(columns::words_for(rows) * 64);
  const auto shifted = [](auto all, std::size_t words) {
    for (auto& one : all) one += words;
    return all;
  };
  pool.each_range(rows, [&](std::size_t begin, std::size_t end) {
    const auto here = shifted(from, begin / 64);
    loops.interleave(here.data(), planes, columns::words_for(end) - begin / 64, bytes.data() + begin);
  });
  pool.each_range(at.rows, [&](std::size_t begin, std::size_t end) {
    const auto here = shifted(to, begin / 64);
    loops.gather(bytes.data(), at.at + begin, (end - begin) / 64, here.data(), planes);
    for (auto row = end / 64 * 64; row < end; ++row)
      for (std::size_t k = 0; k < planes; ++k)
        to[k][row / 64] |= Word{bytes[at.at[row]] >> k & 1u} << (row % 64);
    for (std::size_t k = 0; k < results.size(); ++k)
      for (auto word = begin / 64; known[k] && word * 64 < end; ++word)
        results[k].no.words[word] = ~results[k].yes.words[word] & rows_in_word(at.rows, word);
  });
  return results;
}

}  // namespace tdkt::evaluate
