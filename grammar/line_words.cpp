// SPDX-License-Identifier: Apache-2.0
// What begins a line: a clause word, right or nearly right, a mark of a list, or a line without a word of its own.
#include "grammar/reading.hpp"

#include "grammar/characters.hpp"
#include "grammar/ordinary.hpp"

namespace tdkt::grammar {

std::optional<LineWord> Reading::named(std::size_t at, std::span<const Keyword> words, bool sure,
                                       std::uint32_t indent) {
  if (auto word = exactly(at, words, language)) return word;
  if (!is_letter(character_at(text, at).code)) return std::nullopt;

  // A word that continues the line above may look like a slip; it is one where it isn't deeper than
  // that line, or where the title follows that only the clause would have.
  const bool in_step = sure || scene.in_header || indent <= scene.indent;
  const auto quote = rest_of_line(at).substr(0, 80).find('"') != std::string_view::npos;
  if (!in_step && !quote) return std::nullopt;
  const auto meant = [&](Keyword keyword, std::size_t end) {
    if (!wants_title(keyword)) return in_step;
    auto next = past_blanks(text, end);
    if (const auto label = label_end(next)) next = past_blanks(text, *label);
    return sure || (next < text.size() && text[next] == '"');
  };
  if (auto word = exactly(at, words, other(language)); word && meant(word->keyword, word->end)) {
    word->written = LineWord::Written::other_language;
    word->spelling = spellings(word->keyword, language).front();
    return word;
  }
  // A name may begin with such a word, and a sentence go on with it: `điều kiện` is a criterion with a colon or
  // a label behind it.
  const auto is_marked = [&](std::size_t end) { return text[end] == ':' || label_end(past_blanks(text, end)); };
  for (const auto keyword : words)
    if (auto end = said_instead(keyword, at); end && meant(keyword, *end) && (keyword != Keyword::require || is_marked(*end))) {
      if (*end < text.size() && text[*end] == ':') ++*end;
      return LineWord{keyword, static_cast<std::uint32_t>(at), *end, LineWord::Written::misspelt, spellings(keyword, language).front()};
    }
  if (const auto near = lexicon.nearest(at, words, language); near && meant(near->keyword, near->end))
    if (near->keyword != Keyword::end || ends_line(near->end))
      return LineWord{near->keyword, static_cast<std::uint32_t>(at), near->end, LineWord::Written::misspelt,
                      near->spelling};
  return std::nullopt;
}

// `- require registered`, `a) require registered`: lists pasted from a decision have their marks first.
std::optional<LineWord> Reading::behind_label(std::size_t at, std::span<const Keyword> words) {
  const auto mark = character_at(text, at);
  auto end = label_end(at);
  const bool bullet = !is_word_character(mark.code);
  if (!end && (mark.code == '*' || mark.code == '+')) end = static_cast<std::uint32_t>(at + mark.size);
  if (!end) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(at);
  auto word = exactly(past_blanks(text, *end), words, language);
  // `10` and below it `- penalty`: a difference.
  if (!word || stands_in_expressions(word->keyword)) return std::nullopt;
  word->spelling = std::string(text.substr(word->begin, word->end - word->begin));
  if (!bullet) word->spelling += ' ' + std::string(text.substr(begin, *end - begin));
  word->begin = begin;
  word->written = LineWord::Written::misspelt;
  return word;
}

std::optional<LineWord> Reading::criterion(std::size_t at, bool sure, std::uint32_t indent) {
  const auto here = static_cast<std::uint32_t>(at);
  const LineWord unnamed{Keyword::group_line, here, here, LineWord::Written::right, {}};
  if (scene.outer)
    if (auto word = exactly(at, scene.outer->words, language); word && ends_a_group(word->keyword)) {
      if (word->keyword == Keyword::require && indent > scene.group->opener_indent)
        word->keyword = Keyword::group_line;
      else
        word->outside = true;
      return word;
    }
  // `end.` looks like a label.
  if (const auto end = odd_end(at); end && !exactly(at, scene.place->words, language))
    return LineWord{Keyword::end, here, *end, LineWord::Written::misspelt, spellings(Keyword::end, language).front()};
  if (label_end(at) || tight_label_at(at) || group_end(at)) return unnamed;
  if (auto word = named(at, scene.place->words, sure, indent)) return word;
  if (!scene.group->labelled && indent <= scene.group->first_indent) return unnamed;
  return std::nullopt;
}

bool Reading::begins_unnamed(std::size_t at, std::uint32_t indent) {
  const bool in_step = !scene.in_header && indent <= scene.indent;
  switch (scene.place->unnamed) {
    case Unnamed::value:
      return true;
    case Unnamed::table_row: {
      bool quoted = false;
      const auto line = rest_of_line(at);
      if (line.substr(0, 2) == "->") return false;
      for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (line[i] == '"') quoted = !quoted;
        if (!quoted && comment_at(at + i)) break;
        if (!quoted && (line[i] == '-' || line[i] == '=') && line[i + 1] == '>') return true;
        // `excellent: 30`
        if (!quoted && i > 0 && (line[i] == ':' || line[i] == '=') && is_blank(line[i + 1]) && !translation_at(at + i - 2)) return true;
      }
      return in_step;
    }
    case Unnamed::grade_row: {
      if (text[at] != '"') return false;
      const auto close = rest_of_line(at).find('"', 1);
      if (in_step || close == std::string_view::npos) return true;
      const auto next = past_blanks(text, at + close + 1);
      if (next < text.size() && text[next] == ':') return true;
      return lexicon.end_of(Keyword::when, next, language) || lexicon.end_of(Keyword::when, next, other(language)) ||
             said_instead(Keyword::when, next);
    }
    case Unnamed::nothing:
    case Unnamed::criterion:
      return false;
  }
  return false;
}

std::optional<LineWord> Reading::work_out_line_word(std::size_t at, bool sure) {
  const auto indent = indent_at(at);
  if (indent == 0) {
    for (const auto side : {language, other(language)})
      if (exactly(at, statement_words, side)) return std::nullopt;
    auto word = exactly(at, scene.place->words, language);
    if (!word && scene.group && label_end(at))
      word = LineWord{Keyword::group_line, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)};
    if (!word && scene.group && scene.outer) {
      word = exactly(at, scene.outer->words, language);
      if (word) word->outside = true;
    }
    if (word) word->at_margin = true;
    return word;
  }
  if (scene.group) return criterion(at, sure, indent);
  if (auto word = named(at, scene.place->words, sure, indent)) return word;
  if (auto word = behind_label(at, scene.place->words)) return word;
  if (begins_unnamed(at, indent)) {
    const auto here = static_cast<std::uint32_t>(at);
    const auto keyword = scene.place->unnamed == Unnamed::value       ? Keyword::value_line
                         : scene.place->unnamed == Unnamed::table_row ? Keyword::table_row
                                                                      : Keyword::grade_row;
    return LineWord{keyword, here, here};
  }
  return std::nullopt;
}

}  // namespace tdkt::grammar
