// SPDX-License-Identifier: Apache-2.0
// What has a name: facts, single relations, definitions, tables, parameters, and whose they are:
// `task rating`, `its task rating`, `task rating of leader`, `leader's task rating`, `bloc leader`.
#include <algorithm>

#include "grammar/spelling.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

const Readings& SentenceReader::reference(At at, Place place) {
  return kept(Rule::reference, at, place, 0, [&](Readings& readings) {
    for (const auto& match : names(at))
      if (match.named->sort == Sort::parameter) {
        const auto& type = program_.parameters[match.named->index].type;
        add(readings, {match.end, expr(Parameter{ParameterId{match.named->index}}, type, at, match.end), 0});
      }
    if (around(place).levels.empty()) return;
    const auto take = [&](Readings found, int against = 0) {
      for (auto& reading : found) {
        reading.against = plus(reading.against, against);
        add(readings, std::move(reading));
      }
    };

    // `bloc leader`: the entity's name right before a name of that entity. A declared phrase of the same
    // words wins, wherever it has a meaning.
    Readings owners;
    named_entity(at, place, owners);
    for (const auto& owner : owners) {
      auto found = things(owner.end, at, place, owner.expr);
      std::erase_if(found, [&](const Reading& reading) { return has_own_name(at, reading.end, place); });
      take(std::move(found), owner.against);
    }

    for (const auto first : articles(at)) {
      // its own: `task rating`, `its task rating`, `mức hoàn thành nhiệm vụ của mình`. `the unit` is
      // rather the unit that the sentence stands in than the way back to it.
      auto own = things(first, at, place, self(place, at));
      for (auto& reading : own)
        for (const auto& owner : owners)
          if (owner.end == reading.end && std::holds_alternative<Related>(reading.expr->node) &&
              std::holds_alternative<Self>(owner.expr->node))
            ++reading.against;
      take(std::move(own));
      for (const auto mine : after(Keyword::its, first)) take(owned_by_nearest(mine, at, place));
      // Among a nomination's candidates what only the group has is the group's: `council size`.
      const auto outer = context_.levels.size();
      if (outer > 1 && around(place).levels.size() == outer)
        for (auto level = outer - 1; level-- > 0;) take(things(first, at, place, self(place, level, at)), 1);
      for (const auto& reading : owned_by_nearest(first, at, place))
        for (const auto end : after(Keyword::its, reading.end)) add(readings, {end, reading.expr, reading.against});

      // `leader of its bloc`: the name first, then whose it is.
      for (const auto& match : names(first)) {
        for (const auto name_end : name_ends(match, place))
          for (const auto of : after(Keyword::of_, name_end))
            for (const auto& subject : entities(of, place))
              if (may_belong_to(match, subject.expr->type.entity))
                for (auto& reading : things_named(match, first, at, place, subject.expr))
                  if (reading.end == name_end)
                    add(readings, {subject.end, reading.expr, plus(reading.against, subject.against)});
      }
      scores_of_others(first, at, place, readings);
    }

    last_of_periods(at, place, readings);

    // `last year's F`, `F của năm trước`
    for (const auto start : after(Keyword::last_years_possessive, at))
      for (const auto& reading : things(start, start, place, self(place, at)))
        add(readings, {reading.end, expr(Moved{YearsAgo{1}, reading.expr, false}, reading.expr->type, at, reading.end), reading.against});
    if (context_.language == grammar::Language::vietnamese)
      for (const auto& reading : things(at, at, place, self(place, at)))
        for (const auto end : after(Keyword::last_years_possessive, reading.end))
          add(readings, {end, expr(Moved{YearsAgo{1}, reading.expr, false}, reading.expr->type, at, end), reading.against});

    // `leader's task rating`, and so on from there.
    auto open = readings;
    named_entity(at, place, open);
    for (std::size_t i = 0; i < open.size() && !enough(); ++i) {
      const auto owner = open[i];
      if (owner.expr->type.kind != TypeKind::entity || !symbol(owner.end, "'s")) continue;
      for (auto& reading : things(owner.end + 1, at, place, owner.expr)) {
        reading.against = plus(reading.against, owner.against);
        open.push_back(reading);
        add(readings, std::move(reading));
      }
      // `leader's (place in the previous year)`
      if (symbol(owner.end + 1, "("))
        for (auto& reading : things(owner.end + 2, owner.end + 2, place, owner.expr))
          for (const auto& time : times(reading.end, place))
            if (std::holds_alternative<Shift>(time.time) && symbol(time.end, ")"))
              add(readings, {time.end + 1, moved(time, reading.expr, at, time.end + 1), plus(reading.against, owner.against)});
    }
    if (failures_ && readings.empty()) failures_->expect(at, {Wanted::fact, {}, around(place).levels});
  });
}

