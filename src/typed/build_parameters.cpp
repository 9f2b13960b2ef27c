// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

using syntax::WordKind;

struct Value {
  Literal literal;
  Type type;
};

Type type_of_kind(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

// `70%`, `6 months`, `2024-01-31`, `yes`, `"text"`
std::optional<Value> simple_value(const Build& build, const Item& item, const Sentence& words) {
  const auto& first = words.words.front();
  if (first.kind == WordKind::number || first.kind == WordKind::percent) {
    if (words.words.size() > 1 &&
        !build.names.find(Sort::unit_of_measure, phrase_key(after(words, 1))))
      return std::nullopt;
    auto type = type_of_kind(TypeKind::number);
    type.percent = first.kind == WordKind::percent;
    type.whole = !type.percent && first.number.is_whole();
    return Value{{first.number}, type};
  }
  if (is(Keyword::yes_value, words, item)) return Value{{true}, type_of_kind(TypeKind::truth)};
  if (is(Keyword::no_value, words, item)) return Value{{false}, type_of_kind(TypeKind::truth)};
  if (words.words.size() > 1) return std::nullopt;
  if (first.kind == WordKind::date) return Value{{first.date}, type_of_kind(TypeKind::date)};
  return std::nullopt;
}

// A value of a scale; of several, the first is taken and the others are counted.
std::optional<Value> scale_value(const Build& build, const Item& item, const Sentence& words,
                                 std::size_t& scales) {
  std::optional<Value> found;
  for (std::size_t i = 0; i < build.schema.scales.size(); ++i) {
    auto type = type_of_kind(TypeKind::scale);
    type.scale = ScaleId{static_cast<std::uint32_t>(i)};
    columns::Absent value;
    if (!plain_value(build, item, words, type, value)) continue;
    ++scales;
    if (!found) found = Value{{Code{type.scale, value.code}}, type};
  }
  return found;
}

std::optional<Value> value_of(Build& build, const Item& item, const Sentence& words) {
  if (words.empty()) {
    report(build, item, Kind::value_wanted, words.span, {text_of(words)});
    return std::nullopt;
  }
  if (auto simple = simple_value(build, item, words)) return simple;
  std::size_t scales = 0;
  auto value = scale_value(build, item, words, scales);
  if (value && scales == 1) return value;
  if (value) {
    report(build, item, Kind::value_of_several_scales, words.span, {text_of(words)});
    return std::nullopt;
  }
  if (words.words.size() == 1 && words.words.front().kind == WordKind::quoted)
    return Value{{words.words.front().text}, type_of_kind(TypeKind::text)};
  std::vector<std::string> known;
  for (const auto& scale : build.schema.scales)
    for (const auto& form : scale.values)
      for (const auto& forms : form.forms) known.insert(known.end(), forms.begin(), forms.end());
  suggest_nearest(report(build, item, Kind::value_wanted, words.span, {text_of(words)}),
                  item.at(words.span), text_of(words), known);
  return std::nullopt;
}

// `2` and `2.5` agree, `2` and `70%` do not.
bool agree(Type& all, const Type& next) {
  if (all.kind != next.kind || all.scale != next.scale || all.percent != next.percent) return false;
  all.whole = all.whole && next.whole;
  return true;
}

bool add_value(Build& build, const Item& item, const Clause& line, ParameterHistory& history,
               std::optional<Type>& type) {
  const auto& words = line.after_colon ? *line.after_colon : Sentence{{}, line.span};
  auto value = value_of(build, item, words);
  if (!value) return false;
  if (type && !agree(*type, value->type)) {
    report(build, item, Kind::values_differ_in_type, words.span, {text_of(words)})
        .label(history.values.front().value->written, {"the first value", "giá trị đầu tiên"});
    return false;
  }
  if (!type) type = value->type;
  const auto from = line.sentence.words.front().date;
  for (const auto& earlier : history.values)
    if (earlier.from == from) {
      report(build, item, Kind::same_day_twice, line.sentence.span, {text_of(line.sentence)});
      return false;
    }
  history.values.push_back({from, make(std::move(value->literal), value->type, item.at(words.span))});
  return true;
}

void build_parameter(Build& build, const Item& item) {
  ParameterHistory history;
  if (!read_name(build, item, item->header, item->translation, history.name)) return;
  history.pack = item.pack;
  history.written = item.header();

  std::optional<Type> type;
  bool complete = true;
  for (const auto& line : item->clauses)
    if (line.keyword == Keyword::dated_value)
      complete = add_value(build, item, line, history, type) && complete;
  if (complete && history.values.empty()) {
    if (!item->lines_lost)
      report(build, item, Kind::no_dated_values, item.header().span, {history.name.in(item.language)});
    complete = false;
  }
  if (!complete) leave_broken(build, history.name);
  if (history.values.empty()) return;

  history.type = *type;
  std::stable_sort(history.values.begin(), history.values.end(),
                   [](const auto& a, const auto& b) { return a.from < b.from; });
  const auto index = static_cast<std::uint32_t>(build.program.parameters.size());
  enter(build, item, history.name,
        {.sort = Sort::parameter, .index = index, .pack = item.pack.index, .where = item.header()});
  build.program.parameters.push_back(std::move(history));
}

}  // namespace

void build_parameters(Build& build) {
  for (const auto& item : build.items)
    if (item->keyword == Keyword::parameter) build_parameter(build, item);
}

}  // namespace tdkt::typed
