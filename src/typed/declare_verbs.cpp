// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/declare.hpp"

namespace tdkt::typed {

namespace {

// `by award name`: where the words that follow the entity begin, or the end.
std::size_t by_at(const Item& item, const Sentence& words) {
  for (std::size_t i = 1; i < words.words.size(); ++i)
    if (end_of(Keyword::by_what, words, i, item) > i) return i;
  return words.words.size();
}

Diagnostic& report_unknown(Build& build, const Item& item, const Sentence& words, EntityId of,
                           const std::vector<std::string>& candidates) {
  auto& diagnostic = report(build, item, Kind::not_a_fact_of, words.span,
                            {text_of(words), build.schema[of].name.in(item.language)});
  suggest_nearest(diagnostic, item.at(words.span), text_of(words), candidates);
  return diagnostic;
}

template <class Things>
std::vector<std::string> names_of(const Things& things, EntityId of, Language language) {
  std::vector<std::string> names;
  for (const auto& thing : things)
    if (thing.of == of) names.push_back(thing.name.in(language));
  return names;
}

// `awards of person by award name`: records, told apart by a text fact of theirs.
std::optional<columns::VerbUse> record_use(Build& build, const Item& item, const Owned& owner,
                                           const Sentence& by) {
  const auto* relation = build.names.find_of(Sort::relation, phrase_key(owner.name), owner.of);
  if (!relation) {
    report_unknown(build, item, owner.name, owner.of,
                   names_of(build.schema.relations, owner.of, item.language));
    return std::nullopt;
  }
  const RelationId records{relation->index};
  const auto record = build.schema[records].to;
  const auto* fact = build.names.find_of(Sort::fact, phrase_key(by), record);
  if (!fact) {
    report_unknown(build, item, by, record, names_of(build.schema.facts, record, item.language));
    return std::nullopt;
  }
  const auto& type = build.schema.facts[fact->index].type;
  if (type.kind != TypeKind::text) {
    report(build, item, Kind::not_a_text, by.span, {text_of(by)});
    return std::nullopt;
  }
  return columns::VerbUse{owner.of, std::nullopt, records, FactId{fact->index}};
}

std::optional<columns::VerbUse> use_of(Build& build, const Item& item, const Sentence& words) {
  const auto by = by_at(item, words);
  const auto owner = owned(build, item, syntax::part_of(words, 0, by));
  if (!owner) return std::nullopt;
  if (by < words.words.size())
    return record_use(build, item, *owner, after(words, end_of(Keyword::by_what, words, by, item)));

  const auto* fact = build.names.find_of(Sort::fact, phrase_key(owner->name), owner->of);
  if (fact) return columns::VerbUse{owner->of, FactId{fact->index}, std::nullopt, std::nullopt};
  report_unknown(build, item, owner->name, owner->of,
                 names_of(build.schema.facts, owner->of, item.language));
  return std::nullopt;
}

void declare_verb(Build& build, const Item& item) {
  columns::Verb verb;
  if (!read_name(build, item, item->header, item->translation, verb.name)) return;
  bool complete = true;
  for (const auto& part : split_at(item->after_colon.value_or(Sentence{}), ",")) {
    if (is(Keyword::means_at_least, part, item)) {
      verb.means_at_least = true;
      continue;
    }
    const auto use = use_of(build, item, part);
    complete = complete && use.has_value();
    if (use) verb.uses.push_back(*use);
  }
  if (!complete) leave_broken(build, verb.name);
  const auto index = static_cast<std::uint32_t>(build.schema.verbs.size());
  enter(build, item, verb.name, {.sort = Sort::verb, .index = index, .where = item.header()});
  build.schema.verbs.push_back(std::move(verb));
}

}  // namespace

void declare_verbs(Build& build) {
  for (const auto& item : build.items)
    if (item->keyword == Keyword::verb) declare_verb(build, item);
}

}  // namespace tdkt::typed
