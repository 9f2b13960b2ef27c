// SPDX-License-Identifier: Apache-2.0
// Packs, and which pack each statement belongs to: the one that stands above it in its file, or that
// of another file in the same folder.
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

bool is_of_vocabulary(Keyword keyword) {
  switch (keyword) {
    case Keyword::vocabulary:
    case Keyword::entity:
    case Keyword::scale:
    case Keyword::kinds:
    case Keyword::fact:
    case Keyword::relation:
    case Keyword::verb:
    case Keyword::cadence:
    case Keyword::unit_of_measure: return true;
    default: return false;
  }
}

std::string folder_of(const std::string& path) {
  const auto slash = path.find_last_of("/\\");
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

// A clause's sentence holds the first day and after_colon the last; either may be left out.
void read_in_force(Build& build, const Item& item, const Clause& clause, Pack& pack) {
  const auto day = [&](const Sentence& words, values::Date& into) {
    if (!words.empty()) into = words.words.front().date;
  };
  day(clause.sentence, pack.in_force.from);
  if (clause.after_colon) day(*clause.after_colon, pack.in_force.until);
  if (pack.in_force.until < pack.in_force.from)
    report(build, item, Kind::days_reversed, clause.span);
}

void read_transition(const Clause& clause, Pack& pack) {
  Pack::Transition transition{clause.sentence.words.front().date,
                              clause.title ? clause.title->text : std::string(), std::nullopt};
  if (const auto* unless = clause_of(clause.parts, Keyword::unless_pack); unless && unless->title)
    transition.unless_more_favourable = unless->title->text;
  pack.transitions.push_back(std::move(transition));
}

void read_clause(Build& build, const Item& item, const Clause& clause, Pack& pack) {
  switch (clause.keyword) {
    case Keyword::version:
      if (clause.title) pack.version = clause.title->text;
      break;
    case Keyword::cites:
      if (clause.title) pack.citation = clause.title->text;
      break;
    case Keyword::in_force: read_in_force(build, item, clause, pack); break;
    case Keyword::adds_to:
      if (clause.title) pack.adds_to.push_back(clause.title->text);
      break;
    case Keyword::overrides:
      if (clause.title) pack.overrides.push_back(clause.title->text);
      break;
    case Keyword::order_of_awards:
      for (const auto& word : clause.sentence.words)
        if (word.kind == syntax::WordKind::quoted) pack.order_of_awards.push_back(word.text);
      break;
    case Keyword::cases_received_before: read_transition(clause, pack); break;
    default: break;
  }
}

PackId add_pack(Build& build, const Item& item) {
  Pack pack;
  pack.title = title_of(item);
  pack.language = item.language;
  pack.written = item.header();
  for (const auto& clause : item->clauses) read_clause(build, item, clause, pack);
  build.program.packs.push_back(std::move(pack));
  build.pack_broken.push_back(false);
  return {static_cast<std::uint32_t>(build.program.packs.size() - 1)};
}

// Rules that stand in no pack are taken to be in force always.
PackId add_nameless(Build& build, const Item& item) {
  report(build, item, Kind::no_pack, item->keyword_span);
  Pack pack;
  pack.title.language = pack.language = item.language;
  pack.written = item.at(item->keyword_span);
  build.program.packs.push_back(std::move(pack));
  build.pack_broken.push_back(false);
  return {static_cast<std::uint32_t>(build.program.packs.size() - 1)};
}

// A vocabulary that was not given would make every sentence of the pack a mistake: one is enough.
void check_vocabularies(Build& build, const Item& item, const std::vector<std::string>& given) {
  for (const auto& clause : item->clauses) {
    if (clause.keyword != Keyword::uses_vocabulary || !clause.title) continue;
    bool found = false;
    for (const auto& name : given)
      found = found || grammar::key_of(name) == grammar::key_of(clause.title->text);
    if (found) continue;
    if (item->keyword == Keyword::pack) build.pack_broken[item.pack.index] = true;
    suggest_nearest(report(build, item, Kind::no_vocabulary, clause.title->span, {clause.title->text}),
                    item.at(clause.title->span), clause.title->text, given, true);
  }
}

void check_titles(Build& build, const Item& item) {
  for (const auto& clause : item->clauses) {
    if (clause.keyword != Keyword::adds_to && clause.keyword != Keyword::overrides) continue;
    if (!clause.title) continue;
    bool found = false;
    for (const auto& pack : build.program.packs)
      found = found || is_titled(pack.title, clause.title->text);
    if (!found)
      suggest_nearest(report(build, item, Kind::no_such_pack, clause.title->span, {clause.title->text}),
                      item.at(clause.title->span), clause.title->text, titles_of(build.program.packs),
                      true);
  }
}

}  // namespace

void build_packs(Build& build) {
  std::vector<std::string> vocabularies;
  std::map<std::string, PackId> of_folder;
  for (auto& item : build.items) {
    if (item->keyword == Keyword::vocabulary && item->title) vocabularies.push_back(item->title->text);
    if (item->keyword != Keyword::pack) continue;
    item.pack = add_pack(build, item);
    of_folder.emplace(folder_of(build.sources[item.file].path()), item.pack);
  }

  std::optional<PackId> nameless;
  const Item* above = nullptr;
  for (auto& item : build.items) {
    if (item->keyword == Keyword::pack) above = &item;
    if (item->keyword == Keyword::pack || is_of_vocabulary(item->keyword)) continue;
    if (above && above->file == item.file) {
      item.pack = above->pack;
      continue;
    }
    const auto beside = of_folder.find(folder_of(build.sources[item.file].path()));
    if (beside != of_folder.end()) {
      item.pack = beside->second;
      continue;
    }
    if (!nameless) nameless = add_nameless(build, item);
    item.pack = *nameless;
  }

  for (const auto& item : build.items)
    if (item->keyword == Keyword::vocabulary) check_vocabularies(build, item, vocabularies);
  for (const auto& item : build.items)
    if (item->keyword == Keyword::pack) {
      check_vocabularies(build, item, vocabularies);
      check_titles(build, item);
    }
}

}  // namespace tdkt::typed
