// SPDX-License-Identifier: Apache-2.0
// Groups that are opened or ended in other words than the language's: `one of the following:`, `end if`.
#include <algorithm>
#include <array>

#include "grammar/reading.hpp"
#include "grammar/spelling.hpp"
#include "grammar/spoken.hpp"

namespace tdkt::grammar {

namespace {

using Words = std::span<const std::string>;

template <std::size_t Size>
bool among(const std::array<const char*, Size>& list, const std::string& key) {
  return std::any_of(list.begin(), list.end(), [&](const char* one) { return key_of(one) == key; });
}

// `the following conditions` says nothing more; `…` at least N of them.
bool says_nothing(const std::string& word, Language language) {
  static constexpr std::array english{"the", "these", "those", "following", "condition", "conditions", "criterion", "criteria",
                                      "requirement", "requirements", "point", "points", "below"};
  static constexpr std::array vietnamese{"các", "những", "số", "điều", "kiện", "tiêu", "chuẩn", "chí", "nội", "dung", "sau", "đây", "dưới"};
  return language == Language::english ? among(english, word) : among(vietnamese, word);
}

std::optional<std::string> figure(Words words, Language language, std::size_t& used) {
  if (words.empty()) return std::nullopt;
  const auto& first = words.front();
  if (std::all_of(first.begin(), first.end(), is_digit)) return used = 1, first;
  const auto spoken = spoken_number(words, language);
  if (!spoken || !std::all_of(spoken->figures.begin(), spoken->figures.end(), is_digit)) return std::nullopt;
  return used = spoken->words, spoken->figures;
}

bool are(Words words, std::string_view text) {
  std::string joined;
  for (const auto& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined == key_of(text);
}

struct Meant {
  Keyword keyword;
  std::string count;
};

// `at least two of`, `2 of`, `two out of three`
std::optional<Meant> counted(Words words, Language language) {
  const bool english = language == Language::english;
  static constexpr std::array before_english{"at least", "a minimum of", "minimum"}, before_vietnamese{"ít nhất", "có ít nhất", "tối thiểu"};
  std::size_t from = 0;
  for (const char* text : english ? before_english : before_vietnamese) {
    const auto length = static_cast<std::size_t>(std::count(text, text + std::char_traits<char>::length(text), ' ')) + 1;
    if (words.size() > length && are(words.first(length), text)) from = length;
  }
  std::size_t used = 0;
  const auto count = figure(words.subspan(from), language, used);
  if (!count) return std::nullopt;
  auto rest = words.subspan(from + used);
  if (rest.empty()) return from > 0 ? std::optional(Meant{Keyword::at_least_n_of, *count}) : std::nullopt;
  if (english ? !(are(rest.first(1), "of") || (rest.size() > 1 && are(rest.first(2), "out of"))) : !are(rest.first(1), "trong")) return std::nullopt;
  rest = rest.subspan(english && are(rest.first(1), "out") ? 2 : 1);
  std::size_t among_them = 0;
  if (!rest.empty() && (!figure(rest, language, among_them) || among_them != rest.size())) return std::nullopt;
  return Meant{Keyword::at_least_n_of, *count};
}

std::optional<Meant> meant_by(Words words, Language language) {
  static constexpr std::array all_english{"all", "all of", "each of", "every one of", "both", "both of"};
  static constexpr std::array all_vietnamese{"tất cả", "toàn bộ", "đủ", "đồng thời", "đủ tất cả"};
  static constexpr std::array any_english{"any", "any of", "one of", "either", "either of", "any one of", "one or more of"};
  static constexpr std::array any_vietnamese{"một trong", "một trong hai", "một trong ba", "bất kỳ", "một"};
  const bool english = language == Language::english;
  const auto is = [&](const char* text) { return are(words, text); };
  if (english ? std::any_of(all_english.begin(), all_english.end(), is) : std::any_of(all_vietnamese.begin(), all_vietnamese.end(), is))
    return Meant{Keyword::all_of, {}};
  if (english ? std::any_of(any_english.begin(), any_english.end(), is) : std::any_of(any_vietnamese.begin(), any_vietnamese.end(), is))
    return Meant{Keyword::any_of, {}};
  return counted(words, language);
}

}  // namespace

std::optional<Reading::OddGroup> Reading::odd_group(std::size_t at) {
  constexpr std::size_t most_words = 12;
  std::vector<std::string> words;
  auto end = at;
  for (auto next = at; next < text.size() && text[next] != '\n' && text[next] != ':' && !comment_at(next); next = past_blanks(text, end)) {
    end = end_of_word(text, next);
    words.push_back(lexicon.key(text.substr(next, end - next)));
    if (words.size() > most_words) return std::nullopt;
  }
  const auto colon = past_blanks(text, end);
  const bool has_colon = colon < text.size() && text[colon] == ':';
  const auto last = has_colon ? colon + 1 : end;
  const auto newline = text.find('\n', last);
  if (words.empty() || !ends_line(last) || newline == std::string_view::npos) return std::nullopt;
  // A criterion has to follow: `require all of` may go on below.
  const auto below = next_line(newline);
  if (!below || below->indent == 0 || (!label_end(below->begin) && !tight_label_at(below->begin))) return std::nullopt;

  while (!words.empty() && says_nothing(words.back(), language)) words.pop_back();
  const auto meant = meant_by(words, language);
  if (!meant) return std::nullopt;
  OddGroup group{meant->keyword, static_cast<std::uint32_t>(last), meant->count, spellings(meant->keyword, language).front() + ':'};
  if (const auto gap = group.instead.find("…"); gap != std::string::npos) group.instead.replace(gap, std::string_view("…").size(), meant->count);
  // All that may be missing is the sign.
  auto stop = lexicon.end_of(meant->keyword, at, language);
  if (stop && meant->keyword == Keyword::at_least_n_of) {
    auto digits = past_blanks(text, *stop);
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    stop = lexicon.end_of(meant->keyword, past_blanks(text, digits), language, 1);
  }
  if (!has_colon && stop && *stop == end) group.colon_at = static_cast<std::uint32_t>(end);
  return group;
}

std::optional<std::uint32_t> Reading::odd_end(std::size_t at) {
  auto end = said_instead(Keyword::end, at);
  if (!end) end = lexicon.end_of(Keyword::end, at, language);
  if (!end) return std::nullopt;
  while (*end < text.size() && (text[*end] == '.' || text[*end] == ';' || text[*end] == ':' || text[*end] == ',')) ++*end;
  return ends_line(*end) ? end : std::nullopt;
}

}  // namespace tdkt::grammar
