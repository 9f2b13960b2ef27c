// SPDX-License-Identifier: Apache-2.0
// Whom a quantifier or an aggregate is about: `staff who …`, `initiatives of staff`, `members of its
// bloc whose …`, `indicators`.
#include <algorithm>

#include "typed/reader/rewrite.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

bool is_dated(const columns::Schema& schema, RelationId id) {
  return schema[id].timing.cadence == values::Cadence::dated;
}

}  // namespace

const SetReadings& SentenceReader::set(At at, Place place, Unmarked unmarked) {
  const auto key = (static_cast<std::uint64_t>(unmarked) << 56) | (static_cast<std::uint64_t>(place) << 24) | at;
  const auto [entry, fresh] = set_chart_.try_emplace(key);
  if (!fresh || at >= sentence_.words.size() || around(place).levels.empty() || enough()) return entry->second;
  auto& kept = entry->second;

  ++depth_;
  SetReadings found;
  const auto take = [&](const Noun& noun, std::optional<Set> set, At end, std::uint16_t against) {
    if (!set) return;
    for (auto& reading : selected(noun, {end, std::move(*set), false, against}, place, unmarked))
      found.push_back(std::move(reading));
  };
  // The noun's own conditions may stand before the path (`staff who achieve X of the unit`) or after
  // it; those of the path's other nouns are read with them.
  const auto along = [&](const Noun& noun, At end) {
    for (const auto of : after(Keyword::of_, end)) {
      for (const auto& from : entities(of, place))
        if (from.expr->type.entity == noun.of) {
          auto named = step_from(noun, from.expr, place);
          if (named) named->owner_named = true;
          take(noun, std::move(named), from.end, from.against);
        }
      for (const auto& before : set(of, place, Unmarked::none))
        if (before.set.of == noun.of) take(noun, step_after(noun, before.set), before.end, before.against);
    }
  };

  const auto innermost = around(place).levels.back();
  for (const auto first : articles(at)) {
    for (const auto end : after(Keyword::candidates, first)) {
      if (!nomination_) continue;
      const Noun candidates{first, end, Noun::Kind::population, 0, false, {}, {}};
      take(candidates, candidates_of(*nomination_, place, first), end, 0);
    }
    for (auto noun : nouns(first)) {
      for (const auto end : optional(Keyword::whichever, noun.end)) {
        noun.end = end;
        if (noun.kind == Noun::Kind::keys) {
          take(noun, keys(noun, place, first), end, 0);
          continue;
        }
        if (noun.of == innermost) take(noun, step_from(noun, self(place, first), place), end, 0);
        for (const auto mine : after(Keyword::its, end))
          if (const auto from = nearest_owner(place, noun.of, first)) take(noun, step_from(noun, from, place), mine, 0);
        along(noun, end);
      }
    }
    // `its members`
    for (const auto mine : after(Keyword::its, first))
      for (const auto& noun : nouns(mine))
        if (noun.kind != Noun::Kind::keys)
          if (const auto from = nearest_owner(place, noun.of, first))
            take(noun, step_from(noun, from, place), noun.end, 0);
    // `bloc members` is `members of the bloc`.
    Readings owners;
    named_entity(first, place, owners);
    for (const auto& owner : owners)
      for (const auto& noun : nouns(owner.end))
        if (noun.kind != Noun::Kind::keys && noun.of == owner.expr->type.entity && !has_own_name(first, noun.end, place))
          take(noun, step_from(noun, owner.expr, place), noun.end, owner.against);
    // `the bloc's members`
    for (const auto& owner : entities(first, place))
      if (symbol(owner.end, "'s"))
        for (const auto& noun : nouns(owner.end + 1))
          if (noun.kind != Noun::Kind::keys && noun.of == owner.expr->type.entity)
            take(noun, step_from(noun, owner.expr, place), noun.end, owner.against);
  }
  // `(staff whose rating is good)`: what follows is said of its last noun.
  if (symbol(at, "("))
    for (const auto& inner : set(at + 1, place, Unmarked::any)) {
      if (!symbol(inner.end, ")")) continue;
      auto closed = inner;
      ++closed.end;
      for (auto& reading : with_filters(std::move(closed), place, unmarked)) found.push_back(std::move(reading));
    }
  if (failures_ && found.empty()) failures_->expect(at, {Wanted::set, {}, around(place).levels});
  --depth_;
  readings_ += found.size();
  kept = std::move(found);
  return kept;
}

