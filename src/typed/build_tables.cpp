// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"
#include "typed/declare.hpp"
#include "typed/reader/mending.hpp"

namespace tdkt::typed {

namespace {

// As written, titles in their quotes.
std::string with_quotes(const Sentence& words) {
  std::string text;
  for (const auto& word : words.words) {
    if (!text.empty() && word.after_blank) text += ' ';
    text += word.kind == syntax::WordKind::quoted ? '"' + word.text + '"' : word.text;
  }
  return text;
}

// The inputs as an entity's rules would read them; empty where one of them cannot be.
std::vector<Expr> inputs_of(Build& build, const Item& item, const std::vector<Sentence>& words,
                            EntityId entity) {
  std::vector<Expr> inputs;
  for (const auto& input : words) {
    auto value = build.reader.value(input, context_of(item, {entity}));
    if (!value) return {};
    inputs.push_back(std::move(value));
  }
  return inputs;
}

// A table names no entity: it is of the first that has all its inputs.
bool find_inputs(Build& build, const Item& item, DecisionTable& table) {
  diagnostics::Diagnostics first_said;
  for (std::uint32_t i = 0; i < build.schema.entities.size(); ++i) {
    table.inputs = inputs_of(build, item, table.input_words, EntityId{i});
    if (!table.inputs.empty()) {
      table.of = EntityId{i};
      return true;
    }
    if (i == 0) first_said = std::exchange(build.found, {});
    build.found = {};
  }
  build.found = std::move(first_said);
  return false;
}

Expr literal(const Item& item, const Sentence& words, const Type& type, const columns::Absent& value) {
  const auto at = item.at(words.span);
  switch (type.kind) {
    case TypeKind::truth: return make(Literal{value.code == 1}, type, at);
    case TypeKind::number: return make(Literal{value.number}, type, at);
    case TypeKind::scale: return make(Literal{Code{type.scale, value.code}}, type, at);
    case TypeKind::date: return make(Literal{value.date}, type, at);
    case TypeKind::text: return make(Literal{value.text}, type, at);
    case TypeKind::entity: return make(Literal{EntityName{type.entity, text_of(words)}}, type, at);
  }
  return nullptr;
}

// A number of a range's end: any number, whatever the input's own unit or wholeness.
std::optional<Decimal> end_number(const Build& build, const Item& item, const Sentence& words) {
  Type number;
  number.kind = TypeKind::number;
  columns::Absent value;
  if (!plain_value(build, item, words, number, value)) return std::nullopt;
  return value.number;
}

// `1 to 3`, `75% to below 95%`, `above 5`, `at most 2`. False: no range.
bool read_range(const Build& build, const Item& item, const Sentence& words, TableCell& cell) {
  cell.kind = TableCell::Kind::range;
  struct Bound {
    Keyword keyword;
    bool low, open;
  };
  static constexpr Bound bounds[] = {{Keyword::above, true, true},
                                     {Keyword::below, false, true},
                                     {Keyword::at_least, true, false},
                                     {Keyword::at_most, false, false}};
  for (const auto& bound : bounds)
    if (const auto end = end_of(bound.keyword, words, 0, item)) {
      const auto number = end_number(build, item, after(words, end));
      if (!number) return false;
      (bound.low ? cell.low : cell.high) = number;
      (bound.low ? cell.low_open : cell.high_open) = bound.open;
      return true;
    }
  const auto rest = after(words, end_of(Keyword::from_, words, 0, item));
  for (std::size_t i = 1; i < rest.words.size(); ++i) {
    auto end = end_of(Keyword::to_, rest, i, item);
    if (end == i) continue;
    cell.low = end_number(build, item, syntax::part_of(rest, 0, i));
    if (const auto below = end_of(Keyword::below, rest, end, item); below > end) {
      cell.high_open = true;
      end = below;
    }
    cell.high = end_number(build, item, after(rest, end));
    return cell.low && cell.high;
  }
  // `từ 5 trở lên`
  for (const auto& [keyword, low] : {std::pair{Keyword::or_higher, true}, {Keyword::or_lower, false}})
    for (std::size_t i = 1; i < rest.words.size(); ++i)
      if (end_of(keyword, rest, i, item) == rest.words.size()) {
        const auto number = end_number(build, item, syntax::part_of(rest, 0, i));
        (low ? cell.low : cell.high) = number;
        return number.has_value();
      }
  return false;
}

// `0 - 3`, `over 2`: said otherwise, if that mends it.
void offer_range(Build& build, const Item& item, const Sentence& words, Diagnostic& diagnostic) {
  const auto reads = [&](const Sentence& mended) {
    TableCell cell{TableCell::Kind::any, nullptr, std::nullopt, std::nullopt};
    return !mended.empty() && read_range(build, item, mended, cell);
  };
  const auto mended = reading::mend(words, item.language, {}, {}, reads);
  if (!mended || mended->kind != Kind::everyday_speech) return;
  const auto span = source::join(words.words[mended->begin].span, words.words[mended->end - 1].span);
  for (const auto& offer : mended->offers)
    diagnostic.replace(item.at(span), offer.text, {"write '" + offer.text + "'", "viết '" + offer.text + "'"});
}

// nullopt after a report.
std::optional<TableCell> cell_of(Build& build, const Item& item, const Sentence& words,
                                 const Type& type) {
  TableCell cell{TableCell::Kind::any, nullptr, std::nullopt, std::nullopt};
  if (is(Keyword::any_value, words, item)) return cell;
  columns::Absent value;
  if (plain_value(build, item, words, type, value)) {
    cell.kind = TableCell::Kind::equal;
    cell.value = literal(item, words, type, value);
    return cell;
  }
  if (type.kind == TypeKind::number && read_range(build, item, words, cell)) {
    if (cell.low && cell.high && *cell.low > *cell.high) {
      report(build, item, Kind::bounds_reversed, words.span, {cell.low->text(), cell.high->text()});
      return std::nullopt;
    }
    return cell;
  }
  auto& diagnostic = report(build, item, Kind::not_a_table_value, words.span, {text_of(words)});
  if (type.kind == TypeKind::scale) {
    std::vector<std::string> values;
    for (const auto& known : build.schema[type.scale].values)
      for (const auto& forms : known.forms) values.insert(values.end(), forms.begin(), forms.end());
    suggest_nearest(diagnostic, item.at(words.span), text_of(words), values);
  } else if (type.kind == TypeKind::number) {
    offer_range(build, item, words, diagnostic);
  }
  return std::nullopt;
}

// The scale that alone has a value of that name.
std::optional<Type> only_scale_with(const Build& build, const Item& item, const Sentence& words) {
  std::optional<Type> found;
  for (std::uint32_t i = 0; i < build.schema.scales.size(); ++i) {
    Type type;
    type.kind = TypeKind::scale;
    type.scale = ScaleId{i};
    columns::Absent value;
    if (!plain_value(build, item, words, type, value)) continue;
    if (found) return std::nullopt;
    found = type;
  }
  return found;
}

// What a row gives; the first row's type is the table's.
Expr outcome_of(Build& build, const Item& item, const Sentence& words, const DecisionTable& table) {
  std::optional<Type> wanted;
  if (!table.rows.empty()) wanted = table.type;
  columns::Absent value;
  Type number;
  number.kind = TypeKind::number;
  if ((!wanted || wanted->kind == TypeKind::number) && plain_value(build, item, words, number, value)) {
    number.percent = words.words.back().kind == syntax::WordKind::percent;
    return literal(item, words, number, value);
  }
  if (wanted && wanted->kind != TypeKind::number && plain_value(build, item, words, *wanted, value))
    return literal(item, words, *wanted, value);
  if (!wanted)
    if (const auto scale = only_scale_with(build, item, words)) {
      plain_value(build, item, words, *scale, value);
      return literal(item, words, *scale, value);
    }
  return read(build, item, words, [&](Reader& reader) {
    return reader.value(words, context_of(item, {table.of}), wanted);
  });
}

bool add_row(Build& build, const Item& item, const Clause& line, DecisionTable& table) {
  const bool otherwise = line.keyword == Keyword::otherwise_row;
  TableRow row{{}, nullptr, item.at(line.span)};
  bool complete = true;
  if (!otherwise) {
    const auto cells = split_at(line.sentence, ";");
    if (cells.size() != table.inputs.size()) {
      report(build, item, Kind::cells_and_inputs, line.sentence.span,
             {std::to_string(cells.size()), std::to_string(table.inputs.size())});
      return false;
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto cell = cell_of(build, item, cells[i], table.inputs[i]->type);
      complete = complete && cell;
      if (cell) row.cells.push_back(std::move(*cell));
    }
  }
  const auto outcome = line.after_colon ? *line.after_colon : otherwise ? line.sentence : Sentence{{}, line.span};
  row.outcome = outcome_of(build, item, outcome, table);
  if (!row.outcome || !complete) return false;
  if (table.rows.empty()) table.type = row.outcome->type;
  if (!row.outcome->type.whole) table.type.whole = false;
  table.rows.push_back(std::move(row));
  return true;
}

}  // namespace

bool try_table(Build& build, const Item& item) {
  DecisionTable table;
  table.pack = item.pack;
  table.written = item.header();
  table.input_words = split_at(*item->after_colon, ";");
  if (!find_inputs(build, item, table)) return false;

  auto& forms = table.name.forms[static_cast<std::size_t>(item.language)];
  forms.push_back(text_of(item->header) + ' ' + grammar::spellings(Keyword::table_by, item.language).front() +
                  ' ' + with_quotes(*item->after_colon));
  if (item->translation)
    for (const auto& form : item->translation->forms)
      table.name.forms[static_cast<std::size_t>(other(item.language))].push_back(form.text);

  bool complete = !item->lines_lost;
  for (const auto& line : item->clauses) {
    if (line.keyword == Keyword::first_match) table.first_match = true;
    if (line.keyword == Keyword::no_match_is_a_gap) table.gaps = true;
    if (line.keyword == Keyword::table_row || line.keyword == Keyword::otherwise_row)
      complete = add_row(build, item, line, table) && complete;
  }
  if (complete && table.rows.empty()) {
    if (!item->lines_lost)
      report(build, item, Kind::table_without_rows, item.header().span, {text_of(item->header)});
    complete = false;
  }
  if (!complete) {
    leave_broken(build, table.name);
    return true;
  }
  const auto index = static_cast<std::uint32_t>(build.program.tables.size());
  enter(build, item, table.name,
        {.sort = Sort::table, .index = index, .of = table.of, .pack = item.pack.index, .where = item.header()});
  build.program.tables.push_back(std::move(table));
  build.reader.names_changed();
  return true;
}

}  // namespace tdkt::typed
