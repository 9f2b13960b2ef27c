// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/phrases.hpp"

#include <algorithm>

#include "grammar/keywords.hpp"
#include "typed/phrase.hpp"

namespace tdkt::typed::reading {

namespace {

using grammar::Keyword;

bool may_begin_with_copula(Sort sort) {
  return sort == Sort::fact || sort == Sort::verb || sort == Sort::definition;
}

// How many of the words are a copula, one entry for each that fits.
std::vector<std::size_t> copulas_before(const std::vector<std::string>& words) {
  std::vector<std::size_t> lengths;
  for (const auto language : {Language::english, Language::vietnamese})
    for (const auto& spelling : grammar::spelling_words(Keyword::copula, language))
      if (spelling.size() < words.size() &&
          std::equal(spelling.begin(), spelling.end(), words.begin()))
        lengths.push_back(spelling.size());
  std::sort(lengths.begin(), lengths.end());
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  return lengths;
}

}  // namespace

void Phrases::take_up(const Program& program) {
  const auto& schema = program.schema;
  const auto each = [&](auto& taken, const auto& things, Sort sort) {
    for (; taken < things.size(); ++taken)
      add(things[taken].name, sort, static_cast<std::uint32_t>(taken));
  };
  each(taken_.entities, schema.entities, Sort::entity);
  each(taken_.facts, schema.facts, Sort::fact);
  for (; taken_.relations < schema.relations.size(); ++taken_.relations) {
    const auto& relation = schema.relations[taken_.relations];
    const auto index = static_cast<std::uint32_t>(taken_.relations);
    add(relation.name, Sort::relation, index);
    if (relation.inverse) add(*relation.inverse, Sort::inverse, index);
  }
  each(taken_.verbs, schema.verbs, Sort::verb);
  each(taken_.parameters, program.parameters, Sort::parameter);
  each(taken_.definitions, program.definitions, Sort::definition);
  each(taken_.tables, program.tables, Sort::table);
  each(taken_.units, schema.units, Sort::unit_of_measure);
  each(taken_.cadences, schema.cadences, Sort::cadence);
  for (; taken_.scales < schema.scales.size(); ++taken_.scales) {
    const auto& values = schema.scales[taken_.scales].values;
    for (std::size_t code = 0; code < values.size(); ++code)
      add(values[code], Sort::value, static_cast<std::uint32_t>(taken_.scales),
          static_cast<std::uint8_t>(code));
  }
}

void Phrases::add(const columns::Name& name, Sort sort, std::uint32_t index, std::uint8_t code) {
  for (std::size_t language = 0; language < 2; ++language)
    for (const auto& form : name.forms[language]) {
      const bool english = language == 0;
      const auto words = phrase_of(form);
      if (words.empty()) continue;
      add_words(words, {sort, index, code, false, false, english, form});
      if (may_begin_with_copula(sort))
        for (const auto length : copulas_before(words))
          add_words({words.begin() + static_cast<std::ptrdiff_t>(length), words.end()},
                    {sort, index, code, true, false, english, form});

      // English asks for `every member` where the relation is `members`, and counts `indicators`
      // where the entity is `indicator`.
      const auto& last = words.back();
      if (english && last.size() > 2 && (sort == Sort::relation || sort == Sort::inverse) &&
          last.back() == 's' && last[last.size() - 2] != 's') {
        auto singular = words;
        singular.back().pop_back();
        add_words(singular, {sort, index, code, false, true, true, form});
      }
      if (english && sort == Sort::entity && last.back() != 's') {
        auto plural = words;
        const bool ies = last.size() > 2 && last.back() == 'y' &&
                         std::string_view("aeiou").find(last[last.size() - 2]) == std::string_view::npos;
        if (ies) plural.back().pop_back();
        plural.back() += ies ? "ies" : "s";
        add_words(plural, {sort, index, code, false, false, true, form});
      }
    }
}

void Phrases::add_words(const std::vector<std::string>& words, Named named) {
  Node node = 0;
  for (const auto& word : words) {
    const auto number =
        words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [place, added] = children_.try_emplace(
        (static_cast<std::uint64_t>(node) << 32) | number, static_cast<Node>(ends_.size()));
    if (added) ends_.emplace_back();
    node = place->second;
  }
  auto& here = ends_[node];
  const auto same = std::find_if(here.begin(), here.end(), [&](const Named* other) {
    return other->sort == named.sort && other->index == named.index && other->code == named.code;
  });
  if (same != here.end()) return;
  const bool declared = !named.without_copula && !named.singular;
  named_.push_back(std::make_unique<Named>(std::move(named)));
  here.push_back(named_.back().get());
  if (declared) all_.push_back(named_.back().get());
}

Phrases::Node Phrases::child(Node node, const std::string& word) const {
  const auto number = words_.find(word);
  if (number == words_.end()) return 0;
  const auto place = children_.find((static_cast<std::uint64_t>(node) << 32) | number->second);
  return place == children_.end() ? 0 : place->second;
}

std::vector<std::vector<Match>> Phrases::in(const syntax::Sentence& sentence) const {
  const auto& words = sentence.words;
  std::vector<std::vector<Match>> found(words.size());
  for (std::uint32_t at = 0; at < words.size(); ++at) {
    // A name in quotes stands for itself: the phrase is all that is between them.
    if (words[at].kind == syntax::WordKind::quoted) {
      Node node = 0;
      for (const auto& word : phrase_of(words[at].text))
        if ((node = child(node, word)) == 0) break;
      if (node != 0)
        for (const auto* named : ends_[node]) found[at].push_back({at + 1, named});
      continue;
    }
    Node node = 0;
    for (std::uint32_t end = at; end < words.size(); ++end) {
      const auto& word = words[end];
      if (word.kind == syntax::WordKind::quoted) {
        // A table is called by its inputs, which may hold a title: `mark by total of "S"`.
        for (const auto& inner : phrase_of(word.text))
          if ((node = child(node, inner)) == 0) break;
        if (node == 0) break;
        for (const auto* named : ends_[node])
          if (named->sort == Sort::table) found[at].push_back({end + 1, named});
        continue;
      }
      node = child(node, word.kind == syntax::WordKind::word ? word.key : word.text);
      if (node == 0) break;
      for (const auto* named : ends_[node]) found[at].push_back({end + 1, named});
    }
    std::stable_sort(found[at].begin(), found[at].end(),
                     [](const Match& a, const Match& b) { return a.end > b.end; });
  }
  return found;
}

}  // namespace tdkt::typed::reading
