// SPDX-License-Identifier: Apache-2.0
// CSV as fast as it goes if nothing is checked: no quotes, numbers of eight digits at most.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

namespace tdkt::bench::national {

// Words that differ in their first two letters, or in the first alone; an empty cell is `missing`.
class Words {
 public:
  template <std::size_t size>
  Words(const std::array<std::string_view, size>& words, std::uint8_t missing) {
    codes_.fill(missing);
    for (std::size_t i = 0; i < size; ++i) {
      codes_[key(words[i].data())] = static_cast<std::uint8_t>(i);
      lengths_[key(words[i].data())] = static_cast<std::uint8_t>(words[i].size());
    }
  }
  std::uint8_t code(const char* at) const { return codes_[key(at)]; }
  std::size_t length(const char* at) const { return lengths_[key(at)]; }

 private:
  // Every combination that is needed falls apart; two letters of a cell that is empty meet none of them.
  static std::uint8_t key(const char* at) {
    if (*at == ',') return ',';
    return static_cast<std::uint8_t>(at[0] * 3 + at[1]);
  }

  std::array<std::uint8_t, 256> codes_{}, lengths_{};
};

struct Cursor {
  const char* at;

  // Eight digits at once: what is behind the last one is shifted out, then neighbours are added up.
  std::uint32_t number() {
    std::uint64_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    const std::uint64_t others = (bytes & 0xF0F0F0F0F0F0F0F0u) ^ 0x3030303030303030u;
    const auto digits = others ? static_cast<unsigned>(std::countr_zero(others)) / 8 : 8;
    bytes = digits ? bytes << (64 - 8 * digits) : 0;
    bytes &= 0x0F0F0F0F0F0F0F0Fu;
    bytes = (bytes * 10 + (bytes >> 8)) & 0x00FF00FF00FF00FFu;
    bytes = (bytes * 100 + (bytes >> 16)) & 0x0000FFFF0000FFFFu;
    bytes = bytes * 10000 + (bytes >> 32);
    at += digits + 1;
    return static_cast<std::uint32_t>(bytes);
  }

  bool empty_cell() const { return *at == ',' || *at == '\n'; }

  std::uint8_t word(const Words& words) {
    const auto code = words.code(at);
    at += words.length(at) + 1;
    return code;
  }

  void skip_cell() { at = static_cast<const char*>(::rawmemchr(at, ',')) + 1; }
  void skip_line() { at = static_cast<const char*>(::rawmemchr(at, '\n')) + 1; }
};

// The rows behind the header.
template <class Read>
void each_row(std::string_view text, const Read& read) {
  Cursor cursor{text.data()};
  for (cursor.skip_line(); cursor.at < text.data() + text.size();) read(cursor);
}

}  // namespace tdkt::bench::national
