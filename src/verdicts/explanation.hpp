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

// What is asked of a verdict.
struct Concern {
  enum class With : std::uint8_t {
    everything,
    deciding,                          // the criteria that settle a no or leave it open; all of a yes
    criterion                          // one criterion, with the groups that it stands in
  } with = With::everything;
  std::string path;                    // of criterion: `4.a)`
};

Explanation explain(const typed::Program& program, typed::AwardId award, values::Period period, Row row,
                    const evaluate::Evaluation& evaluation, const columns::Dataset& dataset,
                    const Concern& concern = {});

// Why a candidate was or wasn't nominated: its place, keys, the offers and their quotas.
struct NominationExplanation {
  std::string entity_id, entity_name;
  Phrase rule, verdict;
  values::Period period;
  std::vector<Reason> reasons;
};
// With `offers`, only these and what the candidate gets are told of.
NominationExplanation explain(const typed::Program& program, const NominationOutcome& outcome,
                              const Candidate& candidate, const evaluate::Evaluation& evaluation,
                              const columns::Dataset& dataset,
                              const std::optional<std::vector<std::uint32_t>>& offers = std::nullopt);

// Why a scorecard's total, or the class that grades give, is what it is for one row. The verdict is the
// total or the class.
struct ScoreExplanation {
  std::string entity_id, entity_name;
  Phrase rule, verdict;
  values::Period period;
  Reason root;
};
ScoreExplanation explain(const typed::Program& program, typed::ScorecardId scorecard, values::Period period, Row row,
                         const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);
// `grade`: an expression of the class that the grades give the row at level 0.
ScoreExplanation explain(const typed::Program& program, typed::GradesId grades, const typed::Expression& grade,
                         values::Period period, Row row, const evaluate::Evaluation& evaluation,
                         const columns::Dataset& dataset);

// Why values or conditions at level 0 are what they are for one row: `total of "Bloc scorecard"`.
struct ValueExplanation {
  std::string entity_id, entity_name;
  values::Period period;
  std::vector<Reason> reasons;         // one for each expression
};
ValueExplanation explain(const typed::Program& program, const std::vector<typed::Expr>& expressions,
                         typed::EntityId entity, values::Period period, Row row,
                         const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
