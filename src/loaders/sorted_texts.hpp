// SPDX-License-Identifier: Apache-2.0
// The texts of a dictionary in the order of their bytes.
#pragma once

#include <cstdint>

#include "columns/unfilled.hpp"
#include "loaders/dictionary.hpp"

namespace tdkt::loaders {

struct SortedText {
  std::uint64_t word;   // of a text of at most eight bytes: all of it, the first byte highest, then zeros
  Code code;
  std::uint32_t size;   // bytes
};

// Those from a code on.
columns::Vector<SortedText> in_byte_order(const Dictionary& texts, Code from, unsigned threads);

}  // namespace tdkt::loaders
