// SPDX-License-Identifier: Apache-2.0
#include "typed/phrase.hpp"

#include "syntax/parse.hpp"
#include "syntax/words.hpp"

namespace tdkt::typed {

using syntax::Sentence;
using syntax::WordKind;

namespace {

void add_words(const Sentence& sentence, std::vector<std::string>& words) {
  for (const auto& word : sentence.words)
    if (word.kind == WordKind::quoted)
      add_words(syntax::words_of(word.text, grammar::Language::english), words);
    else
      words.push_back(word.kind == WordKind::word ? word.key : word.text);
}

std::string joined(const std::vector<std::string>& words) {
  std::string key;
  for (const auto& word : words) {
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key;
}

}  // namespace

std::vector<std::string> phrase_of(std::string_view name) {
  std::vector<std::string> words;
  add_words(syntax::words_of(name, grammar::Language::english), words);
  return words;
}

std::string phrase_key(std::string_view name) { return joined(phrase_of(name)); }

std::string phrase_key(const Sentence& sentence) {
  std::vector<std::string> words;
  add_words(sentence, words);
  return joined(words);
}

std::string text_of(const Sentence& sentence) {
  std::string text;
  for (const auto& word : sentence.words) {
    if (!text.empty() && word.after_blank) text += ' ';
    text += word.text;
  }
  return text;
}

std::vector<Sentence> split_at(const Sentence& sentence, std::string_view sign) {
  std::vector<Sentence> pieces;
  std::size_t first = 0;
  int depth = 0;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const auto& word = sentence.words[i];
    if (word.kind != WordKind::symbol) continue;
    if (word.text == "(") ++depth;
    if (word.text == ")") --depth;
    if (depth > 0 || word.text != sign) continue;
    pieces.push_back(syntax::part_of(sentence, first, i));
    first = i + 1;
  }
  pieces.push_back(syntax::part_of(sentence, first, sentence.words.size()));
  return pieces;
}

Sentence after(const Sentence& sentence, std::size_t count) {
  return syntax::part_of(sentence, count, sentence.words.size());
}

}  // namespace tdkt::typed
