// SPDX-License-Identifier: Apache-2.0
// Signs and days that a clause cannot do without, where another stands or none does.
#include <algorithm>
#include <vector>

#include "diagnostics/kinds.hpp"
#include "grammar/characters.hpp"
#include "grammar/spelling.hpp"
#include "grammar/spoken.hpp"
#include "syntax/complaints.hpp"

namespace tdkt::syntax {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using grammar::Language;

namespace {

// What a whole clause says of points besides their formula, in other words than the language's.
constexpr Keyword said_of_points[] = {Keyword::up_to, Keyword::all_or_nothing, Keyword::without_a_ceiling};
// Where a header's words end.
constexpr Keyword ends_of_headers[] = {Keyword::every_year, Keyword::every_half_year, Keyword::every_quarter, Keyword::every_month,
                                       Keyword::every_week};

}  // namespace

// Where the words before `at` end, on the same line.
std::uint32_t Complaints::end_before(std::size_t at) const {
  while (at > 0 && grammar::is_blank(reading_.text[at - 1])) --at;
  return static_cast<std::uint32_t>(at);
}

// `award: "Model unit"`
bool Complaints::colon_before_title(std::size_t at) const {
  if (at >= reading_.text.size() || reading_.text[at] != ':') return false;
  const auto next = grammar::past_blanks(reading_.text, at + 1);
  return next < reading_.text.size() && reading_.text[next] == '"';
}

// `period "X": from …`
bool Complaints::colon_before_keyword(std::size_t at, Keyword keyword) const {
  if (at >= reading_.text.size() || reading_.text[at] != ':') return false;
  return reading_.lexicon.end_of(keyword, grammar::past_blanks(reading_.text, at + 1), reading_.language).has_value();
}

// `one of the following:`; or only the colon is missing.
void Complaints::odd_group(Span opener, const grammar::Reading::OddGroup& group) {
  if (!group.colon_at) return replace(report(Kind::everyday_speech, opener, {written(opener)}), opener, group.instead);
  report(Kind::expected, opener, {Phrase("a colon after '" + written(opener) + "'", "dấu ':' sau '" + written(opener) + "'")})
      .replace({file_, {*group.colon_at, *group.colon_at}}, ":", {"put a colon after it", "thêm dấu ':' vào sau"});
}

bool Complaints::colon_inserted(std::size_t end) {
  const auto place = static_cast<std::uint32_t>(end);
  auto next = grammar::past_blanks(reading_.text, end);
  const bool equals = next < reading_.text.size() && reading_.text[next] == '=';
  auto& diagnostic = report(Kind::expected, equals ? Span{static_cast<std::uint32_t>(next), static_cast<std::uint32_t>(next + 1)} : word_at(next),
                            {Phrase("':'", "dấu ':'")});
  if (equals) replace(diagnostic, {place, static_cast<std::uint32_t>(next + 1)}, ":");
  else diagnostic.replace({file_, {place, place}}, ":", {"put a colon after the last word", "thêm dấu ':' sau từ cuối"});
  return true;
}

// `item "votes" (10): votes`, `item "votes" 10: votes`
bool Complaints::ceiling_in_figures(std::size_t at) {
  const auto& text = reading_.text;
  const bool bracket = at < text.size() && text[at] == '(';
  const auto first = bracket ? at + 1 : at;
  auto end = first;
  while (end < text.size() && (grammar::is_digit(text[end]) || text[end] == '.' || text[end] == ',')) ++end;
  const Span figures{static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)};
  if (end == first || (bracket && (end >= text.size() || text[end] != ')'))) return false;
  const Span whole{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(bracket ? end + 1 : end)};
  const auto colon = grammar::past_blanks(text, whole.end);
  if (colon >= text.size() || text[colon] != ':') return false;
  const auto& word = grammar::spellings(Keyword::up_to, reading_.language).front();
  replace(report(Kind::expected, whole, {Phrase("':' or '" + word + "'", "dấu ':' hoặc '" + word + "'")}), whole, word + ' ' + written(figures));
  return true;
}

