// SPDX-License-Identifier: Apache-2.0
// The explainer's functions, one a file or two: which file tells which part of a sentence.
#pragma once

#include "verdicts/look.hpp"

namespace tdkt::verdicts {

// A condition with what it rests on (explain_condition.cpp tells the kinds apart).
Reason reason_of(const Look& look, const Expression& condition, const Environment& at);

// A value with what it rests on (explain_value.cpp).
Reason value_of(const Look& look, const Expression& expression, const Environment& at);

// A value's name: of a parameter, its own, without the brackets that a sentence needs.
Phrase name_in_list(const Look& look, const Expression& expression);

// The values in an expression that are not written in the rule itself, each once.
void add_parts(const Look& look, const Expression& expression, const Environment& at,
               std::vector<Reason>& parts);

// The fact that decides a condition, on one line: `title: no title`.
struct Because {
  Phrase text;
  std::optional<Record> record;
};
Because because(const Look& look, const Expression& condition, const Environment& at);

// The reason of what a `not` or a bar is about, turned round: who counted for it counts against.
Reason turned_round(Reason reason);

// Adds the parts of an expression, or takes the place of the only one that says the same again.
void add_parts_within(const Look& look, const Expression& expression, const Environment& at, Reason& reason);

// `actual: 38`; where it is not known, only why.
Phrase as_found(const Look& look, Phrase text, bool known);

// A condition's reason without its parts: its state and its sentence.
Reason bare_reason(const Look& look, const Expression& condition, const Environment& at);

// ---- by idea ----------------------------------------------------------------------------------

Reason explain_comparison(const Look& look, const Expression& expression, const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::Quantified& sentence,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::InYears& window,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::OverPeriods& periods,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::MemberOf& member,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::InTop& top,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::Received& received,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::Eligible& eligible,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::ItemsReach& reach,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::Rotates& rotation,
               const Environment& at);
Reason explain(const Look& look, const Expression& expression, const typed::Evidence& evidence,
               const Environment& at);

// Values: these complete the reason that value_of has begun.
void complete(const Look& look, const Expression& expression, const typed::FactOf& fact,
              const Environment& at, Reason& reason);
void complete(const Look& look, const typed::Related& related, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::Aggregate& aggregate, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::MemberWith& member, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::Rank& rank, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::Score& score, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::GradeOf& grade, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::OverPeriods& periods, const Environment& at, Reason& reason);
void complete(const Look& look, const typed::Lookup& lookup, const Environment& at, Reason& reason);

// The criteria of an award or pledge for one row, those that other packs add to it included
// (explain_criteria.cpp).
std::vector<Reason> explain_criteria(const Look& look, typed::AwardId award, const Environment& at,
                                     Outcome outcome = Outcome::undetermined, const Concern& concern = {});
Phrase group_sentence(const typed::Criterion& criterion);  // `any of these`
// `c), d)`: the criteria that settle an outcome other than yes, or leave it open.
std::vector<Phrase> criteria_behind(const Look& look, typed::AwardId award, const Environment& at, Outcome outcome);
// The criteria of the award in force that make a row eligible or not, as the reason's state says.
void tell_eligibility(const Look& look, const std::vector<typed::AwardId>& awards, typed::EntityId entity,
                      Row row, values::Period period, Reason& reason);

// ---- members (members.cpp) --------------------------------------------------------------------

// The environment of a member of a set.
Environment at_member(const typed::Set& set, Row member, const Environment& at);
Phrase name_of(const Look& look, const typed::Set& set);
MemberLine line_of(const Look& look, const typed::Set& set, const evaluate::Member& member,
                   values::Truth counts, Because because);
// Lists every member with the value of an expression, and those of whom it is not known apart.
void list_values(const Look& look, const typed::Set& set, const Expression& value, const Environment& at,
                 Reason& reason);

// ---- what was in force (definitions.cpp) ------------------------------------------------------

// The period whose law counts: of a case that an earlier law judges, up to that law's last day.
values::Period law_period(const Environment& at);

// What a definition means in a period, and where that is worked out.
struct MeaningThen {
  const Expression* meaning;      // nullptr: nothing was in force, and nothing else may stand in
  Environment at;
  bool of_judged_period = false;  // nothing was in force: what is in force now stands in
};
MeaningThen meaning_of(const Look& look, const typed::Defined& node, const Environment& at);

// ---- years (windows.cpp) ----------------------------------------------------------------------

// The year in which the records of anything begin; `judged` where that is earlier.
int first_year(const Look& look, int judged);
Environment moved(const Look& look, const typed::Moved& node, const Environment& at);
Environment in_year(int year, const Environment& at);
Environment in_period(values::Period period, const Environment& at);
Environment in_year(int year, const typed::InYears& node, const Environment& at);
// The days or years that a set's dated records are looked for in.
Phrase text_of(const Look& look, const typed::Set& set, const Environment& at);
std::optional<std::vector<int>> years_of(const Look& look, const typed::Span& span, const Expression& body,
                                         const Environment& at);

// ---- what is not known (causes.cpp, unknowns.cpp) ---------------------------------------------

bool has_periods(const columns::Timing& timing);
// The period whose value of a fact or relation is meant.
Phrase period_of(const Look& look, const columns::Timing& timing, const Environment& at);
Phrase body_of(const columns::Fact& fact);  // that attests it

// Why an expression has no value: `not on record for 2024`.
Phrase why_unknown(const Look& look, const Expression& expression, evaluate::Cause cause,
                   const Environment& at);
// Why a set has no members that could be told.
Phrase why_unknown(const Look& look, const typed::Set& set, evaluate::Cause cause, const Environment& at);

// The facts and attestations that would settle it, each once; none of what is known.
std::vector<Phrase> would_settle(const Look& look, const Expression& expression, const Environment& at);
std::vector<Phrase> would_settle(const Look& look, typed::ScorecardId scorecard, const Environment& at);

// A list of what would settle it stands once, on the outermost of the reasons that it is about.
void clear_inner_settling(Reason& reason);

// Adds what is not there yet.
void add_new(std::vector<Phrase>& all, const std::vector<Phrase>& more);

}  // namespace tdkt::verdicts
