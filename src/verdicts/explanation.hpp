// SPDX-License-Identifier: Apache-2.0
// Why: the verdict's tree of reasons, as language.md §7 asks, in both languages at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {

using diagnostics::Phrase;

// A record behind a value: `unit_year.csv, row 12`.
struct Record {
  std::string path, sheet;
  std::uint32_t line = 0;
};

// One member of a counted set and how it counts.
struct MemberLine {
  std::string id, name;
  values::Truth counts;
  Phrase because;                      // the fact that decided it: `title: no title`
  std::optional<Record> record;
};

enum class State : std::uint8_t { met, not_met, unknown, value };

// One line of the tree: a criterion, a part of a sentence, a fact.
struct Reason {
  State state;
  std::string label, citation;         // of criteria
  std::optional<Phrase> title;
  Phrase sentence;                     // in the reader's language
  std::optional<Phrase> numbers;       // `13 of 20 = 65%, 1 short`
  std::vector<MemberLine> members_for, members_against, members_unknown;
  std::optional<Record> record;
  std::vector<Phrase> would_settle;    // for unknowns: the facts that would settle it
  std::vector<Reason> reasons;
};

struct Explanation {
  std::string entity_id, entity_name;
  Phrase rule;                         // the award's title
  values::Period period;
  Phrase verdict;
  Outcome outcome;
  Reason root;
};

Explanation explain(const typed::Program& program, typed::AwardId award, values::Period period, Row row,
                    const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

// Why a candidate was or wasn't nominated: its place, keys, the offers and their quotas.
struct NominationExplanation {
  std::string entity_id, entity_name;
  Phrase rule, verdict;
  values::Period period;
  std::vector<Reason> reasons;
};
NominationExplanation explain(const typed::Program& program, const NominationOutcome& outcome,
                              const Candidate& candidate, const evaluate::Evaluation& evaluation,
                              const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
