// SPDX-License-Identifier: Apache-2.0
// Whether the next line goes on with a clause, and where sentences stop.
#include "grammar/reading.hpp"

#include <algorithm>

#include "grammar/characters.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

// How far the end of an open bracket is looked for past lines that begin with clause words.
constexpr std::size_t most_bracket_lines = 8, most_bracket_bytes = 16'384;

}  // namespace

bool Reading::closes_ahead(std::size_t at) {
  auto depth = scene.brackets;
  std::size_t lines = 0;
  const auto limit = std::min(text.size(), at + most_bracket_bytes);
  const auto skip_clause_word = [&] {
    if (const auto label = label_end(at)) at = *label;
    const auto word = exactly(at, scene.place->words, language);
    if (!word) return true;
    if (!stands_in_expressions(word->keyword) || ++lines > most_bracket_lines) return false;
    at = word->end;
    return true;
  };
  if (!skip_clause_word()) return false;
  while (at < limit) {
    const char c = text[at];
    if (c == '(') ++depth;
    if (c == ')' && --depth == 0) return true;
    if (c == '"') {
      const auto end = text.find_first_of("\"\n", at + 1);
      if (end == std::string_view::npos || text[end] == '\n') return false;
      at = end;
    }
    if (c == '\n' || comment_at(at)) {
      const auto end = text.find('\n', at);
      const auto next = end == std::string_view::npos ? std::nullopt : next_line(end);
      if (!next || next->indent == 0) return false;
      at = next->begin;
      if (!skip_clause_word()) return false;
      continue;
    }
    ++at;
  }
  return false;
}

bool Reading::goes_on(std::size_t at) {
  if (at >= text.size() || text[at] != '\n') return false;
  const auto line = next_line(at);
  if (!line) return false;
  if (!scene.place) return true;
  if (line->indent == 0 || scene.place->unnamed == Unnamed::value || text[line->begin] == '|') return false;
  if (scene.brackets == 0) return !line_word(line->begin, false) && !statement_inside(*line, false);
  return !exactly(line->begin, scene.place->words, language) || closes_ahead(line->begin);
}

bool Reading::clause_follows(std::size_t at) {
  if (at >= text.size() || text[at] != '\n') return false;
  const auto line = next_line(at);
  if (!line) return false;
  if (line->indent == 0) {
    const auto word = line_word(line->begin, true);
    return word && !word->outside;
  }
  const auto word = line_word(line->begin, true);
  if (!word) return !statement_inside(*line, true);
  return !scene.group || (!word->outside && word->keyword != Keyword::end);
}

bool Reading::statement_inside(const Line& line, bool sure) {
  if (!sure && (scene.in_header || line.indent > scene.indent)) return false;
  const auto word = exactly(line.begin, statement_words, language);
  if (!word || !wants_title(word->keyword)) return word && sure;
  const auto next = past_blanks(text, word->end);
  return next < text.size() && text[next] == '"';
}

bool Reading::translation_at(std::size_t at) const {
  if (at + 3 > text.size() || text[at + 2] != ':') return false;
  const auto before = at == 0 ? ' ' : text[at - 1];
  if (static_cast<unsigned char>(before) >= 0x80 || is_word_character(static_cast<unsigned char>(before)) || before == '-')
    return false;
  const auto tag = text.substr(at, 2);
  return tag == "vi" || tag == "en";
}

bool Reading::stops_at(std::size_t at) {
  if (scene.brackets > 0 || at >= text.size()) return false;
  if (translation_at(at)) return true;
  if (!scene.stops) return false;
  if (scene.stops->colon && text[at] == ':') return true;
  if (scene.stops->comma && text[at] == ',') return true;
  if (scene.stops->rest_of && lexicon.end_of(*scene.stops->rest_of, at, language, 1)) return true;
  if (scene.stops->equals && text[at] == '=') return true;
  if (scene.stops->arrow && (text.substr(at, 2) == "->" || text.substr(at, 3) == "-->")) return true;
  if (scene.stops->words.empty()) return false;
  return lexicon.longest(at, scene.stops->words, language) ||
         (turned > 0 && lexicon.longest(at, scene.stops->words, other(language)));
}

bool Reading::statement_follows(std::size_t at) {
  const auto line = next_line(at);
  if (!line || line->indent > 0) return false;
  for (const auto side : {language, other(language)})
    if (exactly(line->begin, statement_words, side)) return true;
  return false;
}

bool Reading::together_at(std::size_t at) {
  auto end = keyword_end(Keyword::for_all_together, at, 0);
  if (!end) return false;
  bool has_rest = false;
  for (const auto& words : spelling_words(Keyword::for_all_together, language))
    has_rest = has_rest || std::find(words.begin(), words.end(), "…") != words.end();
  if (!has_rest) return true;
  for (std::size_t next = past_blanks(text, *end); next < text.size();) {
    if (text[next] == ',' || text[next] == '\n') return false;
    if (lexicon.end_of(Keyword::for_all_together, next, language, 1)) return true;
    next = past_blanks(text, end_of_word(text, next));
  }
  return false;
}

bool Reading::row_follows(std::size_t at) {
  const auto line = next_line(at);
  return line && line->indent > 0 && text[line->begin] == '|';
}

bool Reading::row_holds(std::size_t at) {
  const auto before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return row_at(before == std::string_view::npos ? 0 : before + 1);
}

bool Reading::row_at(std::size_t line) {
  const auto first = past_blanks(text, line);
  const auto rest = rest_of_line(first);
  // An empty first cell looks like indentation, but for the header row's own.
  const auto cells = line + std::min<std::size_t>(first - line, scene.row_blanks.value_or(first - line));
  const bool barred = rest_of_line(cells).find_first_of("|\t") != std::string_view::npos;
  if (rest.empty() || !barred) return false;
  if (rest[0] == '#' && (rest.size() == 1 || is_blank(rest[1]))) return false;
  auto word = exactly(first, scene.place->words, language);
  if (!word && first == line) word = exactly(first, statement_words, language);
  if (!word) return true;
  return word->end < text.size() && text[word->end] == '\t';  // a cell that is the same word
}

}  // namespace tdkt::grammar
