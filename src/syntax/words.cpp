// SPDX-License-Identifier: Apache-2.0
#include "syntax/words.hpp"

#include <algorithm>

namespace tdkt::syntax {

namespace {

bool is(const Word& word, const std::string& folded) {
  if (word.kind == WordKind::word) return word.key == folded;
  return (word.kind == WordKind::symbol || word.kind == WordKind::number) && word.text == folded;
}

}  // namespace

bool stands_at(const std::vector<std::string>& phrase, const Sentence& sentence, std::size_t at) {
  if (at + phrase.size() > sentence.words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i)
    if (!is(sentence.words[at + i], phrase[i])) return false;
  return true;
}

std::vector<std::size_t> ends_of(grammar::Keyword keyword, const Sentence& sentence, std::size_t at,
                                 grammar::Language language) {
  std::vector<std::size_t> ends;
  for (const auto& spelling : grammar::spelling_words(keyword, language))
    if (stands_at(spelling, sentence, at)) ends.push_back(at + spelling.size());
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  return ends;
}

std::size_t end_of(grammar::Keyword keyword, const Sentence& sentence, std::size_t at,
                   grammar::Language language) {
  const auto ends = ends_of(keyword, sentence, at, language);
  return ends.empty() ? at : ends.back();
}

Sentence part_of(const Sentence& sentence, std::size_t first, std::size_t last) {
  Sentence part;
  part.words.assign(sentence.words.begin() + static_cast<std::ptrdiff_t>(first),
                    sentence.words.begin() + static_cast<std::ptrdiff_t>(last));
  if (!part.words.empty())
    part.span = join(part.words.front().span, part.words.back().span);
  else if (first < sentence.words.size())
    part.span = {sentence.words[first].span.begin, sentence.words[first].span.begin};
  else
    part.span = {sentence.span.end, sentence.span.end};
  return part;
}

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t';
    if (blank && (line.empty() || line.back() == ' ')) continue;
    line += blank ? ' ' : c;
  }
  return line;
}

}  // namespace tdkt::syntax
