// SPDX-License-Identifier: Apache-2.0
// Bounds and the meaning of absence: what a fact's declaration says in terms of other facts and of
// its own type.
#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"
#include "typed/print.hpp"

namespace tdkt::typed {

namespace {

using syntax::WordKind;

std::optional<Decimal> number_of(const Sentence& words) {
  const bool negative = words.words.size() == 2 && words.words.front().text == "-";
  if (words.words.size() != (negative ? 2U : 1U)) return std::nullopt;
  const auto& word = words.words.back();
  if (word.kind != WordKind::number && word.kind != WordKind::percent) return std::nullopt;
  return negative ? Decimal::from_scaled(-word.number.scaled()) : word.number;
}

// False after a report.
bool read_bound(Build& build, const Item& item, const Sentence& words, const columns::Fact& fact,
                std::optional<columns::Bound>& bound) {
  if (words.empty()) return true;
  if (const auto number = number_of(words)) {
    bound = columns::Bound{*number, std::nullopt};
    return true;
  }
  const auto* other = build.names.find_of(Sort::fact, phrase_key(words), fact.of);
  if (other && build.schema.facts[other->index].type.kind == TypeKind::number) {
    bound = columns::Bound{std::nullopt, FactId{other->index}};
    return true;
  }
  std::vector<std::string> numbers;
  for (const auto& known : build.schema.facts)
    if (known.of == fact.of && known.type.kind == TypeKind::number)
      numbers.push_back(known.name.in(item.language));
  suggest_nearest(report(build, item, Kind::not_a_bound, words.span,
                         {text_of(words), build.schema[fact.of].name.in(item.language)}),
                  item.at(words.span), text_of(words), numbers);
  return false;
}

void read_bounds(Build& build, const Item& item, const Sentence& type_words, columns::Fact& fact) {
  diagnostics::Diagnostics said_before;
  std::swap(said_before, build.diagnostics);
  const auto type = type_of(build, item, type_words);
  std::swap(said_before, build.diagnostics);
  if (!type) return;
  if (!read_bound(build, item, type->from, fact, fact.from)) return;
  if (!read_bound(build, item, type->to, fact, fact.to)) return;
  if (fact.from && fact.to && fact.from->number && fact.to->number &&
      *fact.from->number > *fact.to->number) {
    const auto span = source::join(type->from.span, type->to.span);
    report(build, item, Kind::bounds_reversed, span,
           {fact.from->number->text(), fact.to->number->text()});
  }
}

void read_absence(Build& build, const Item& item, const Sentence& words, columns::Fact& fact) {
  columns::Absent absent;
  if (plain_value(build, item, words, fact.type, absent)) {
    fact.absent = std::move(absent);
    return;
  }
  const auto written = text_of(words);
  auto& diagnostic = report(build, item, Kind::absent_of_other_type, words.span,
                            {written, {name_of(build.program, fact.type, Language::english),
                                       name_of(build.program, fact.type, Language::vietnamese)}});
  if (fact.type.kind != TypeKind::scale) return;
  std::vector<std::string> values;
  for (const auto& value : build.schema[fact.type.scale].values)
    for (const auto& forms : value.forms) values.insert(values.end(), forms.begin(), forms.end());
  suggest_nearest(diagnostic, item.at(words.span), written, values);
}

}  // namespace

bool plain_value(const Build& build, const Item& item, const Sentence& words, const Type& type,
                 columns::Absent& value) {
  const bool single = words.words.size() == 1;
  switch (type.kind) {
    case TypeKind::truth:
      value.code = is(Keyword::yes_value, words, item) ? 1 : 0;
      return value.code == 1 || is(Keyword::no_value, words, item);
    case TypeKind::number: {
      const auto number = number_of(words);
      if (!number || (type.whole && !number->is_whole())) return false;
      value.number = *number;
      return true;
    }
    case TypeKind::scale: {
      const auto key = phrase_key(words);
      const auto& values = build.schema[type.scale].values;
      for (std::size_t code = 0; code < values.size(); ++code)
        for (const auto& forms : values[code].forms)
          for (const auto& form : forms)
            if (phrase_key(form) == key) {
              value.code = static_cast<std::uint8_t>(code);
              return true;
            }
      return false;
    }
    case TypeKind::date:
      if (!single || words.words.front().kind != WordKind::date) return false;
      value.date = words.words.front().date;
      return true;
    case TypeKind::text: value.text = text_of(words); return !words.empty();
    case TypeKind::entity: return false;
  }
  return false;
}

void declare_bounds_and_absence(Build& build) {
  for (std::size_t i = 0; i < build.schema.facts.size(); ++i) {
    const auto& item = build.fact_items[i];
    auto& fact = build.schema.facts[i];
    const auto parts = split_at(item->after_colon.value_or(Sentence{}), ",");
    read_bounds(build, item, parts.front(), fact);
    for (const auto& part : parts)
      if (const auto end = end_of(Keyword::absent_means, part, 0, item))
        read_absence(build, item, after(part, end), fact);
  }
}

}  // namespace tdkt::typed
