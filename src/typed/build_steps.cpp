// SPDX-License-Identifier: Apache-2.0
#include "typed/build_steps.hpp"

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "grammar/spoken.hpp"

namespace tdkt::typed {

Context context_of(const Item& item, std::vector<EntityId> levels) {
  Context context;
  context.levels = std::move(levels);
  context.language = item.language;
  context.file = item.file;
  context.pack = item.pack;
  return context;
}

Title title_of(const Item& item, const syntax::Quoted& quoted,
               const std::optional<syntax::Forms>& translation) {
  Title title{quoted.text, std::nullopt, item.language};
  if (translation && !translation->forms.empty()) title.translation = translation->forms.front().text;
  return title;
}

Title title_of(const Item& item) {
  if (!item->title) return {text_of(item->header), std::nullopt, item.language};
  return title_of(item, *item->title, item->translation);
}

const Clause* clause_of(const std::vector<Clause>& clauses, Keyword keyword) {
  for (const auto& clause : clauses)
    if (clause.keyword == keyword) return &clause;
  return nullptr;
}

std::string citation_of(const Build& build, const Item& item) {
  if (const auto* cites = clause_of(item->clauses, Keyword::cites); cites && cites->title)
    return cites->title->text;
  return build.program.packs[item.pack.index].citation;
}

std::optional<std::string> wording_of(const Item& item) {
  const auto* wording = clause_of(item->clauses, Keyword::wording);
  return wording && wording->title ? std::optional(wording->title->text) : std::nullopt;
}

namespace {

std::optional<EntityId> entity_within(const Build& build, const Sentence& words) {
  for (std::size_t first = 0; first < words.words.size(); ++first)
    for (std::size_t last = words.words.size(); last > first; --last)
      if (const auto entity = entity_named(build, syntax::part_of(words, first, last))) return entity;
  return std::nullopt;
}

}  // namespace

Scope first_scope_of(Build& build, const Item& item, const Sentence& header) {
  if (auto scope = build.reader.scope(header, context_of(item, {}))) {
    settle(build, item, header);
    return *scope;
  }
  build.found = {};
  build.scopes_to_read.insert(item.statement);
  Scope guess{.entity = entity_within(build, header).value_or(EntityId{}), .filter = {}, .only = {},
              .every = {}, .year = {}, .period = {}, .written = item.header()};
  return guess;
}

void complete_scope(Build& build, const Item& item, const Sentence& header, Scope& scope) {
  if (build.scopes_to_read.erase(item.statement) == 0) return;
  const auto read_now = read(build, item, header, [&](Reader& reader) {
    return reader.scope(header, context_of(item, {}));
  });
  if (read_now) {
    scope = *read_now;
  } else if (!entity_within(build, header)) {
    build.for_nobody.insert(item.statement);
    leave_broken(build, title_of(item).text);
  }
}

bool is_for_somebody(const Build& build, const Item& item) {
  return build.for_nobody.count(item.statement) == 0;
}

Scope scope_of(Build& build, const Item& item, const Sentence& header) {
  auto scope = first_scope_of(build, item, header);
  complete_scope(build, item, header, scope);
  return scope;
}

Expr condition(Build& build, const Item& item, const Sentence& sentence,
               const std::vector<EntityId>& levels) {
  return read(build, item, sentence, [&](Reader& reader) {
    return reader.condition(sentence, context_of(item, levels));
  });
}

Expr number(Build& build, const Item& item, const Sentence& sentence,
            const std::vector<EntityId>& levels) {
  return read(build, item, sentence,
              [&](Reader& reader) { return reader.number(sentence, context_of(item, levels)); });
}

namespace {

// `10 points`, `two`: the number in figures alone.
void offer_figures(const Item& item, const Sentence& sentence, Diagnostic& diagnostic) {
  if (sentence.empty()) return;
  std::vector<std::string> words;
  for (const auto& word : sentence.words) words.push_back(word.kind == syntax::WordKind::word ? word.key : word.text);
  std::string figures;
  if (sentence.words.front().kind == syntax::WordKind::number) figures = sentence.words.front().text;
  else if (const auto spoken = grammar::spoken_number(words, item.language); spoken && spoken->figures.find_first_not_of("0123456789") == std::string::npos)
    figures = spoken->figures;
  if (!figures.empty() && figures != text_of(sentence)) diagnostic.replace(item.at(sentence.span), figures, {"write '" + figures + "'", "viết '" + figures + "'"});
}

}  // namespace

std::optional<Decimal> plain_number(Build& build, const Item& item, const Sentence& sentence) {
  if (sentence.words.size() == 1) {
    const auto& word = sentence.words.front();
    if (word.kind == syntax::WordKind::number || word.kind == syntax::WordKind::percent)
      return word.number;
  }
  offer_figures(item, sentence, report(build, item, Kind::number_wanted, sentence.span, {text_of(sentence)}));
  return std::nullopt;
}

std::optional<int> plain_whole(Build& build, const Item& item, const Sentence& sentence, int most) {
  if (sentence.words.size() == 1 && sentence.words.front().kind == syntax::WordKind::number) {
    const auto value = sentence.words.front().number;
    if (value.is_whole() && value >= Decimal{0} && value <= Decimal{most})
      return static_cast<int>(value.scaled() / Decimal::one);
  }
  offer_figures(item, sentence, report(build, item, Kind::whole_number_wanted, sentence.span, {text_of(sentence), std::to_string(most)}));
  return std::nullopt;
}

bool is_titled(const Title& title, std::string_view name) {
  const auto key = grammar::key_of(name);
  return grammar::key_of(title.text) == key ||
         (title.translation && grammar::key_of(*title.translation) == key);
}

}  // namespace tdkt::typed
