// SPDX-License-Identifier: Apache-2.0
// Keywords as they stand in a text.
//
// Words are compared by their keys; blanks between the words of a keyword may be any number, a line
// break is none. Every word's key is worked out once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/keywords.hpp"

namespace tdkt::grammar {

// Whether a character can be part of a word: letters, digits, marks and `_` of any script.
bool is_word_character_beyond_ascii(char32_t code);
inline bool is_word_character(char32_t code) {
  if (code >= 0x80) return is_word_character_beyond_ascii(code);
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || (code >= '0' && code <= '9') || code == '_';
}
inline bool is_letter(char32_t code) { return is_word_character(code) && !(code >= '0' && code <= '9'); }

// Where the word, or else the single sign, that begins at `at` ends. Requires: at < text.size().
std::size_t end_of_word(std::string_view text, std::size_t at);

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Past blanks and tabs.
std::size_t past_blanks(std::string_view text, std::size_t at);

struct Found {
  Keyword keyword;
  std::uint32_t end;  // past its last word
};

class Lexicon {
 public:
  explicit Lexicon(std::string_view text) : text_(text) {}

  const std::string& key(std::string_view word) { return known(word).key; }

  // The keyword among `wanted` with the most words that stands at `at`; of a keyword in pieces, its
  // first piece. `shorter_than`: only keywords that end before that.
  std::optional<Found> longest(std::size_t at, std::span<const Keyword> wanted, Language language,
                               std::size_t shorter_than = std::string_view::npos);
  // Where the keyword's piece (0 or 1) that begins at `at` ends.
  std::optional<std::uint32_t> end_of(Keyword keyword, std::size_t at, Language language,
                                      std::size_t piece = 0);

  struct Near {
    Keyword keyword;
    std::uint32_t end;
    std::string spelling;
  };
  // The keyword that was probably meant by the words at `at`.
  std::optional<Near> nearest(std::size_t at, std::span<const Keyword> wanted, Language language);

 private:
  // A spelling of a keyword, from its first word to its end or to the gap of a keyword in pieces.
  struct Entry {
    Keyword keyword;
    std::span<const std::string> words;
  };
  using Entries = std::vector<Entry>;              // most words first
  using Index = std::unordered_map<std::string, Entries>;  // by first word
  static const Index& index_of(Language language);

  struct Known {
    std::string key;
    const Entries* begins[2];                      // keywords that begin with the word, by language
  };
  const Known& known(std::string_view word);

  std::optional<std::uint32_t> match(std::size_t at, std::span<const std::string> words);

  std::string_view text_;
  std::unordered_map<std::string_view, Known> known_;
};

}  // namespace tdkt::grammar