// What can be counted: relations to many, the ways back to many, populations, keys of facts.
std::vector<SentenceReader::Noun> SentenceReader::nouns(At at) const {
  std::vector<Noun> found;
  for (const auto& match : names(at)) {
    const auto index = match.named->index;
    const auto say = [&](Noun::Kind kind, bool inverse, EntityId of, EntityId to) {
      found.push_back({at, match.end, kind, index, inverse, of, to});
    };
    if (match.named->sort == Sort::relation && schema_.relations[index].many)
      say(Noun::Kind::relation, false, schema_.relations[index].of, schema_.relations[index].to);
    if (match.named->sort == Sort::inverse &&
        (schema_.relations[index].inverse_many || !schema_.relations[index].many))
      say(Noun::Kind::relation, true, schema_.relations[index].to, schema_.relations[index].of);
    if (match.named->sort == Sort::definition && program_.definitions[index].population)
      say(Noun::Kind::population, false, program_.definitions[index].of, program_.definitions[index].population->of);
    if (match.named->sort == Sort::entity &&
        std::any_of(schema_.facts.begin(), schema_.facts.end(),
                    [&](const columns::Fact& fact) { return fact.per && fact.per->index == index; }))
      say(Noun::Kind::keys, false, {}, EntityId{index});
  }
  return found;
}

std::optional<Set> SentenceReader::step_from(const Noun& noun, const Expr& from, Place place) const {
  const auto level = static_cast<std::uint8_t>(around(place).levels.size());
  if (noun.kind == Noun::Kind::population) {
    const auto& population = *program_.definitions[noun.index].population;
    Aggregate holder{Function::number, population, nullptr, nullptr, false};
    const auto moved = used(make(std::move(holder), truth, from->written), from, level, {}, 0);
    auto set = std::get<Aggregate>(moved->node).set;
    if (!set.steps.empty() && population.from && std::holds_alternative<Self>(population.from->node))
      set.steps.back().population = DefinitionId{noun.index};
    return set;
  }
  Set set;
  set.from = from;
  set.steps.push_back({RelationId{noun.index}, noun.inverse, JudgedPeriod{}, {}});
  if (around(place).window && is_dated(schema_, RelationId{noun.index})) set.steps.back().when = EnclosingWindow{};
  set.of = noun.to;
  set.level = level;
  return set;
}

std::optional<Set> SentenceReader::step_after(const Noun& noun, const Set& before) const {
  Set set = before;
  if (before.keys_of) return std::nullopt;
  if (noun.kind == Noun::Kind::population) {
    const auto& population = *program_.definitions[noun.index].population;
    if (!population.from || !std::holds_alternative<Self>(population.from->node)) return std::nullopt;
    for (const auto& step : population.steps)
      for (const auto& filter : step.filters)
        if (reads_level(*filter, 0)) return std::nullopt;  // it speaks of each one's own owner
    Aggregate holder{Function::number, population, nullptr, nullptr, false};
    const auto moved = used(make(std::move(holder), truth, {}), population.from, before.level, {}, 0);
    for (const auto& step : std::get<Aggregate>(moved->node).set.steps) set.steps.push_back(step);
    set.steps.back().population = DefinitionId{noun.index};
  } else {
    set.steps.push_back({RelationId{noun.index}, noun.inverse, JudgedPeriod{}, {}});
  }
  set.of = noun.to;
  return set;
}

