// SPDX-License-Identifier: Apache-2.0
// Texts of at most 16 bytes as two numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tdkt::loaders {

inline std::uint64_t word_at(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, 8);
  return word;
}

// The low and high bytes that a text of each size has, and its size in the last.
struct Masks {
  std::uint64_t low[16], high[16], size[16];
};
inline constexpr Masks masks = [] {
  Masks all{};
  for (std::size_t size = 0; size < 16; ++size) {
    all.low[size] = size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1;
    all.high[size] = size <= 8 ? 0 : (std::uint64_t{1} << (8 * (size - 8))) - 1;
    all.size[size] = std::uint64_t{size} << 56;
  }
  return all;
}();

inline constexpr std::uint32_t no_number = 0xFFFFFFFF;

// The whole number that the text at the front of a word is, as plain_number() has it. The digits are taken together
// in pairs, then fours, then all eight.
inline std::uint32_t number_or_none(std::uint64_t word, std::size_t size) {
  if (size - 1 > 7) return no_number;
  const std::uint64_t digits = word << (64 - 8 * size);
  std::uint64_t plain = digits ^ (0x3030303030303030u << (64 - 8 * size));
  const std::uint64_t beyond = (plain + 0x7676767676767676u) | plain;  // a byte above 9 sets its top bit
  if ((beyond & 0x8080808080808080u) != 0) return no_number;
  if (size > 1 && (word & 0xFF) == '0') return no_number;
  plain = (plain * 10 + (plain >> 8)) & 0x00FF00FF00FF00FFu;
  plain = (plain * 100 + (plain >> 16)) & 0x0000FFFF0000FFFFu;
  return static_cast<std::uint32_t>(plain * 10000 + (plain >> 32));
}

}  // namespace tdkt::loaders
