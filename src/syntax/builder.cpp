// SPDX-License-Identifier: Apache-2.0
#include "syntax/builder.hpp"

#include <algorithm>
#include <utility>

#include "grammar/spelling.hpp"
#include "syntax/nesting.hpp"
#include "syntax/rows.hpp"

namespace tdkt::syntax {

using grammar::Keyword;
using grammar::Language;
using grammar::LineWord;

namespace {

bool can_be_cited(Keyword keyword) {
  switch (keyword) {
    case Keyword::require: case Keyword::bar: case Keyword::defer: case Keyword::group_line: case Keyword::part:
    case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item: case Keyword::offer:
      return true;
    default:
      return false;
  }
}

Span covering(Span span, const Clause& clause) { return join(span, clause.span); }

}  // namespace

Builder::Builder(std::string_view text, Language language, std::uint32_t file, diagnostics::Diagnostics& diagnostics)
    : reading(text, language), complaints(reading, file, diagnostics) {
  file_.file = file;
  file_.language = language;
}

// Statements and clauses

void Builder::open(Keyword keyword, std::size_t at) {
  Frame frame{};
  const auto here = static_cast<std::uint32_t>(at);
  const auto& taken = reading.taken;
  const bool named = taken.keyword == keyword && taken.end == here;
  frame.clause.keyword = keyword;
  frame.clause.keyword_span = named ? Span{taken.begin, taken.end} : Span{here, here};
  frame.clause.span = frame.clause.keyword_span;
  frame.clause.sentence.span = {here, here};
  frame.indent = reading.indent_at(frame.clause.keyword_span.begin);
  frame.first_word = words_.size();
  if (frames_.empty()) reading.turned = taken.written == LineWord::Written::other_language ? 1 : 0;
  frames_.push_back(std::move(frame));
}

void Builder::close(std::size_t at) {
  auto frame = std::move(frames_.back());
  frames_.pop_back();
  words_.resize(frame.first_word);
  auto& clause = frame.clause;
  clause.span.end = std::max(clause.span.end, static_cast<std::uint32_t>(at));
  if (frames_.empty()) return close_statement(std::move(frame));
  top().had_parts = true;
  if (frame.flawed) return line_lost();
  attach(std::move(frame));
}

void Builder::drop() {
  words_.resize(frames_.back().first_word);
  frames_.pop_back();
  if (!frames_.empty()) top().had_parts = true;
}

void Builder::attach(Frame frame) {
  auto& parent = top();
  if (frame.clause.keyword == Keyword::end) return complaints.no_group_to_end(frame.clause.keyword_span);
  if (cite(frame.clause, parent)) return;
  if (frame.clause.keyword == Keyword::open_define) {
    auto& clause = frame.clause;
    opened_.push_back({clause.keyword, clause.keyword_span, std::nullopt, std::move(clause.sentence), std::nullopt,
                       std::move(clause.translation), {}, false, clause.span});
    return;
  }
  parent.clause.parts.push_back(std::move(frame.clause));
  parent.indents.push_back(frame.indent);
}

// `cites` and `text` belong to the clause before them.
bool Builder::cite(Clause& clause, Frame& parent) {
  if (clause.keyword != Keyword::cites && clause.keyword != Keyword::wording) return false;
  auto before = parent.clause.parts.rbegin();
  while (before != parent.clause.parts.rend() && grammar::is_modifier(before->keyword)) ++before;
  Clause* cited = nullptr;
  if (before != parent.clause.parts.rend() && can_be_cited(before->keyword))
    cited = &*before;
  else if (parent.clause.group)
    cited = &parent.clause;
  if (!cited || !clause.title) return cited != nullptr;
  auto& part = clause.keyword == Keyword::cites ? cited->citation : cited->wording;
  part = std::move(clause.title);
  cited->span = covering(cited->span, clause);
  return true;
}

void Builder::close_statement(Frame frame) {
  auto& clause = frame.clause;
  // A statement in the other language has been reported once; its sentences are not this file's.
  const bool kept = !frame.flawed && reading.turned < 2;
  reading.turned = 0;
  if (!kept) {
    opened_.clear();
    return;
  }
  if (clause.keyword == Keyword::scorecard)
    clause.parts = nested(std::move(clause.parts), frame.indents, complaints);
  clause.span = clause.keyword_span;
  for (const auto& sentence : {&clause.sentence, clause.after_colon ? &*clause.after_colon : nullptr})
    if (sentence && !sentence->empty()) clause.span = join(clause.span, sentence->span);
  if (clause.title) clause.span = join(clause.span, clause.title->span);
  if (clause.translation) clause.span = join(clause.span, clause.translation->span);
  for (const auto& part : clause.parts) clause.span = covering(clause.span, part);
  file_.statements.push_back({clause.keyword, clause.keyword_span, std::move(clause.title),
                              std::move(clause.sentence), std::move(clause.after_colon),
                              std::move(clause.translation), std::move(clause.parts), clause.lines_lost,
                              clause.span});
  for (auto& opened : opened_) file_.statements.push_back(std::move(opened));
  opened_.clear();
}

void Builder::word_taken() {
  const auto& word = reading.taken;
  if (word.written == LineWord::Written::other_language && !frames_.empty() && reading.turned++ > 0) return;
  complaints.wrong_word(word);
  complaints.misplaced(word);
}

void Builder::line_lost() {
  for (auto& frame : frames_) frame.clause.lines_lost = true;
}

void Builder::forget_header() {
  top().flawed = true;
  words_.resize(top().first_word);
  top().clause.parts.clear();
  top().indents.clear();
}

// Sentences

void Builder::sentence() { top().clause.sentence = take_words(); }

// A sign that was all of it has been complained about.
void Builder::after_colon() {
  top().clause.after_colon = take_words();
  if (top().clause.after_colon->empty()) top().flawed = true;
}

void Builder::group_count() { top().clause.group_count = take_words(); }

Sentence Builder::take_words() {
  const auto first = words_.begin() + static_cast<std::ptrdiff_t>(frames_.empty() ? 0 : top().first_word);
  Sentence sentence;
  sentence.words.assign(std::make_move_iterator(first), std::make_move_iterator(words_.end()));
  words_.erase(first, words_.end());
  // A comma before a modifier, `every year, out of 100`, is none of the sentence's; at the end of a
  // line, a sign of legal texts says nothing.
  const auto is_sign = [&](std::string_view sign) {
    return sentence.words.size() > 1 && sentence.words.back().kind == WordKind::symbol && sentence.words.back().text == sign;
  };
  const bool stopped = reading.scene.stops && !reading.scene.stops->words.empty();
  if (is_sign(";") || is_sign(",")) {
    const auto sign = sentence.words.back().span;
    const bool last = ends_here(sign);
    if (last) complaints.needless_sign(sign);
    if (last || (stopped && is_sign(","))) sentence.words.pop_back();
  }
  // `a) registered or`: in a list of criteria the group says how they are joined.
  if (!frames_.empty() && top().clause.keyword == Keyword::group_line && sentence.words.size() > 1 && joins(sentence.words.back())) {
    auto needless = sentence.words.back().span;
    sentence.words.pop_back();
    if (is_sign(";") || is_sign(",")) {
      needless = join(sentence.words.back().span, needless);
      sentence.words.pop_back();
    }
    complaints.needless_sign(needless);
  }
  if (!sentence.words.empty())
    sentence.span = join(sentence.words.front().span, sentence.words.back().span);
  return sentence;
}

bool Builder::joins(const Word& word) const {
  if (word.kind != WordKind::word) return false;
  // A name may well end in `hay`, which is the other word for `hoặc`.
  for (const auto keyword : {Keyword::and_, Keyword::or_})
    if (grammar::key_of(grammar::spellings(keyword, reading.language).front()) == word.key) return true;
  return false;
}

// Whether nothing that belongs to the clause follows, on its line or below.
bool Builder::ends_here(Span last) {
  if (!reading.ends_line(last.end)) return false;
  const auto newline = reading.text.find('\n', last.end);
  const auto line = newline == std::string_view::npos ? std::nullopt : reading.next_line(newline);
  return !line || !reading.stops_at(line->begin);
}

void Builder::report_too_long() { complaints.sentence_too_long(words_[top().first_word].span, longest_sentence); }

// Other parts

void Builder::label(Span span) {
  while (span.end > span.begin && (reading.text[span.end - 1] == ' ')) --span.end;
  top().clause.label = Label{text_of(span), span};
}

void Builder::title(Span span) {
  top().clause.title = Quoted{text_of({span.begin + 1, span.end - 1}), span};
}

void Builder::tight_label(Span span) {
  complaints.label_without_blank(span);
  label(span);
}

void Builder::translation(Span span) {
  const Span tag{span.begin, span.begin + 3};
  const bool own = (reading.text[tag.begin] == 'e') == (reading.language == Language::english);
  if (own && reading.turned == 0) complaints.translation_of_itself(tag);
  top().clause.translation = forms_in(reading.text, span, {tag.end, span.end});
}

void Builder::group(Span opener) {
  top().clause.group = reading.taken.keyword;
  top().opener = opener;
  top().clause.sentence.span = {opener.begin, opener.begin};
}

void Builder::odd_group(Span opener) {
  const auto meant = reading.odd_group(opener.begin);
  if (!meant) return;
  while (opener.end > opener.begin + 1 && reading.text[opener.end - 1] == ' ') --opener.end;
  complaints.odd_group(opener, *meant);
  if (!meant->count.empty()) {
    words_.push_back(make(WordKind::number, opener, meant->count));
    words_.back().number = values::Decimal::parse(meant->count).value_or(values::Decimal(1));
    group_count();
  }
  reading.taken = {meant->keyword, opener.begin, opener.end};
  group(opener);
}

void Builder::odd_arrow(Span sign) { complaints.foreign_sign(sign, "->"); }

std::size_t Builder::open_bracket() const {
  std::size_t closed = 0;
  for (auto word = words_.rbegin(); word != words_.rend(); ++word) {
    if (word->kind != WordKind::symbol) continue;
    if (word->text == ")") ++closed;
    if (word->text == "(" && closed-- == 0) return word->span.begin;
  }
  return words_.empty() ? 0 : words_.back().span.begin;
}

void Builder::group_closed(bool ended) {
  if (ended) top().clause.group_end = {reading.taken.begin, reading.taken.end};
  if (!ended)
    complaints.group_not_closed(top().opener);
  else if (!top().had_parts)
    complaints.empty_group(top().opener);
}

void Builder::row(Span rest) {
  const auto newline = rest.begin == 0 ? std::string_view::npos : reading.text.rfind('\n', rest.begin - 1);
  const Span line{newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1), rest.end};
  auto& blanks = reading.scene.row_blanks;
  if (!blanks) blanks = blanks_before(reading.text, line);
  add_row(top().clause.rows, reading.text, line, *blanks);
}

void Builder::comment(Span span) {
  // Gaps are tried more than once.
  if (!file_.comments.empty() && file_.comments.back().span.begin >= span.begin) return;
  auto end = span.end;
  while (end > span.begin && (reading.text[end - 1] == ' ' || reading.text[end - 1] == '\t')) --end;
  auto before = span.begin;
  while (before > 0 && (reading.text[before - 1] == ' ' || reading.text[before - 1] == '\t')) --before;
  const bool own_line = before == 0 || reading.text[before - 1] == '\n';
  file_.comments.push_back({text_of({span.begin, end}), {span.begin, end}, own_line});
}

File Builder::finish() { return std::move(file_); }

}  // namespace tdkt::syntax
