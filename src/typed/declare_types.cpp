// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

Type plain(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

// `months` after `number of`. A noun that no one declared is a unit of its own name, unless it looks
// like a declared one gone wrong.
std::optional<columns::UnitId> unit_named(Build& build, const Item& item, const Sentence& words) {
  if (const auto* found = build.names.find(Sort::unit_of_measure, phrase_key(words)))
    return columns::UnitId{found->index};
  const auto written = text_of(words);
  const auto forms = forms_of(build.schema.units);
  if (!grammar::nearest(written, forms, 1).empty()) {
    suggest_nearest(report(build, item, Kind::not_a_unit_of_measure, words.span, {written}),
                    item.at(words.span), written, forms);
    return std::nullopt;
  }
  columns::UnitOfMeasure unit;
  unit.name.forms[static_cast<std::size_t>(item.language)].push_back(written);
  const columns::UnitId id{static_cast<std::uint32_t>(build.schema.units.size())};
  enter(build, item, unit.name,
        {.sort = Sort::unit_of_measure, .index = id.index, .where = item.at(words.span)});
  build.schema.units.push_back(std::move(unit));
  return id;
}

// What of a type is settled by its first words alone; `rest` is what follows them.
std::optional<Type> keyword_type(const Item& item, const Sentence& words, Sentence& rest) {
  auto number = plain(TypeKind::number);
  auto whole = number, percent = number, year = number;
  whole.whole = true;
  percent.percent = true;
  year.year = year.whole = true;
  const std::pair<Keyword, Type> known[] = {
      {Keyword::type_truth, plain(TypeKind::truth)}, {Keyword::type_whole_number, whole},
      {Keyword::type_percent, percent},              {Keyword::type_number, number},
      {Keyword::type_date, plain(TypeKind::date)},   {Keyword::type_year, year},
      {Keyword::type_text, plain(TypeKind::text)}};
  for (const auto& [keyword, type] : known)
    if (const auto end = end_of(keyword, words, 0, item)) {
      rest = after(words, end);
      return type;
    }
  return std::nullopt;
}

// `số nguyen`: not a number of things that are called `nguyen`.
bool is_type_without_marks(const Item& item, const Sentence& words) {
  const auto bare = grammar::bare_key_of(text_of(words));
  for (const auto keyword : {Keyword::type_whole_number, Keyword::type_percent})
    for (const auto& spelling : grammar::spellings(keyword, item.language))
      if (grammar::bare_key_of(spelling) == bare) return true;
  return false;
}

std::optional<Type> declared_type(const Build& build, const Sentence& words) {
  const auto key = phrase_key(words);
  Type type;
  if (const auto* scale = build.names.find(Sort::scale, key)) {
    type.kind = TypeKind::scale;
    type.scale = ScaleId{scale->index};
    return type;
  }
  if (const auto* entity = build.names.find(Sort::entity, key)) {
    type.kind = TypeKind::entity;
    type.entity = EntityId{entity->index};
    return type;
  }
  return std::nullopt;
}

void report_no_type(Build& build, const Item& item, const Sentence& words) {
  auto names = forms_of(build.schema.scales);
  const auto entities = forms_of(build.schema.entities);
  names.insert(names.end(), entities.begin(), entities.end());
  for (const auto keyword :
       {Keyword::type_truth, Keyword::type_number, Keyword::type_whole_number, Keyword::type_percent,
        Keyword::type_date, Keyword::type_year, Keyword::type_text})
    names.push_back(grammar::spellings(keyword, item.language).front());
  const auto at = words.empty() ? item.header().span : words.span;
  auto& diagnostic = report(build, item, Kind::not_a_type, at, {text_of(words)});
  if (!words.empty()) suggest_nearest(diagnostic, item.at(at), text_of(words), names);
}

// Where the bounds begin, or the end.
std::size_t bounds_at(const Sentence& words, const Item& item) {
  for (std::size_t i = 1; i < words.words.size(); ++i)
    if (end_of(Keyword::from_, words, i, item) > i || end_of(Keyword::to_, words, i, item) > i) return i;
  return words.words.size();
}

void read_bounds(const Item& item, const Sentence& words, TypeWords& result) {
  auto rest = words;
  if (const auto end = end_of(Keyword::from_, rest, 0, item)) rest = after(rest, end);
  else if (const auto only_to = end_of(Keyword::to_, rest, 0, item)) {
    result.to = after(rest, only_to);
    return;
  }
  for (std::size_t i = 1; i < rest.words.size(); ++i)
    if (const auto end = end_of(Keyword::to_, rest, i, item); end > i) {
      result.from = syntax::part_of(rest, 0, i);
      result.to = after(rest, end);
      return;
    }
  result.from = rest;
}

}  // namespace

std::optional<TypeWords> type_of(Build& build, const Item& item, const Sentence& words) {
  if (const auto type = declared_type(build, words)) return TypeWords{*type, {}, {}};

  const auto bounds = bounds_at(words, item);
  const auto head = syntax::part_of(words, 0, bounds);
  TypeWords result;
  Sentence rest;
  if (const auto declared = declared_type(build, head)) {
    result.type = *declared;
  } else if (const auto type = keyword_type(item, head, rest)) {
    result.type = *type;
    if (type->kind == TypeKind::number && !rest.empty() && is_type_without_marks(item, head)) {
      report_no_type(build, item, head);
      return std::nullopt;
    }
    if (type->kind == TypeKind::number && !type->year && !type->percent && !rest.empty()) {
      const auto unit = unit_named(build, item, after(rest, end_of(Keyword::of_, rest, 0, item)));
      if (!unit) return std::nullopt;
      result.type.unit = unit;
      rest = {};
    }
    if (!rest.empty()) {
      report_no_type(build, item, head);
      return std::nullopt;
    }
  } else {
    report_no_type(build, item, head);
    return std::nullopt;
  }
  if (bounds < words.words.size()) {
    if (result.type.kind != TypeKind::number) {
      report(build, item, Kind::bounds_of_no_number, after(words, bounds).span);
      return std::nullopt;
    }
    read_bounds(item, after(words, bounds), result);
  }
  return result;
}

}  // namespace tdkt::typed
