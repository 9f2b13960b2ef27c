// SPDX-License-Identifier: Apache-2.0
// Definitions and tables may speak of one another in any order. Each is read once the names that its
// words mention are known; what is left when nothing more can be read stands in a circle, or is wrong.
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

struct Pending {
  Item item;
  bool table = false;
  columns::Name name;
  Definition definition;        // of a definition, all but its body
  Sentence body;                // what may mention other names
  std::vector<std::size_t> mentions;
  bool done = false;
};

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

std::optional<Pending> pending_definition(Build& build, const Item& item) {
  auto header = header_of(build, item);
  if (!header) {
    leave_broken(build, text_of(item->header));
    return std::nullopt;
  }
  Pending pending{.item = item, .name = {}, .definition = {}, .body = {}, .mentions = {}};
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
  if (!definition.open && pending.body.empty()) {
    report(build, item, Kind::no_body, item.header().span, {text_of(header->name)});
    leave_broken(build, pending.name);
    return std::nullopt;
  }
  return pending;
}

// All of a table's words, for what they mention.
Pending pending_table(const Item& item) {
  Pending pending{.item = item, .table = true, .name = {}, .definition = {}, .body = {}, .mentions = {}};
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

void find_mentions(std::vector<Pending>& all) {
  struct Form {
    std::vector<std::string> words;
    std::size_t of;
  };
  std::unordered_map<std::string, std::vector<Form>> by_first_word;
  for (std::size_t i = 0; i < all.size(); ++i)
    for (const auto& forms : all[i].name.forms)
      for (const auto& form : forms)
        if (auto words = phrase_of(form); !words.empty())
          by_first_word[words.front()].push_back({words, i});

  for (auto& pending : all) {
    const auto& words = pending.body.words;
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto found = by_first_word.find(words[at].kind == syntax::WordKind::word ? words[at].key
                                                                                     : words[at].text);
      if (found == by_first_word.end()) continue;
      for (const auto& form : found->second)
        if (syntax::stands_at(form.words, pending.body, at)) pending.mentions.push_back(form.of);
    }
    std::sort(pending.mentions.begin(), pending.mentions.end());
    pending.mentions.erase(std::unique(pending.mentions.begin(), pending.mentions.end()),
                           pending.mentions.end());
  }
}

// What is mentioned before who mentions it, as far as that is possible.
std::vector<std::size_t> in_order_of_mention(const std::vector<Pending>& all) {
  std::vector<std::size_t> order;
  std::vector<bool> seen(all.size());
  struct Visit {
    std::size_t what, next;
  };
  for (std::size_t root = 0; root < all.size(); ++root) {
    if (seen[root]) continue;
    seen[root] = true;
    std::vector<Visit> path{{root, 0}};
    while (!path.empty()) {
      auto& [what, next] = path.back();
      if (next == all[what].mentions.size()) {
        order.push_back(what);
        path.pop_back();
        continue;
      }
      const auto mentioned = all[what].mentions[next++];
      if (seen[mentioned]) continue;
      seen[mentioned] = true;
      path.push_back({mentioned, 0});
    }
  }
  return order;
}

// `staff whose category is …`: who, rather than a value.
std::optional<Set> population(Build& build, const Pending& pending) {
  const auto members =
      build.reader.among(pending.body, context_of(pending.item, {pending.definition.of}));
  if (!members) return std::nullopt;
  const auto& relation = build.schema[members->relation];
  Set set;
  Type self;
  self.kind = TypeKind::entity;
  self.entity = pending.definition.of;
  set.from = make(Self{0}, self, pending.definition.written);
  set.steps.push_back({members->relation, members->inverse, JudgedPeriod{}, members->filters});
  set.of = members->inverse ? relation.of : relation.to;
  set.level = 1;
  return set;
}

// Whether the body begins with a relation of the entity, as a population does.
bool begins_with_relation(const Build& build, const Pending& pending) {
  for (std::size_t last = pending.body.words.size(); last > 0; --last) {
    const auto key = phrase_key(syntax::part_of(pending.body, 0, last));
    for (const auto sort : {Sort::relation, Sort::inverse})
      if (build.names.find_of(sort, key, pending.definition.of)) return true;
  }
  return false;
}

void enter_definition(Build& build, const Pending& pending) {
  const auto& definition = pending.definition;
  const auto index = static_cast<std::uint32_t>(build.program.definitions.size());
  enter(build, pending.item, definition.name,
        {.sort = Sort::definition,
         .index = index,
         .of = definition.anywhere ? std::nullopt : std::optional(definition.of),
         .pack = pending.item.pack.index,
         .open = definition.open,
         .where = definition.written});
  build.program.definitions.push_back(definition);
  build.definition_items.push_back(pending.item);
  build.reader.names_changed();
}

