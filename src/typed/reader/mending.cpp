// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/mending.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/ordinary.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "grammar/spoken.hpp"
#include "typed/reader/diagnosis.hpp"
#include "typed/reader/spellings.hpp"

namespace tdkt::typed::reading {

using diagnostics::Kind;
using grammar::Language;
using syntax::WordKind;

namespace {

constexpr std::size_t longest_hole = 8;  // words for `…`

bool is_amount(const syntax::Word& word) { return word.kind == WordKind::number || word.kind == WordKind::percent; }

// What stands for `#` and `…`, in their order.
struct Filled {
  std::size_t end;
  std::vector<std::string> numbers, words;
};

// The words from `at` on, as numbers in words are looked for.
std::vector<std::string> spoken_from(const syntax::Sentence& sentence, std::size_t at) {
  constexpr std::size_t longest = 8;
  std::vector<std::string> words;
  for (; at < sentence.words.size() && words.size() < longest && sentence.words[at].kind != WordKind::quoted; ++at)
    words.push_back(sentence.words[at].kind == WordKind::word ? said_key(sentence.words[at]) : sentence.words[at].text);
  return words;
}

std::vector<Filled> matches(const syntax::Sentence& sentence, std::size_t at, const std::vector<std::string>& said, Language language) {
  const auto& words = sentence.words;
  std::vector<Filled> open{{at, {}, {}}};
  for (const auto& piece : said) {
    std::vector<Filled> next;
    for (auto& filled : open) {
      if (filled.end >= words.size()) continue;
      const auto& word = words[filled.end];
      if (piece == "…") {
        for (auto end = filled.end + 1; end <= words.size() && end <= filled.end + longest_hole; ++end) {
          auto more = filled;
          more.words.push_back(text_of_words(sentence, filled.end, end));
          more.end = end;
          next.push_back(std::move(more));
        }
      } else if (piece == "#" && !is_amount(word)) {
        const auto spoken = grammar::spoken_number(spoken_from(sentence, filled.end), language);
        if (!spoken) continue;
        filled.numbers.push_back(spoken->figures);
        filled.end += spoken->words;
        next.push_back(std::move(filled));
      } else if (piece == "#" ? is_amount(word) : word.kind != WordKind::quoted && said_key(word) == piece) {
        if (piece == "#") filled.numbers.push_back(word.text);
        ++filled.end;
        next.push_back(std::move(filled));
      }
    }
    open = std::move(next);
  }
  return open;
}

std::size_t distance_to(const std::string& written, const std::string& near) {
  const auto bare = grammar::bare_key_of(near);
  return grammar::distance(grammar::bare_key_of(written), bare, bare.size());
}

bool denies_alike(const std::string& written, const std::string& near) {
  return negations_in(grammar::bare_key_of(written)) == negations_in(grammar::bare_key_of(near));
}

std::string filled_in(const std::string& instead, const Filled& with) {
  std::string text;
  std::size_t numbers = 0, words = 0;
  for (std::size_t at = 0; at < instead.size(); ++at) {
    if (instead[at] == '#') {
      text += with.numbers[std::min(numbers++, with.numbers.size() - 1)];
      // `#%`: whether or not the sign was written.
      if (text.back() == '%' && at + 1 < instead.size() && instead[at + 1] == '%') text.pop_back();
    } else if (instead.compare(at, 3, "…") == 0) {
      text += with.words[std::min(words++, with.words.size() - 1)];
      at += 2;
    } else {
      text += instead[at];
    }
  }
  return text;
}

}  // namespace

std::vector<Edit> everyday_edits(const syntax::Sentence& sentence, Language language) {
  constexpr std::size_t most = 200;
  std::vector<Edit> edits;
  const auto take = [&](std::size_t at, std::size_t end, std::string text) {
    Edit edit{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), std::move(text)};
    const bool known = std::any_of(edits.begin(), edits.end(), [&](const Edit& other) {
      return other.from == edit.from && other.to == edit.to && other.text == edit.text;
    });
    if (!known && edits.size() < most) edits.push_back(std::move(edit));
  };
  for (std::size_t at = 0; at < sentence.words.size(); ++at) {
    const auto spoken = spoken_from(sentence, at);
    if (const auto number = grammar::spoken_number(spoken, language)) {
      take(at, at + number->words, number->figures);
      if (number->figures.front() == '(')
        take(at, at + number->words, grammar::spellings(grammar::Keyword::at_least, language).front() + ' ' + number->figures);
    }
    if (const auto day = grammar::spoken_day(spoken, language)) take(at, at + day->words, day->figures);
    for (const auto& ordinary : grammar::ordinary_speech(language))
      for (const auto& filled : matches(sentence, at, ordinary.said, language)) {
        // `70-80%` is of shares, `1-3` is not.
        const bool of_shares = ordinary.instead.find("#%") != std::string::npos;
        const bool has_share = std::any_of(filled.numbers.begin(), filled.numbers.end(), [](const auto& number) { return number.back() == '%'; });
        const bool has_words = std::find(ordinary.said.begin(), ordinary.said.end(), "percent") != ordinary.said.end();
        if (of_shares && filled.numbers.size() > 1 && !has_share && !has_words) continue;
        take(at, filled.end, filled_in(ordinary.instead, filled));
      }
  }
  return edits;
}

