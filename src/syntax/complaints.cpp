// SPDX-License-Identifier: Apache-2.0
#include "syntax/complaints.hpp"

#include <algorithm>
#include <cctype>

#include "diagnostics/kinds.hpp"
#include "grammar/characters.hpp"
#include "grammar/ordinary.hpp"
#include "grammar/places.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::syntax {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using grammar::Language;
using grammar::LineWord;

namespace {

constexpr std::size_t longest_shown = 60;  // bytes of a word in a message

Phrase did_you_mean(const std::string& instead) {
  return {"did you mean '" + instead + "'?", "có phải ý bạn là '" + instead + "'?"};
}
Phrase write_instead(const std::string& instead) {
  if (instead.empty()) return {"leave it out", "hãy bỏ đi"};
  return {"write '" + instead + "'", "hãy viết '" + instead + "'"};
}

// A keyword in pieces as an author would write it: `at least … of`.
std::string shown(Keyword keyword, Language language, std::size_t piece) {
  const auto& all = grammar::spellings(keyword, language);
  if (all.empty()) return {};
  const auto& first = all.front();
  const auto gap = first.find("…");
  if (gap == std::string::npos) return first;
  auto part = piece == 0 ? first.substr(0, gap) : first.substr(gap + std::string_view("…").size());
  while (!part.empty() && part.back() == ' ') part.pop_back();
  while (!part.empty() && part.front() == ' ') part.erase(0, 1);
  return part;
}

std::string listed(std::span<const Keyword> keywords, Language language) {
  std::string list;
  for (const auto keyword : keywords) {
    const auto word = shown(keyword, language, 0);
    if (!word.empty()) list += (list.empty() ? "'" : ", '") + word + "'";
  }
  return list;
}

}  // namespace

Diagnostic& Complaints::report(Kind kind, Span span, std::vector<Phrase> values) {
  return diagnostics_.report(kind, {file_, span}, reading_.language, std::move(values));
}

void Complaints::replace(Diagnostic& diagnostic, Span span, const std::string& instead) {
  diagnostic.replace({file_, span}, instead, write_instead(instead));
}

std::string Complaints::written(Span span) const {
  auto text = reading_.text.substr(span.begin, span.end - span.begin);
  if (text.size() <= longest_shown) return std::string(text);
  auto cut = longest_shown;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return std::string(text.substr(0, cut)) + "…";
}

Span Complaints::word_at(std::size_t at) const {
  const auto begin = static_cast<std::uint32_t>(at);
  if (grammar::past_blanks(reading_.text, at) > at || at >= reading_.text.size() || reading_.text[at] == '\n')
    return {begin, begin};
  auto end = grammar::end_of_word(reading_.text, at);
  if (reading_.text[at] == '"') {
    const auto close = reading_.text.find_first_of("\"\n", at + 1);
    if (close != std::string_view::npos && reading_.text[close] == '"') end = close + 1;
  }
  return {begin, static_cast<std::uint32_t>(end)};
}

bool Complaints::odd_quotes_from(std::size_t at) const {
  const auto line = reading_.text.substr(at, std::min(reading_.text.find('\n', at), reading_.text.size()) - at);
  return std::count(line.begin(), line.end(), '"') % 2 == 1;
}

void Complaints::expected(std::size_t at, const Phrase& what) {
  report(Kind::expected, word_at(reading_.back_to_word(at)), {what});
}

void Complaints::name_expected(std::size_t at, const Phrase& what) {
  const auto span = word_at(reading_.back_to_word(at));
  if (colon_before_title(span.begin)) return needless_sign({span.begin, span.begin + 1});
  auto& diagnostic = report(Kind::expected, span, {what});
  if (span.begin == span.end) return;
  // `award Model unit" for a unit`: the quote that is there ends the name.
  const auto quote = reading_.text.find_first_of("\"\n", span.begin);
  const bool closed = quote != std::string_view::npos && reading_.text[quote] == '"' && odd_quotes_from(quote);
  const auto end = static_cast<std::uint32_t>(closed ? quote : end_of_name(span.begin));
  if (end == span.begin) return;
  auto name = reading_.text.substr(span.begin, end - span.begin);
  // `item 1 "votes"`: a label without its sign.
  const auto next = grammar::past_blanks(reading_.text, span.end);
  if (span.end - span.begin <= 3 && next < reading_.text.size() && reading_.text[next] == '"') return replace(diagnostic, span, written(span) + ')');
  while (!name.empty() && name.front() == '\'') name.remove_prefix(1);
  while (!name.empty() && name.back() == '\'') name.remove_suffix(1);
  replace(diagnostic, {span.begin, closed ? end + 1 : end}, '"' + std::string(name) + '"');
}

