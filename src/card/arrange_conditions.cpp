// SPDX-License-Identifier: Apache-2.0
// Criteria and awards, and, or, not, time: from the whole down to its parts.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/match.hpp"

namespace tdkt::card {

using typed::Criterion;
using typed::CriterionKind;

namespace {

constexpr int most_awards_deep = 6;

bool is_exclusion(const Criterion& criterion) {
  return criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer;
}

}  // namespace

Want opposite(Want want) { return want == Want::yes ? Want::no : want == Want::no ? Want::yes : want; }

Arranger::Arranger(const typed::Program& program, const graph::InForce& in_force, Scene scene, Probe probe)
    : program_(program), schema_(program.schema), in_force_(in_force), scene_(std::move(scene)),
      probe_(std::move(probe)) {}

bool Arranger::attempt(const std::function<bool()>& act) {
  const auto before = scene_;
  if (act()) return true;
  scene_ = before;
  return false;
}

bool Arranger::reaches(const Expression& expression) {
  if (!probe_.where) return false;
  if (probe_.where == &expression) return true;
  if (const auto known = reached_.find(&expression); known != reached_.end()) return known->second;
  bool found = false;
  typed::for_each_part(expression, [&](const Expression& part) { found = found || reaches(part); });
  return reached_[&expression] = found;
}

bool Arranger::reaches(const Criterion& criterion) {
  if (probe_.where == &criterion) return true;
  if (criterion.condition && reaches(*criterion.condition)) return true;
  if (criterion.except_when && reaches(*criterion.except_when)) return true;
  return std::any_of(criterion.parts.begin(), criterion.parts.end(), [&](const Criterion& part) { return reaches(part); });
}

bool Arranger::probed(const At& at) {
  const bool done = probe_.act(*this, at);
  scene_.pin();
  return done;
}

bool Arranger::criterion(const Criterion& criterion, const At& at, Want want) {
  if (want == Want::probe && probe_.where == &criterion) return probed(at);
  if (want == Want::probe && criterion.except_when && reaches(*criterion.except_when)) {
    const bool arranged = condition(criterion.except_when, at, Want::probe);
    if (!criterion.condition) return groups(criterion, at, Want::no) && arranged;
    return condition(criterion.condition, at, is_exclusion(criterion) ? Want::yes : Want::no) && arranged;
  }
  bool arranged = true;
  if (criterion.condition) arranged = condition(criterion.condition, at, is_exclusion(criterion) ? opposite(want) : want);
  else arranged = groups(criterion, at, want);
  if (criterion.except_when) arranged = condition(criterion.except_when, at, Want::no) && arranged;
  return arranged;
}

// `all of`, `any of`, `at least N of`
bool Arranger::groups(const Criterion& criterion, const At& at, Want want) {
  const auto& parts = criterion.parts;
  const auto size = parts.size();
  const auto needed = criterion.kind == CriterionKind::all_of   ? size
                      : criterion.kind == CriterionKind::any_of ? std::size_t{1}
                                                                : static_cast<std::size_t>(std::max(criterion.at_least, 0));
  if (size == 0 || needed > size) return want == (needed == 0 ? Want::yes : Want::no);
  bool arranged = true;
  std::vector<Want> wants(size, Want::no);
  std::size_t first = size;
  if (want == Want::probe)
    for (std::size_t i = 0; i < size && first == size; ++i)
      if (reaches(parts[i])) first = i;
  if (want == Want::probe && first == size) return false;
  const auto before = want == Want::yes ? needed : needed == 0 ? 0 : needed - 1;
  for (std::size_t i = 0, met = 0; i < size && met < before; ++i)
    if (i != first) wants[i] = Want::yes, ++met;
  if (want == Want::unknown)
    for (std::size_t i = 0; i < size; ++i)
      if (wants[i] == Want::no) {
        wants[i] = Want::unknown;
        break;
      }
  if (first < size) arranged = this->criterion(parts[first], at, Want::probe);
  for (std::size_t i = 0; i < size; ++i)
    if (i != first) arranged = this->criterion(parts[i], at, wants[i]) && arranged;
  return arranged;
}

bool Arranger::rule(typed::AwardId id, const At& at, Want want, const Criterion* but) {
  if (++depth_ > most_awards_deep) return --depth_, false;
  const auto& award = program_[id];
  bool arranged = true;
  if (award.scope.filter) arranged = condition(award.scope.filter, at, Want::yes);
  bool done = want == Want::yes;
  for (const auto& criterion : award.criteria) {
    if (&criterion == but) continue;
    if (!done && criterion.kind != CriterionKind::defer &&
        attempt([&] { return this->criterion(criterion, at, want); }))
      done = true;
    else
      arranged = this->criterion(criterion, at, Want::yes) && arranged;
  }
  --depth_;
  return done && arranged;
}

bool Arranger::condition(const Expression& e, const At& at, Want want) {
  if (want == Want::probe && probe_.where == &e) return probed(at);
  if (want == Want::probe && !reaches(e)) return false;
  if (const auto counted = this->counted(e, at))
    return want == Want::probe ? counted_around_probe(*counted, at) : counted_as(*counted, at, want);
  return std::visit(
      values::match{
          [&](const typed::Literal& n) {
            const auto* value = std::get_if<bool>(&n.value);
            return value && want == (*value ? Want::yes : Want::no);
          },
          [&](const typed::All& n) { return parts(n.parts, at, want, Want::no); },
          [&](const typed::Any& n) { return parts(n.parts, at, want, Want::yes); },
          [&](const typed::Not& n) { return condition(n.inner, at, opposite(want)); },
          [&](const typed::If& n) { return chosen(n, at, want); },
          [&](const typed::Moved& n) { return condition(n.body, moved(n.to, at), want); },
          [&](const typed::InYears& n) { return in_years(n, at, want); },
          [&](const typed::Within& n) {
            auto inner = at;
            inner.window = n.years;
            return condition(n.body, inner, want);
          },
          [&](const typed::Defined& n) { return n.meaning && condition(n.meaning, at, want); },
          [&](const typed::FactOf& n) { return yes_no(n, at, want); },
          [&](const typed::Compare& n) { return compared(e, n, at, want); },
          [&](const typed::OneOf& n) { return one_of(n, at, want); },
          [&](const typed::Between& n) { return between(n, at, want); },
          [&](const typed::IsKnown& n) {
            if (want == Want::yes) return settled(*n.of, at).has_value();
            return want == Want::no && clear(*n.of, at);
          },
          [&](const typed::MemberOf& n) { return member(n, at, want); },
          [&](const typed::Received& n) { return received(n, at, want); },
          [&](const typed::Rotates& n) { return rotates(n, at, want); },
          [&](const typed::InTop& n) { return in_top(n, at, want); },
          [&](const typed::Eligible& n) { return eligible(n, at, want); },
          [](const auto&) { return false; }},
      e.node);
}

// `decisive`: what one part alone makes of the whole.
bool Arranger::parts(const std::vector<Expr>& parts, const At& at, Want want, Want decisive) {
  const auto neutral = opposite(decisive);
  const auto others = [&](std::size_t but) {
    bool arranged = true;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (i != but) arranged = condition(parts[i], at, neutral) && arranged;
    return arranged;
  };
  if (want == neutral) return others(parts.size());
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (want == Want::probe) {
      if (!reaches(*parts[i])) continue;
      const bool arranged = condition(parts[i], at, want);
      return others(i) && arranged;
    }
    if (attempt([&] { return condition(parts[i], at, want) && others(i); })) return true;
  }
  // One part may settle it whatever becomes of the others.
  if (want == decisive)
    for (const auto& part : parts)
      if (attempt([&] { return condition(part, at, want); })) return true;
  return false;
}

