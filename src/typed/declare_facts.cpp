// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// `attested by "the council"`, `do "hội đồng" xác nhận`
std::optional<std::string> attesting_body(const Item& item, const Sentence& words) {
  std::optional<std::string> body;
  bool attested = false, by = false;
  for (std::size_t i = 0; i < words.words.size();) {
    if (words.words[i].kind == syntax::WordKind::quoted) {
      if (body) return std::nullopt;
      body = words.words[i++].text;
    } else if (const auto end = end_of(Keyword::attested, words, i, item); end > i) {
      attested = true, i = end;
    } else if (const auto next = end_of(Keyword::by_whom, words, i, item); next > i) {
      by = true, i = next;
    } else {
      return std::nullopt;
    }
  }
  return attested && by ? body : std::nullopt;
}

void report_option(Build& build, const Item& item, const Sentence& words) {
  std::vector<std::string> known;
  for (const auto keyword :
       {Keyword::once, Keyword::yearly, Keyword::half_yearly, Keyword::quarterly, Keyword::monthly,
        Keyword::weekly, Keyword::dated, Keyword::absent_means, Keyword::also_before_data,
        Keyword::attested, Keyword::per})
    known.push_back(grammar::spellings(keyword, item.language).front());
  for (const auto& form : forms_of(build.schema.cadences)) known.push_back(form);
  const auto written = text_of(words);
  suggest_nearest(report(build, item, Kind::not_said_of_facts, words.span, {written}),
                  item.at(words.span), written, known);
}

// One of the things set apart by commas after the type. False after a report.
bool add_option(Build& build, const Item& item, const Sentence& words, columns::Fact& fact) {
  if (words.empty()) {
    report(build, item, Kind::name_expected, words.span);
    return false;
  }
  if (const auto timing = timing_of(build, item, words)) {
    fact.timing = *timing;
    return true;
  }
  if (is(Keyword::also_before_data, words, item)) {
    fact.also_before_data = true;
    return true;
  }
  if (end_of(Keyword::absent_means, words, 0, item) > 0) return true;  // declare_values.cpp
  if (const auto end = end_of(Keyword::per, words, 0, item)) {
    fact.per = entity_named(build, after(words, end));
    if (!fact.per) report_no_entity(build, item, after(words, end));
    return fact.per.has_value();
  }
  if (auto body = attesting_body(item, words)) {
    fact.attested_by = std::move(body);
    return true;
  }
  report_option(build, item, words);
  return false;
}

void declare_fact(Build& build, const Item& item) {
  const auto owner = owned(build, item, item->header);
  columns::Fact fact;
  if (!owner) return leave_broken(build, text_of(item->header));
  if (!read_name(build, item, owner->name, item->translation, fact.name)) return;
  fact.of = owner->of;
  fact.per = owner->per;

  const auto parts = split_at(item->after_colon.value_or(Sentence{}), ",");
  const auto type = type_of(build, item, parts.front());
  bool complete = type.has_value();
  for (std::size_t i = 1; i < parts.size(); ++i)
    complete = add_option(build, item, parts[i], fact) && complete;
  if (!complete) leave_broken(build, fact.name);
  if (type) fact.type = type->type;

  const auto index = static_cast<std::uint32_t>(build.schema.facts.size());
  enter(build, item, fact.name,
        {.sort = Sort::fact, .index = index, .of = fact.of, .where = item.at(owner->name.span)});
  build.schema.facts.push_back(std::move(fact));
  build.fact_items.push_back(item);
}

}  // namespace

void declare_facts(Build& build) {
  for (const auto& item : build.items)
    if (item->keyword == Keyword::fact) declare_fact(build, item);
}

}  // namespace tdkt::typed
