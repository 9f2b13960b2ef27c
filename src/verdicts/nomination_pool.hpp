// SPDX-License-Identifier: Apache-2.0
// Who is ranked together: the members of a group, or of all groups, and who of them stands.
#pragma once

#include <optional>
#include <vector>

#include "evaluate/evaluation.hpp"
#include "graph/request.hpp"

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

// Every group's pool, or only that of the group asked for (no_row: every one). Within a pool people
// are in order of their rows.
std::vector<Pool> pools_of(const typed::Program& program, graph::NominationCase asked, Row only,
                           const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
