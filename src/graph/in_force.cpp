// SPDX-License-Identifier: Apache-2.0
#include "graph/in_force.hpp"

#include <algorithm>
#include <set>

#include "grammar/spelling.hpp"

namespace tdkt::graph {

using grammar::key_of;
using values::Date;
using values::Period;

namespace {

std::set<std::string> keys_of(const columns::Name& name) {
  std::set<std::string> keys;
  for (const auto& forms : name.forms)
    for (const auto& form : forms) keys.insert(key_of(form));
  return keys;
}

std::set<std::string> keys_of(const typed::Title& title) {
  std::set<std::string> keys{key_of(title.text)};
  if (title.translation) keys.insert(key_of(*title.translation));
  return keys;
}

// Of everything named like the one at `own`, that in force on the day: its own pack's first, then in
// the order of declaration.
template <class Id, class Things, class Named, class Serves>
std::optional<Id> in_force_of(Id own, const Things& things, const Named& named,
                              const std::set<std::string>& keys, std::uint32_t entity, Serves serves) {
  if (serves(things[own.index])) return own;
  std::optional<Id> first;
  for (const auto& key : keys) {
    const auto [begin, end] = named.equal_range({key, entity});
    for (auto at = begin; at != end; ++at)
      if (serves(things[at->second]) && (!first || at->second < first->index)) first = Id{at->second};
  }
  return first;
}

const typed::ParameterHistory::Value* value_on(const typed::ParameterHistory& history, Date day) {
  const typed::ParameterHistory::Value* latest = nullptr;
  for (const auto& value : history.values)
    if (value.from <= day) latest = &value;
  return latest;
}

}  // namespace

InForce::InForce(const typed::Program& program) : program_(&program) {
  const auto enter = [](auto& named, const std::set<std::string>& keys, std::uint32_t entity, std::size_t index) {
    for (const auto& key : keys) named.insert({{key, entity}, static_cast<std::uint32_t>(index)});
  };
  for (std::size_t i = 0; i < program.definitions.size(); ++i)
    enter(definitions_, keys_of(program.definitions[i].name), program.definitions[i].of.index, i);
  for (std::size_t i = 0; i < program.tables.size(); ++i)
    enter(tables_, keys_of(program.tables[i].name), program.tables[i].of.index, i);
  for (std::size_t i = 0; i < program.scorecards.size(); ++i)
    enter(scorecards_, keys_of(program.scorecards[i].title), program.scorecards[i].scope.entity.index, i);
  for (std::size_t i = 0; i < program.grades.size(); ++i)
    enter(grades_, keys_of(program.grades[i].title), program.grades[i].scope.entity.index, i);
  for (std::size_t i = 0; i < program.parameters.size(); ++i)
    enter(parameters_, keys_of(program.parameters[i].name), 0, i);
  for (std::size_t i = 0; i < program.awards.size(); ++i)
    for (const auto& key : keys_of(program.awards[i].title))
      awards_.insert({key, static_cast<std::uint32_t>(i)});
}

bool InForce::pack(typed::PackId pack, Date day) const {
  return pack.index >= program_->packs.size() || (*program_)[pack].in_force.on(day);
}

std::optional<typed::DefinitionId> InForce::definition(typed::DefinitionId id, Date day) const {
  const auto& own = (*program_)[id];
  return in_force_of(id, program_->definitions, definitions_, keys_of(own.name), own.of.index,
                     [&](const typed::Definition& other) { return !other.open && pack(other.pack, day); });
}

std::optional<typed::ScorecardId> InForce::scorecard(typed::ScorecardId id, Date day) const {
  const auto& own = (*program_)[id];
  return in_force_of(id, program_->scorecards, scorecards_, keys_of(own.title), own.scope.entity.index,
                     [&](const typed::Scorecard& other) { return pack(other.pack, day); });
}

std::optional<typed::GradesId> InForce::grades(typed::GradesId id, Date day) const {
  const auto& own = (*program_)[id];
  return in_force_of(id, program_->grades, grades_, keys_of(own.title), own.scope.entity.index,
                     [&](const typed::Grades& other) { return pack(other.pack, day); });
}

std::optional<typed::TableId> InForce::table(typed::TableId id, Date day) const {
  const auto& own = (*program_)[id];
  return in_force_of(id, program_->tables, tables_, keys_of(own.name), own.of.index,
                     [&](const typed::DecisionTable& other) {
                       return pack(other.pack, day) && other.inputs.size() == own.inputs.size() &&
                              other.type == own.type;
                     });
}

typed::Expr InForce::parameter(typed::ParameterId id, Date day) const {
  const auto& own = (*program_)[id];
  const auto found = in_force_of(id, program_->parameters, parameters_, keys_of(own.name), 0,
                                 [&](const typed::ParameterHistory& other) {
                                   return pack(other.pack, day) && value_on(other, day) != nullptr;
                                 });
  const auto* value = found ? value_on((*program_)[*found], day) : value_on(own, day);
  return value ? value->value : nullptr;
}

bool InForce::award_judges(typed::AwardId id, Period period) const {
  const auto& award = (*program_)[id];
  if (!pack(award.pack, period.last)) return false;
  if (award.scope.year && *award.scope.year != period.year()) return false;
  return !award.scope.period || (*program_)[*award.scope.period].days.year() == period.year();
}

std::vector<typed::AwardId> InForce::awards_named(const std::string& key) const {
  std::vector<typed::AwardId> found;
  const auto [begin, end] = awards_.equal_range(key);
  for (auto at = begin; at != end; ++at) found.push_back({at->second});
  return found;
}

namespace {

bool names(const std::vector<std::string>& titles, const typed::Pack& pack) {
  const auto keys = keys_of(pack.title);
  return std::any_of(titles.begin(), titles.end(), [&](const auto& title) { return keys.contains(key_of(title)); });
}

}  // namespace

bool InForce::gives_way(typed::AwardId id, const std::vector<typed::AwardId>& others, Period period) const {
  const auto& own = (*program_)[id];
  return std::any_of(others.begin(), others.end(), [&](typed::AwardId other) {
    const auto& rival = (*program_)[other];
    if (other == id || rival.scope.entity != own.scope.entity || !award_judges(other, period)) return false;
    if (own.pack.index >= program_->packs.size() || rival.pack.index >= program_->packs.size()) return false;
    return names((*program_)[rival.pack].overrides, (*program_)[own.pack]) ||
           names((*program_)[own.pack].adds_to, (*program_)[rival.pack]);
  });
}

bool InForce::stands_alone(typed::AwardId id, Period period) const {
  for (const auto& key : keys_of((*program_)[id].title))
    if (gives_way(id, awards_named(key), period)) return false;
  return award_judges(id, period);
}

std::optional<typed::AwardId> InForce::award(const std::vector<typed::AwardId>& awards,
                                             columns::EntityId entity, Period period) const {
  for (const auto id : awards)
    if ((*program_)[id].scope.entity == entity && award_judges(id, period) && !gives_way(id, awards, period)) return id;
  return std::nullopt;
}

std::vector<typed::AwardId> InForce::additions(typed::AwardId id, Period period) const {
  const auto& award = (*program_)[id];
  if (award.pack.index >= program_->packs.size()) return {};
  std::set<typed::AwardId> found;
  for (const auto& key : keys_of(award.title))
    for (const auto other : awards_named(key)) {
      const auto& candidate = (*program_)[other];
      if (other != id && candidate.pack != award.pack && candidate.pack.index < program_->packs.size() &&
          candidate.scope.entity == award.scope.entity && award_judges(other, period) &&
          names((*program_)[candidate.pack].adds_to, (*program_)[award.pack]))
        found.insert(other);
    }
  return {found.begin(), found.end()};
}

std::vector<typed::AwardId> InForce::ranked_up_to(typed::AwardId id, Period period) const {
  const auto& own = (*program_)[id];
  const auto own_keys = keys_of(own.title);
  for (std::uint32_t i = 0; i < program_->packs.size(); ++i) {
    const auto& order = program_->packs[i].order_of_awards;
    const auto at = std::find_if(order.begin(), order.end(), [&](const auto& title) { return own_keys.contains(key_of(title)); });
    if (at == order.end() || !pack({i}, period.last)) continue;
    std::vector<typed::AwardId> ranked;
    for (auto title = order.begin(); title != at; ++title)
      if (const auto found = award(awards_named(key_of(*title)), own.scope.entity, period)) ranked.push_back(*found);
    ranked.push_back(id);
    return ranked;
  }
  return {id};
}

std::vector<InForce::Transition> InForce::transitions(typed::AwardId id) const {
  const auto& own = (*program_)[id];
  std::vector<Transition> found;
  if (own.pack.index >= program_->packs.size()) return found;
  const auto of_pack = [&](const std::string& title) -> std::optional<typed::AwardId> {
    for (const auto& key : keys_of(own.title))
      for (const auto other : awards_named(key)) {
        const auto& award = (*program_)[other];
        if (award.scope.entity == own.scope.entity && award.kind == own.kind && award.pack.index < program_->packs.size() &&
            keys_of((*program_)[award.pack].title).contains(key_of(title)))
          return other;
      }
    return std::nullopt;
  };
  for (const auto& transition : (*program_)[own.pack].transitions) {
    const auto award = of_pack(transition.judged_by);
    if (!award || *award == id) continue;
    Transition one{*award, transition.before, (*program_)[(*program_)[*award].pack].in_force.until, std::nullopt};
    if (transition.unless_more_favourable) one.unless_favourable = of_pack(*transition.unless_more_favourable);
    found.push_back(one);
  }
  return found;
}

std::vector<std::string> InForce::award_forms(const std::string& written) const {
  std::set<std::string> forms{key_of(written)};
  for (const auto id : awards_named(key_of(written))) forms.merge(keys_of((*program_)[id].title));
  return {forms.begin(), forms.end()};
}

std::optional<columns::Timing> InForce::award_cadence(const std::string& written) const {
  for (const auto id : awards_named(key_of(written)))
    if (const auto& cadence = (*program_)[id].cadence) return cadence;
  return std::nullopt;
}

}  // namespace tdkt::graph
