// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// A relation while its `one of …` still waits for the relation it names.
struct Pending {
  Item item;
  columns::Relation relation;
  Sentence one_of;
  Sentence inverse;
  std::vector<std::string> inverse_translated;
  source::Span written;
  bool complete = true;
};

// `many person`, `one unit`, `one of members`
bool read_target(Build& build, const Item& item, const Sentence& words, Pending& pending) {
  if (const auto end = end_of(Keyword::one_of_relation, words, 0, item)) {
    pending.one_of = after(words, end);
    pending.relation.many = false;
    return true;
  }
  auto end = end_of(Keyword::many, words, 0, item);
  pending.relation.many = end > 0;
  if (end == 0) end = end_of(Keyword::one, words, 0, item);
  if (end == 0) {
    report(build, item, Kind::many_or_one, words.empty() ? item.header().span : words.span,
           {text_of(words)});
    return false;
  }
  const auto target = entity_named(build, after(words, end));
  if (!target) {
    report_no_entity(build, item, after(words, end));
    return false;
  }
  pending.relation.to = *target;
  return true;
}

bool add_option(Build& build, const Item& item, const Sentence& words, Pending& pending) {
  auto& relation = pending.relation;
  if (words.empty()) {
    report(build, item, Kind::name_expected, words.span);
    return false;
  }
  if (const auto timing = timing_of(build, item, words)) {
    relation.timing = *timing;
    return true;
  }
  if (is(Keyword::never_empty, words, item)) return relation.never_empty = true;
  if (is(Keyword::also_before_data, words, item)) return relation.also_before_data = true;
  if (const auto end = end_of(Keyword::inverse, words, 0, item)) {
    auto name = after(words, end);
    const auto many = end_of(Keyword::many, name, 0, item);
    const auto one = end_of(Keyword::one, name, 0, item);
    relation.inverse_many = many > 0;
    pending.inverse = after(name, many > 0 ? many : one);
    if (!pending.inverse.empty()) return true;
    report(build, item, Kind::name_expected, words.span);
    return false;
  }
  std::vector<std::string> known;
  for (const auto keyword :
       {Keyword::once, Keyword::yearly, Keyword::half_yearly, Keyword::quarterly, Keyword::monthly,
        Keyword::weekly, Keyword::dated, Keyword::never_empty, Keyword::inverse,
        Keyword::also_before_data})
    known.push_back(grammar::spellings(keyword, item.language).front());
  for (const auto& form : forms_of(build.schema.cadences)) known.push_back(form);
  suggest_nearest(report(build, item, Kind::not_said_of_relations, words.span, {text_of(words)}),
                  item.at(words.span), text_of(words), known);
  return false;
}

// `vi: sáng kiến, chiều ngược tác giả`: the way back in the other language.
void take_inverse(const Item& item, syntax::Forms& translation, std::vector<std::string>& inverse) {
  auto& forms = translation.forms;
  for (const auto& spelling : grammar::spellings(Keyword::inverse, other(item.language)))
    for (auto form = forms.begin(); form != forms.end();) {
      if (form->text.compare(0, spelling.size() + 1, spelling + ' ') != 0) {
        ++form;
        continue;
      }
      inverse.push_back(form->text.substr(spelling.size() + 1));
      form = forms.erase(form);
    }
}

std::optional<Pending> read_relation(Build& build, const Item& item) {
  const auto owner = owned(build, item, item->header);
  if (!owner) {
    leave_broken(build, text_of(item->header));
    return std::nullopt;
  }
  Pending pending{.item = item, .relation = {}, .one_of = {}, .inverse = {}, .inverse_translated = {},
                  .written = owner->name.span};
  auto translation = item->translation;
  if (translation) take_inverse(item, *translation, pending.inverse_translated);
  if (!read_name(build, item, owner->name, translation, pending.relation.name))
    return std::nullopt;
  pending.relation.of = owner->of;

  const auto parts = split_at(item->after_colon.value_or(Sentence{}), ",");
  pending.complete = read_target(build, item, parts.front(), pending);
  for (std::size_t i = 1; i < parts.size(); ++i)
    pending.complete = add_option(build, item, parts[i], pending) && pending.complete;
  if (!pending.complete) leave_broken(build, pending.relation.name);
  return pending;
}

// The way back is often called what it leads to: `inverse unit` then has all the unit's forms.
columns::Name inverse_name(const Build& build, const Pending& pending) {
  const auto translated = static_cast<std::size_t>(other(pending.item.language));
  if (const auto entity = entity_named(build, pending.inverse))
    if (*entity == pending.relation.of) {
      auto name = build.schema[*entity].name;
      if (!pending.inverse_translated.empty()) name.forms[translated] = pending.inverse_translated;
      auto& forms = name.forms[static_cast<std::size_t>(pending.item.language)];
      const auto key = phrase_key(pending.inverse);
      for (std::size_t i = 0; i < forms.size(); ++i)
        if (phrase_key(forms[i]) == key) std::swap(forms[0], forms[i]);
      return name;
    }
  columns::Name name;
  name.forms[static_cast<std::size_t>(pending.item.language)].push_back(text_of(pending.inverse));
  name.forms[translated] = pending.inverse_translated;
  return name;
}

void enter_relation(Build& build, const Pending& pending, std::uint32_t index) {
  const auto& relation = build.schema.relations[index];
  enter(build, pending.item, relation.name,
        {.sort = Sort::relation, .index = index, .of = relation.of, .to = relation.to,
         .where = pending.item.at(pending.written)});
  if (relation.inverse)
    enter(build, pending.item, *relation.inverse,
          {.sort = Sort::inverse, .index = index, .of = relation.to, .to = relation.of,
           .where = pending.item.at(pending.inverse.span)});
}

// `one of members`: a relation of the same entity, to many.
void resolve_one_of(Build& build, std::vector<Pending>& all, Pending& pending) {
  const auto key = phrase_key(pending.one_of);
  std::vector<std::string> candidates;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& other = all[i].relation;
    if (other.of != pending.relation.of || !other.many) continue;
    for (const auto& forms : other.name.forms)
      for (const auto& form : forms) {
        candidates.push_back(form);
        if (phrase_key(form) != key) continue;
        pending.relation.one_of = RelationId{static_cast<std::uint32_t>(i)};
        pending.relation.to = other.to;
        pending.complete = pending.complete && all[i].complete;
        return;
      }
  }
  const auto written = text_of(pending.one_of);
  suggest_nearest(
      report(build, pending.item, Kind::not_a_relation_to_many, pending.one_of.span,
             {written, build.schema[pending.relation.of].name.in(pending.item.language)}),
      pending.item.at(pending.one_of.span), written, candidates);
  leave_broken(build, pending.relation.name);
  pending.complete = false;
}

}  // namespace

void declare_relations(Build& build) {
  std::vector<Pending> all;
  for (const auto& item : build.items)
    if (item->keyword == Keyword::relation)
      if (auto pending = read_relation(build, item)) all.push_back(std::move(*pending));

  for (auto& pending : all)
    if (!pending.one_of.empty()) resolve_one_of(build, all, pending);

  for (auto& pending : all) {
    if (!pending.inverse.empty()) pending.relation.inverse = inverse_name(build, pending);
    build.schema.relations.push_back(pending.relation);
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].complete) enter_relation(build, all[i], static_cast<std::uint32_t>(i));
}

}  // namespace tdkt::typed
