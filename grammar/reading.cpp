// SPDX-License-Identifier: Apache-2.0
#include "grammar/reading.hpp"

#include <algorithm>

#include "grammar/characters.hpp"
#include "grammar/ordinary.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

constexpr std::uint32_t tab_width = 4;
constexpr std::size_t longest_label_step = 6;
// How far the end of an open bracket is looked for past lines that begin with clause words.
constexpr std::size_t most_bracket_lines = 8, most_bracket_bytes = 16'384;

constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Words of group places that an open group leaves to the statement around it.
bool ends_a_group(Keyword keyword) {
  return keyword != Keyword::end && keyword != Keyword::cites && keyword != Keyword::wording;
}

// Clause words that can stand in an expression, too, and so begin a line within brackets.
bool stands_in_expressions(Keyword keyword) {
  switch (keyword) {
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item: case Keyword::up_to:
    case Keyword::out_of: case Keyword::rounding: case Keyword::otherwise_row: case Keyword::dated_value:
    case Keyword::judged_in: case Keyword::among: case Keyword::end:
      return true;
    default:
      return false;
  }
}

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
  if (found && found->keyword == Keyword::end && !ends_line(found->end))
    found = lexicon.longest(at, words, wanted, found->end);
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
        if (!quoted && line[i] == '-' && line[i + 1] == '>') return true;
      }
      return in_step;
    }
    case Unnamed::grade_row: {
      if (text[at] != '"') return false;
      const auto close = rest_of_line(at).find('"', 1);
      if (in_step || close == std::string_view::npos) return true;
      const auto next = past_blanks(text, at + close + 1);
      return lexicon.end_of(Keyword::when, next, language) || lexicon.end_of(Keyword::when, next, other(language));
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

bool Reading::stops_at(std::size_t at) {
  if (scene.brackets > 0 || at >= text.size()) return false;
  if (translation_at(at)) return true;
  if (!scene.stops) return false;
  if (scene.stops->colon && text[at] == ':') return true;
  if (scene.stops->comma && text[at] == ',') return true;
  if (scene.stops->rest_of && lexicon.end_of(*scene.stops->rest_of, at, language, 1)) return true;
  if (scene.stops->arrow && text.substr(at, 2) == "->") return true;
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
