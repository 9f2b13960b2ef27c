// SPDX-License-Identifier: Apache-2.0
#include "grammar/reading.hpp"

#include <algorithm>

#include "grammar/characters.hpp"
#include "grammar/ordinary.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

constexpr std::uint32_t tab_width = 4;

}  // namespace

std::string_view Reading::rest_of_line(std::size_t at) const {
  const auto end = text.find('\n', at);
  return text.substr(at, end == std::string_view::npos ? end : end - at);
}

bool Reading::comment_at(std::size_t at) const {
  return at < text.size() && text[at] == '#' && (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '\n');
}

bool Reading::ends_line(std::size_t end) const {
  const auto next = past_blanks(text, end);
  return next >= text.size() || text[next] == '\n' || comment_at(next);
}

std::uint32_t Reading::indent_at(std::size_t at) const {
  std::uint32_t indent = 0;
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  for (auto i = before == std::string_view::npos ? 0 : before + 1; i < at && is_blank(text[i]); ++i)
    indent = text[i] == '\t' ? (indent / tab_width + 1) * tab_width : indent + 1;
  return indent;
}

std::optional<Reading::Line> Reading::next_line(std::size_t at) {
  if (last_line_.at == at) return last_line_.answer;
  last_line_ = {at, std::nullopt};
  while (at < text.size()) {
    const auto first = past_blanks(text, at);
    if (first >= text.size()) break;
    if (text[first] == '\n') {
      at = first + 1;
    } else if (comment_at(first)) {
      const auto end = text.find('\n', first);
      if (end == std::string_view::npos) break;
      at = end + 1;
    } else {
      last_line_.answer = Line{static_cast<std::uint32_t>(first), indent_at(first)};
      break;
    }
  }
  return last_line_.answer;
}

std::optional<LineWord> Reading::exactly(std::size_t at, std::span<const Keyword> words, Language wanted) {
  auto found = lexicon.longest(at, words, wanted);
  if (found && found->keyword == Keyword::end && !ends_line(found->end)) found = lexicon.longest(at, words, wanted, found->end);
  if (!found) return std::nullopt;
  const auto quote_follows = [&](std::size_t end) {
    const auto next = past_blanks(text, end);
    return next < text.size() && text[next] == '"';
  };
  // `bảng điểm theo …` is a table of points: a scorecard would have a title.
  if (found->keyword == Keyword::scorecard && !quote_follows(found->end))
    if (const auto shorter = lexicon.longest(at, words, wanted, found->end)) found = shorter;
  return LineWord{found->keyword, static_cast<std::uint32_t>(at), found->end, LineWord::Written::right, {}};
}

std::optional<Language> Reading::language_found() {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_blank(text[at]) && text[at] != '\n')
      for (const auto side : {Language::english, Language::vietnamese})
        if (exactly(at, statement_words, side)) return side;
    const auto end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return std::nullopt;
}

std::optional<LineWord> Reading::work_out_statement_word(std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  auto word = exactly(at, statement_words, language);
  if (!word) {
    word = exactly(at, statement_words, other(language));
    if (word) {
      word->written = LineWord::Written::other_language;
      word->spelling = spellings(word->keyword, language).front();
    }
  }
  if (!word && is_letter(character_at(text, at).code))
    for (const auto side : {language, other(language)})
      if (const auto near = lexicon.nearest(at, statement_words, side); near && !word)
        word = LineWord{near->keyword, static_cast<std::uint32_t>(at), near->end,
                        LineWord::Written::misspelt,
                        side == language ? near->spelling : spellings(near->keyword, language).front()};
  if (word) word->indented = indent_at(at) > 0;
  return word;
}

std::optional<LineWord> Reading::statement_word(std::size_t at) {
  if (last_statement_.at != at) last_statement_ = {at, nullptr, 0, false, work_out_statement_word(at)};
  return last_statement_.answer;
}