// `item "votes" up to 10 votes`: the words that the ceiling took with it belong to the formula.
bool Complaints::ceiling_runs_on(std::size_t from, std::size_t at) {
  for (auto word = from; word < at;) {
    if (const auto ceiling = reading_.lexicon.end_of(Keyword::up_to, word, reading_.language)) {
      auto digits = grammar::past_blanks(reading_.text, *ceiling);
      const auto first = digits;
      while (digits < at && (grammar::is_digit(reading_.text[digits]) || reading_.text[digits] == '.' || reading_.text[digits] == ',')) ++digits;
      if (digits > first && grammar::past_blanks(reading_.text, digits) < at && !reading_.ends_line(digits)) return colon_inserted(digits);
    }
    word = grammar::past_blanks(reading_.text, grammar::end_of_word(reading_.text, word));
    if (word < at && reading_.text[word] == '\n') break;
  }
  return false;
}

// `report "late" for a unit, every year number of staff`
bool Complaints::header_runs_on(std::size_t from, std::size_t at) {
  for (auto word = from; word < at;) {
    if (reading_.text[word] == '\n' || grammar::is_blank(reading_.text[word])) {
      ++word;
      continue;
    }
    const auto found = reading_.lexicon.longest(word, ends_of_headers, reading_.language);
    const auto next = found ? reading_.text.find_first_not_of(" \t\n", found->end) : std::string_view::npos;
    if (found && next < at) {
      const auto place = found->end;
      report(Kind::expected, word_at(next), {Phrase("':'", "dấu ':'")})
          .replace({file_, {place, place}}, ":", {"put a colon after '" + written({static_cast<std::uint32_t>(word), place}) + "'",
                                                   "thêm dấu ':' sau '" + written({static_cast<std::uint32_t>(word), place}) + "'"});
      return true;
    }
    word = grammar::end_of_word(reading_.text, word);
  }
  return false;
}

void Complaints::colon_expected(std::size_t at, std::size_t from) {
  for (const auto keyword : said_of_points)
    if (const auto end = reading_.said_instead(keyword, at)) {
      const Span span{static_cast<std::uint32_t>(at), *end};
      const auto& word = grammar::spellings(keyword, reading_.language).front();
      return replace(report(Kind::unknown_clause, span, {written(span)}), span, word);
    }
  if (ceiling_in_figures(at) || ceiling_runs_on(from, at) || header_runs_on(from, at)) return;
  if (reading_.ends_line(at)) return expected(at, {"':'", "dấu ':'"});
  colon_inserted(end_before(at));
}

// `excellent: 30`, `excellent 30`
void Complaints::arrow_expected(std::size_t at, const Phrase& what) {
  auto& text = reading_.text;
  const bool sign = at < text.size() && (text[at] == ':' || text[at] == '=');
  if (sign) {
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 1)};
    return replace(report(Kind::expected, span, {what}), {end_before(at), span.end}, " ->");
  }
  // The last word of a line that ends is the outcome.
  const auto end = reading_.back_to_word(at);
  auto last = static_cast<std::size_t>(reading_.ends_line(end) ? end : at);
  if (last == end) {
    while (last > 0 && !grammar::is_blank(text[last - 1]) && text[last - 1] != '\n') --last;
    const auto newline = text.rfind('\n', last);
    const auto before = text.substr(newline == std::string_view::npos ? 0 : newline + 1, last - (newline == std::string_view::npos ? 0 : newline + 1));
    if (before.find_first_not_of(" \t") == std::string_view::npos) return expected(at, what);
  }
  const auto place = static_cast<std::uint32_t>(last);
  report(Kind::expected, word_at(last), {what}).replace({file_, {place, place}}, "-> ", {"put '->' before it", "thêm '->' vào trước"});
}

// `period "X": from …`, `in force since …`, `from 2024-02-01 - 2024-04-30`
void Complaints::days_expected(std::size_t at, const Phrase& what, Keyword keyword) {
  at = reading_.back_to_word(at);
  const auto sign = static_cast<std::uint32_t>(at);
  if (colon_before_keyword(at, keyword)) return needless_sign({sign, sign + 1});
  if (keyword == Keyword::from_day && days_without_words(at)) return;
  if (const auto end = reading_.said_instead(keyword, at)) {
    const Span span{sign, *end};
    return replace(report(Kind::expected, span, {what}), span, grammar::spellings(keyword, reading_.language).front());
  }
  expected(at, what);
}

