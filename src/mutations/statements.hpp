// SPDX-License-Identifier: Apache-2.0
// The statements of a program, and which of them a statement rests on.
#pragma once

#include <compare>
#include <cstdint>
#include <set>

#include "typed/program.hpp"

namespace tdkt::mutations {

enum class Kind : std::uint8_t {
  definition, parameter, table, scorecard, grades, award, nomination, report, check,
  calendar                           // periods and packs: all that is judged rests on them
};
struct Statement {
  Kind kind;
  std::uint32_t index = 0;           // into the program's vector; 0 of calendar
  friend auto operator<=>(const Statement&, const Statement&) = default;
};

// Everything that `start` rests on, itself included: what its sentences ask for, everything else of
// the same name (another pack may be in force in another year), and the calendar.
std::set<Statement> reached(const typed::Program& program, const std::set<Statement>& start);

// What an expression asks for by itself.
std::set<Statement> asked_by(const typed::Program& program, const typed::Expression& expression);

}  // namespace tdkt::mutations
