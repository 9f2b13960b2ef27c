// SPDX-License-Identifier: Apache-2.0
#include "verdicts/nomination_pool.hpp"

#include <algorithm>
#include <tuple>

#include "grammar/spelling.hpp"
#include "values/match.hpp"
#include "verdicts/look.hpp"

namespace tdkt::verdicts {
namespace {

Person person(const typed::Nomination& nomination, const evaluate::Candidates& candidates, evaluate::Candidate who) {
  Person person{who.group, who.member, who.edge, Truth::yes, {}, {}};
  for (std::size_t i = 0; i < candidates.among.size() && !person.kept_out_by; ++i) {
    const auto truth = candidates.among[i].truth(who);
    if (truth == Truth::no) person.kept_out_by = static_cast<std::uint32_t>(i);
    person.among = values::both(person.among, truth);
  }
  if (nomination.within) {
    auto value = candidates.within->value(who);
    if (is_known(value)) person.subgroup = std::move(value);
  }
  return person;
}

// What sets two values of one type apart, as a key that can be ordered.
struct Shared {
  std::string text;
  values::int128 number = 0;
  friend bool operator==(const Shared&, const Shared&) = default;
};

Shared shared(const Subgroup& subgroup) {
  return std::visit(
      values::match{[](Truth truth) { return Shared{{}, static_cast<int>(truth)}; },
                    [](const values::Interval& number) { return Shared{{}, number.low ? number.low->scaled() : 0}; },
                    [](typed::Code code) { return Shared{{}, code.code}; }, [](Row row) { return Shared{{}, row}; },
                    [](evaluate::NoRow) { return Shared{{}, -1}; }, [](values::Date date) { return Shared{{}, date.days}; },
                    [](const std::string& text) { return Shared{grammar::key_of(text), 0}; },
                    [](const auto&) { return Shared{}; }},
      subgroup);
}

}  // namespace

bool same(const Subgroup& a, const Subgroup& b) { return shared(a) == shared(b); }

bool in_order(const Subgroup& a, const Subgroup& b) {
  const auto left = shared(a), right = shared(b);
  return std::tie(left.text, left.number) < std::tie(right.text, right.number);
}

Pool pool_of(const typed::Nomination& nomination, std::span<const Group> groups, const evaluate::Candidates& candidates) {
  const auto& edges = candidates.to_members();
  Pool pool{nomination.all_groups_together ? values::no_row : groups.front().first, Truth::yes, {}, {}, true};
  for (const auto& [group, in_scope] : groups) {
    pool.in_scope = std::min(pool.in_scope, in_scope);
    pool.groups.push_back(group);
    pool.complete = pool.complete && !edges.is_open(group);
    for (auto edge = candidates.begin(group); edge < candidates.end(group); ++edge)
      pool.people.push_back(person(nomination, candidates, {group, edges.targets[edge], edge}));
  }
  if (groups.size() == 1) return pool;
  std::stable_sort(pool.people.begin(), pool.people.end(), [](auto& a, auto& b) { return a.row < b.row; });
  pool.people.erase(std::unique(pool.people.begin(), pool.people.end(), [](auto& a, auto& b) { return a.row == b.row; }),
                    pool.people.end());
  return pool;
}

}  // namespace tdkt::verdicts
