// SPDX-License-Identifier: Apache-2.0
// Typed rules: the packs of one run with their vocabulary, ready to become a graph.
//
// Promises, once from_syntax has reported no error: every id is in range; every Expr is set where
// its comment does not say otherwise; conditions are of type truth; criteria labels are unique by
// path within a statement; definitions do not depend on themselves.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "columns/schema.hpp"
#include "grammar/language.hpp"
#include "syntax/tree.hpp"
#include "typed/expression.hpp"
#include "values/date.hpp"

namespace tdkt::typed {

using PackId = values::Id<struct PackTag>;
using grammar::Language;

// A quoted name with its declared translations: "Excellent Labor Collective", vi: Tập thể lao động …
struct Title {
  std::string text;                       // as written
  std::optional<std::string> translation; // in the other language, where one is declared
  Language language;                      // of `text`
  const std::string& in(Language wanted) const {
    return wanted == language || !translation ? text : *translation;
  }
};

struct InForce {                          // both days included
  values::Date from{-1'000'000}, until{10'000'000};
  bool on(values::Date day) const { return from <= day && day <= until; }
};

struct Pack {
  Title title;
  std::string version, citation;
  InForce in_force;
  Language language = Language::english;
  std::vector<std::string> adds_to, overrides;   // titles of packs
  std::vector<std::string> order_of_awards;
  struct Transition {                     // `cases received before 2026-10-01 are judged by pack "2022"`
    values::Date before;
    std::string judged_by;                // titles of packs
    std::optional<std::string> unless_more_favourable;
  };
  std::vector<Transition> transitions;
  source::Where written;
};

struct NamedPeriod {                      // `đợt "…" từ … đến …`
  Title title;
  values::Period days;
  PackId pack;
  source::Where written;
};

struct ParameterHistory {
  columns::Name name;
  Type type;
  struct Value {
    values::Date from;
    Expr value;                           // a literal
  };
  std::vector<Value> values;              // by date, ascending, at least one
  PackId pack;
  source::Where written;
};

struct Definition {
  columns::Name name;
  EntityId of;
  bool anywhere = false;                  // names no entity: speaks of its parameters alone; `of` is meaningless
  std::vector<std::string> parameters;    // their names
  // The body's words: with parameters, or without an entity, it is read again at each use, for `of` or
  // the caller's entity, where the arguments and their types are known.
  syntax::Sentence words;
  Language language = Language::english;  // of `words`
  Expr body;                              // at level 0; nullptr where left open, a population, or read at each use
  std::optional<Set> population;          // `define civil servants of a unit as staff whose …`
  bool open = false;
  Type type;
  PackId pack;
  source::Where written;
};

// Whom and when a rule is for.
struct Scope {
  EntityId entity;
  Expr filter;                            // nullptr: everyone
  std::optional<std::string> only;        // `for the unit "X"`: an id, or a unique name
  columns::Timing every{};                // `every year`; every half-year, school year …
  std::optional<int> year;                // `in 2021`
  std::optional<PeriodId> period;         // `in the period "…"`
  source::Where written;
};

enum class CriterionKind : std::uint8_t { require, bar, defer, all_of, any_of, at_least_n_of, vote };

struct Criterion {
  CriterionKind kind;
  std::string label;                      // `c)`, empty where none
  std::string path;                       // labels from the outermost in: `4.a)`
  std::optional<Title> title;
  std::string citation;                   // the rule's citation with the label appended
  std::optional<std::string> wording;     // `text "…"`
  Expr condition;                         // of require, bar, defer, vote; nullptr for groups
  Expr except_when;                       // nullptr: none
  std::vector<Criterion> parts;           // of groups
  int at_least = 0;                       // of at_least_n_of
  source::Where written;
};

enum class RuleKind : std::uint8_t { award, pledge };

struct Award {                            // or a pledge
  RuleKind kind;
  Title title;
  Scope scope;
  std::string citation;
  std::optional<std::string> wording;
  std::optional<columns::Timing> cadence; // of the award itself, where declared
  std::vector<Criterion> criteria;        // in the order written
  PackId pack;
  source::Where written;
};

// A scorecard as a list of nodes, a part before what it holds; node 0 is the whole.
struct ScoreNode {
  enum class Kind : std::uint8_t { whole, part, item, bonus, penalty } kind;
  Title title;
  std::string label;
  std::vector<std::uint32_t> parts;       // of whole (parts, items, then bonuses and penalties) and part
  Expr points;                            // of item, bonus, penalty: the formula, or a condition
  Expr ceiling;                           // nullptr: without one
  bool all_or_nothing = false;            // points is then a condition
  Expr applies_when;                      // nullptr: always
  std::optional<Decimal> scaled_to;       // of whole and part
  std::optional<Rounded> rounded;         // value is nullptr: how this node's own value is rounded
  source::Where written;
};
struct Scorecard {
  Title title;
  Scope scope;
  std::string citation;
  std::vector<ScoreNode> nodes;           // whole's ceiling is `out of`
  bool bonus_above_the_ceiling = false;
  PackId pack;
  source::Where written;
};

struct GradeRow {
  std::uint8_t code;
  Expr when;                              // nullptr: otherwise
  source::Where written;
};
struct Grades {
  Title title;
  Scope scope;
  std::string citation;
  ScaleId scale;                          // declared by the statement itself
  std::vector<GradeRow> rows;             // the first that holds
  bool gaps = false;                      // `no match is a gap`
  PackId pack;
  source::Where written;
};

struct TableCell {                        // one input of one row
  enum class Kind : std::uint8_t { any, equal, range } kind;
  Expr value;                             // of equal
  std::optional<Decimal> low, high;       // of range
  bool low_open = false, high_open = false;
};
struct TableRow {
  std::vector<TableCell> cells;           // empty: otherwise
  Expr outcome;
  source::Where written;
};
struct DecisionTable {
  columns::Name name;                     // with its inputs: `points by party rating`
  EntityId of;
  std::vector<Expr> inputs;               // at level 0, as the header names them
  std::vector<syntax::Sentence> input_words;  // the same unread, for callers of other entities
  std::vector<TableRow> rows;
  bool first_match = false, gaps = false;
  Type type;
  PackId pack;
  source::Where written;
};

struct RankKey {
  Expr value;                             // of the candidate, at the candidate's level (1)
  bool high_to_low;
  std::optional<int> only_place;          // `tie for place 1 only: by …`
};
struct Quota {
  Expr number;                            // at level 0 (the group), counts members where they are named
  Expr share;                             // a percentage, or nullptr where `number` alone
  enum class Base : std::uint8_t { none, members, remaining, offered, first_places, expression } base = Base::none;
  Expr base_number;                       // of expression
  std::uint32_t offered = 0;              // of offered: which offer
  NominationId ranking = {};              // of first_places
  values::Rounding rounding = values::Rounding::down;
  Expr at_least;                          // `but at least 1`, or nullptr
};
struct Offer {
  Title title;
  Quota quota;
  Expr condition;                         // who qualifies, at level 1; nullptr: anyone
  std::vector<AwardId> eligible_for;      // an award in force of the same title, unless waived
  bool without_requirements = false;
  source::Where written;
};
struct Nomination {
  Title title;
  Scope scope;
  std::string citation;
  RelationId members;                     // of the scope's entity
  bool inverse = false;
  bool all_groups_together = false;
  std::vector<Expr> among;                // at level 1
  Expr within;                            // a fact of the member at level 1; nullptr: no subgroups
  std::vector<RankKey> keys;
  std::vector<Offer> offers;
  bool one_offer_each = false, list_all = false;
  std::optional<NominationId> first_round;  // `in two rounds`: whose proposals are judged
  std::optional<Criterion> vote;
  PackId pack;
  source::Where written;
};

struct Report {
  Title title;
  Scope scope;
  Expr value;
  PackId pack;
  source::Where written;
};
struct RecordCheck {
  Title title;
  Scope scope;
  struct Line {
    bool error;
    Expr when;
    source::Where written;
  };
  std::vector<Line> lines;
  PackId pack;
  source::Where written;
};

struct Expectation {
  enum class Kind : std::uint8_t {
    eligible, ineligible, undetermined, deferred, fails, meets, unknown_criterion,
    value,                                // `total of "X" of U1 is 92.5`, `grade of U1 is "Good"`
    nominated, not_nominated, tied, at_place, not_among, keeps, breaks, warns
  } kind;
  std::string entity;                     // an id
  std::string title;                      // of the award, offer, pledge, check
  std::string path;                       // of fails, meets: `c)`
  std::optional<int> place, year;
  Expr value, expected;                   // of value: value at level 0
  struct Other { Expr value, expected; };
  std::vector<Other> others;              // the same of other entities; whose id it is, the records say
  std::string text;                       // as written
  source::Where written;
};
struct GivenTable {
  std::string heading;                    // `unit`: an entity, or a relation's name
  syntax::Rows rows;                      // the first is the header
  source::Where written;
};
struct Test {
  Title title;
  std::vector<int> years;                 // of `in`
  std::optional<PeriodId> period;
  std::vector<GivenTable> given;
  std::vector<Expectation> expectations;
  PackId pack;
  source::Where written;
};

struct Program {
  columns::Schema schema;                 // the vocabulary, and the scales that grades declare
  std::vector<Pack> packs;
  std::vector<NamedPeriod> periods;
  std::vector<ParameterHistory> parameters;
  std::vector<Definition> definitions;
  std::vector<DecisionTable> tables;
  std::vector<Scorecard> scorecards;
  std::vector<Grades> grades;
  std::vector<Award> awards;
  std::vector<Nomination> nominations;
  std::vector<Report> reports;
  std::vector<RecordCheck> checks;
  std::vector<Test> tests;

  const Pack& operator[](PackId id) const { return packs[id.index]; }
  const NamedPeriod& operator[](PeriodId id) const { return periods[id.index]; }
  const ParameterHistory& operator[](ParameterId id) const { return parameters[id.index]; }
  const Definition& operator[](DefinitionId id) const { return definitions[id.index]; }
  const DecisionTable& operator[](TableId id) const { return tables[id.index]; }
  const Scorecard& operator[](ScorecardId id) const { return scorecards[id.index]; }
  const Grades& operator[](GradesId id) const { return grades[id.index]; }
  const Award& operator[](AwardId id) const { return awards[id.index]; }
  const Nomination& operator[](NominationId id) const { return nominations[id.index]; }
};

}  // namespace tdkt::typed
