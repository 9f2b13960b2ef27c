// SPDX-License-Identifier: Apache-2.0
// Who is ranked together: the members of a group, or of all groups, and who of them stands.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "evaluate/candidates.hpp"
#include "typed/program.hpp"

namespace tdkt::verdicts {

using values::Row;
using values::Truth;

// What the members of a subgroup share: a value of a scale, a text, a number, a date, an entity.
using Subgroup = evaluate::Value;
bool same(const Subgroup& a, const Subgroup& b);
bool in_order(const Subgroup& a, const Subgroup& b);

// Somebody of the group: whether among the candidates, and in which subgroup.
struct Person {
  Row group, row;
  std::uint32_t edge;  // of Candidates
  Truth among;  // the candidates
  std::optional<std::uint32_t> kept_out_by;
  std::optional<Subgroup> subgroup;  // of those whose subgroup is known

  bool may_be_in(const std::optional<Subgroup>& other) const { return !other || !subgroup || same(*subgroup, *other); }
  bool surely_in(const std::optional<Subgroup>& other) const { return !other || (subgroup && same(*subgroup, *other)); }
};

// The groups that are ranked together: one, or all of them.
struct Pool {
  Row group;  // no_row for all
  Truth in_scope = Truth::yes;
  std::vector<Row> groups;
  std::vector<Person> people;
  bool complete = true;
};

// A group that nominates: whether it is surely within the scope.
using Group = std::pair<Row, Truth>;

// The groups together. Within a pool people are in order of their rows; somebody of two groups stands once.
Pool pool_of(const typed::Nomination& nomination, std::span<const Group> groups, const evaluate::Candidates& candidates);

}  // namespace tdkt::verdicts
