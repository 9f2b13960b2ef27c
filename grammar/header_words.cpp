// SPDX-License-Identifier: Apache-2.0
#include "grammar/header_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

using Spellings = std::vector<std::string_view>;

Spellings spellings_in(std::string_view list) {
  Spellings all;
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find(" | "), list.size());
    all.push_back(list.substr(0, bar));
    list.remove_prefix(std::min(list.size(), bar + 3));
  }
  return all;
}

const std::vector<std::array<Spellings, 2>>& rows() {
  static const std::vector<std::array<Spellings, 2>> all{
#define HEADER(name, english, vietnamese) {spellings_in(english), spellings_in(vietnamese)},
#include "grammar/header_words.def"
#undef HEADER
  };
  return all;
}

std::map<std::string, HeaderWord> by_key() {
  std::map<std::string, HeaderWord> words;
  for (std::size_t i = 0; i < rows().size(); ++i)
    for (const auto& spellings : rows()[i])
      for (const auto spelling : spellings) words.emplace(loose_key(spelling), static_cast<HeaderWord>(i));
  return words;
}

const Spellings& spellings_of(HeaderWord word, Language language) {
  return rows()[static_cast<std::size_t>(word)][static_cast<std::size_t>(language)];
}

}  // namespace

std::string loose_key(std::string_view text) {
  std::string spaced(text);
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return key_of(spaced);
}

std::optional<HeaderWord> header_word(std::string_view header) {
  static const std::map<std::string, HeaderWord> words = by_key();
  const auto found = words.find(loose_key(header));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::string_view written(HeaderWord word, Language language) { return spellings_of(word, language).front(); }

std::string spelling_at(HeaderWord word, const std::string& text, Language language) {
  const auto key = loose_key(text);
  const auto& own = spellings_of(word, language);
  for (const auto spelling : own)
    if (loose_key(spelling) == key) return text;
  const auto& others = spellings_of(word, other(language));
  for (std::size_t i = 0; i < others.size(); ++i)
    if (loose_key(others[i]) == key) return std::string(own[i < own.size() ? i : 0]);
  return text;
}

}  // namespace tdkt::grammar
