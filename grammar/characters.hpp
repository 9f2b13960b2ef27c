// SPDX-License-Identifier: Apache-2.0
// Characters of UTF-8 text, and what those that word processors put in stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tdkt::grammar {

inline constexpr char32_t no_character = 0xFFFFFFFF;  // bytes that are not UTF-8

struct Character {
  char32_t code;
  std::uint32_t size;  // in bytes, at least 1
};

// The character at `at`. Requires: at < text.size(). What is not UTF-8 (overlong forms, surrogates
// and numbers above 10FFFF included) is no_character of one byte.
constexpr Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
  };
  const auto tail = [](std::uint32_t b) { return (b & 0xC0) == 0x80; };
  const std::uint32_t a = byte(0), b = byte(1), c = byte(2), d = byte(3);
  if (a < 0x80) return {a, 1};
  if (a >= 0xC2 && a < 0xE0 && tail(b)) return {(a & 0x1F) << 6 | (b & 0x3F), 2};
  if (a >= 0xE0 && a < 0xF0 && tail(b) && tail(c)) {
    const char32_t code = (a & 0x0F) << 12 | (b & 0x3F) << 6 | (c & 0x3F);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (a >= 0xF0 && a < 0xF5 && tail(b) && tail(c) && tail(d)) {
    const char32_t code = (a & 0x07) << 18 | (b & 0x3F) << 12 | (c & 0x3F) << 6 | (d & 0x3F);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {no_character, 1};
}

void append(std::string& text, char32_t code);

// What stands for nothing: zero-width spaces, direction marks, soft hyphens, byte-order marks.
inline constexpr char32_t dropped = 0;

// A blank for each of Unicode's blanks, straight quotes for curly ones, a hyphen for those that do
// not break, `dropped`, or the character itself.
char32_t straightened(char32_t code);

}  // namespace tdkt::grammar