// False: not yet, and what the reader said is in build.found.
bool try_definition(Build& build, Pending& pending) {
  auto& definition = pending.definition;
  const bool at_each_use = definition.anywhere || !definition.parameters.empty();
  if (!definition.open && !at_each_use) {
    definition.body =
        build.reader.value(pending.body, context_of(pending.item, {definition.of}));
    if (definition.body) {
      definition.type = definition.body->type;
    } else if (begins_with_relation(build, pending)) {
      auto found = std::exchange(build.found, {});
      definition.population = population(build, pending);
      if (!definition.population) {
        build.found = std::move(found);
        return false;
      }
    } else {
      return false;
    }
  }
  settle(build, pending.item, pending.body);
  enter_definition(build, pending);
  return true;
}

// One circle among those that are left, beginning with the first of them; empty where there is none.
std::vector<std::size_t> circle_from(const std::vector<Pending>& all, std::size_t first) {
  std::vector<std::size_t> path;
  std::vector<bool> seen(all.size());
  const std::function<bool(std::size_t)> reaches_first = [&](std::size_t at) {
    path.push_back(at);
    for (const auto next : all[at].mentions) {
      if (next == first) return true;
      if (all[next].done || seen[next]) continue;
      seen[next] = true;
      if (reaches_first(next)) return true;
    }
    path.pop_back();
    return false;
  };
  reaches_first(first);
  return path;
}

void report_circle(Build& build, const std::vector<Pending>& all, const std::vector<std::size_t>& circle) {
  const auto& first = all[circle.front()];
  std::string names;
  for (const auto i : circle) names += "'" + all[i].name.in(first.item.language) + "' → ";
  names += "'" + first.name.in(first.item.language) + "'";
  auto& diagnostic = report(build, first.item, Kind::definitions_in_circle, first.item.header().span, {names});
  for (std::size_t i = 1; i < circle.size(); ++i)
    diagnostic.label(all[circle[i]].item.header(), {"which stands in the circle", "nằm trong vòng"});
}

bool try_one(Build& build, Pending& pending) {
  return pending.table ? try_table(build, pending.item) : try_definition(build, pending);
}

void report_rest(Build& build, std::vector<Pending>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].done) continue;
    const auto circle = circle_from(all, i);
    if (circle.empty()) continue;
    report_circle(build, all, circle);
    for (const auto one : circle) {
      leave_broken(build, all[one].name);
      all[one].done = true;
    }
  }
  for (auto& pending : all) {
    if (pending.done) continue;
    leave_broken(build, pending.name);
  }
  for (auto& pending : all) {
    if (pending.done) continue;
    pending.done = true;
    try_one(build, pending);
    // Its own name is marked as broken, but that is not what it may be forgiven for.
    std::vector<std::vector<std::string>> others;
    std::swap(others, build.broken);
    for (const auto& phrase : others) {
      bool own = false;
      for (const auto& forms : pending.name.forms)
        for (const auto& form : forms) own = own || phrase_of(form) == phrase;
      if (!own) build.broken.push_back(phrase);
    }
    settle(build, pending.item, pending.body);
    build.broken = std::move(others);
  }
}

// Read again at each use, such definitions would have no end if they led back to themselves.
void report_endless(Build& build, std::vector<Pending>& all) {
  const auto at_each_use = [](const Pending& pending) {
    return !pending.table && !pending.definition.open &&
           (pending.definition.anywhere || !pending.definition.parameters.empty());
  };
  std::vector<bool> was_done(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) was_done[i] = all[i].done;
  for (auto& pending : all) pending.done = pending.done || !at_each_use(pending);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].done) continue;
    const auto circle = circle_from(all, i);
    if (circle.empty()) continue;
    report_circle(build, all, circle);
    for (const auto one : circle) {
      leave_broken(build, all[one].name);
      all[one].done = was_done[one] = true;
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) all[i].done = was_done[i];
}

}  // namespace

void build_definitions(Build& build) {
  std::vector<Pending> all;
  for (const auto& item : build.items) {
    if (item->keyword == Keyword::define || item->keyword == Keyword::open_define) {
      if (auto pending = pending_definition(build, item)) all.push_back(std::move(*pending));
    } else if (item->keyword == Keyword::table) {
      all.push_back(pending_table(item));
    }
  }
  find_mentions(all);
  report_endless(build, all);

  const auto order = in_order_of_mention(all);
  for (bool progress = true; progress;) {
    progress = false;
    for (const auto i : order) {
      if (all[i].done) continue;
      all[i].done = try_one(build, all[i]);
      build.found = {};
      progress = progress || all[i].done;
    }
  }
  report_rest(build, all);
}

}  // namespace tdkt::typed
