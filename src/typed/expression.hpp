// SPDX-License-Identifier: Apache-2.0
// What was meant: expressions with every phrase resolved and every type known.
//
// An expression is worked out in an environment: the judged entity (level 0), the members of the
// sets that it stands in (levels 1, 2, …, outermost first) and a period. Nothing here depends on
// data. The tree keeps the sentence's own shape (a quantifier stays a quantifier), so that it can be
// printed in either language (print.hpp) and explained as it was said.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "columns/schema.hpp"
#include "source/source.hpp"
#include "values/interval.hpp"

namespace tdkt::typed {

using columns::EntityId;
using columns::FactId;
using columns::RelationId;
using columns::ScaleId;
using columns::Type;
using columns::TypeKind;
using columns::VerbId;
using values::Decimal;
using values::Sign;

using ParameterId = values::Id<struct ParameterTag>;
using DefinitionId = values::Id<struct DefinitionTag>;
using PeriodId = values::Id<struct NamedPeriodTag>;
using ScorecardId = values::Id<struct ScorecardTag>;
using GradesId = values::Id<struct GradesTag>;
using TableId = values::Id<struct TableTag>;
using AwardId = values::Id<struct AwardTag>;
using NominationId = values::Id<struct NominationTag>;

struct Expression;
using Expr = std::shared_ptr<const Expression>;  // shared where a definition is used twice

// ---- values -----------------------------------------------------------------------------------

struct Code {                     // a value of a scale or kinds
  ScaleId scale;
  std::uint8_t code;
};
struct EntityName {               // `the unit "HĐND"`: an id, or a name that is unique
  EntityId entity;
  std::string text;
};
struct Literal {
  std::variant<bool, Decimal, Code, values::Date, std::string, EntityName> value;
  std::optional<EntityId> counted = {};  // said of a number: `1 tập thể`
};
struct Parameter { ParameterId parameter; };
struct JudgedYear {};
struct Self { std::uint8_t level; };             // the entity at this level

// A fact of `subject`. `key` picks one of a fact with a second key.
struct FactOf {
  FactId fact;
  Expr subject;
  Expr key;                       // nullptr, or of type entity
  std::optional<VerbId> verb;     // said with a verb: `achieve advanced laborer`
};
// The one entity that `subject` is related to: `leader of its bloc`, or by the inverse, `its bloc`.
struct Related {
  RelationId relation;
  bool inverse;
  Expr subject;
};

// ---- comparisons and logic --------------------------------------------------------------------

struct Compare {
  Sign sign;
  Expr left, right;
  bool or_higher = false;         // said so: `good or higher`; the sign is then at_least
  bool as_sign = false;           // said with one: `late reports > 2`
};
struct OneOf {
  Expr left;
  std::vector<Expr> list;
};
struct Between {                  // both ends included
  Expr value, low, high;
};
struct IsKnown { Expr of; };
struct Not { Expr inner; };
struct All { std::vector<Expr> parts; };
struct Any {
  std::vector<Expr> parts;
  bool exception = false;         // said so: `late reports is 0 except when registered`
};

// ---- arithmetic -------------------------------------------------------------------------------

enum class Operator : std::uint8_t { plus, minus, times, over };
struct Arithmetic {
  Operator op;
  Expr left, right;
};
struct PercentOf { Expr percent, of; };
struct Choose {                   // `the smaller of (a) and (b)`
  bool smaller;
  Expr left, right;
};
struct Capped { Expr value, ceiling; };
struct Rounded {
  Expr value;
  values::Rounding rounding;
  int places;
};
struct If { Expr condition, then, otherwise; };

// ---- time -------------------------------------------------------------------------------------

// Where an expression is moved to.
struct YearsAgo { int years; };                  // `in the previous year` is 1
struct InYear { int year; };
struct InPeriod { PeriodId period; };
using Shift = std::variant<YearsAgo, InYear, InPeriod>;
struct Moved {
  Shift to;
  Expr body;
  bool as_then_in_force = false;
};

// Years, or for dated rows days, around the judged period.
struct LastYears { int years; bool before; };          // before: without the judged year
struct YearRange { std::optional<int> from, to; };     // both included; open: since records began / to the judged year
struct SinceReceiving { std::string award; };          // after the year of the latest receipt, to the judged
struct AfterReceiving { int years; std::string award; };  // the n years after the latest receipt
struct DuringPeriod { PeriodId period; };
struct BeforeDay { Expr date; };                       // the day itself excluded
struct WithinDays { int days; Expr date; };            // both ends included
struct JudgedPeriod {};                                // dated rows only: what falls in it
struct EnclosingWindow {};                             // inside `within …: ( … )`
struct WholeRecord {};                                 // up to the end of the judged period
using Span = std::variant<JudgedPeriod, LastYears, YearRange, SinceReceiving, AfterReceiving,
                          DuringPeriod, BeforeDay, WithinDays, EnclosingWindow, WholeRecord>;

// `body` in every year of the span, or in at least `at_least` of them.
struct InYears {
  Span years;
  std::optional<int> at_least;    // nullopt: in every year
  Expr body;
  bool as_then_in_force = false;
};
// `within the last 5 years: ( … )`: the span that EnclosingWindow inside `body` stands for.
struct Within {
  Span years;
  Expr body;
};

// `every month has …`, `total F over months`, `last F`: over the shorter periods that end within the
// judged one.
struct OverPeriods {
  enum class How : std::uint8_t { every, total, average, highest, lowest, last } how;
  columns::Timing each;
  Expr body;
};

// ---- sets, quantifiers, aggregates ------------------------------------------------------------

// One step along a relation and who is kept. Filters see the step's own member at the set's level.
struct Step {
  RelationId relation;
  bool inverse = false;
  Span when = JudgedPeriod{};     // of dated relations
  std::vector<Expr> filters;
  std::optional<DefinitionId> population = {};  // said by that name, whose filters stand first
};

// `staff who …`, `initiatives of staff`, `members of its bloc`; or every value of a second key that
// is on record for the subject (`over indicators`). Members reached twice count once.
struct Set {
  Expr from;                      // the entity it starts from; nullptr only with `keys_of`
  std::vector<Step> steps;        // at least one, unless keys_of
  std::optional<EntityId> keys_of;  // the second key's entity
  std::vector<FactId> key_facts;  // whose records say which keys there are
  std::vector<Expr> key_filters;
  EntityId of;                    // what its members are
  std::uint8_t level;             // of the members
  bool owner_named = false;       // `members of the bloc`: in a nomination all of it, not the subgroup
};

enum class Said : std::uint8_t {  // how a quantifier was worded, for printing
  all, every, hundred_percent, share, count, any, none, no_more_than
};

// How many of a set: a share or a count, compared with low (and high for a range).
struct Amount {
  Said said;
  bool share;                     // all: share at_least 100%; any: count at_least 1; none: count at_most 0
  Sign sign;                      // unequal does not occur
  Expr low, high;                 // high: `between low and high`, the sign is then equal and ignored
};
struct Quantified {
  Amount amount;
  Set set;
  Expr predicate;                 // nullptr: counts members
  bool or_when_none;              // `or when there are none`
};

enum class Function : std::uint8_t { number, share, total, average, highest, lowest, median };
struct Aggregate {
  Function function;
  Set set;
  Expr value;                     // nullptr for number and share
  Expr predicate;                 // of share: those counted above the line
  bool known_only;                // `that are known`
};
struct MemberWith {               // `the member with the highest F`, an entity
  bool highest;
  Set set;
  Expr value;
};
struct MemberOf {                 // `leader is one of members`
  Expr entity;
  Set set;
};
// The place of `subject` among the set by `value` (seen from the member's level), best first.
struct Rank {
  Expr subject;
  Set among;
  Expr value;
  bool high_to_low;
};
struct InTop {
  Rank rank;
  Expr top;                       // a count, or a percentage of the set
  bool share;
  values::Rounding rounding;      // of share
};

// ---- other rules ------------------------------------------------------------------------------

// `received "X"`, at least `times` times; `consecutive`: N occasions in a row of the award's cadence.
struct Received {
  VerbId verb;
  Expr subject;
  std::string award;              // as written; matches any declared form of that award
  Sign sign;                      // at_least unless said otherwise
  int times;
  bool consecutive;
  Span when;
};
struct Eligible {
  std::string award;
  Expr subject;
  std::vector<AwardId> awards;    // of that name, one for each pack that defines it
};
enum class ScoreOf : std::uint8_t { total, part, item, bonus, penalty };
struct Score {
  ScorecardId scorecard;
  ScoreOf what;
  std::uint32_t node;             // index into Scorecard::nodes, of part and item
  Expr subject;
};
struct ItemsReach {               // `every item of "X" reaches 80% of its ceiling`
  ScorecardId scorecard;
  Decimal share;
  Expr subject;
};
struct GradeOf { GradesId grades; Expr subject; };
struct Lookup {                   // `points by party rating`
  TableId table;
  std::vector<Expr> inputs;
};
// A definition in use: `meaning` is its body with the arguments put in and the subject's level set.
struct Defined {
  DefinitionId definition;
  Expr subject;
  std::vector<Expr> arguments;
  Expr meaning;
};

enum class Rotation : std::uint8_t { annually, no_repeat_within, until_all_have_led, deputy_follows };
struct Rotates {
  RelationId relation;            // the leader
  Expr subject;                   // the bloc
  Rotation rule;
  int years;                      // of no_repeat_within
  std::optional<int> from;        // `, from 2018`: the first year of a round
  std::optional<RelationId> deputy;
};
// `2 initiatives not used for another award`
struct Evidence {
  Expr count;
  Set set;
};

using Node = std::variant<Literal, Parameter, JudgedYear, Self, FactOf, Related, Compare, OneOf,
                          Between, IsKnown, Not, All, Any, Arithmetic, PercentOf, Choose, Capped,
                          Rounded, If, Moved, InYears, Within, OverPeriods, Quantified, Aggregate, MemberWith,
                          MemberOf, Rank, InTop, Received, Eligible, Score, ItemsReach, GradeOf,
                          Lookup, Defined, Rotates, Evidence>;

struct Expression {
  Node node;
  Type type;
  source::Where written;
  bool bracketed = false;         // the author set it in brackets: they are printed again
};

Expr make(Node node, Type type, source::Where written);

// Calls visit(part) for each direct part, sets' starts and filters included: the one place that
// knows where an expression keeps its parts.
template <class Visit>
void for_each_part(const Expression& expression, Visit visit);

// The deepest level that the expression reads, 0 for one that looks at the judged entity alone.
// Sets inside it add levels of their own, which do not count.
std::uint8_t deepest_level(const Expression& expression);
bool reads_level(const Expression& expression, std::uint8_t level);

// The same meaning: spans, brackets and wording left aside.
bool same_meaning(const Expression& a, const Expression& b);
std::size_t meaning_hash(const Expression& expression);
// The same where awards are named by titles that `title` unites.
bool same_meaning(const Expression& a, const Expression& b,
                  const std::function<std::string(const std::string&)>& title);

}  // namespace tdkt::typed

#include "typed/expression_parts.hpp"
