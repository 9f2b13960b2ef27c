// SPDX-License-Identifier: Apache-2.0
// Small changes of rules, one step each: what tests ought to notice.
//
// A change keeps every type, so that the changed program is as sound as the first. Changes that can
// be proved to make no difference (a threshold beyond what a fact can be, `at least 5` of a whole
// number as `above 4`) are left out.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "mutations/statements.hpp"
#include "typed/program.hpp"

namespace tdkt::mutations {

using diagnostics::Phrase;

struct Mutant {
  Phrase change;                     // `70% became 69%`, behind “no test would notice if”
  Phrase sentence;                   // what the changed words stand in: `c) at least 70% of staff …`
  Phrase rule;                       // the title or name of the statement
  grammar::Language language;        // of the statement
  source::Where written;             // the words, or the sentence that they stand in
  std::set<Statement> touched;       // every statement that is not what it was
  std::function<void(typed::Program&)> apply;
};

// In the order of the places where they are written. `program` must outlive them.
std::vector<Mutant> mutants(const typed::Program& program);

// Requires: a mutant of this very program.
typed::Program mutated(const typed::Program& program, const Mutant& mutant);

}  // namespace tdkt::mutations
