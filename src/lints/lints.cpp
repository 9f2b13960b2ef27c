// SPDX-License-Identifier: Apache-2.0
#include "lints/lints.hpp"

#include "lints/lint.hpp"
#include "typed/print.hpp"

namespace tdkt::lints {

void lint(const std::vector<Run>& runs, const source::Sources& sources, diagnostics::Diagnostics& diagnostics) {
  names_not_used(runs, diagnostics);
  declarations_not_used(runs, sources, diagnostics);
  for (const auto& run : runs) {
    Lint lint{run, *run.program, sources, diagnostics};
    criteria_side_by_side(lint);
    settled_comparisons(lint);
    shares_out_of_range(lint);
    sets_that_may_be_empty(lint);
    rules_never_judged(lint);
    citations_missing(lint);
    tests_without_expectation(lint);
  }
}

Phrase quoted(const Program& program, const Expression& expression) {
  return {"'" + typed::as_sentence(program, expression, Language::english) + "'",
          "'" + typed::as_sentence(program, expression, Language::vietnamese) + "'"};
}

Phrase quoted(const columns::Name& name) {
  return {"'" + name.in(Language::english) + "'", "'" + name.in(Language::vietnamese) + "'"};
}

}  // namespace tdkt::lints