// Whether exactly these words, articles aside, are a declared phrase that something around here has.
bool SentenceReader::has_own_name(At at, At end, Place place) const {
  const auto& levels = around(place).levels;
  for (const auto first : articles(at))
    for (const auto& match : names(first))
      if (match.end == end && std::any_of(levels.begin(), levels.end(), [&](EntityId entity) { return may_belong_to(match, entity); }))
        return true;
  return false;
}

// Everything at `at` that belongs to `subject`.
Readings SentenceReader::things(At at, At begin, Place place, const Expr& subject) {
  Readings found;
  for (const auto& match : names(at))
    for (auto& reading : things_named(match, at, begin, place, subject)) add(found, std::move(reading));
  scores(at, begin, subject, found);
  return found;
}

Readings SentenceReader::things_named(const Match& match, At at, At begin, Place place, const Expr& subject) {
  Readings found;
  (void)at;
  const auto entity = subject->type.entity;
  const auto index = match.named->index;
  switch (match.named->sort) {
    case Sort::fact: fact(match, begin, place, subject, found); break;
    case Sort::relation: {
      const auto& relation = schema_.relations[index];
      if (relation.of == entity && !relation.many)
        add(found, {match.end, expr(Related{RelationId{index}, false, subject}, entity_type(relation.to), begin, match.end), 0});
      break;
    }
    case Sort::inverse: {
      const auto& relation = schema_.relations[index];
      if (relation.to == entity && !relation.inverse_many)
        add(found, {match.end, expr(Related{RelationId{index}, true, subject}, entity_type(relation.of), begin, match.end), 0});
      break;
    }
    case Sort::definition: definition(match, begin, place, subject, found); break;
    case Sort::table: table(match, begin, place, subject, found); break;
    default: break;
  }
  return found;
}

// A fact of the subject. One with a second key is asked for one key by name, or, inside a sentence
// about every key, for the key at hand.
void SentenceReader::fact(const Match& match, At begin, Place place, const Expr& subject, Readings& readings) {
  const FactId id{match.named->index};
  const auto& fact = schema_[id];
  const auto say = [&](const Expr& of, Expr key, At end) {
    add(readings, {end, expr(FactOf{id, of, std::move(key), std::nullopt}, fact.type, begin, end), 0});
  };
  const auto& levels = around(place).levels;
  if (!fact.per) {
    if (fact.of == subject->type.entity) say(subject, nullptr, match.end);
    return;
  }
  if (fact.of == subject->type.entity)
    for (const auto start : after(Keyword::for_, match.end)) {
      std::vector<At> titles{start};
      for (const auto& entity : names(start))
        if (entity.named->sort == Sort::entity && entity.named->index == fact.per->index) titles.push_back(entity.end);
      for (const auto title : titles)
        if (is_kind(title, syntax::WordKind::quoted))
          say(subject, expr(Literal{EntityName{*fact.per, sentence_.words[title].text}}, entity_type(*fact.per), title, title + 1),
              title + 1);
    }
  // The key at hand is the innermost entity, the subject the nearest outer one that has the fact.
  const auto* own = std::get_if<Self>(&subject->node);
  if (levels.back() != *fact.per || !own || own->level + 1U != levels.size()) return;
  for (std::size_t level = levels.size() - 1; level-- > 0;)
    if (levels[level] == fact.of) return say(self(place, level, begin), subject, match.end);
}

// Of the innermost level that has such a thing: `its bloc` in a sentence about a bloc's member.
Readings SentenceReader::owned_by_nearest(At at, At begin, Place place) {
  for (std::size_t level = around(place).levels.size(); level-- > 0;) {
    auto found = things(at, begin, place, self(place, level, begin));
    if (!found.empty()) return found;
  }
  return {};
}

