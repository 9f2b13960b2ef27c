// SPDX-License-Identifier: Apache-2.0
// The words of sentences.
#include <algorithm>

#include "syntax/builder.hpp"
#include "syntax/numbers.hpp"

namespace tdkt::syntax {

using grammar::Keyword;
using grammar::Language;

namespace {

// Word processors and mathematics have more signs than a keyboard.
std::string plain_sign(std::string_view sign) {
  if (sign == "−" || sign == "–" || sign == "—") return "-";
  if (sign == "→") return "->";
  if (sign == "'S") return "'s";
  return std::string(sign);
}

}  // namespace

Word Builder::make(WordKind kind, Span span, std::string text) {
  Word word;
  word.kind = kind;
  word.span = span;
  word.text = std::move(text);
  const auto before = span.begin == 0 ? ' ' : reading.text[span.begin - 1];
  word.after_blank = before == ' ' || before == '\t' || before == '\n';
  return word;
}

void Builder::plain(Span span) {
  words_.push_back(make(WordKind::word, span, text_of(span)));
  words_.back().key = reading.lexicon.key(reading.text.substr(span.begin, span.end - span.begin));
}

void Builder::quoted(Span span) {
  const Span inner{span.begin + 1, span.end - 1};
  words_.push_back(make(WordKind::quoted, span, text_of(inner)));
  words_.back().key = reading.lexicon.key(reading.text.substr(inner.begin, inner.end - inner.begin));
}

// `require: …`
void Builder::symbol(Span span) {
  const auto sign = reading.text.substr(span.begin, span.end - span.begin);
  if (!frames_.empty() && words_.size() == top().first_word && (sign == ":" || sign == ";" || sign == ","))
    return complaints.needless_sign(span);
  words_.push_back(make(WordKind::symbol, span, plain_sign(reading.text.substr(span.begin, span.end - span.begin))));
}

void Builder::number(Span span) {
  auto word = make(WordKind::number, span, text_of(span));
  const auto read = number_in(word.text, reading.language);
  if (read.number) {
    if (!read.instead.empty()) complaints.number_form(span, read.instead);
    word.number = *read.number;
  } else if (const auto day = values::Date::parse_vietnamese(word.text)) {
    complaints.date_form(span, reading.language == Language::english ? day->iso() : day->vietnamese());
    word.kind = WordKind::date;
    word.date = *day;
  } else {
    complaints.not_a_number(span);
    top().flawed = true;
  }
  words_.push_back(std::move(word));
}

void Builder::percent(Span span) {
  auto word = make(WordKind::percent, span, text_of(span));
  auto digits = span;
  --digits.end;
  while (reading.text[digits.end - 1] == ' ' || reading.text[digits.end - 1] == '\t') --digits.end;
  const auto read = number_in(text_of(digits), reading.language);
  const auto value = read.number ? hundredth(*read.number) : std::nullopt;
  if (value) {
    if (!read.instead.empty()) complaints.number_form(digits, read.instead);
    word.number = *value;
  } else {
    complaints.not_a_number(digits);
    top().flawed = true;
  }
  words_.push_back(std::move(word));
}

void Builder::date(Span span) {
  auto word = make(WordKind::date, span, text_of(span));
  const auto read = date_in(word.text, reading.language);
  if (read.date) {
    if (!read.instead.empty()) complaints.date_form(span, read.instead);
    word.date = *read.date;
  } else {
    complaints.not_a_day(span, day_instead_of(word.text, reading.language));
    top().flawed = true;
  }
  words_.push_back(std::move(word));
}

void Builder::odd_date(Span span) {
  auto text = text_of(span);
  std::replace_if(text.begin(), text.end(), [](char c) { return c == '-' || c == '.'; }, '/');
  const auto year = text.rfind('/') + 1;
  if (text.size() - year == 2) text.insert(year, "20");
  auto word = make(WordKind::date, span, text);
  if (const auto day = values::Date::parse_vietnamese(text)) {
    complaints.date_form(span, reading.language == Language::english ? day->iso() : day->vietnamese());
    word.date = *day;
  } else {
    complaints.not_a_day(span, day_instead_of(text, reading.language));
    top().flawed = true;
  }
  words_.push_back(std::move(word));
}

// `fails 2. of` names a criterion by its label.
void Builder::full_stop(Span span) {
  const auto is_digit_at = [&](std::size_t at) { return at < reading.text.size() && grammar::is_digit(reading.text[at]); };
  // `0..3`
  if (span.end - span.begin > 1 && span.begin > 0 && is_digit_at(span.begin - 1) && is_digit_at(span.end)) {
    complaints.dots_between(span, grammar::spellings(Keyword::to_, reading.language).front());
    top().flawed = true;
  } else if (top().clause.keyword == Keyword::expect)
    symbol(span);
  else
    complaints.needless_sign(span);
}

void Builder::stray(Span span) {
  const auto sign = text_of(span);
  const bool at_least = sign == "⩾" || sign == "≧";
  if (at_least || sign == "⩽" || sign == "≦") {
    complaints.foreign_sign(span, at_least ? "≥" : "≤");
    return make_up(span, at_least ? "≥" : "≤");
  }
  complaints.stray_sign(span);
  top().flawed = true;
}

// What was most likely meant stands in the tree, so that the rest of the sentence is read.
void Builder::make_up(Span span, const std::string& instead) {
  if (instead == "and" || instead == "or" || instead == "và" || instead == "hoặc") {
    words_.push_back(make(WordKind::word, span, instead));
    words_.back().key = reading.lexicon.key(grammar::spellings(instead[0] == 'a' || instead[0] == 'v' ? Keyword::and_ : Keyword::or_,
                                                               reading.language).front());
  } else {
    words_.push_back(make(WordKind::symbol, span, instead));
  }
}

void Builder::foreign(Span span) {
  const auto sign = reading.text.substr(span.begin, span.end - span.begin);
  const bool english = reading.language == Language::english;
  const std::string instead = sign == "!="                ? "<>"
                              : sign == "=="              ? "="
                              : sign == "=<"              ? "<="
                              : sign == "=>"              ? ">="
                              : sign == "|" || sign == "||" ? (english ? "or" : "hoặc")
                                                          : (english ? "and" : "và");
  complaints.foreign_sign(span, instead);
  make_up(span, instead);
}

// `[a or b]`: both brackets in one message.
void Builder::foreign_bracket(Span span) {
  const char sign = reading.text[span.begin];
  const bool opens = sign == '[' || sign == '{';
  if (opens) {
    const char mate = sign == '[' ? ']' : '}';
    const auto stop = std::min(reading.text.find('\n', span.end), reading.text.size());
    std::size_t depth = 0, close = span.end;
    for (; close < stop; ++close) {
      if (reading.text[close] == sign) ++depth;
      if (reading.text[close] == mate && depth-- == 0) break;
    }
    if (close < stop) {
      mated_.push_back(static_cast<std::uint32_t>(close));
      complaints.foreign_brackets(span, {span.begin, static_cast<std::uint32_t>(close + 1)});
      return make_up(span, "(");
    }
  }
  if (std::find(mated_.begin(), mated_.end(), span.begin) == mated_.end())
    complaints.foreign_sign(span, opens ? "(" : ")");
  make_up(span, opens ? "(" : ")");
}

}  // namespace tdkt::syntax