// `every indicator`, `over indicators`: the keys that facts of the nearest entity with such facts have.
std::optional<Set> SentenceReader::keys(const Noun& noun, Place place, At at) const {
  const auto& levels = around(place).levels;
  for (std::size_t level = levels.size(); level-- > 0;) {
    Set set;
    for (std::uint32_t i = 0; i < schema_.facts.size(); ++i)
      if (schema_.facts[i].of == levels[level] && schema_.facts[i].per == noun.to) set.key_facts.push_back(FactId{i});
    if (set.key_facts.empty()) continue;
    set.from = self(place, level, at);
    set.keys_of = noun.to;
    set.of = noun.to;
    set.level = static_cast<std::uint8_t>(levels.size());
    return set;
  }
  return std::nullopt;
}

// Those among whom a nomination offers: the group's members with its conditions, which are read at level 1.
std::optional<Set> SentenceReader::candidates_of(const Nomination& nomination, Place place, At at) const {
  const auto& relation = schema_[nomination.members];
  Set set;
  set.from = self(place, 0, at);
  set.steps.push_back({nomination.members, nomination.inverse, JudgedPeriod{}, nomination.among});
  set.of = nomination.inverse ? relation.of : relation.to;
  set.level = 1;
  const auto group = set.from;
  Aggregate holder{Function::number, std::move(set), nullptr, nullptr, false};
  const auto there = used(make(std::move(holder), truth, group->written), group, around(place).levels.size(), {}, 0);
  return std::get<Aggregate>(there->node).set;
}

// A time after the name of something dated, then conditions.
SetReadings SentenceReader::selected(const Noun& noun, SetReading base, Place place, Unmarked unmarked) {
  auto found = with_filters(base, place, unmarked);
  if (noun.kind != Noun::Kind::relation || !is_dated(schema_, RelationId{noun.index})) return found;
  for (auto& span : spans(base.end, place)) {
    auto timed = base;
    timed.end = span.end;
    timed.set.steps.back().when = std::move(span.span);
    for (auto& reading : with_filters(std::move(timed), place, unmarked)) found.push_back(std::move(reading));
  }
  return found;
}

// `who …`, `whose …`, `with …`, `có …`, several in a row; at the end one without such a word.
SetReadings SentenceReader::with_filters(SetReading base, Place place, Unmarked unmarked) {
  SetReadings found{base};
  const auto member = with_member(place, base.set.of, false);
  const auto silent = with_member(place, base.set.of, true);
  const auto keep = [&](const SetReading& before, const Reading& filter) {
    auto next = before;
    next.end = filter.end;
    next.filtered = true;
    next.against = static_cast<std::uint16_t>(next.against + filter.against);
    auto& filters = next.set.keys_of ? next.set.key_filters : next.set.steps.back().filters;
    filters.push_back(filter.expr);
    found.push_back(std::move(next));
  };
  for (std::size_t i = 0; i < found.size() && !enough(); ++i) {
    std::vector<At> starts{found[i].end};
    if (found[i].filtered)  // `who … and whose …`
      for (const auto end : after(Keyword::and_, found[i].end)) starts.push_back(end);
    for (const auto start : starts)
      for (const auto who : after(Keyword::who, start))
        for (const auto& filter : disjunction(who, member)) keep(SetReading(found[i]), filter);
  }
  if (unmarked == Unmarked::none) return found;
  const auto marked = found.size();
  for (std::size_t i = 0; i < marked; ++i)
    for (const auto& filter :
         unmarked == Unmarked::one ? predicate(found[i].end, silent) : disjunction(found[i].end, member))
      keep(SetReading(found[i]), filter);
  return found;
}

Readings SentenceReader::candidates() {
  Readings found;
  for (const auto& members : set(0, outermost_, Unmarked::any))
    add(found, {members.end, expr(Aggregate{Function::number, members.set, nullptr, nullptr, false}, truth, 0, members.end),
                members.against});
  return found;
}

Expr SentenceReader::nearest_owner(Place place, EntityId entity, At at) const {
  const auto& levels = around(place).levels;
  for (std::size_t level = levels.size(); level-- > 0;)
    if (levels[level] == entity) return self(place, level, at);
  return nullptr;
}

}  // namespace tdkt::typed::reading
