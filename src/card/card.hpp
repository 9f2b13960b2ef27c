// SPDX-License-Identifier: Apache-2.0
// How the engine reads one criterion: the sentence, its brackets, what its failing means, and its
// boundary cases with the verdicts that the engine gives.
//
// A case is a small data set that is made up from the typed expression. Nothing here decides what comes
// of it: that is asked of the engine, through `Judge`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "card/tables.hpp"
#include "diagnostics/diagnostic.hpp"
#include "typed/program.hpp"
#include "values/interval.hpp"
#include "verdicts/outcome.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::card {

using diagnostics::Phrase;
using values::Truth;

// What is asked of the engine about one data set. Everything in it outlives the question.
struct Inquiry {
  std::vector<Table> tables;
  int year = 0;                         // the tables are read as those of a test `in` this year
  typed::AwardId award;
  const typed::Criterion* criterion = nullptr;
  values::Period period;
  std::string subject;                  // whose case it is, an id
  std::vector<typed::Expr> beside;      // conditions at level 0
  struct Number {
    const typed::Expression* of = nullptr;
    std::vector<std::string> ids;       // by level
    std::vector<columns::EntityId> entities;
    values::Period period;
  };
  std::vector<Number> numbers;          // a value of a scale counts as its place
};
struct Judged {
  bool possible = false;                // such records can be, and the subject is judged
  Truth truth = Truth::unknown;         // of the criterion; yes: nothing stands in the way
  verdicts::Outcome outcome{};          // of the award
  std::vector<Truth> beside;
  std::vector<values::Interval> numbers;
};
using Judge = std::function<Judged(const Inquiry&)>;

struct Case {
  Phrase label{""};
  std::vector<Table> tables;            // in the language of the rules
  std::string subject;
  Truth truth = Truth::unknown;         // met, not met, unknown; of a bar or deferral yes: it is off
  verdicts::Outcome outcome{};          // of the whole award, given this alone
};
struct Boundary {
  Phrase about{""};                     // the part of the sentence that is varied
  std::vector<Case> cases;
};

struct Card {
  typed::AwardId award;
  const typed::Criterion* criterion = nullptr;
  values::Period period;                // for which it is judged
  Phrase rule{""};                      // the award's title
  std::string path, citation;           // `c)`, empty where it has no label of its own
  std::string place;                    // `c)`, or `a) -` of a line with a dash in a group
  std::optional<Phrase> title;
  std::string written;                  // as its author wrote it
  Phrase sentence{""};                  // as read
  std::optional<Phrase> bracketed;      // with every bracket, where they might be doubted
  Phrase negation{""};                  // when it is not met
  bool by_outcome = false;              // its cases tell what becomes of the award
  std::vector<Boundary> boundaries;     // those with different verdicts first
  std::size_t left_out = 0;             // cases beyond the most that a card shows
};

struct Options {
  bool waivers = true;                  // show that it can be waived
  std::size_t most_cases = 60;
};

// The period for which a rule is judged by default, or in that year; nullopt: it is not judged then.
std::optional<values::Period> period_of(const typed::Program& program, typed::AwardId award, std::optional<int> year);

// Every criterion of a rule, groups before their parts.
std::vector<const typed::Criterion*> criteria_of(const typed::Award& award);

// Requires: `period` is one for which the rule is judged. `written` is filled by who has the text.
Card make_card(const typed::Program& program, typed::AwardId award, const typed::Criterion& criterion,
               values::Period period, const Judge& judge, const Options& options);

}  // namespace tdkt::card
