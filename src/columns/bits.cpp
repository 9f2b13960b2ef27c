// SPDX-License-Identifier: Apache-2.0
#include "columns/bits.hpp"

#include <bit>

namespace tdkt::columns {

Bits::Bits(std::size_t count_of_rows, bool value)
    : words(words_for(count_of_rows), value ? ~Word{0} : Word{0}), rows(count_of_rows) {
  if (value && rows % 64 != 0) words.back() = (Word{1} << (rows % 64)) - 1;
}

std::size_t Bits::count() const {
  std::size_t total = 0;
  for (const auto word : words) total += static_cast<std::size_t>(std::popcount(word));
  return total;
}

}  // namespace tdkt::columns