void Complaints::expected(std::size_t at, Keyword keyword, std::size_t piece) {
  at = reading_.back_to_word(at);
  const auto sign = static_cast<std::uint32_t>(at);
  if (colon_before_title(at) || colon_before_keyword(at, keyword)) return needless_sign({sign, sign + 1});
  if (keyword == Keyword::from_day && days_without_words(at)) return;
  if (keyword == Keyword::when && otherwise_behind(at)) return;
  const auto word = shown(keyword, reading_.language, piece);
  if (piece == 0)
    if (const auto end = reading_.lexicon.end_of(keyword, at, grammar::other(reading_.language))) {
      wrong_word({keyword, static_cast<std::uint32_t>(at), *end, LineWord::Written::other_language, word});
      return;
    }
  const Keyword wanted[] = {keyword};
  auto& diagnostic = report(Kind::expected, word_at(at), {"'" + word + "'"});
  if (const auto end = reading_.said_instead(keyword, at); end && piece == 0) {
    diagnostic.where.span.end = static_cast<std::uint32_t>(*end);
    const bool joins = at > 0 && !std::isspace(static_cast<unsigned char>(reading_.text[at - 1]));
    replace(diagnostic, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(*end)}, (joins ? " " : "") + word);
  } else if (const auto near = reading_.lexicon.nearest(at, wanted, reading_.language); near && piece == 0) {
    replace(diagnostic, {static_cast<std::uint32_t>(at), near->end}, near->spelling);
  } else if (keyword == Keyword::when && at < reading_.text.size() && reading_.text[at] == ':') {
    replace(diagnostic, {end_before(at), sign + 1}, ' ' + word);
  } else if (keyword == Keyword::when && !reading_.ends_line(at)) {
    replace(diagnostic, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)}, word + " ");
  }
}

void Complaints::nothing_more(std::size_t at) {
  const auto span = word_at(at);
  report(Kind::nothing_more, span, {written(span)});
}

void Complaints::rows_missing(std::size_t at) { report(Kind::rows_missing, word_at(reading_.back_to_word(at))); }

void Complaints::unknown_statement(std::size_t at) {
  const auto span = word_at(at);
  auto& diagnostic = report(Kind::unknown_statement, span, {written(span)});
  if (reading_.indent_at(at) == 0)
    diagnostic.suggest({"a line that continues the one above it is indented",
                        "dòng viết tiếp dòng trên phải thụt vào"});
}

void Complaints::unknown_clause(std::size_t at) {
  const auto span = word_at(at);
  auto& diagnostic = report(Kind::unknown_clause, span, {written(span)});
  const auto& scene = reading_.scene;
  if (scene.group) {
    diagnostic.suggest({"a criterion of this group begins with a label, for example 'a)'",
                        "mỗi điều kiện của nhóm này bắt đầu bằng nhãn, ví dụ 'a)'"});
  } else if (scene.place && !scene.place->words.empty()) {
    const auto list = listed(scene.place->words, reading_.language);
    diagnostic.suggest({"here can stand: " + list, "ở đây có thể là: " + list});
  }
}

void Complaints::wrong_word(const LineWord& word) {
  const Span span{word.begin, word.end};
  if (word.written == LineWord::Written::other_language) {
    const auto kind =
        reading_.language == Language::vietnamese ? Kind::turned_language : Kind::turned_vietnamese;
    auto& diagnostic = report(kind, span, {written(span), word.spelling});
    replace(diagnostic, span, word.spelling);
    if (const auto& first = reading_.first_statement; first && first->begin < word.begin)
      diagnostic.label({file_, {first->begin, first->end}},
                       reading_.language == Language::english
                           ? Phrase{"the file begins in English here", "tệp bắt đầu bằng tiếng Anh ở đây"}
                           : Phrase{"the file begins in Vietnamese here", "tệp bắt đầu bằng tiếng Việt ở đây"});
  } else if (word.written == LineWord::Written::misspelt) {
    const auto kind = std::find(std::begin(grammar::statement_words), std::end(grammar::statement_words),
                                word.keyword) != std::end(grammar::statement_words)
                          ? Kind::unknown_statement
                          : Kind::unknown_clause;
    report(kind, span, {written(span)}).replace({file_, span}, word.spelling, did_you_mean(word.spelling));
  }
}

void Complaints::misplaced(const LineWord& word) {
  const Span span{word.begin, word.end};
  const auto shown_word = word.begin == word.end ? written(word_at(word.begin)) : written(span);
  const Span marked = word.begin == word.end ? word_at(word.begin) : span;
  if (word.at_margin)
    report(Kind::clause_at_margin, marked, {shown_word})
        .replace({file_, {word.begin, word.begin}}, "  ", {"indent the line", "thụt dòng này vào"});
  if (word.indented) {
    const auto line = reading_.text.rfind('\n', word.begin);
    const auto begin = line == std::string_view::npos ? 0 : static_cast<std::uint32_t>(line + 1);
    report(Kind::statement_indented, marked, {shown_word})
        .replace({file_, {begin, word.begin}}, "", {"begin the line with it", "đưa về đầu dòng"});
  }
}

