// SPDX-License-Identifier: Apache-2.0
// The lints, and what they share.
#pragma once

#include <string>
#include <vector>

#include "lints/lints.hpp"
#include "typed/rule_expressions.hpp"

namespace tdkt::lints {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using grammar::Language;
using typed::Expr;
using typed::Expression;
using typed::PackId;
using typed::Program;

struct Lint {
  const Run& run;
  const Program& program;
  const source::Sources& sources;
  diagnostics::Diagnostics& diagnostics;

  Language language(PackId pack) const { return program[pack].language; }
  Diagnostic& report(Kind kind, source::Where where, PackId pack, std::vector<Phrase> values = {}) {
    return diagnostics.report(kind, where, language(pack), std::move(values));
  }
};

// Over all runs.
void names_not_used(const std::vector<Run>& runs, diagnostics::Diagnostics& diagnostics);
void declarations_not_used(const std::vector<Run>& runs, const source::Sources& sources, diagnostics::Diagnostics& diagnostics);

// Of one run.
void criteria_side_by_side(Lint& lint);    // repeated, implied, contradicting
void settled_comparisons(Lint& lint);      // always so, never so
void shares_out_of_range(Lint& lint);      // 120% of staff
void sets_that_may_be_empty(Lint& lint);   // unknown where there is nobody
void rules_never_judged(Lint& lint);       // for a time at which the pack is not in force
void citations_missing(Lint& lint);        // where those beside cite something
void tests_without_expectation(Lint& lint);

// Something that was declared under a name, and whether anything speaks of it.
struct Nameable {
  Phrase sort;
  std::string name;
  Language language;
  bool used = false;
};

// The sentence in both languages, in quotes.
Phrase quoted(const Program& program, const Expression& expression);
Phrase quoted(const columns::Name& name);

// Calls visit(rule) for everything that has a scope and is judged.
template <class Visit>
void for_each_rule(const Program& program, Visit visit) {
  for (const auto& rule : program.awards) visit(rule);
  for (const auto& rule : program.scorecards) visit(rule);
  for (const auto& rule : program.grades) visit(rule);
  for (const auto& rule : program.nominations) visit(rule);
  for (const auto& rule : program.reports) visit(rule);
  for (const auto& rule : program.checks) visit(rule);
}

// Calls visit(expression) for it and all that it consists of, each definition in use taken as one word.
template <class Visit>
void for_each_within(const Expression& expression, Visit visit) {
  visit(expression);
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node)) {
    for (const auto& argument : defined->arguments) for_each_within(*argument, visit);
    return;
  }
  typed::for_each_part(expression, [&](const Expression& part) { for_each_within(part, visit); });
}

// Calls visit(expression, pack) for all that rules, definitions and tables state, and all within.
template <class Visit>
void for_each_stated(const Program& program, Visit visit) {
  const auto each = [&](const auto& thing) {
    typed::for_each_expression(thing, [&](const Expression& stated, source::Where, const std::string&) {
      for_each_within(stated, [&](const Expression& e) { visit(e, thing.pack); });
    });
  };
  for (const auto& thing : program.definitions) each(thing);
  for (const auto& thing : program.tables) each(thing);
  for_each_rule(program, each);
}

}  // namespace tdkt::lints
