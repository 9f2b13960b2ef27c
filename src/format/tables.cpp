// SPDX-License-Identifier: Apache-2.0
// The rows of decision tables and of grades.
#include <algorithm>

#include "format/wrap.hpp"
#include "format/writer.hpp"
#include "typed/phrase.hpp"

namespace tdkt::format {

void Writer::row(const Clause& clause, std::size_t indent) {
  if (clause.keyword == Keyword::grade_row || clause.title) {
    if (clause.keyword == Keyword::otherwise_row) words(sayer_.word(Keyword::otherwise_row));
    words('"' + title(clause.title, clause.translation) + '"');
    if (clause.keyword == Keyword::grade_row) {
      words(sayer_.word(Keyword::when));
      sentence(clause.sentence, indent);
    }
    return page_.translation(translation(clause.title, clause.translation));
  }
  words(inputs(clause));
  const auto width = page_.width() - indent;
  if (width < widest_input_) page_ << std::string(widest_input_ - width, ' ');
  words("->");
  words(outcome(clause));
}

// The arrows of a table stand below one another.
void Writer::measure_inputs(const Statement& table) {
  widest_input_ = 0;
  if (table.keyword != Keyword::table) return;
  for (const auto& clause : table.clauses)
    if (clause.keyword == Keyword::table_row || clause.keyword == Keyword::otherwise_row)
      widest_input_ = std::max(widest_input_, source::columns_wide(inputs(clause)));
}

namespace {

const typed::TableRow* row_of(const typed::DecisionTable* table, const Clause& clause) {
  if (!table) return nullptr;
  for (const auto& row : table->rows)
    if (row.written.span == clause.span) return &row;
  return nullptr;
}

}  // namespace

std::string Writer::inputs(const Clause& clause) {
  if (clause.keyword == Keyword::otherwise_row) return sayer_.word(Keyword::otherwise_row);
  const auto* row = row_of(table_, clause);
  const auto written = typed::split_at(clause.sentence, ";");
  if (!row || row->cells.size() != written.size()) return sayer_.words(clause.sentence);
  std::string text;
  for (std::size_t i = 0; i < written.size(); ++i)
    text += (i > 0 ? "; " : "") + cell(row->cells[i], table_->inputs[i]->type, written[i]);
  return text;
}

std::string Writer::outcome(const Clause& clause) {
  const auto* row = row_of(table_, clause);
  const auto& written = clause.after_colon ? *clause.after_colon : clause.sentence;
  if (!row) return sayer_.words(written);
  if (sayer_.read_as(written)) return without_breaks(sayer_.sentence(written));
  return sayer_.expression(*row->outcome, written);
}

// `any`, `excellent`, `1 to 3`, `75% to below 95%`, `above 5`
std::string Writer::cell(const typed::TableCell& cell, const columns::Type& type, const Sentence& written) const {
  using Kind = typed::TableCell::Kind;
  if (cell.kind == Kind::any) return sayer_.word(Keyword::any_value);
  if (cell.kind == Kind::equal && type.kind == columns::TypeKind::text) return sayer_.words(written);
  const bool percent = std::any_of(written.words.begin(), written.words.end(),
                                   [](const auto& word) { return word.kind == syntax::WordKind::percent; });
  auto plain = type;
  plain.percent = percent;
  plain.unit.reset();
  const auto number = [&](const typed::Decimal& value) {
    return sayer_.expression(*typed::make(typed::Literal{value, {}}, plain, {}), written);
  };
  if (cell.kind == Kind::equal) {
    auto value = *cell.value;
    value.type = plain;
    return sayer_.expression(value, written);
  }
  if (cell.low && cell.high)
    return number(*cell.low) + ' ' + sayer_.word(Keyword::to_) + ' ' +
           (cell.high_open ? sayer_.word(Keyword::below) + ' ' : "") + number(*cell.high);
  if (cell.low && !cell.low_open && sayer_.to() == Language::vietnamese)
    return sayer_.word(Keyword::from_) + ' ' + number(*cell.low) + ' ' + sayer_.word(Keyword::or_higher);
  if (cell.low) return sayer_.word(cell.low_open ? Keyword::above : Keyword::at_least) + ' ' + number(*cell.low);
  return sayer_.word(cell.high_open ? Keyword::below : Keyword::at_most) + ' ' + number(*cell.high);
}

}  // namespace tdkt::format