// Where a name that was to stand in quotes ends: before what follows names, or with the line.
std::size_t Complaints::end_of_name(std::size_t begin) const {
  static constexpr Keyword follow[] = {
      Keyword::for_a,   Keyword::for_every, Keyword::for_the, Keyword::for_all_together, Keyword::when,     Keyword::from_day,
      Keyword::up_to,   Keyword::out_of,    Keyword::offered_to, Keyword::is_,           Keyword::is_not,   Keyword::at_least,
      Keyword::at_most, Keyword::exactly,   Keyword::in_every_year, Keyword::is_more_favourable};
  auto end = begin;
  for (auto at = begin; at < reading_.text.size() && reading_.text[at] != '\n';) {
    if (reading_.comment_at(at) || reading_.text[at] == ':' || reading_.translation_at(at)) break;
    if (at > begin && reading_.lexicon.longest(at, follow, reading_.language)) break;
    end = grammar::end_of_word(reading_.text, at);
    at = grammar::past_blanks(reading_.text, end);
  }
  while (end > begin && (reading_.text[end - 1] == ',' || reading_.text[end - 1] == '.')) --end;
  return end;
}

void Complaints::quote_not_closed(std::size_t after) {
  const auto quote = reading_.text.rfind('"', after == 0 ? 0 : after - 1);
  if (quote == std::string_view::npos) return;
  const auto begin = static_cast<std::uint32_t>(quote);
  auto& diagnostic = report(Kind::quote_not_closed, {begin, begin + 1});
  const auto end = static_cast<std::uint32_t>(end_of_name(quote + 1));
  if (end == begin + 1) return;
  const auto name = "\"" + std::string(reading_.text.substr(quote + 1, end - quote - 1)) + "\"";
  replace(diagnostic, {begin, end}, name);
}

void Complaints::bracket_not_closed(std::size_t bracket, std::size_t end) {
  // `(registered or pledge signed]`: what closes it has been answered.
  if (const auto* sign = diagnostics_.last_of(Kind::foreign_sign, file_))
    if (const auto text = written(sign->where.span); sign->where.span.begin >= bracket && (text == "]" || text == "}")) return;
  const auto begin = static_cast<std::uint32_t>(bracket);
  const auto last = reading_.back_to_word(end);
  report(Kind::bracket_not_closed, {begin, begin + 1})
      .replace({file_, {last, last}}, ")", {"close it after the last word", "đóng ngoặc sau từ cuối cùng"});
}

void Complaints::too_deep(std::size_t at, Kind kind, std::uint32_t most) {
  report(kind, word_at(at), {std::to_string(most)});
}

void Complaints::sentence_too_long(Span sentence, std::size_t most) {
  report(Kind::endless_sentence, word_at(sentence.begin), {std::to_string(most)});
}

void Complaints::label_without_blank(Span label) {
  report(Kind::label_without_blank, label, {written(label)})
      .replace({file_, {label.end, label.end}}, " ", {"put a blank after it", "thêm dấu cách sau nhãn"});
}

void Complaints::translation_of_itself(Span tag) {
  const std::string instead = reading_.language == Language::english ? "vi:" : "en:";
  replace(report(Kind::translation_of_itself, tag, {written(tag), instead}), tag, instead);
}

void Complaints::group_not_closed(Span opener) {
  const auto word = grammar::spellings(Keyword::end, reading_.language).front();
  report(Kind::group_not_closed, opener)
      .suggest({"write '" + word + "' on a line of its own after the last criterion",
                "viết '" + word + "' thành một dòng riêng sau điều kiện cuối cùng"});
}

void Complaints::no_group_to_end(Span word) {
  replace(report(Kind::no_group_to_end, word, {written(word)}), word, "");
}

void Complaints::empty_group(Span opener) { report(Kind::empty_group, opener); }

void Complaints::number_form(Span number, const std::string& instead) {
  replace(report(Kind::number_form, number, {written(number), instead}), number, instead);
}

void Complaints::not_a_number(Span number) { report(Kind::no_number, number, {written(number)}); }

void Complaints::date_form(Span date, const std::string& instead) {
  replace(report(Kind::date_form, date, {written(date), instead}), date, instead);
}

void Complaints::not_a_day(Span date, const std::string& instead) {
  auto& diagnostic = report(Kind::not_a_day, date, {written(date)});
  if (!instead.empty()) replace(diagnostic, date, instead);
}

}  // namespace tdkt::syntax
