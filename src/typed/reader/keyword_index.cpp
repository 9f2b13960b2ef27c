// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/keyword_index.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "syntax/words.hpp"

namespace tdkt::typed::reading {

namespace {

struct Spelling {
  grammar::Keyword keyword;
  const std::vector<std::string>* words;
};
using ByFirstWord = std::unordered_map<std::string, std::vector<Spelling>>;

const ByFirstWord& spellings_of(grammar::Language language) {
  static const auto both = [] {
    std::array<ByFirstWord, 2> result;
    for (const auto side : {grammar::Language::english, grammar::Language::vietnamese})
      for (const auto keyword : grammar::all_keywords())
        for (const auto& words : grammar::spelling_words(keyword, side))
          if (!words.empty())
            result[static_cast<std::size_t>(side)][words.front()].push_back({keyword, &words});
    return result;
  }();
  return both[static_cast<std::size_t>(language)];
}

}  // namespace

KeywordIndex::KeywordIndex(const syntax::Sentence& sentence, grammar::Language language)
    : found_(sentence.words.size()) {
  const auto& by_first_word = spellings_of(language);
  for (std::uint32_t at = 0; at < found_.size(); ++at) {
    const auto& word = sentence.words[at];
    if (word.kind == syntax::WordKind::quoted) continue;
    const auto place = by_first_word.find(word.kind == syntax::WordKind::word ? word.key : word.text);
    if (place == by_first_word.end()) continue;
    for (const auto& spelling : place->second)
      if (syntax::stands_at(*spelling.words, sentence, at))
        found_[at].push_back({spelling.keyword, at + static_cast<std::uint32_t>(spelling.words->size())});
  }
}

std::uint32_t KeywordIndex::longest_at(std::uint32_t at) const {
  auto longest = at;
  for (const auto& found : found_[at]) longest = std::max(longest, found.end);
  return longest;
}

KeywordIndex::Ends KeywordIndex::after(grammar::Keyword keyword, std::uint32_t at) const {
  Ends ends;
  if (at >= found_.size()) return ends;
  for (const auto& found : found_[at])
    if (found.keyword == keyword && ends.count < 6) ends.ends[ends.count++] = found.end;
  return ends;
}

}  // namespace tdkt::typed::reading
