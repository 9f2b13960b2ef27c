// SPDX-License-Identifier: Apache-2.0
#include "grammar/characters.hpp"

namespace tdkt::grammar {

void append(std::string& text, char32_t code) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) return put(code);
  if (code < 0x800) return put(0xC0 | code >> 6), put(0x80 | (code & 0x3F));
  if (code < 0x10000)
    return put(0xE0 | code >> 12), put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
  put(0xF0 | code >> 18), put(0x80 | (code >> 12 & 0x3F));
  put(0x80 | (code >> 6 & 0x3F)), put(0x80 | (code & 0x3F));
}

char32_t straightened(char32_t code) {
  switch (code) {
    case 0x0085: case 0x00A0: case 0x1680: case 0x2028: case 0x2029: case 0x202F: case 0x205F: case 0x3000:
      return ' ';
    case 0x00AB: case 0x00BB: case 0x201C: case 0x201D: case 0x201E: case 0x201F:
      return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B:
      return '\'';
    case 0x2010: case 0x2011:
      return '-';
    case 0x00AD: case 0x034F: case 0x180E: case 0xFEFF:
      return dropped;
    default:
      if (code >= 0x2000 && code <= 0x200A) return ' ';
      if ((code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
          (code >= 0x2060 && code <= 0x2069))
        return dropped;
      return code;
  }
}

}  // namespace tdkt::grammar
