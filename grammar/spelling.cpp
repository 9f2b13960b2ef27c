// SPDX-License-Identifier: Apache-2.0
// Loaders ask for the key of every distinct cell, so plain ASCII and text that is surely composed
// already never reach the Unicode library's normaliser.
#include "grammar/spelling.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>

#include "grammar/characters.hpp"

namespace tdkt::grammar {

namespace {

using Codes = std::u32string;

constexpr bool is_ascii_blank(char32_t code) { return code == ' ' || (code >= '\t' && code <= '\r'); }

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

// Vowels with the five tones in the order grave, acute, hook, tilde, dot, the bare vowel first.
constexpr char32_t vowels_that_move[][6] = {
    {U'o', U'ò', U'ó', U'ỏ', U'õ', U'ọ'}, {U'u', U'ù', U'ú', U'ủ', U'ũ', U'ụ'},
    {U'a', U'à', U'á', U'ả', U'ã', U'ạ'}, {U'e', U'è', U'é', U'ẻ', U'ẽ', U'ẹ'},
    {U'y', U'ỳ', U'ý', U'ỷ', U'ỹ', U'ỵ'}, {U'i', U'ì', U'í', U'ỉ', U'ĩ', U'ị'}};

struct Toned {
  char32_t vowel = 0;  // 0: none of the table
  std::size_t tone = 0;
};

Toned toned(char32_t code) {
  for (const auto& row : vowels_that_move)
    for (std::size_t tone = 0; tone < 6; ++tone)
      if (row[tone] == code) return {row[0], tone};
  return {};
}

char32_t with_tone(char32_t vowel, std::size_t tone) {
  for (const auto& row : vowels_that_move)
    if (row[0] == vowel) return row[tone];
  return vowel;
}

// The tone of oa, oe, uy stands on the second vowel.
void move_tones(Codes& codes) {
  for (std::size_t i = 0; i + 1 < codes.size(); ++i) {
    const auto second = codes[i + 1];
    if (second != U'a' && second != U'e' && second != U'y') continue;
    const auto first = toned(codes[i]);
    if (first.tone == 0 || first.vowel != (second == U'y' ? U'u' : U'o')) continue;
    codes[i] = first.vowel;
    codes[i + 1] = with_tone(second, first.tone);
  }
}

bool is_word_character(char32_t code) {
  return code < 0x80 ? (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code == '_'
                     : u_isalnum(static_cast<UChar32>(code)) ||
                           u_charType(static_cast<UChar32>(code)) == U_NON_SPACING_MARK;
}

// A whole syllable of h, k, l, m, s, t, v or qu and y: the y is written i.
template <class Text>
bool ends_in_free_y(const Text& text, std::size_t begin, std::size_t end) {
  const auto size = end - begin;
  const auto letter = [&](std::size_t i) { return static_cast<char32_t>(text[begin + i]); };
  if (size == 2) return std::u32string_view(U"hklmstv").find(letter(0)) != std::u32string_view::npos;
  return size == 3 && letter(0) == U'q' && letter(1) == U'u';
}

void unite_y(Codes& codes) {
  for (std::size_t begin = 0; begin < codes.size();) {
    if (!is_word_character(codes[begin])) {
      ++begin;
      continue;
    }
    auto end = begin;
    while (end < codes.size() && is_word_character(codes[end])) ++end;
    if (ends_in_free_y(codes, begin, end))
      if (const auto last = toned(codes[end - 1]); last.vowel == U'y') codes[end - 1] = with_tone(U'i', last.tone);
    begin = end;
  }
}

std::string ascii_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  std::size_t word = 0;  // where the syllable begins
  const auto close = [&] {
    if (key.size() > word && key.back() == 'y' && ends_in_free_y(key, word, key.size())) key.back() = 'i';
  };
  bool blank = false;
  for (const char written : text) {
    if (is_ascii_blank(static_cast<unsigned char>(written))) {
      blank = true;
      continue;
    }
    const char letter = lower(written);
    const bool in_word = is_word_character(static_cast<unsigned char>(letter));
    if (blank || !in_word) close();
    if (blank && !key.empty()) key += ' ';
    if (blank || !in_word) word = key.size() + (in_word ? 0 : 1);
    blank = false;
    key += letter;
  }
  close();
  return key;
}

// Whether a text of such characters is composed, whatever stands beside them.
constexpr bool surely_composed(char32_t code) {
  return code < 0x300 || (code >= 0x1E00 && code <= 0x1EFF) || (code >= 0x2010 && code <= 0x2027);
}

Codes composed(const Codes& codes) {
  UErrorCode status = U_ZERO_ERROR;
  static const auto* normaliser = icu::Normalizer2::getNFCInstance(status);
  const auto size = static_cast<std::int32_t>(codes.size());
  const auto text = normaliser->normalize(
      icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(codes.data()), size), status);
  if (U_FAILURE(status)) return codes;
  Codes result;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    result += static_cast<char32_t>(text.char32At(i));
  return result;
}

// Folded and straightened, runs of blanks united, and none at the ends.
Codes folded(std::string_view text) {
  Codes codes;
  codes.reserve(text.size());
  bool blank = false, plain = true;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character_at(text, at);
    at += size;
    const auto straight = code == no_character ? char32_t{0xFFFD} : straightened(code);
    if (straight == dropped) continue;
    if (is_ascii_blank(straight)) {
      blank = true;
      continue;
    }
    if (blank && !codes.empty()) codes += U' ';
    blank = false;
    const auto small = straight < 0x80
                           ? static_cast<char32_t>(lower(static_cast<char>(straight)))
                           : static_cast<char32_t>(u_foldCase(static_cast<UChar32>(straight), U_FOLD_CASE_DEFAULT));
    plain = plain && surely_composed(small);
    codes += small;
  }
  return plain ? codes : composed(codes);
}

std::string as_bytes(const Codes& codes) {
  std::string text;
  text.reserve(codes.size() * 2);
  for (const auto code : codes) append(text, code);
  return text;
}

}  // namespace

std::string key_of(std::string_view text) {
  if (is_ascii(text)) return ascii_key(text);
  auto codes = folded(text);
  move_tones(codes);
  unite_y(codes);
  return as_bytes(codes);
}

std::string bare_key_of(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  static const auto* normaliser = icu::Normalizer2::getNFDInstance(status);
  const auto key = key_of(text);
  const auto apart = normaliser->normalize(icu::UnicodeString::fromUTF8(key), status);
  if (U_FAILURE(status)) return key;
  std::string bare;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto code = apart.char32At(i);
    if (u_charType(code) == U_NON_SPACING_MARK) continue;
    append(bare, code == U'đ' ? U'd' : static_cast<char32_t>(code));
  }
  return key_of(bare);  // an i or y that has lost its tone folds again
}

}  // namespace tdkt::grammar
