// SPDX-License-Identifier: Apache-2.0
// Labels, the openers of groups, and days as they are written elsewhere.
#include "grammar/reading.hpp"

#include "grammar/characters.hpp"

namespace tdkt::grammar {

namespace {

constexpr std::size_t longest_label_step = 6;

}  // namespace

std::optional<std::uint32_t> Reading::label_end(std::size_t at) const {
  const auto followed_by_blank = [&](std::size_t end) -> std::optional<std::uint32_t> {
    if (end < text.size() && !is_blank(text[end]) && text[end] != '\n') return std::nullopt;
    return static_cast<std::uint32_t>(end);
  };
  if (at >= text.size()) return std::nullopt;
  const auto first = character_at(text, at);
  if (first.code == '-' || first.code == U'–' || first.code == U'—' || first.code == U'•')
    return followed_by_blank(at + first.size);
  std::size_t end = at, steps = 0;
  while (true) {
    auto step = end;
    std::size_t characters = 0;
    while (step < text.size() && characters <= longest_label_step) {
      const auto [code, size] = character_at(text, step);
      if (!is_word_character(code)) break;
      step += size;
      ++characters;
    }
    const bool closed = characters > 0 && characters <= longest_label_step && step < text.size() &&
                        (text[step] == ')' || text[step] == '.');
    if (!closed) break;
    end = step + 1;
    ++steps;
  }
  return steps == 0 ? std::nullopt : followed_by_blank(end);
}

bool Reading::tight_label_at(std::size_t at) const {
  std::size_t characters = 0;
  for (; at < text.size() && characters <= 3; ++characters) {
    const auto [code, size] = character_at(text, at);
    if (!is_word_character(code)) break;
    at += size;
  }
  if (characters == 0 || characters > 3 || at + 1 >= text.size() || text[at] != ')') return false;
  return text[at + 1] == '"' || is_word_character(character_at(text, at + 1).code);
}

std::optional<std::uint32_t> Reading::odd_date_end(std::size_t at) const {
  int numbers[3] = {};
  std::size_t digits[3] = {};
  char sign = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    for (; at < text.size() && is_digit(text[at]) && digits[i] < 5; ++at, ++digits[i]) numbers[i] = numbers[i] * 10 + (text[at] - '0');
    if (digits[i] == 0 || (i < 2 && digits[i] > 2)) return std::nullopt;
    if (i == 2) break;
    if (at >= text.size() || (text[at] != '/' && text[at] != '-' && text[at] != '.') || (i == 1 && text[at] != sign)) return std::nullopt;
    sign = text[at++];
  }
  const bool whole_word = at >= text.size() || !is_word_character(character_at(text, at).code);
  const bool is_day = numbers[0] >= 1 && numbers[0] <= 31 && numbers[1] >= 1 && numbers[1] <= 12;
  if (!whole_word || !is_day || (digits[2] != 2 && digits[2] != 4)) return std::nullopt;
  if (sign == '/' && digits[2] == 4) return std::nullopt;
  return static_cast<std::uint32_t>(at);
}

std::optional<std::uint32_t> Reading::group_end(std::size_t at) {
  const auto colon_after = [&](std::size_t end) -> std::optional<std::uint32_t> {
    end = past_blanks(text, end);
    if (end >= text.size() || text[end] != ':') return std::nullopt;
    return static_cast<std::uint32_t>(end + 1);
  };
  for (const auto keyword : {Keyword::all_of, Keyword::any_of})
    if (const auto end = lexicon.end_of(keyword, at, language))
      if (const auto colon = colon_after(*end)) return colon;
  if (const auto first = lexicon.end_of(Keyword::at_least_n_of, at, language)) {
    auto end = past_blanks(text, *first);
    const auto digits = end;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == digits) return std::nullopt;
    end = past_blanks(text, end);
    if (const auto rest = lexicon.end_of(Keyword::at_least_n_of, end, language, 1)) return colon_after(*rest);
  }
  return std::nullopt;
}

}  // namespace tdkt::grammar
