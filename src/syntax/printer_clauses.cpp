// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "grammar/places.hpp"
#include "source/source.hpp"
#include "syntax/printer.hpp"

namespace tdkt::syntax {

using grammar::is_modifier;
using grammar::Keyword;
using grammar::Language;

// A keyword in pieces is written around its words.
std::string Printer::word(Keyword keyword, std::size_t piece) const {
  const auto& all = grammar::spellings(keyword, file_.language);
  if (all.empty()) return {};
  constexpr std::string_view gap_sign = "…";
  const auto& written = all.front();
  const auto gap = written.find(gap_sign);
  if (gap == std::string::npos) return piece == 0 ? written : std::string();
  auto part = piece == 0 ? written.substr(0, gap) : written.substr(gap + gap_sign.size());
  while (!part.empty() && part.back() == ' ') part.pop_back();
  while (!part.empty() && part.front() == ' ') part.erase(0, 1);
  return part;
}

void Printer::title(const std::optional<Quoted>& title) {
  if (title) layout_ << " \"" << title->text << "\"";
}

void Printer::label(const std::optional<Label>& label) {
  if (label) layout_ << " " << label->text;
}

void Printer::clauses(const std::vector<Clause>& clauses, std::size_t first, std::size_t indent) {
  for (auto i = first; i < clauses.size(); ++i) clause(clauses[i], indent);
}

void Printer::cited(const Clause& clause, std::size_t indent) {
  const auto add = [&](Keyword word, const std::optional<Quoted>& text) {
    if (!text) return;
    layout_.begin(indent, text->span.begin);
    keyword(word);
    title(text);
    layout_.end(text->span.end);
  };
  const bool wording_first =
      clause.citation && clause.wording && clause.wording->span.begin < clause.citation->span.begin;
  if (wording_first) add(Keyword::wording, clause.wording);
  add(Keyword::cites, clause.citation);
  if (!wording_first) add(Keyword::wording, clause.wording);
}

void Printer::clause(const Clause& clause, std::size_t indent) {
  layout_.begin(indent, clause.span.begin);
  switch (clause.keyword) {
    case Keyword::require: case Keyword::group_line:
      return criterion(clause, indent, false);
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item:
      return scored(clause, indent);
    case Keyword::table_row: case Keyword::grade_row: case Keyword::otherwise_row:
      row(clause, indent);
      break;
    default:
      body(clause, indent);
  }
  layout_.translation(clause.translation, file_.language);
  const auto end = clause.keyword == Keyword::given ? clause.sentence.span.end : clause.span.end;
  layout_.end(clause.citation || clause.wording ? std::max(clause.sentence.span.end, clause.keyword_span.end) : end);
  if (clause.keyword == Keyword::given) rows(clause, indent + Layout::step);
  cited(clause, indent + Layout::step);
}

// Clauses of one line.
void Printer::body(const Clause& clause, std::size_t indent) {
  switch (clause.keyword) {
    case Keyword::value_line:
      return sentence(clause.sentence, indent);
    case Keyword::in_force: {
      keyword(clause.keyword);
      if (!clause.sentence.empty()) {
        layout_ << " " << word(Keyword::from_day);
        sentence(clause.sentence, indent);
      }
      if (clause.after_colon) {
        layout_ << " " << word(Keyword::until_day);
        sentence(*clause.after_colon, indent);
      }
      return;
    }
    case Keyword::cases_received_before:
      keyword(clause.keyword);
      sentence(clause.sentence, indent);
      layout_ << " " << word(Keyword::are_judged_by);
      title(clause.title);
      for (const auto& part : clause.parts) {
        layout_ << " " << word(Keyword::unless_pack);
        title(part.title);
        layout_ << " " << word(Keyword::is_more_favourable);
      }
      return;
    case Keyword::bar: case Keyword::defer:
      keyword(clause.keyword);
      label(clause.label);
      title(clause.title);
      layout_ << " " << word(Keyword::when);
      return sentence(clause.sentence, indent);
    case Keyword::tie_for_place:
      keyword(clause.keyword);
      sentence(clause.sentence, indent);
      layout_ << " " << word(Keyword::only_by);
      return sentence(*clause.after_colon, indent);
    case Keyword::for_all_together: {
      keyword(clause.keyword);
      sentence(clause.sentence, indent);
      const auto rest = word(clause.keyword, 1);
      if (!rest.empty()) layout_ << " " << rest;
      return;
    }
    case Keyword::judged_in: {
      // `trong năm 2017` is of years; what else stands here names its own kind.
      const bool years = !clause.sentence.empty() && clause.sentence.words.front().kind == WordKind::number;
      layout_ << (file_.language == Language::vietnamese && !years ? "trong" : word(clause.keyword));
      return sentence(clause.sentence, indent);
    }
    default:
      keyword(clause.keyword);
      label(clause.label);
      title(clause.title);
      sentence(clause.sentence, indent);
      if (clause.after_colon) {
        layout_ << ":";
        sentence(*clause.after_colon, indent);
      }
  }
}

void Printer::criterion(const Clause& clause, std::size_t indent, bool said) {
  const auto begins = [&](std::string_view text) {
    layout_ << (layout_.begun() ? " " : "") << text;
  };
  if (clause.keyword == Keyword::require || said) keyword(Keyword::require);
  if (clause.label) begins(clause.label->text);
  if (clause.title) begins("\"" + clause.title->text + "\"" + (clause.group ? "" : ":"));
  auto end = clause.keyword_span.end;
  if (clause.group) {
    begins(word(*clause.group));
    if (!clause.group_count.empty()) sentence(clause.group_count, indent);
    const auto rest = word(*clause.group, 1);
    if (!rest.empty()) layout_ << " " << rest;
    layout_ << ":";
    layout_.end(clause.sentence.span.end);
    // What a group cites stands above its criteria.
    cited(clause, indent + Layout::step);
    criteria(clause.parts, indent + Layout::step);
    layout_.comments_before(indent + Layout::step, clause.group_end.begin);
    layout_.begin(indent, clause.group_end.begin);
    keyword(Keyword::end);
    layout_.end(clause.group_end.end);
  } else {
    sentence(clause.sentence, indent);
    end = clause.sentence.span.end;
  }
  for (const auto& part : clause.parts) {
    if (part.keyword != Keyword::except_when) continue;
    if (clause.group) layout_.begin(indent + Layout::step, part.span.begin);
    else if (layout_.broken_before(part.span.begin)) layout_.break_line(indent + 2 * Layout::step);
    else layout_ << " ";
    body(part, indent);
    end = part.span.end;
    if (clause.group) layout_.end(end);
  }
  if (clause.group) return;
  layout_.end(end);
  cited(clause, indent + Layout::step);
}

// Where the first criterion has a label, others without one must say that they begin.
void Printer::criteria(const std::vector<Clause>& parts, std::size_t indent) {
  const bool labelled = !parts.empty() && (parts.front().label || parts.front().group);
  for (const auto& part : parts) {
    if (part.keyword == Keyword::except_when) continue;
    layout_.begin(indent, part.span.begin);
    criterion(part, indent, labelled && !part.label && !part.group);
  }
}

void Printer::modifier(const Clause& clause, std::size_t indent) {
  keyword(clause.keyword);
  sentence(clause.sentence, indent);
}

std::size_t Printer::modifiers(const std::vector<Clause>& parts, std::size_t first, std::string_view between,
                               std::size_t indent) {
  auto next = first;
  // A condition has no end of its own before the next modifier or colon: it gets a line.
  for (; next < parts.size() && is_modifier(parts[next].keyword) && parts[next].keyword != Keyword::applies_when; ++next) {
    layout_ << (parts[next].keyword == Keyword::rounding ? ", " : between);
    modifier(parts[next], indent);
  }
  return next;
}

void Printer::scored(const Clause& clause, std::size_t indent) {
  keyword(clause.keyword);
  label(clause.label);
  title(clause.title);
  auto end = clause.title ? clause.title->span.end : clause.keyword_span.end;
  const auto first = modifiers(clause.parts, 0, " ", indent);
  for (std::size_t i = 0; i < first; ++i) end = std::max(end, clause.parts[i].span.end);
  if (clause.after_colon) {
    layout_ << ":";
    sentence(*clause.after_colon, indent);
    end = std::max(end, clause.after_colon->span.end);
  }
  layout_.end(end);
  cited(clause, indent + Layout::step);
  clauses(clause.parts, first, indent + Layout::step);
}

void Printer::row(const Clause& clause, std::size_t indent) {
  if (clause.keyword == Keyword::otherwise_row) {
    keyword(clause.keyword);
    title(clause.title);
  } else if (clause.keyword == Keyword::grade_row) {
    layout_ << "\"" << clause.title->text << "\" " << word(Keyword::when);
    sentence(clause.sentence, indent);
  } else {
    sentence(clause.sentence, indent);
  }
  if (!clause.after_colon) return;
  const auto width = layout_.width() - indent;
  if (width < widest_input_) layout_ << std::string(widest_input_ - width, ' ');
  layout_ << " ->";
  sentence(*clause.after_colon, indent);
}

// The arrows of a table stand below one another.
void Printer::measure_inputs(const Statement& table) {
  widest_input_ = 0;
  for (const auto& clause : table.clauses) {
    std::string text = clause.keyword == Keyword::otherwise_row ? word(clause.keyword) : std::string();
    for (const auto& input : clause.sentence.words) {
      if (!text.empty() && input.after_blank) text += ' ';
      text += input.kind == WordKind::quoted ? "\"" + input.text + "\"" : input.text;
    }
    if (clause.after_colon) widest_input_ = std::max(widest_input_, source::columns_wide(text));
  }
}

void Printer::rows(const Clause& clause, std::size_t indent) {
  std::vector<std::size_t> widths;
  for (const auto& row : clause.rows.rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      widths.resize(std::max(widths.size(), i + 1));
      widths[i] = std::max(widths[i], source::columns_wide(row[i].text));
    }
  for (std::size_t r = 0; r < clause.rows.rows.size(); ++r) {
    const auto& row = clause.rows.rows[r];
    layout_.comments_before(indent, clause.rows.spans[r].begin);
    layout_.begin_row(indent);
    for (std::size_t i = 0; i < row.size(); ++i)
      layout_ << "| " << row[i].text << std::string(widths[i] - source::columns_wide(row[i].text) + 1, ' ');
    layout_ << "|";
    layout_.end(clause.rows.spans[r].end);
  }
}

}  // namespace tdkt::syntax
