// SPDX-License-Identifier: Apache-2.0
// Packs: from statements to rules. Titles come before what stands under them, so that rules may
// speak of one another in any order.
#pragma once

#include <string>
#include <vector>

#include "typed/build.hpp"

namespace tdkt::typed {

void build_packs(Build& build);             // build_packs.cpp: also says which pack each item is of
void build_parameters(Build& build);        // build_parameters.cpp
void build_periods(Build& build);           // build_periods.cpp

void declare_scorecards(Build& build);      // build_scorecards.cpp
void declare_grades(Build& build);          // build_grades.cpp
void declare_awards(Build& build);          // build_awards.cpp
void declare_nominations(Build& build);     // build_nominations.cpp

void build_definitions(Build& build);       // build_definitions.cpp: definitions and tables together
void build_scorecards(Build& build);
void build_grades(Build& build);
void build_awards(Build& build);
void build_nominations(Build& build);
void build_reports_and_checks(Build& build);  // build_reports.cpp
void build_tests(Build& build);               // build_tests.cpp

// ---- what several of them need -----------------------------------------------------------------

Context context_of(const Item& item, std::vector<EntityId> levels);
Title title_of(const Item& item);
Title title_of(const Item& item, const syntax::Quoted& quoted,
               const std::optional<syntax::Forms>& translation = std::nullopt);

// `cites` and `text` of a statement; the pack's own citation where it has none.
std::string citation_of(const Build& build, const Item& item);
std::optional<std::string> wording_of(const Item& item);
const Clause* clause_of(const std::vector<Clause>& clauses, Keyword keyword);

// The header's `for a unit, every year`. Where it cannot be read, an entity is guessed from its words,
// so that what follows can still be looked at.
Scope scope_of(Build& build, const Item& item, const Sentence& header);
// The same before definitions are known: where it cannot be read yet, that is left to
// `complete_scope`, once they are.
Scope first_scope_of(Build& build, const Item& item, const Sentence& header);
void complete_scope(Build& build, const Item& item, const Sentence& header, Scope& scope);
// Whether it is known at least whom the statement is for, so that its sentences can be read.
bool is_for_somebody(const Build& build, const Item& item);

Expr condition(Build& build, const Item& item, const Sentence& sentence, const std::vector<EntityId>& levels);
Expr number(Build& build, const Item& item, const Sentence& sentence, const std::vector<EntityId>& levels);

// Plain numbers: `100`, `2`. nullopt after a report.
std::optional<Decimal> plain_number(Build& build, const Item& item, const Sentence& sentence);
std::optional<int> plain_whole(Build& build, const Item& item, const Sentence& sentence, int most);

// A title by any of its forms, in either language (`grammar::key_of`).
bool is_titled(const Title& title, std::string_view name);
template <class Things>
std::vector<std::string> titles_of(const Things& things) {
  std::vector<std::string> titles;
  for (const auto& thing : things) {
    titles.push_back(thing.title.text);
    if (thing.title.translation) titles.push_back(*thing.title.translation);
  }
  return titles;
}

// `require`, `bar`, `defer` and their groups (build_criteria.cpp); `citation` is the rule's.
std::vector<Criterion> build_criteria(Build& build, const Item& item, const std::vector<Clause>& clauses,
                                      const std::string& citation, const std::vector<EntityId>& levels);

// A table, once its inputs and outcomes can be read (build_tables.cpp). False: not yet, and what the
// reader said is in build.found.
bool try_table(Build& build, const Item& item);

}  // namespace tdkt::typed
