// SPDX-License-Identifier: Apache-2.0
// Sets of rows and columns of truths, 64 rows to a word.
#pragma once

#include <cstddef>
#include <cstdint>

#include "columns/unfilled.hpp"
#include "values/truth.hpp"

namespace tdkt::columns {

using Word = std::uint64_t;
constexpr std::size_t words_for(std::size_t rows) { return (rows + 63) / 64; }

// Bits at and above `rows` in the last word are zero.
struct Bits {
  Vector<Word> words;
  std::size_t rows = 0;

  Bits() = default;
  explicit Bits(std::size_t rows, bool value = false);
  // For who writes every word: only the last one is zero.
  static Bits to_fill(std::size_t rows);
  bool operator[](std::size_t row) const { return words[row / 64] >> (row % 64) & 1; }
  void set(std::size_t row) { words[row / 64] |= Word{1} << (row % 64); }
  void clear(std::size_t row) { words[row / 64] &= ~(Word{1} << (row % 64)); }
  std::size_t count() const;
};

// A row is in `yes`, in `no`, or, when unknown, in neither.
struct Truths {
  Bits yes, no;

  Truths() = default;
  explicit Truths(std::size_t rows) : yes(rows), no(rows) {}
  static Truths to_fill(std::size_t rows) {
    Truths truths;
    truths.yes = Bits::to_fill(rows), truths.no = Bits::to_fill(rows);
    return truths;
  }
  values::Truth operator[](std::size_t row) const {
    return yes[row] ? values::Truth::yes : no[row] ? values::Truth::no : values::Truth::unknown;
  }
};

}  // namespace tdkt::columns
