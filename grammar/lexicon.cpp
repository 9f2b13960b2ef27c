// SPDX-License-Identifier: Apache-2.0
#include "grammar/lexicon.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "grammar/characters.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

std::span<const std::string> piece_of(const std::vector<std::string>& words, std::size_t piece) {
  const auto gap = std::find(words.begin(), words.end(), "…");
  if (piece == 0) return {words.begin(), gap};
  if (gap == words.end()) return {};
  return {gap + 1, words.end()};
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// How many keywords begin statements and clauses; those of sentences are not guessed here.
constexpr std::size_t clause_words = 0
#define KEYWORD(name, english, vietnamese) +1
#include "grammar/clause_words.def"
#undef KEYWORD
    ;

// A spelling as a slip is compared with it.
struct Guess {
  Keyword keyword;
  std::string written, key, bare;
  std::size_t words, characters;
};

const std::vector<Guess>& spellings_to_guess(Language language) {
  static const auto guesses = [] {
    std::array<std::vector<Guess>, 2> all;
    for (const auto side : {Language::english, Language::vietnamese})
      for (const auto keyword : all_keywords().first(clause_words))
        for (std::size_t i = 0; i < spelling_words(keyword, side).size(); ++i) {
          std::string key;
          const auto words = piece_of(spelling_words(keyword, side)[i], 0);
          for (const auto& word : words) key += (key.empty() ? "" : " ") + word;
          all[static_cast<std::size_t>(side)].push_back(
              {keyword, spellings(keyword, side)[i], key, bare_key_of(key), words.size(), characters_in(key)});
        }
    return all;
  }();
  return guesses[static_cast<std::size_t>(language)];
}

// The first words of a line.
struct Standing {
  std::string key, bare;
  std::size_t end;
};
constexpr std::size_t longest_keyword = 100;  // bytes of one word

std::string key_of_words(const std::vector<Standing>& before, std::string_view word) {
  return before.empty() ? key_of(word) : before.back().key + " " + key_of(word);
}

}  // namespace

bool is_word_character_beyond_ascii(char32_t code) {
  if (code == no_character) return false;
  const auto type = u_charType(static_cast<UChar32>(code));
  return u_isalnum(static_cast<UChar32>(code)) || type == U_NON_SPACING_MARK ||
         type == U_COMBINING_SPACING_MARK;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  const auto first = character_at(text, at);
  if (!is_word_character(first.code)) return at + first.size;
  bool after_letter = false;
  while (at < text.size()) {
    const auto [code, size] = character_at(text, at);
    const bool joins = code == '-' && after_letter && at + 1 < text.size() &&
                       is_letter(character_at(text, at + 1).code);
    if (!joins && !is_word_character(code)) break;
    after_letter = is_letter(code);
    at += size;
  }
  return at;
}

std::size_t past_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

const Lexicon::Index& Lexicon::index_of(Language language) {
  static const auto indices = [] {
    std::array<Index, 2> all;
    for (const auto side : {Language::english, Language::vietnamese})
      for (const auto keyword : all_keywords())
        for (const auto& words : spelling_words(keyword, side)) {
          const auto first = piece_of(words, 0);
          if (!first.empty()) all[static_cast<std::size_t>(side)][first.front()].push_back({keyword, first});
        }
    for (auto& index : all)
      for (auto& [word, entries] : index)
        std::stable_sort(entries.begin(), entries.end(),
                         [](const auto& a, const auto& b) { return a.words.size() > b.words.size(); });
    return all;
  }();
  return indices[static_cast<std::size_t>(language)];
}

const Lexicon::Known& Lexicon::known(std::string_view word) {
  const auto found = known_.find(word);
  if (found != known_.end()) return found->second;
  Known made{key_of(word), {nullptr, nullptr}};
  for (const auto side : {Language::english, Language::vietnamese}) {
    const auto& index = index_of(side);
    if (const auto entries = index.find(made.key); entries != index.end())
      made.begins[static_cast<std::size_t>(side)] = &entries->second;
  }
  return known_.emplace(word, std::move(made)).first->second;
}

std::optional<std::uint32_t> Lexicon::match(std::size_t at, std::span<const std::string> words) {
  std::size_t end = at;
  for (const auto& word : words) {
    if (end != at) end = past_blanks(text_, end);
    if (end >= text_.size() || text_[end] == '\n') return std::nullopt;
    const auto stop = end_of_word(text_, end);
    if (key(text_.substr(end, stop - end)) != word) return std::nullopt;
    end = stop;
  }
  return static_cast<std::uint32_t>(end);
}

std::optional<Found> Lexicon::longest(std::size_t at, std::span<const Keyword> wanted, Language language,
                                      std::size_t shorter_than) {
  if (at >= text_.size() || wanted.empty()) return std::nullopt;
  const auto& word = known(text_.substr(at, end_of_word(text_, at) - at));
  const auto* entries = word.begins[static_cast<std::size_t>(language)];
  if (!entries) return std::nullopt;
  for (const auto& entry : *entries) {
    if (std::find(wanted.begin(), wanted.end(), entry.keyword) == wanted.end()) continue;
    const auto end = match(at, entry.words);
    if (end && *end < shorter_than) return Found{entry.keyword, *end};
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Lexicon::end_of(Keyword keyword, std::size_t at, Language language,
                                             std::size_t piece) {
  std::optional<std::uint32_t> best;
  for (const auto& words : spelling_words(keyword, language)) {
    const auto wanted = piece_of(words, piece);
    if (wanted.empty()) continue;
    const auto end = match(at, wanted);
    if (end && (!best || *end > *best)) best = end;
  }
  return best;
}

std::optional<Lexicon::Near> Lexicon::nearest(std::size_t at, std::span<const Keyword> wanted,
                                              Language language) {
  // The first words of the text as they would be compared with a keyword of one word, of two, …
  std::vector<Standing> standing;
  const auto first_words = [&](std::size_t count) -> const Standing* {
    while (standing.size() < count) {
      const auto end = standing.empty() ? at : past_blanks(text_, standing.back().end);
      if (end >= text_.size() || text_[end] == '\n') return nullptr;
      const auto stop = end_of_word(text_, end);
      if (stop - end > longest_keyword) return nullptr;
      auto key = key_of_words(standing, text_.substr(end, stop - end));
      standing.push_back({key, bare_key_of(key), stop});
    }
    return &standing[count - 1];
  };

  std::optional<Near> best;
  std::size_t fewest = std::string::npos;
  for (const auto& spelling : spellings_to_guess(language)) {
    if (std::find(wanted.begin(), wanted.end(), spelling.keyword) == wanted.end()) continue;
    const auto* words = first_words(spelling.words);
    if (!words) continue;
    const auto most = spelling.characters < 4 ? 0 : std::max<std::size_t>(1, spelling.characters / 3);
    // Without its diacritics, a spelling is as near as can be.
    const auto edits = words->bare == spelling.bare ? 0
                       : most == 0                  ? 1
                                                    : distance(words->key, spelling.key, most);
    if (edits > most || edits >= fewest) continue;
    fewest = edits;
    best = Near{spelling.keyword, static_cast<std::uint32_t>(words->end), spelling.written};
  }
  return best;
}

}  // namespace tdkt::grammar
