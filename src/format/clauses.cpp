// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "format/names.hpp"
#include "format/wrap.hpp"
#include "format/writer.hpp"
#include "grammar/places.hpp"
#include "syntax/words.hpp"

namespace tdkt::format {

using grammar::is_modifier;
using syntax::Quoted;
using syntax::WordKind;

void Writer::said(const std::string& marked, const Sentence& written, std::size_t indent) {
  const auto text = breaks_ ? marked : without_breaks(marked);
  page_.sentence(text, written.span, indent + 2 * Page::step);
}

void Writer::label(const std::optional<syntax::Label>& label) {
  if (label) words(label->text);
}

void Writer::clauses(const std::vector<Clause>& clauses, std::size_t first, std::size_t indent) {
  for (auto i = first; i < clauses.size(); ++i) clause(clauses[i], indent);
}

void Writer::cited(const Clause& clause, std::size_t indent) {
  const auto add = [&](Keyword word, const std::optional<Quoted>& text) {
    if (!text) return;
    page_.begin(indent, text->span.begin);
    keyword(word);
    quoted(text->text);
    page_.end(text->span.end);
  };
  const bool wording_first =
      clause.citation && clause.wording && clause.wording->span.begin < clause.citation->span.begin;
  if (wording_first) add(Keyword::wording, clause.wording);
  add(Keyword::cites, clause.citation);
  if (!wording_first) add(Keyword::wording, clause.wording);
}

void Writer::clause(const Clause& clause, std::size_t indent) {
  page_.begin(indent, clause.span.begin);
  switch (clause.keyword) {
    case Keyword::require: case Keyword::group_line:
      return criterion(clause, indent, false);
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item:
      return scored(clause, indent);
    case Keyword::table_row: case Keyword::grade_row: case Keyword::otherwise_row:
      row(clause, indent);
      break;
    case Keyword::value_line: {
      const auto own = names_in(clause.sentence);
      words(forms(own, clause.translation));
      page_.translation(translation(own, clause.translation));
      break;
    }
    default:
      body(clause, indent);
  }
  const auto end = clause.keyword == Keyword::given ? clause.sentence.span.end : clause.span.end;
  page_.end(clause.citation || clause.wording ? std::max(clause.sentence.span.end, clause.keyword_span.end) : end);
  if (clause.keyword == Keyword::given) rows(clause, indent + Page::step);
  cited(clause, indent + Page::step);
}

// Clauses of one line.
void Writer::body(const Clause& clause, std::size_t indent) {
  switch (clause.keyword) {
    case Keyword::in_force:
      keyword(clause.keyword);
      if (!clause.sentence.empty()) {
        words(sayer_.word(Keyword::from_day));
        words(sayer_.words(clause.sentence));
      }
      if (clause.after_colon) {
        words(sayer_.word(Keyword::until_day));
        words(sayer_.words(*clause.after_colon));
      }
      return;
    case Keyword::cases_received_before:
      keyword(clause.keyword);
      words(sayer_.words(clause.sentence));
      words(sayer_.word(Keyword::are_judged_by));
      if (clause.title) quoted(sayer_.title(clause.title->text));
      for (const auto& part : clause.parts) {
        words(sayer_.word(Keyword::unless_pack));
        if (part.title) quoted(sayer_.title(part.title->text));
        words(sayer_.word(Keyword::is_more_favourable));
      }
      return;
    case Keyword::bar: case Keyword::defer:
      keyword(clause.keyword);
      label(clause.label);
      if (clause.title) quoted(clause.title->text);
      words(sayer_.word(Keyword::when));
      return sentence(clause.sentence, indent);
    case Keyword::tie_for_place:
      keyword(clause.keyword);
      words(sayer_.words(clause.sentence));
      words(sayer_.word(Keyword::only_by));
      return sentence(*clause.after_colon, indent);
    case Keyword::for_all_together:
      page_ << sayer_.piece(clause.keyword, 0);
      words(together(clause.sentence));
      return words(sayer_.piece(clause.keyword, 1));
    case Keyword::judged_in:
      page_ << judged_in(clause.sentence);
      return;
    case Keyword::given:
      keyword(clause.keyword);
      return words(heading(clause.sentence));
    case Keyword::dated_value:
      keyword(clause.keyword);
      words(sayer_.words(clause.sentence));
      page_ << ":";
      if (clause.after_colon) words(value(*clause.after_colon));
      return;
    case Keyword::order_of_awards:
      keyword(clause.keyword);
      return words(sayer_.words(clause.sentence));
    case Keyword::adds_to: case Keyword::overrides: case Keyword::uses_vocabulary:
      keyword(clause.keyword);
      if (clause.title) quoted(sayer_.title(clause.title->text));
      return;
    case Keyword::offer:
      keyword(clause.keyword);
      label(clause.label);
      if (clause.title) quoted(sayer_.title(clause.title->text));
      return sentence(clause.sentence, indent);
    default:
      break;
  }
  if (is_modifier(clause.keyword)) return modifier(clause, indent);
  keyword(clause.keyword);
  label(clause.label);
  if (clause.title) quoted(clause.title->text);
  sentence(clause.sentence, indent);
  if (clause.after_colon) {
    page_ << ":";
    sentence(*clause.after_colon, indent);
  }
}

void Writer::criterion(const Clause& clause, std::size_t indent, bool said_so) {
  if (clause.keyword == Keyword::require || said_so) keyword(Keyword::require);
  label(clause.label);
  if (clause.title) words("\"" + clause.title->text + "\"" + (clause.group ? "" : ":"));
  auto end = clause.keyword_span.end;
  if (clause.group) {
    words(sayer_.piece(*clause.group, 0));
    if (!clause.group_count.empty()) words(sayer_.words(clause.group_count));
    words(sayer_.piece(*clause.group, 1));
    page_ << ":";
    page_.end(clause.sentence.span.end);
    // What a group cites stands above its criteria.
    cited(clause, indent + Page::step);
    criteria(clause.parts, indent + Page::step);
    page_.comments_before(indent + Page::step, clause.group_end.begin);
    page_.begin(indent, clause.group_end.begin);
    keyword(Keyword::end);
    page_.end(clause.group_end.end);
  } else {
    sentence(clause.sentence, indent);
    end = clause.sentence.span.end;
  }
  for (const auto& part : clause.parts) {
    if (part.keyword != Keyword::except_when) continue;
    if (clause.group) page_.begin(indent + Page::step, part.span.begin);
    else if (breaks_ && !fits(part)) page_.break_line(indent + 2 * Page::step);
    else page_ << " ";
    body(part, indent);
    end = part.span.end;
    if (clause.group) page_.end(end);
  }
  if (clause.group) return;
  page_.end(end);
  cited(clause, indent + Page::step);
}

// Whether the rest of a clause has room on the line.
bool Writer::fits(const Clause& rest) {
  const auto text = sayer_.word(rest.keyword) + ' ' + without_breaks(sayer_.sentence(rest.sentence, nomination_));
  return page_.width() + 1 + source::columns_wide(text) <= Page::widest;
}

// Where the first criterion has a label, others without one must say that they begin.
void Writer::criteria(const std::vector<Clause>& parts, std::size_t indent) {
  const bool labelled = !parts.empty() && (parts.front().label || parts.front().group);
  const bool outer = std::exchange(in_group_, true);
  for (const auto& part : parts) {
    if (part.keyword == Keyword::except_when) continue;
    page_.begin(indent, part.span.begin);
    criterion(part, indent, labelled && !part.label && !part.group);
  }
  in_group_ = outer;
}

void Writer::modifier(const Clause& clause, std::size_t indent) {
  keyword(clause.keyword);
  if (clause.keyword == Keyword::rounding) return words(rounding(clause.sentence));
  if (clause.keyword == Keyword::out_of || clause.keyword == Keyword::scaled_to) return words(sayer_.words(clause.sentence));
  sentence(clause.sentence, indent);
}

std::size_t Writer::modifiers(const std::vector<Clause>& parts, std::size_t first, std::string_view between,
                              std::size_t indent) {
  auto next = first;
  // A condition has no end of its own before the next modifier or colon: it gets a line.
  for (; next < parts.size() && is_modifier(parts[next].keyword) && parts[next].keyword != Keyword::applies_when; ++next) {
    page_ << (parts[next].keyword == Keyword::rounding ? ", " : between);
    modifier(parts[next], indent);
  }
  return next;
}

void Writer::scored(const Clause& clause, std::size_t indent) {
  keyword(clause.keyword);
  label(clause.label);
  if (clause.title) quoted(clause.title->text);
  auto end = clause.title ? clause.title->span.end : clause.keyword_span.end;
  const auto first = modifiers(clause.parts, 0, " ", indent);
  for (std::size_t i = 0; i < first; ++i) end = std::max(end, clause.parts[i].span.end);
  if (clause.after_colon) {
    page_ << ":";
    sentence(*clause.after_colon, indent);
    end = std::max(end, clause.after_colon->span.end);
  }
  page_.end(end);
  cited(clause, indent + Page::step);
  clauses(clause.parts, first, indent + Page::step);
}

// `to 2 decimals`, `up to 0 decimals`
std::string Writer::rounding(const Sentence& written) const {
  std::string text;
  std::size_t at = 0;
  for (const auto direction : {Keyword::upwards, Keyword::downwards})
    if (const auto end = syntax::end_of(direction, written, 0, sayer_.from()); end > 0) {
      text = sayer_.word(direction);
      at = end;
      break;
    }
  for (const auto& word : syntax::part_of(written, at, written.words.size()).words)
    if (word.kind == WordKind::number)
      text += (text.empty() ? "" : " ") + sayer_.word(Keyword::to_places) + ' ' + sayer_.number(word) + ' ' +
              sayer_.word(Keyword::decimals);
  return text;
}

// The noun of `for all blocs together`.
std::string Writer::together(const Sentence& written) const {
  for (const auto& entity : sayer_.schema().entities)
    if (const auto form = form_among(entity.name, written)) return sayer_.plural(entity.name, written);
  return sayer_.words(written);
}

// `in 2021, 2022`, `in 2016 to 2020`, `in the period "…"`
std::string Writer::judged_in(const Sentence& written) const {
  const bool english = sayer_.to() == Language::english;
  for (const auto& word : written.words)
    if (word.kind == WordKind::quoted)
      return sayer_.word(Keyword::during, english ? 1 : 0) + " \"" + sayer_.title(word.text) + '"';
  auto text = sayer_.word(Keyword::judged_in);
  bool first = true, range = false;
  for (const auto& word : written.words) {
    if (word.kind != WordKind::number) {
      range = range || word.kind == WordKind::word;
      continue;
    }
    // A year is no number of things: its digits stand together.
    const auto year = word.number.text();
    text += first ? " " + year : range ? ' ' + sayer_.word(Keyword::to_year) + ' ' + year : ", " + year;
    first = range = false;
  }
  return text;
}

}  // namespace tdkt::format
