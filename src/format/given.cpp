// SPDX-License-Identifier: Apache-2.0
// The tables of tests: straight columns, and in the other language its words for what the columns are of.
#include <algorithm>
#include <map>

#include "format/names.hpp"
#include "format/writer.hpp"
#include "grammar/header_words.hpp"
#include "grammar/spelling.hpp"
#include "syntax/numbers.hpp"
#include "typed/phrase.hpp"

namespace tdkt::format {

using columns::Type;
using columns::TypeKind;
using grammar::HeaderWord;

namespace {

constexpr Keyword record_words[] = {Keyword::waiver_records, Keyword::attestation_records, Keyword::case_records};

std::optional<Keyword> record_named(const Sentence& heading, Language language) {
  const auto key = typed::phrase_key(heading);
  for (const auto keyword : record_words)
    for (const auto& spelling : grammar::spellings(keyword, language))
      if (typed::phrase_key(spelling) == key) return keyword;
  return std::nullopt;
}

bool is_called(const columns::Name& name, const std::string& text) { return form_that_is(name, text).has_value(); }

template <class Things>
const typename Things::value_type* called(const Things& things, const std::string& text) {
  for (const auto& thing : things)
    if (is_called(thing.name, text)) return &thing;
  return nullptr;
}

// What a column holds: its header in the other language, and what its cells are.
struct Column {
  std::string header;
  std::optional<Type> type;          // of cells that are values
  bool titles = false, facts = false, dates = false, values = false;  // of records
};

class GivenTable {
 public:
  // `test` is the statement that the table stands in.
  GivenTable(const Sayer& sayer, const syntax::Statement& test, const Clause& clause)
      : sayer_(sayer), schema_(sayer.schema()), record_(record_named(clause.sentence, sayer.from())),
        subject_(entity_named(clause.sentence)) {
    for (const auto& other : test.clauses)
      if (other.keyword == Keyword::given)
        if (const auto entity = entity_named(other.sentence)) given_.push_back(*entity);
    if (!clause.rows.rows.empty())
      for (const auto& cell : clause.rows.rows.front()) columns_.push_back(column(cell.text));
  }

  std::string cell(const std::vector<syntax::Cell>& row, std::size_t i) const {
    if (i >= columns_.size() || row[i].text.empty()) return row[i].text;
    const auto& column = columns_[i];
    const auto& text = row[i].text;
    if (column.titles) return sayer_.title(text);
    if (column.dates) return date(text);
    if (column.facts)
      if (const auto* fact = called(schema_.facts, text)) return sayer_.answering(fact->name, text);
    if (column.values) return value(text, type_in(row));
    return column.type ? value(text, *column.type) : text;
  }
  std::string header(std::size_t i) const { return columns_[i].header; }

 private:
  std::optional<columns::EntityId> entity_named(const Sentence& heading) const {
    for (std::uint32_t i = 0; i < schema_.entities.size(); ++i)
      if (is_called(schema_.entities[i].name, typed::text_of(heading))) return columns::EntityId{i};
    return std::nullopt;
  }
  bool is_given(columns::EntityId entity) const { return std::find(given_.begin(), given_.end(), entity) != given_.end(); }

  // `recipient` may be a person or a unit: rather one of those who are given.
  const columns::Relation* relation_back(const std::string& text) const {
    const columns::Relation* found = nullptr;
    for (const auto& relation : schema_.relations) {
      const bool called = relation.inverse && (!subject_ || relation.to == *subject_) && is_called(*relation.inverse, text);
      if (called && (!found || (is_given(relation.of) && !is_given(found->of)))) found = &relation;
    }
    return found;
  }

  Column column(const std::string& text) const {
    Column column{text, {}};
    const auto word = grammar::header_word(text);
    if (record_) {
      column.titles = word == HeaderWord::award;
      column.facts = word == HeaderWord::fact;
      column.values = word == HeaderWord::value;
      column.dates = word == HeaderWord::from || word == HeaderWord::until || word == HeaderWord::received;
      if (word) column.header = grammar::spelling_at(*word, text, sayer_.to());
      return column;
    }
    for (const auto& fact : schema_.facts)
      if ((!subject_ || fact.of == *subject_) && is_called(fact.name, text)) {
        column.type = fact.type;
        column.header = sayer_.answering(fact.name, text);
        return column;
      }
    for (const auto& relation : schema_.relations)
      if ((!subject_ || relation.of == *subject_) && is_called(relation.name, text)) {
        column.header = sayer_.answering(relation.name, text);
        return column;
      }
    const auto* back = called(schema_.entities, text) ? nullptr : relation_back(text);
    if (back) {
      column.header = sayer_.answering(*back->inverse, text);
    } else if (const auto* entity = called(schema_.entities, text)) {
      column.header = sayer_.answering(entity->name, text);
    } else if (const auto* cadence = called(schema_.cadences, text)) {
      column.header = sayer_.answering(cadence->name, text);
    } else if (word) {
      column.header = grammar::spelling_at(*word, text, sayer_.to());
      column.dates = word == HeaderWord::date;
    }
    return column;
  }