bool Arranger::chosen(const typed::If& n, const At& at, Want want) {
  const auto branch = [&](bool then, Want inner) {
    const bool arranged = condition(then ? n.then : n.otherwise, at, inner);
    return condition(n.condition, at, then ? Want::yes : Want::no) && arranged;
  };
  if (want != Want::probe)
    return attempt([&] { return branch(true, want); }) || attempt([&] { return branch(false, want); });
  if (reaches(*n.then)) return branch(true, want);
  if (reaches(*n.otherwise)) return branch(false, want);
  const bool arranged = condition(n.condition, at, want);
  return condition(n.then, at, Want::yes) && condition(n.otherwise, at, Want::no) && arranged;
}

bool Arranger::in_years(const typed::InYears& n, const At& at, Want want) {
  const auto years = years_of(n.years, at);
  if (years.empty()) return false;
  const auto needed = n.at_least ? static_cast<std::size_t>(std::max(*n.at_least, 0)) : years.size();
  if (needed > years.size()) return want == Want::no;
  const auto in = [&](int year, Want wanted) { return condition(n.body, at.in(values::year_period(year)), wanted); };
  bool arranged = true;
  // The latest year is the one that decides, the first ones hold.
  if (want == Want::probe) arranged = in(years.back(), Want::probe);
  const auto held = want == Want::yes ? needed : needed == 0 ? 0 : needed - 1;
  const auto last = want == Want::probe || want == Want::unknown ? years.size() - 1 : years.size();
  for (std::size_t i = 0; i < last; ++i) arranged = in(years[i], i < held ? Want::yes : Want::no) && arranged;
  if (want == Want::unknown) arranged = in(years.back(), Want::unknown) && arranged;
  return arranged;
}

}  // namespace tdkt::card
