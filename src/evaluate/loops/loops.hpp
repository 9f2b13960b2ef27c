// SPDX-License-Identifier: Apache-2.0
// Loops over plain arrays that are worth an instruction set of their own.
//
// They are built once for any machine and once for AVX2, from one text that uses no templates or inline
// functions of others, so that no instruction of the one can end up in the other. Both give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tdkt::evaluate {

struct Loops {
  using Word = std::uint64_t;

  // Bit i of bits[r]: ranges[r].first ≤ codes[i] ≤ ranges[r].last. 64 codes to a word.
  struct Range {
    std::uint8_t first, last;
  };
  void (*in_ranges)(const std::uint8_t* codes, std::size_t words, const Range* ranges, std::size_t count, Word* const* bits);

  // Bit k of bytes[i] is bit i of planes[k], for 64 · words bytes.
  void (*interleave)(const Word* const* planes, std::size_t count, std::size_t words, std::uint8_t* bytes);

  // Bit i of planes[k] is bit k of bytes[at[i]], for 64 · words rows. At most 8 planes.
  void (*gather)(const std::uint8_t* bytes, const std::uint32_t* at, std::size_t words, Word* const* planes,
                 std::size_t count);

  // counts[s]: how many bits from offsets[s] to offsets[s + 1] − 1 are set.
  void (*count)(const Word* bits, const std::uint32_t* offsets, std::size_t sources, std::uint32_t* counts);
};

enum class Instructions : std::uint8_t { any, avx2 };

bool are_there(Instructions instructions);  // on this machine
const Loops& loops(Instructions instructions);
// The best that are there, unless others were chosen.
const Loops& loops();
void choose(Instructions instructions);     // for tests and measurements, before anything is worked out

}  // namespace tdkt::evaluate
