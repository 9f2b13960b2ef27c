// SPDX-License-Identifier: Apache-2.0
// One-step changes of rules beyond their sentences: a criterion dropped, `any of` as `all of`, a quota
// rounded the other way, a key of the ranking turned round.
#pragma once

#include <functional>
#include <vector>

#include "mutations/mutations.hpp"

namespace tdkt::mutations {

struct RuleChange {
  Statement statement;
  Phrase change, sentence;
  source::Where at;
  std::function<void(typed::Program&)> apply;
};

// rule_changes.cpp: of awards, pledges and their criteria, of scorecards and tables.
void add_award_changes(const typed::Program& program, std::vector<RuleChange>& changes);
void add_scorecard_changes(const typed::Program& program, std::vector<RuleChange>& changes);
void add_table_changes(const typed::Program& program, std::vector<RuleChange>& changes);

// nomination_changes.cpp
void add_nomination_changes(const typed::Program& program, std::vector<RuleChange>& changes);

// calendar_changes.cpp: the days from which parameters and packs are in force, named periods.
void add_calendar_changes(const typed::Program& program, std::vector<RuleChange>& changes);

}  // namespace tdkt::mutations
