// SPDX-License-Identifier: Apache-2.0
#include "grammar/keywords.hpp"

#include <array>

#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

struct Line {
  std::string_view name;
  std::array<std::string_view, 2> written;  // by Language
};

constexpr Line table[] = {
#define KEYWORD(name, english, vietnamese) {#name, {english, vietnamese}},
#include "grammar/clause_words.def"
#include "grammar/sentence_words.def"
#undef KEYWORD
};
constexpr std::size_t count = sizeof(table) / sizeof(table[0]);

// Splits at `sign`, blanks around each piece left away.
std::vector<std::string> pieces_of(std::string_view text, char sign) {
  std::vector<std::string> pieces;
  while (true) {
    const auto end = text.find(sign);
    auto piece = text.substr(0, end);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    if (!piece.empty()) pieces.emplace_back(piece);
    if (end == std::string_view::npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

// As the words of a sentence are: signs stand alone.
std::string with_signs_apart(const std::string& key) {
  std::string apart;
  for (std::size_t i = 0; i < key.size(); ++i) {
    // A comparison of two signs is one word: `<>`, `>=`.
    const auto two = key.substr(i, 2);
    if (two == "<>" || two == "<=" || two == ">=") {
      apart += ' ' + two + ' ';
      ++i;
      continue;
    }
    const bool possessive = key.compare(i, 2, "'s") == 0;
    const bool sign = std::string_view(",:;()<>=+*/").find(key[i]) != std::string_view::npos;
    if (sign || possessive) apart += ' ';
    apart += key[i];
    if (sign) apart += ' ';
  }
  return apart;
}

struct Spellings {
  std::vector<std::string> written;
  std::vector<std::vector<std::string>> words;
};

const Spellings& spellings_of(Keyword keyword, Language language) {
  static const auto all = [] {
    std::array<std::vector<Spellings>, 2> result;
    for (std::size_t side = 0; side < 2; ++side)
      for (std::size_t i = 0; i < count; ++i) {
        Spellings spellings{pieces_of(table[i].written[side], '|'), {}};
        for (const auto& spelling : spellings.written)
          spellings.words.push_back(pieces_of(with_signs_apart(key_of(spelling)), ' '));
        result[side].push_back(std::move(spellings));
      }
    return result;
  }();
  return all[static_cast<std::size_t>(language)][static_cast<std::size_t>(keyword)];
}

}  // namespace

const std::vector<std::string>& spellings(Keyword keyword, Language language) {
  return spellings_of(keyword, language).written;
}

const std::vector<std::vector<std::string>>& spelling_words(Keyword keyword, Language language) {
  return spellings_of(keyword, language).words;
}

std::string_view name_of(Keyword keyword) { return table[static_cast<std::size_t>(keyword)].name; }

std::span<const Keyword> all_keywords() {
  static const auto all = [] {
    std::array<Keyword, count> keywords{};
    for (std::size_t i = 0; i < count; ++i) keywords[i] = static_cast<Keyword>(i);
    return keywords;
  }();
  return all;
}

}  // namespace tdkt::grammar