std::optional<LineWord> Reading::line_word(std::size_t at, bool sure) {
  // `sure` and the present indent only matter for words that are not right.
  const auto group = scene.group ? scene.group->opener + 1 : 0;
  auto& last = last_word_;
  const bool known = last.at == at && last.place == scene.place && last.group == group && last.sure == sure;
  if (!known) last = {at, scene.place, group, sure, work_out_line_word(at, sure)};
  return last.answer;
}

std::optional<std::uint32_t> Reading::take_statement_word(Keyword keyword, std::size_t at) {
  const auto word = statement_word(at);
  if (!word || word->keyword != keyword) return std::nullopt;
  taken = *word;
  if (!first_statement) first_statement = *word;
  return word->end;
}

std::optional<std::uint32_t> Reading::take_line_word(Keyword keyword, std::size_t at) {
  const auto word = line_word(at, true);
  if (!word || word->keyword != keyword || word->outside) return std::nullopt;
  taken = *word;
  scene.indent = indent_at(at);
  scene.row_blanks.reset();
  return word->end;
}

std::optional<std::uint32_t> Reading::keyword_end(Keyword keyword, std::size_t at, std::size_t piece) {
  if (at >= text.size()) return std::nullopt;
  auto end = lexicon.end_of(keyword, at, language, piece);
  if (!end && turned > 0) end = lexicon.end_of(keyword, at, other(language), piece);
  if (end && piece == 0) taken = {keyword, static_cast<std::uint32_t>(at), *end};
  return end;
}

std::uint32_t Reading::enter_group(std::size_t at) {
  const auto opener = taken.begin;
  Group group;
  group.opener = opener;
  group.opener_indent = indent_at(at);
  auto first = next_line(at);
  while (first && exactly(first->begin, places::words::cited, language)) {
    const auto end = text.find('\n', first->begin);
    first = end == std::string_view::npos ? std::nullopt : next_line(end);
  }
  if (first) {
    group.first_indent = first->indent;
    const auto require = scene.outer ? exactly(first->begin, scene.outer->words, language) : std::nullopt;
    group.labelled = label_end(first->begin) || tight_label_at(first->begin) || group_end(first->begin) || (require && ends_a_group(require->keyword));
  }
  if (!scene.group) scene.outer = scene.place;
  scene.place = &places::group;
  scene.stops = nullptr;
  scene.group = group;
  scene.indent = group.opener_indent;
  return ++scene.groups;
}

std::optional<std::uint32_t> Reading::said_instead(Keyword keyword, std::size_t at) {
  std::optional<std::uint32_t> longest;
  for (const auto& said : said_for(keyword, language)) {
    std::size_t end = at, from = 0;
    bool same = true;
    while (same && from < said.size()) {
      const auto next = past_blanks(said, from), stop = end_of_word(said, next);
      end = past_blanks(text, end);
      if (end >= text.size() || text[end] == '\n') {
        same = false;
        break;
      }
      const auto word_end = end_of_word(text, end);
      same = key_of(said.substr(next, stop - next)) == lexicon.key(text.substr(end, word_end - end));
      end = word_end;
      from = stop;
    }
    if (same && (!longest || end > *longest)) longest = static_cast<std::uint32_t>(end);
  }
  return longest;
}

std::uint32_t Reading::back_to_word(std::size_t at) const {
  auto end = at;
  bool line_passed = at >= text.size() || text[at] == '\n' || comment_at(at);
  while (end > 0) {
    const char before = text[end - 1];
    if (before == '\n') line_passed = true;
    if (is_blank(before) || before == '\n') {
      --end;
      continue;
    }
    const auto newline = text.rfind('\n', end - 1);
    const auto begin = newline == std::string_view::npos ? 0 : newline + 1;
    bool quoted = false;
    auto comment = std::string_view::npos;
    for (auto i = begin; i < end && comment == std::string_view::npos; ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (!quoted && comment_at(i)) comment = i;
    }
    if (comment == std::string_view::npos) break;
    end = comment;
    line_passed = true;
  }
  return static_cast<std::uint32_t>(line_passed && end > 0 ? end : at);
}

}  // namespace tdkt::grammar
