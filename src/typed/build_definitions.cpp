// SPDX-License-Identifier: Apache-2.0
// Definitions and tables may speak of one another in any order. Each is read once the names that its
// words mention are known; what is left when nothing more can be read stands in a circle, or is wrong.
#include "diagnostics/kinds.hpp"
#include "typed/pending_definitions.hpp"

namespace tdkt::typed {

namespace {

// Whether the body begins with a relation, as a population does.
bool begins_with_relation(const Build& build, const PendingDefinition& pending) {
  for (std::size_t last = pending.body.words.size(); last > 0; --last) {
    const auto key = phrase_key(syntax::part_of(pending.body, 0, last));
    for (const auto sort : {Sort::relation, Sort::inverse})
      if (build.names.find(sort, key)) return true;
  }
  return false;
}

void enter_definition(Build& build, const PendingDefinition& pending) {
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
bool try_definition(Build& build, PendingDefinition& pending) {
  auto& definition = pending.definition;
  const bool at_each_use = definition.anywhere || !definition.parameters.empty();
  if (!definition.open && !at_each_use) {
    definition.body =
        build.reader.value(pending.body, context_of(pending.item, {definition.of}));
    if (definition.body) {
      definition.type = definition.body->type;
    } else if (begins_with_relation(build, pending)) {
      auto found = std::exchange(build.found, {});
      definition.population = build.reader.population(pending.body, context_of(pending.item, {definition.of}));
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

void report_circle(Build& build, const std::vector<PendingDefinition>& all, const std::vector<std::size_t>& circle) {
  const auto& first = all[circle.front()];
  std::string names;
  for (const auto i : circle) names += "'" + all[i].name.in(first.item.language) + "' → ";
  names += "'" + first.name.in(first.item.language) + "'";
  auto& diagnostic = report(build, first.item, Kind::definitions_in_circle, first.item.header().span, {names});
  for (std::size_t i = 1; i < circle.size(); ++i)
    diagnostic.label(all[circle[i]].item.header(), {"which stands in the circle", "nằm trong vòng"});
}

bool try_one(Build& build, PendingDefinition& pending) {
  return pending.table ? try_table(build, pending.item) : try_definition(build, pending);
}

// A definition may look at itself in earlier periods. Its name is entered before its body is read, for
// a number or else a condition; whether it keeps to earlier periods is seen in check_circles.cpp.
bool try_circle(Build& build, std::vector<PendingDefinition>& all, const std::vector<std::size_t>& circle) {
  for (const auto i : circle)
    if (all[i].table || all[i].definition.anywhere || !all[i].definition.parameters.empty()) return false;
  std::vector<std::uint32_t> ids;
  for (const auto i : circle) {
    ids.push_back(static_cast<std::uint32_t>(build.program.definitions.size()));
    all[i].definition.type = {};
    all[i].definition.type.kind = TypeKind::number;
    enter_definition(build, all[i]);
  }
  auto& definitions = build.program.definitions;
  constexpr int rounds = 4;  // a type found for one may change that of another
  for (int round = 0; round < rounds; ++round) {
    bool settled = true;
    for (std::size_t k = 0; k < circle.size(); ++k) {
      const auto& pending = all[circle[k]];
      const auto assumed = definitions[ids[k]].type;
      auto body = build.reader.value(pending.body, context_of(pending.item, {pending.definition.of}));
      build.found = {};
      if (!body && assumed.kind == TypeKind::number) {
        definitions[ids[k]].type = {};
        body = build.reader.value(pending.body, context_of(pending.item, {pending.definition.of}));
        build.found = {};
      }
      const auto type = body ? body->type : Type{};
      settled = settled && body && type == assumed;
      definitions[ids[k]].type = type;
      definitions[ids[k]].body = std::move(body);
      if (!settled) definitions[ids[k]].body = nullptr;
    }
    if (!settled) continue;
    for (const auto i : circle) all[i].done = true;
    return true;
  }
  return false;
}

void report_rest(Build& build, std::vector<PendingDefinition>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].done) continue;
    const auto circle = circle_from(all, i);
    if (circle.empty() || try_circle(build, all, circle)) continue;
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
void report_endless(Build& build, std::vector<PendingDefinition>& all) {
  const auto at_each_use = [](const PendingDefinition& pending) {
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
  std::vector<PendingDefinition> all;
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
