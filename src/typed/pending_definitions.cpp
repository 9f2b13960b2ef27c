// SPDX-License-Identifier: Apache-2.0
#include "typed/pending_definitions.hpp"

#include "diagnostics/kinds.hpp"

namespace tdkt::typed {

namespace {

// `points against the best (planned, actual) of a unit`
struct Header {
  Sentence name;
  std::vector<std::string> parameters;
  std::vector<Sentence> parameter_words;
  std::optional<EntityId> of;
};

// The words after an `of` that ends the header: an entity, after an article.
std::optional<EntityId> entity_after(const Build& build, const Item& item, const Sentence& words) {
  for (const auto article : {Keyword::the, Keyword::one})
    if (const auto end = end_of(article, words, 0, item))
      if (const auto entity = entity_named(build, after(words, end))) return entity;
  return entity_named(build, words);
}

std::size_t find_symbol(const Sentence& words, std::string_view sign) {
  for (std::size_t i = 0; i < words.words.size(); ++i)
    if (words.words[i].kind == syntax::WordKind::symbol && words.words[i].text == sign) return i;
  return words.words.size();
}

// nullopt after a report.
std::optional<Header> header_of(Build& build, const Item& item) {
  const auto& words = item->header;
  Header header;
  const auto open = find_symbol(words, "("), close = find_symbol(words, ")");
  auto rest = words;
  if (open < close && close < words.words.size()) {
    header.name = syntax::part_of(words, 0, open);
    for (const auto& parameter : split_at(syntax::part_of(words, open + 1, close), ",")) {
      if (parameter.empty()) {
        report(build, item, Kind::name_expected, parameter.span);
        return std::nullopt;
      }
      header.parameters.push_back(text_of(parameter));
      header.parameter_words.push_back(parameter);
    }
    rest = after(words, close + 1);
    if (rest.empty()) return header;
    const auto end = end_of(Keyword::of_, rest, 0, item);
    if (end > 0) header.of = entity_after(build, item, after(rest, end));
    if (header.of) return header;
    report_no_entity(build, item, end > 0 ? after(rest, end) : rest);
    return std::nullopt;
  }
  std::optional<std::size_t> last_of;
  for (std::size_t i = words.words.size(); i-- > 1;) {
    const auto end = end_of(Keyword::of_, words, i, item);
    if (end == i) continue;
    if (!last_of) last_of = i;
    header.of = entity_after(build, item, after(words, end));
    if (!header.of) continue;
    header.name = syntax::part_of(words, 0, i);
    return header;
  }
  if (last_of) {
    auto rest_words = after(words, end_of(Keyword::of_, words, *last_of, item));
    if (const auto article = end_of(Keyword::the, rest_words, 0, item);
        article > 0 && article < rest_words.words.size())
      rest_words = after(rest_words, article);
    report_no_entity(build, item, rest_words);
    return std::nullopt;
  }
  header.name = words;
  return header;
}

// A parameter that is called like something declared would make its body read two ways.
bool check_parameters(Build& build, const Item& item, const Header& header) {
  for (std::size_t i = 0; i < header.parameters.size(); ++i) {
    const auto key = phrase_key(header.parameters[i]);
    for (const auto& thing : build.names.all(key)) {
      const bool noun = thing.sort == Sort::fact || thing.sort == Sort::relation ||
                        thing.sort == Sort::inverse || thing.sort == Sort::parameter;
      if (!noun || (header.of && thing.of && *thing.of != *header.of)) continue;
      report(build, item, Kind::parameter_is_declared, header.parameter_words[i].span,
             {header.parameters[i]})
          .label(thing.where, {"declared here", "khai báo ở đây"});
      return false;
    }
    for (std::size_t j = 0; j < i; ++j)
      if (phrase_key(header.parameters[j]) == key) {
        report(build, item, Kind::parameter_twice, header.parameter_words[i].span,
               {header.parameters[i]});
        return false;
      }
  }
  return true;
}

}  // namespace

std::optional<PendingDefinition> pending_definition(Build& build, const Item& item) {
  auto header = header_of(build, item);
  if (!header) {
    leave_broken(build, text_of(item->header));
    return std::nullopt;
  }
  PendingDefinition pending{.item = item, .name = {}, .definition = {}, .body = {}, .mentions = {}};
  auto& definition = pending.definition;
  if (!read_name(build, item, header->name, item->translation, pending.name)) return std::nullopt;
  if (!check_parameters(build, item, *header)) {
    leave_broken(build, pending.name);
    return std::nullopt;
  }
  definition.name = pending.name;
  definition.anywhere = !header->of;
  if (header->of) definition.of = *header->of;
  definition.parameters = std::move(header->parameters);
  definition.open = item->keyword == Keyword::open_define;
  definition.pack = item.pack;
  definition.language = item.language;
  definition.written = item.at(header->name.span);
  if (item->after_colon) pending.body = definition.words = *item->after_colon;
  return pending;
}

// All of a table's words, for what they mention.
PendingDefinition pending_table(const Item& item) {
  PendingDefinition pending{.item = item, .table = true, .name = {}, .definition = {}, .body = {}, .mentions = {}};
  const auto add = [&](const Sentence& words) {
    pending.body.words.insert(pending.body.words.end(), words.words.begin(), words.words.end());
  };
  const auto by = grammar::spellings(Keyword::table_by, item.language).front();
  auto name = text_of(item->header);
  if (item->after_colon) {
    name += ' ' + by + ' ' + text_of(*item->after_colon);
    add(*item->after_colon);
  }
  pending.name.forms[static_cast<std::size_t>(item.language)].push_back(std::move(name));
  for (const auto& row : item->clauses) {
    add(row.sentence);
    if (row.after_colon) add(*row.after_colon);
  }
  return pending;
}

}  // namespace tdkt::typed
