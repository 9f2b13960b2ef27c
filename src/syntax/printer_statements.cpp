// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "syntax/print.hpp"
#include "syntax/printer.hpp"

namespace tdkt::syntax {

using grammar::Keyword;

namespace {

// Declarations of one kind stand below one another.
bool takes_one_line(const Statement& statement) {
  switch (statement.keyword) {
    case Keyword::entity: case Keyword::fact: case Keyword::relation: case Keyword::verb: case Keyword::cadence:
    case Keyword::unit_of_measure: case Keyword::period: case Keyword::report: case Keyword::define:
    case Keyword::open_define:
      return statement.clauses.empty();
    default:
      return false;
  }
}

bool has_colon(Keyword keyword) {
  switch (keyword) {
    case Keyword::fact: case Keyword::relation: case Keyword::verb: case Keyword::cadence: case Keyword::report:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string print(const File& file, std::string_view written) { return Printer(file, written).whole_file(); }

std::string Printer::whole_file() {
  const Statement* before = nullptr;
  for (const auto& next : file_.statements) {
    between(before, next);
    statement(next);
    before = &next;
  }
  layout_.end_block();
  return layout_.finish();
}

void Printer::between(const Statement* before, const Statement& after) {
  layout_.inner_comments_before(after.span.begin);
  const bool together = before && before->keyword == after.keyword && takes_one_line(*before) && takes_one_line(after);
  if (together) return;
  layout_.end_block();
  if (before) layout_.blank_line();
}

std::uint32_t Printer::header_end(const Statement& statement) const {
  auto end = statement.keyword_span.end;
  if (statement.title) end = std::max(end, statement.title->span.end);
  if (!statement.header.empty()) end = std::max(end, statement.header.span.end);
  if (statement.after_colon) end = std::max(end, statement.after_colon->span.end);
  if (statement.translation) end = std::max(end, statement.translation->span.end);
  return end;
}

void Printer::statement(const Statement& statement) {
  layout_.begin(0, statement.span.begin);
  keyword(statement.keyword);
  title(statement.title);
  std::size_t first = 0;
  switch (statement.keyword) {
    case Keyword::define:
      definition(statement);
      break;
    case Keyword::period:
      layout_ << " " << word(Keyword::from_day);
      sentence(statement.header, 0);
      layout_ << " " << word(Keyword::until_day);
      sentence(*statement.after_colon, 0);
      break;
    case Keyword::table:
      sentence(statement.header, 0);
      layout_ << " " << word(Keyword::table_by);
      sentence(*statement.after_colon, 0);
      break;
    default: {
      const bool together = !statement.clauses.empty() &&
                            statement.clauses.front().keyword == Keyword::for_all_together &&
                            (statement.header.empty() ||
                             statement.clauses.front().span.begin < statement.header.span.begin);
      if (together) {
        layout_ << " ";
        body(statement.clauses[first++], 0);
        if (!statement.header.empty()) layout_ << ",";
      }
      sentence(statement.header, 0);
      if (statement.keyword == Keyword::scorecard) first = modifiers(statement.clauses, 0, ", ", 0);
      if (has_colon(statement.keyword) && statement.after_colon) {
        layout_ << ":";
        sentence(*statement.after_colon, 0);
      }
    }
  }
  if (statement.keyword != Keyword::define) layout_.translation(statement.translation, file_.language);
  auto end = header_end(statement);
  if (first > 0) end = std::max(end, statement.clauses[first - 1].span.end);
  layout_.end(end);
  measure_inputs(statement);
  clauses(statement.clauses, first, Layout::step);
}

// `define x as y`; where the author began a line after `as`, the translation stands behind that.
void Printer::definition(const Statement& statement) {
  sentence(statement.header, 0);
  layout_ << " " << word(Keyword::as);
  const auto& value = *statement.after_colon;
  const bool below = !value.empty() && layout_.broken_before(value.words.front().span.begin);
  if (below) {
    layout_.translation(statement.translation, file_.language);
    layout_.break_line(Layout::step);
  }
  layout_.sentence(value, Layout::step);
  if (!below) layout_.translation(statement.translation, file_.language);
}

}  // namespace tdkt::syntax
