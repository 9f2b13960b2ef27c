// SPDX-License-Identifier: Apache-2.0
// What the expressions of a program are called when a change of them is told.
#pragma once

#include <map>
#include <set>

#include "mutations/mutations.hpp"

namespace tdkt::mutations {

struct Context {
  Phrase sentence{""};                   // `c) at least 70% of staff …`, `“targets” up to 40`
  std::optional<std::uint8_t> level;     // as typed::as_sentence takes it
};

// By what stands in the program's slots (slots.hpp); what is not there is told by itself.
std::map<const typed::Expression*, Context> contexts_of(const typed::Program& program);

// Ceilings that nothing can reach, so that there is no use in raising them: of an item whose points
// stay below, of a part whose items add up to no more.
std::set<const typed::Expression*> ceilings_out_of_reach(const typed::Program& program);

Phrase title_of(const typed::Program& program, Statement statement);
grammar::Language language_of(const typed::Program& program, Statement statement);

}  // namespace tdkt::mutations
