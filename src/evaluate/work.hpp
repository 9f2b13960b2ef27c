// SPDX-License-Identifier: Apache-2.0
// What a kernel is given: its operation, the columns that it works on, and the records.
#pragma once

#include <span>

#include "evaluate/column.hpp"
#include "evaluate/pool.hpp"
#include "evaluate/records.hpp"

namespace tdkt::evaluate {

struct Work {
  const graph::Node& node;
  std::size_t rows;                       // of the column to be made
  std::span<const ColumnPtr> inputs;
  const Records& records;
  Pool& pool;
  const Row* asked = nullptr;             // of records: the rows that are wanted; nullptr: all of them

  Row row(std::size_t i) const { return asked ? asked[i] : static_cast<Row>(i); }
  template <class Form>
  const Form& input(std::size_t i) const { return std::get<Form>(*inputs[i]); }
  TruthView truths(std::size_t i) const { return TruthView(input<Truths>(i)); }
};

// A column of truths, 64 rows at a time.
template <class Words>
Truths each_word(const Work& work, Words words) {
  auto result = Truths::to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    for (auto word = begin / 64; word * 64 < end; ++word) put(result, word, words(word));
  });
  return result;
}

// A column of truths, row by row.
template <class Decide>
Truths each_truth(const Work& work, Decide decide) {
  return each_word(work, [&](std::size_t word) {
    const auto first = word * 64, size = std::min<std::size_t>(64, work.rows - first);
    TruthWords words{0, 0};
    for (std::size_t i = 0; i < size; ++i) {
      const Truth truth = decide(first + i);
      words.yes |= Word{truth == Truth::yes} << i;
      words.no |= Word{truth == Truth::no} << i;
    }
    return words;
  });
}

}  // namespace tdkt::evaluate
