// SPDX-License-Identifier: Apache-2.0
// Who belongs: the members of a set, one more of them, one in it or out of it.
#include <algorithm>

#include "card/arranger.hpp"

namespace tdkt::card {

std::int32_t Arranger::index_of(const columns::Timing& timing, const At& at) const {
  return columns::index_for(schema_, timing, at.period);
}

bool is_dated(const columns::Relation& relation) { return relation.timing.cadence == values::Cadence::dated; }

std::vector<Who> Arranger::members(const typed::Set& set, const At& at) {
  std::vector<Who> here;
  if (set.keys_of) {
    const auto from = set.from ? who(*set.from, at) : std::nullopt;
    for (const auto& [cell, value] : scene_.facts()) {
      const bool says = std::find(set.key_facts.begin(), set.key_facts.end(), cell.fact) != set.key_facts.end();
      if (!says || !value.value || !cell.key || !from || cell.of != from->number) continue;
      const Who key{*set.keys_of, *cell.key};
      if (std::find(here.begin(), here.end(), key) == here.end()) here.push_back(key);
    }
    return here;
  }
  if (!set.from) return here;
  if (const auto from = who(*set.from, at)) here.push_back(*from);
  for (const auto& step : set.steps) {
    const auto& relation = schema_[step.relation];
    std::vector<Who> next;
    for (const auto from : here)
      for (const auto& related : scene_.related(step.relation, step.inverse, from.number)) {
        if (is_dated(relation)) {
          const auto days = days_of(step.when, at);
          const Date day{related.when};
          if ((days.first && day < *days.first) || (days.last && *days.last < day)) continue;
        } else if (related.when != index_of(relation.timing, at)) {
          continue;
        }
        const Who one{step.inverse ? relation.of : relation.to, related.who};
        if (std::find(next.begin(), next.end(), one) == next.end()) next.push_back(one);
      }
    here = std::move(next);
  }
  return here;
}

void Arranger::close(const typed::Set& set, const At& at) {
  if (set.keys_of || !set.from || set.steps.empty()) return;
  auto before = set;
  before.steps.pop_back();
  const auto& last = set.steps.back();
  const auto& relation = schema_[last.relation];
  for (const auto from : members(before, at))
    scene_.close(last.relation, last.inverse, from.number, is_dated(relation) ? 0 : index_of(relation.timing, at));
}

std::optional<Who> Arranger::new_member(const typed::Set& set, const At& at, std::optional<Date> day) {
  if (set.keys_of) {
    const auto known = members(set, at);
    for (std::uint32_t number = 0; number < scene_.count(*set.keys_of); ++number)
      if (std::find(known.begin(), known.end(), Who{*set.keys_of, number}) == known.end()) return Who{*set.keys_of, number};
    return scene_.add(*set.keys_of);
  }
  if (!set.from || set.steps.empty()) return std::nullopt;
  auto from = who(*set.from, at);
  for (std::size_t i = 0; from && i < set.steps.size(); ++i) {
    const auto& step = set.steps[i];
    const auto& relation = schema_[step.relation];
    const bool last = i + 1 == set.steps.size();
    const auto target = step.inverse ? relation.of : relation.to;
    if (!last) {
      auto before = set;
      before.steps.resize(i + 1);
      if (const auto known = members(before, at); !known.empty()) {
        from = known.front();
        continue;
      }
    }
    const auto when = is_dated(relation) ? (last && day ? *day : day_in(step.when, at)).days : index_of(relation.timing, at);
    // Whoever belonged in another year may do so again.
    std::optional<Who> next;
    if (!is_dated(relation))
      for (const auto& other : scene_.related(step.relation, step.inverse, from->number)) {
        const Who one{target, other.who};
        const auto again = scene_.related(step.relation, step.inverse, from->number);
        const bool here = std::any_of(again.begin(), again.end(), [&](const Scene::Related& each) {
          return each.who == other.who && each.when == when;
        });
        if (!here) {
          next = one;
          break;
        }
      }
    if (!next) next = scene_.add(target);
    if (!link(step.relation, step.inverse, *from, *next, when)) return std::nullopt;
    if (!last)
      for (const auto& filter : step.filters)
        if (!condition(filter, at.with_member(*next, set.level), Want::yes)) return std::nullopt;
    from = next;
  }
  return from;
}

bool Arranger::link(RelationId id, bool inverse, Who from, Who to, std::int32_t when) {
  const auto of = inverse ? to.number : from.number, target = inverse ? from.number : to.number;
  if (!scene_.link({id, of, target, when})) return false;
  // Who leads is one of the members.
  if (const auto& relation = schema_[id]; relation.one_of) {
    const auto& members = schema_[*relation.one_of];
    const auto period = columns::period_at(schema_, relation.timing, when);
    return scene_.link({*relation.one_of, of, target, columns::index_for(schema_, members.timing, period)});
  }
  return true;
}

bool Arranger::belongs(const typed::Set& set, Who member, const At& at, Want want) {
  std::vector<Expr> filters = set.key_filters;
  if (!set.steps.empty()) filters = set.steps.back().filters;
  const auto inner = at.with_member(member, set.level);
  if (want == Want::yes) {
    bool arranged = true;
    for (const auto& filter : filters) arranged = condition(filter, inner, Want::yes) && arranged;
    return arranged;
  }
  for (std::size_t i = 0; i < filters.size(); ++i) {
    if (want == Want::probe && !reaches(*filters[i])) continue;
    const bool arranged = attempt([&] {
      bool all = condition(filters[i], inner, want);
      for (std::size_t j = 0; j < filters.size(); ++j)
        if (j != i) all = condition(filters[j], inner, Want::yes) && all;
      return all;
    });
    if (arranged) return true;
  }
  return false;
}

}  // namespace tdkt::card