  // Of the fact that an attestation's row speaks of.
  Type type_in(const std::vector<syntax::Cell>& row) const {
    for (std::size_t i = 0; i < row.size() && i < columns_.size(); ++i)
      if (columns_[i].facts)
        if (const auto* fact = called(schema_.facts, row[i].text)) return fact->type;
    return {};
  }

  std::string date(const std::string& text) const {
    const auto read = syntax::date_in(text, sayer_.from());
    return read.date && text.find_first_not_of("0123456789-/") == text.npos ? sayer_.date(*read.date) : text;
  }

  std::string value(const std::string& text, const Type& type) const {
    switch (type.kind) {
      case TypeKind::truth:
        for (const auto keyword : {Keyword::yes_value, Keyword::no_value})
          for (const auto& spelling : grammar::spellings(keyword, sayer_.from()))
            if (grammar::key_of(spelling) == grammar::key_of(text)) return sayer_.word(keyword);
        return text;
      case TypeKind::scale:
        for (const auto& value : schema_[type.scale].values)
          if (is_called(value, text)) return sayer_.answering(value, text);
        return text;
      case TypeKind::date: return date(text);
      case TypeKind::number: return number(text);
      default: return text;
    }
  }

  // The digits stay as they are grouped; only the point is the language's own.
  std::string number(const std::string& text) const {
    const auto last = text.find_last_not_of("% ");
    if (last == std::string::npos || text.find_first_not_of("-0123456789., %") != text.npos) return text;
    const auto first = static_cast<std::size_t>(text.front() == '-' ? 1 : 0);
    const auto read = syntax::number_in(std::string_view(text).substr(first, last + 1 - first), sayer_.from());
    if (!read.number || !read.instead.empty()) return text;
    auto written = text;
    std::replace_if(written.begin(), written.end(), [](char c) { return c == '.' || c == ','; },
                    sayer_.to() == Language::english ? '.' : ',');
    return written;
  }

  const Sayer& sayer_;
  const columns::Schema& schema_;
  std::optional<Keyword> record_;
  std::optional<columns::EntityId> subject_;
  std::vector<columns::EntityId> given_;  // by the test's tables
  std::vector<Column> columns_;
};

}  // namespace

std::string Writer::heading(const Sentence& written) const {
  if (const auto record = record_named(written, sayer_.from())) return sayer_.word(*record);
  const auto text = typed::text_of(written);
  if (const auto* entity = called(sayer_.schema().entities, text)) return sayer_.answering(entity->name, text);
  if (const auto* relation = called(sayer_.schema().relations, text)) return sayer_.answering(relation->name, text);
  return text;
}

void Writer::rows(const Clause& clause, std::size_t indent) {
  const GivenTable table(sayer_, *statement_, clause);
  std::vector<std::vector<std::string>> cells;
  std::vector<std::size_t> widths;
  for (const auto& row : clause.rows.rows) {
    auto& texts = cells.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
      texts.push_back(&row == &clause.rows.rows.front() ? table.header(i) : table.cell(row, i));
      widths.resize(std::max(widths.size(), i + 1));
      widths[i] = std::max(widths[i], source::columns_wide(texts.back()));
    }
  }
  for (std::size_t r = 0; r < cells.size(); ++r) {
    page_.comments_before(indent, clause.rows.spans[r].begin);
    page_.begin_row(indent);
    for (std::size_t i = 0; i < cells[r].size(); ++i)
      page_ << "| " << cells[r][i] << std::string(widths[i] - source::columns_wide(cells[r][i]) + 1, ' ');
    page_ << "|";
    page_.end(clause.rows.spans[r].end);
  }
}

}  // namespace tdkt::format
