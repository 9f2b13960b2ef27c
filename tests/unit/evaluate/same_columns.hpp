// SPDX-License-Identifier: Apache-2.0
// Whether two columns are the same, bit by bit.
#pragma once

#include <algorithm>

#include "evaluate/column.hpp"
#include "evaluate/numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

inline bool same(const Bits& a, const Bits& b) { return a.rows == b.rows && a.words == b.words; }

inline bool same_columns(const Column& a, const Column& b) {
  if (a.index() != b.index()) return false;
  const auto each_row = [](std::size_t rows, std::size_t other, auto equal) {
    bool all = rows == other;
    for (std::size_t row = 0; all && row < rows; ++row) all = equal(row);
    return all;
  };
  return std::visit(
      values::match{
          [&](const Truths& one) {
            const auto& other = std::get<Truths>(b);
            return same(one.yes, other.yes) && same(one.no, other.no);
          },
          [&](const NumberColumn& one) {
            const auto& other = std::get<NumberColumn>(b);
            return (one.stored != nullptr) == (other.stored != nullptr) && one.high.empty() == other.high.empty() &&
                   same(one.no_low, other.no_low) && same(one.no_high, other.no_high) &&
                   each_row(one.rows, other.rows, [&](std::size_t row) {
                     return interval_of(number_at(one, row)) == interval_of(number_at(other, row));
                   });
          },
          [&](const CodeColumn& one) {
            const auto& other = std::get<CodeColumn>(b);
            return each_row(one.rows, other.rows, [&](std::size_t row) { return one[row] == other[row]; });
          },
          [&](const RowColumn& one) {
            const auto& other = std::get<RowColumn>(b);
            return each_row(one.rows, other.rows, [&](std::size_t row) { return one[row] == other[row]; });
          },
          [&](const DateColumn& one) {
            const auto& other = std::get<DateColumn>(b);
            return one.dates == other.dates && same(one.known, other.known);
          },
          [&](const TextColumn& one) { return one.texts == std::get<TextColumn>(b).texts; },
          [&](const EdgeColumn& one) {
            const auto& other = std::get<EdgeColumn>(b);
            return one.sources == other.sources && same(one.maybe, other.maybe) && same(one.open, other.open) &&
                   std::equal(one.offsets, one.offsets + one.sources + 1, other.offsets, other.offsets + other.sources + 1) &&
                   std::equal(one.targets, one.targets + one.size(), other.targets, other.targets + other.size());
          }},
      a);
}

}  // namespace tdkt::evaluate