// `from 2024`, `from 1 January 2024`, `from 2024/01/31`
void Complaints::day_expected(std::size_t at, const Phrase& what, bool last) {
  at = reading_.back_to_word(at);
  constexpr std::size_t most_words = 6;
  std::vector<std::string> words;
  std::vector<std::uint32_t> ends;
  for (auto next = at; next < reading_.text.size() && reading_.text[next] != '\n' && words.size() < most_words;) {
    const auto end = grammar::end_of_word(reading_.text, next);
    words.push_back(reading_.lexicon.key(reading_.text.substr(next, end - next)));
    ends.push_back(static_cast<std::uint32_t>(end));
    next = grammar::past_blanks(reading_.text, end);
  }
  const auto begin = static_cast<std::uint32_t>(at);
  const auto year_word = !words.empty() && words.front() == grammar::key_of("năm") ? std::size_t{1} : std::size_t{0};
  const auto is_year = [](const std::string& word) { return word.size() == 4 && std::all_of(word.begin(), word.end(), grammar::is_digit); };
  if (const auto day = grammar::spoken_day(words, reading_.language)) {
    const Span span{begin, ends[day->words - 1]};
    return replace(report(Kind::expected, span, {what}), span, day->figures);
  }
  if (words.size() > year_word && is_year(words[year_word])) {
    const Span span{begin, ends[year_word]};
    const auto& year = words[year_word];
    const bool english = reading_.language == Language::english;
    return replace(report(Kind::expected, span, {what}), span,
                   english ? year + (last ? "-12-31" : "-01-01") : (last ? "31/12/" : "01/01/") + year);
  }
  expected(at, what);
}

// `period "X" 2024-02-01 - 2024-04-30`
bool Complaints::days_without_words(std::size_t at) {
  const auto day_at = [&](std::size_t begin) {
    auto end = begin;
    while (end < reading_.text.size() && (grammar::is_digit(reading_.text[end]) || reading_.text[end] == '-' || reading_.text[end] == '/')) ++end;
    return end > begin + 1 && grammar::is_digit(reading_.text[end - 1]) ? end : begin;
  };
  const auto first = day_at(at);
  if (first == at) return false;
  auto between = grammar::past_blanks(reading_.text, first);
  const auto right = reading_.lexicon.end_of(Keyword::until_day, between, reading_.language);
  const auto odd = right ? std::nullopt : reading_.said_instead(Keyword::until_day, between);
  const auto word = grammar::spellings(Keyword::from_day, reading_.language).front();
  const Span day{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(first)};
  const auto whole_end = odd ? day_at(grammar::past_blanks(reading_.text, *odd)) : first;
  auto& diagnostic = report(Kind::expected, day, {"'" + word + "'"});
  if (!odd) replace(diagnostic, day, word + ' ' + written(day));
  else {
    const auto second = static_cast<std::uint32_t>(grammar::past_blanks(reading_.text, *odd));
    const Span last{second, static_cast<std::uint32_t>(whole_end)};
    replace(diagnostic, {day.begin, last.end},
            word + ' ' + written(day) + ' ' + grammar::spellings(Keyword::until_day, reading_.language).front() + ' ' + written(last));
  }
  return true;
}

// `"Fair" otherwise`
bool Complaints::otherwise_behind(std::size_t at) {
  const auto end = reading_.lexicon.end_of(Keyword::otherwise_row, at, reading_.language);
  const auto close = end_before(at);
  if (!end || close == 0 || reading_.text[close - 1] != '"') return false;
  const auto open = reading_.text.rfind('"', close - 2);
  if (open == std::string_view::npos) return false;
  const Span word{static_cast<std::uint32_t>(at), *end}, whole{static_cast<std::uint32_t>(open), *end};
  const auto& otherwise = grammar::spellings(Keyword::otherwise_row, reading_.language).front();
  replace(report(Kind::expected, word, {"'" + grammar::spellings(Keyword::when, reading_.language).front() + "'"}), whole,
          otherwise + ' ' + std::string(reading_.text.substr(open, close - open)));
  return true;
}

}  // namespace tdkt::syntax
