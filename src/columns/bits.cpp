// SPDX-License-Identifier: Apache-2.0
#include "columns/bits.hpp"

namespace tdkt::columns {

Bits::Bits(std::size_t count_of_rows, bool value)
    : words(words_for(count_of_rows), value ? ~Word{0} : Word{0}), rows(count_of_rows) {
  if (value && rows % 64 != 0) words.back() = (Word{1} << (rows % 64)) - 1;
}

Bits Bits::to_fill(std::size_t rows) {
  Bits bits;
  bits.words.resize(words_for(rows));
  bits.rows = rows;
  if (rows != 0) bits.words.back() = 0;
  return bits;
}

// In sums of pairs, of fours and of bytes, which any compiler makes wide (Warren, Hacker's Delight, 5-1).
std::size_t Bits::count() const {
  std::size_t total = 0;
  for (auto word : words) {
    word -= word >> 1 & 0x5555555555555555;
    word = (word & 0x3333333333333333) + (word >> 2 & 0x3333333333333333);
    word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F;
    total += word * 0x0101010101010101 >> 56;
  }
  return total;
}

}  // namespace tdkt::columns
