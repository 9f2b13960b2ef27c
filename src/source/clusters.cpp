// SPDX-License-Identifier: Apache-2.0
// The rules of UAX 29 that need no more than a look at the next character; an ICU iterator, built
// anew for each diagnostic, would cost more than the whole line.
#include "source/clusters.hpp"

#include <unicode/uchar.h>

#include "grammar/characters.hpp"
#include "source/source.hpp"

namespace tdkt::source {

namespace {

int break_property(char32_t code) {
  if (code == grammar::no_character) return U_GCB_OTHER;
  return u_getIntPropertyValue(static_cast<UChar32>(code), UCHAR_GRAPHEME_CLUSTER_BREAK);
}

bool is_pictograph(char32_t code) {
  return code != grammar::no_character &&
         u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool is_control(int property) {
  return property == U_GCB_CONTROL || property == U_GCB_CR || property == U_GCB_LF;
}

bool joins_hangul(int before, int after) {
  if (before == U_GCB_L)
    return after == U_GCB_L || after == U_GCB_V || after == U_GCB_LV || after == U_GCB_LVT;
  if (before == U_GCB_LV || before == U_GCB_V) return after == U_GCB_V || after == U_GCB_T;
  return (before == U_GCB_LVT || before == U_GCB_T) && after == U_GCB_T;
}

}  // namespace

std::size_t end_of_cluster(std::string_view text, std::size_t at) {
  auto [code, size] = grammar::character_at(text, at);
  const auto next_is_ascii = [&](std::size_t i) {
    return i >= text.size() || static_cast<unsigned char>(text[i]) < 0x80;
  };
  if (code < 0x80 && code != '\r' && next_is_ascii(at + size)) return at + size;

  auto before = break_property(code);
  const bool pictograph = is_pictograph(code);
  bool after_joiner = false, flag_open = before == U_GCB_REGIONAL_INDICATOR;
  for (at += size; at < text.size(); at += size) {
    const auto next = grammar::character_at(text, at);
    const auto after = break_property(next.code);
    const bool line_end = before == U_GCB_CR && after == U_GCB_LF;
    if (!line_end && (is_control(before) || is_control(after))) break;
    const bool extends = after == U_GCB_EXTEND || after == U_GCB_ZWJ || after == U_GCB_SPACING_MARK;
    const bool emoji = pictograph && after_joiner && is_pictograph(next.code);
    const bool flag = flag_open && after == U_GCB_REGIONAL_INDICATOR;
    if (!line_end && !extends && !emoji && !flag && before != U_GCB_PREPEND && !joins_hangul(before, after)) break;
    if (flag) flag_open = false;
    after_joiner = after == U_GCB_ZWJ;
    before = after;
    size = next.size;
  }
  return at;
}

std::size_t columns_wide(std::string_view text) {
  std::size_t wide = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = grammar::character_at(text, at);
    at += size;
    if (code < 0x300 || code == grammar::no_character) {
      ++wide;
      continue;
    }
    const auto character = static_cast<UChar32>(code);
    const auto category = u_charType(character);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) continue;
    const auto width = u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH);
    wide += width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
  }
  return wide;
}

}  // namespace tdkt::source