// Of what a single entity can have. A table is anybody's who has its inputs.
bool SentenceReader::may_belong_to(const Match& match, EntityId entity) const {
  const auto index = match.named->index;
  switch (match.named->sort) {
    case Sort::fact: return schema_.facts[index].of == entity;
    case Sort::relation: return schema_.relations[index].of == entity;
    case Sort::inverse: return schema_.relations[index].to == entity;
    case Sort::definition: return program_.definitions[index].anywhere || program_.definitions[index].of == entity;
    case Sort::table: return true;
    default: return false;
  }
}

// Where a name may end, the arguments of a definition or table and the key of a fact included.
std::vector<At> SentenceReader::name_ends(const Match& match, Place place) {
  std::vector<At> ends{match.end};
  const auto index = match.named->index;
  if (match.named->sort == Sort::definition && !program_.definitions[index].parameters.empty())
    for (const auto& given : arguments(match.end, program_.definitions[index].parameters.size(), place)) ends.push_back(given.end);
  if (match.named->sort == Sort::table)
    for (const auto& given : arguments(match.end, program_.tables[index].inputs.size(), place)) ends.push_back(given.end);
  if (match.named->sort == Sort::fact && schema_.facts[index].per)
    for (At at = match.end; at < match.end + 8 && at < sentence_.words.size(); ++at)
      if (is_kind(at, syntax::WordKind::quoted)) ends.push_back(at + 1);
  return ends;
}

// Entities: `the unit`, `its bloc`, `leader of the bloc`, `the unit "HĐND"`.
Readings SentenceReader::entities(At at, Place place) {
  Readings found;
  if (around(place).levels.empty()) return found;
  for (const auto& reading : reference(at, place))
    if (reading.expr->type.kind == TypeKind::entity) add(found, reading);
  named_entity(at, place, found);
  member_with(at, place, found);
  return found;
}

// `the unit`: the outermost entity of that name that the sentence stands in; where there is none, the
// one that it leads to; with a quoted name, that very one.
void SentenceReader::named_entity(At at, Place place, Readings& readings) {
  const auto& levels = around(place).levels;
  const auto led_to = [&](EntityId entity, At end) {
    for (std::size_t level = levels.size(); level-- > 0;)
      if (const auto led = one_leading_to(entity, self(place, level, at), at, end)) {
        add(readings, {end, led, 0});
        return;
      }
  };
  for (const auto first : articles(at))
    for (const auto& match : names(first)) {
      if (match.named->sort != Sort::entity) continue;
      const EntityId entity{match.named->index};
      if (is_kind(match.end, syntax::WordKind::quoted)) {
        const auto name = expr(Literal{EntityName{entity, sentence_.words[match.end].text}}, entity_type(entity), at, match.end + 1);
        add(readings, {match.end + 1, name, 0});
      }
      for (const auto end : after(Keyword::own, match.end)) led_to(entity, end);  // `khối mình`
      const auto stands_in = std::find(levels.begin(), levels.end(), entity);
      if (stands_in == levels.end())
        led_to(entity, match.end);
      else
        add(readings, {match.end, self(place, static_cast<std::size_t>(stands_in - levels.begin()), at), 0});
    }
}

// The only single relation from `subject` to an entity of this kind.
Expr SentenceReader::one_leading_to(EntityId entity, const Expr& subject, At begin, At end) const {
  Expr only;
  for (std::uint32_t i = 0; i < schema_.relations.size(); ++i) {
    const auto& relation = schema_.relations[i];
    const bool back = relation.inverse && relation.to == subject->type.entity && relation.of == entity && !relation.inverse_many;
    const bool there = !relation.many && relation.of == subject->type.entity && relation.to == entity;
    if (!back && !there) continue;
    if (only) return nullptr;
    only = expr(Related{RelationId{i}, back, subject}, entity_type(entity), begin, end);
  }
  return only;
}

const std::vector<AwardId>& SentenceReader::awards_named(const std::string& title) const {
  static const std::vector<AwardId> none;
  const auto found = lexicon_.awards.find(grammar::key_of(title));
  return found == lexicon_.awards.end() ? none : found->second;
}

}  // namespace tdkt::typed::reading