std::optional<Mend> mend(const syntax::Sentence& sentence, Language language, const std::vector<std::string>& spellings,
                         const std::vector<std::string>& openings, const std::function<bool(const syntax::Sentence&)>& reads) {
  constexpr std::uint32_t longest_sentence = 60, longest_name = 6;
  const auto size = static_cast<std::uint32_t>(sentence.words.size());
  if (size > longest_sentence) return std::nullopt;
  std::optional<Mend> made;
  const auto try_one = [&](Kind kind, Edit edit) {
    if (made && (made->begin != edit.from || made->end != edit.to || made->offers.size() == 3)) return;
    if (!reads(with_edits(sentence, {edit}, language))) return;
    if (!made) made = Mend{kind, edit.from, edit.to, {}};
    made->offers.push_back(std::move(edit));
  };
  for (auto& edit : everyday_edits(sentence, language))
    if (edit.text.find('@') == std::string::npos) try_one(Kind::everyday_speech, std::move(edit));
  if (made) return made;
  for (std::uint32_t at = 0; at < size; ++at)
    if (sentence.words[at].kind == WordKind::symbol) try_one(Kind::needless_sign, {at, at + 1, ""});
  if (made) return made;
  for (std::uint32_t at = 1; at < size; ++at)
    if (said_key(sentence.words[at]) == said_key(sentence.words[at - 1])) try_one(Kind::word_twice, {at - 1, at + 1, sentence.words[at].text});
  if (made) return made;
  // The longest words first, so that nothing of them is left behind; the first word, which may be a name,
  // last.
  const auto replace_words = [&](std::uint32_t first_at, std::uint32_t end_at) {
    for (auto length = std::min(size, longest_name); length > 0; --length)
      for (auto at = first_at; at < end_at && at + length <= size; ++at) {
        const auto plain = std::all_of(sentence.words.begin() + at, sentence.words.begin() + at + length,
                                       [](const syntax::Word& word) { return word.kind == WordKind::word; });
        if (!plain) continue;
        const auto written = text_of_words(sentence, at, at + length);
        const auto all = grammar::nearest(written, spellings, 2);
        for (const auto& near : all)
          if (distance_to(written, near) == distance_to(written, all.front()) && denies_alike(written, near)) try_one(Kind::not_a_phrase, {at, at + length, near});
      }
  };
  replace_words(1, size);
  if (!made) replace_words(0, 1);
  if (made) return made;
  for (auto length = openings.empty() ? std::min(size, longest_name) : 0; length > 0; --length)
    try_one(Kind::not_a_phrase, {size - length, size, '"' + text_of_words(sentence, size - length, size) + '"'});
  if (made) return made;
  for (const auto& opening : openings) try_one(Kind::expected, {0, 0, opening + " "});
  return made;
}

}  // namespace tdkt::typed::reading
