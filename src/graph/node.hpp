// SPDX-License-Identifier: Apache-2.0
// The operations of the evaluation graph, one plain struct a kind.
//
// An operation says everything that sets it apart from others of its kind; what it works on are its
// inputs, in the order that the comment beside it tells. Time is resolved while the graph is built:
// what reads records names the period itself, everything else is the same in every year and shared.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include "columns/schema.hpp"
#include "typed/program.hpp"
#include "values/date.hpp"
#include "values/id.hpp"
#include "values/interval.hpp"
#include "values/truth.hpp"

namespace tdkt::graph {

using columns::EntityId;
using columns::FactId;
using columns::RelationId;
using values::Date;
using values::Decimal;
using values::Interval;
using values::Period;
using values::Sign;
using values::Truth;

using NodeId = values::Id<struct NodeTag>;
using DomainId = values::Id<struct DomainTag>;
using ContextId = values::Id<struct ContextTag>;

// What a node's column holds, a row of its domain each.
enum class Kind : std::uint8_t { truth, number, code, entity, date, text, edges };

inline constexpr std::uint8_t unknown_code = 255;  // of a scale value: not known
inline constexpr std::uint8_t no_code = 254;       // surely or possibly no value at all: a gap

// The records of which days count.
struct Days {
  Date first{-1'000'000}, last{10'000'000};
  friend auto operator<=>(Days, Days) = default;
};

// Where records are read: at a period's index, or for dated ones by their days.
struct When {
  std::int32_t index = 0;
  bool dated = false;
  Days days = {};
  friend auto operator<=>(const When&, const When&) = default;
};

// ---- leaves -----------------------------------------------------------------------------------

struct Known {                // a value that no row changes
  std::variant<Truth, Interval, std::uint8_t, Date, std::string> value;
  auto fields() const { return std::tie(value); }
};
enum class Reason : std::uint8_t { not_defined_then, before_records, nobody, other };
struct Unknown {              // no value, whatever is on record
  Reason reason;
  auto fields() const { return std::tie(reason); }
};
struct Named {                // `the unit "HĐND"`
  EntityId entity;
  std::string text;
  auto fields() const { return std::tie(entity, text); }
};
struct OneRow {               // the row that one question is about
  EntityId entity;
  values::Row row;
  auto fields() const { return std::tie(entity, row); }
};
struct Itself {               // each row of the entity
  auto fields() const { return std::tie(); }
};
struct ReadFact {             // of every row of the fact's entity
  FactId fact;
  When when;
  auto fields() const { return std::tie(fact, when); }
};
struct ReadKeyed {            // subject, key
  FactId fact;
  When when;
  auto fields() const { return std::tie(fact, when); }
};
struct ReadRelated {          // the one row that each row is related to
  RelationId relation;
  bool inverse;
  When when;
  auto fields() const { return std::tie(relation, inverse, when); }
};
// Which records of awards count: those of this verb's use whose text is a form of the award's title.
struct Receipt {
  RelationId records;
  FactId by;
  std::vector<std::string> forms;  // keys of the award's names
  friend auto operator<=>(const Receipt&, const Receipt&) = default;
};
struct LatestReceipt {        // truth: the latest receipt on or before `until` was in `year`
  Receipt receipt;
  Date until;
  std::optional<std::int32_t> year;  // nullopt: there was none
  bool or_before = false;            // in `year` or earlier
  auto fields() const { return std::tie(receipt, until, year, or_before); }
};
struct Receipts {             // truth: how many receipts fall in these days
  Receipt receipt;
  Days days;
  Sign sign;
  std::int32_t times;
  std::optional<columns::Timing> occasions;  // counts the longest run of them
  auto fields() const { return std::tie(receipt, days, sign, times, occasions); }
};
struct Rotates {              // truth of each row of the relation's entity
  RelationId leader;
  RelationId members;
  std::optional<RelationId> deputy;
  typed::Rotation rule;
  std::int32_t years;
  std::optional<std::int32_t> from;
  Period period;
  auto fields() const { return std::tie(leader, members, deputy, rule, years, from, period); }
};
struct ShiftDays {            // a date so many days later
  std::int32_t days;
  auto fields() const { return std::tie(days); }
};
struct Lift {                 // condition, the row; yes where a waiver on record lifts the criterion
  std::vector<std::string> award;  // keys of its names, ascending
  EntityId entity;
  std::string path, title;
  Date day;
  auto fields() const { return std::tie(award, entity, path, title, day); }
};

// ---- from one domain to another ---------------------------------------------------------------

struct At {                   // a column over an entity's rows; which row to look at
  auto fields() const { return std::tie(); }
};
struct FromSource {           // a column over the edges' sources; the edges
  auto fields() const { return std::tie(); }
};
struct Target {               // the edges: the row at the end of each
  auto fields() const { return std::tie(); }
};
struct Belongs {              // the edges: whether each surely is one
  auto fields() const { return std::tie(); }
};

// ---- sets: edges from the rows of a domain to members -------------------------------------------

struct Follow {               // from; then, where `moving`, the first and the last day of each row
  RelationId relation;
  bool inverse;
  When when;
  bool moving = false;
  auto fields() const { return std::tie(relation, inverse, when, moving); }
};
struct FollowOn {             // edges, whether each belongs; then as Follow; members once a source
  RelationId relation;
  bool inverse;
  When when;
  bool moving = false;
  auto fields() const { return std::tie(relation, inverse, when, moving); }
};
struct Keys {                 // from: the second keys on record for it
  EntityId of;
  std::vector<FactId> facts;
  std::vector<When> when;
  auto fields() const { return std::tie(of, facts, when); }
};

// ---- logic ------------------------------------------------------------------------------------

struct Not { auto fields() const { return std::tie(); } };
struct All { auto fields() const { return std::tie(); } };
struct Any { auto fields() const { return std::tie(); } };
struct AtLeast {              // so many of the inputs
  std::int32_t count;
  auto fields() const { return std::tie(count); }
};
struct ByCase {               // mask, value, mask, value …: one mask holds; truths or numbers
  auto fields() const { return std::tie(); }
};
struct IsKnown { auto fields() const { return std::tie(); } };
struct Compare {
  Sign sign;
  std::uint8_t values;        // of codes: how many the scale has
  auto fields() const { return std::tie(sign, values); }
};
struct InCodes {              // a scale's value is one of those set; `values` is how many there are
  std::array<std::uint64_t, 4> codes;
  std::uint8_t values;
  auto fields() const { return std::tie(codes, values); }
};
struct Eligibility {          // requirements, deferral
  auto fields() const { return std::tie(); }
};

// ---- numbers ----------------------------------------------------------------------------------

struct Arithmetic {
  typed::Operator op;
  auto fields() const { return std::tie(op); }
};
struct Choose {
  bool smaller;
  auto fields() const { return std::tie(smaller); }
};
struct Round {
  std::int32_t places;
  values::Rounding rounding;
  auto fields() const { return std::tie(places, rounding); }
};
struct Pick {                 // condition, value, condition, value, …, the value otherwise
  bool otherwise;             // there is one
  bool gaps;                  // where nothing holds there is no value; else that cannot be
  auto fields() const { return std::tie(otherwise, gaps); }
};
struct Scaled {               // whether it applies, points, possible: for each; then the greatest possible
  Decimal to;
  bool ceiling;               // that last input is there
  auto fields() const { return std::tie(to, ceiling); }
};

// ---- reductions: edges, whether each belongs (if `belongs`), then as told ------------------------

struct Count {                // predicate (if so), low, high (if between)
  bool belongs, predicate;
  bool share, between, or_when_none;
  Sign sign;
  auto fields() const { return std::tie(belongs, predicate, share, between, or_when_none, sign); }
};
struct Aggregate {            // predicate of share, value of the others
  bool belongs, predicate, value;
  typed::Function function;
  bool known_only;
  auto fields() const { return std::tie(belongs, predicate, value, function, known_only); }
};
struct Best {                 // value
  bool belongs, highest;
  auto fields() const { return std::tie(belongs, highest); }
};
struct Contains {             // entity
  bool belongs;
  auto fields() const { return std::tie(belongs); }
};
struct Place {                // value, the subject's value, the subject
  bool belongs, high_to_low;
  auto fields() const { return std::tie(belongs, high_to_low); }
};
// Whether documents suffice for an award next to those ranked before it. Each award has bundles, ways
// of meeting it that ask for different documents, in the order in which they are taken; its own, the
// last, has one. Of each bundle: whether the award holds by it (not of its own), then for each kind of
// document it asks for the edges, whether each belongs (if so) and how many.
struct Supply {
  std::vector<std::uint8_t> bundles;  // by award
  std::vector<std::uint8_t> kinds;    // by bundle, award after award
  std::vector<std::uint8_t> belongs;  // by kind, bundle after bundle
  std::vector<std::uint32_t> entities;  // what the documents of a kind are
  auto fields() const { return std::tie(bundles, kinds, belongs, entities); }
};

// Whether the case of a row, the input, was received before a day; without a case on record unknown.
struct ReceivedBefore {
  std::vector<std::string> award;  // its names, folded, ascending
  EntityId entity;
  Date day;
  auto fields() const { return std::tie(award, entity, day); }
};
// The more favourable of two verdicts: eligible, deferred, undetermined, ineligible. Inputs are the
// requirements and the deferral of one, then of the other; the result is its requirements or deferral.
struct Favourable {
  bool deferral;
  auto fields() const { return std::tie(deferral); }
};

using Operation =
    std::variant<Known, Unknown, Named, OneRow, Itself, ReadFact, ReadKeyed, ReadRelated, LatestReceipt,
                 Receipts, Rotates, ShiftDays, Lift, At, FromSource, Target, Belongs, Follow, FollowOn, Keys, Not,
                 All, Any, AtLeast, ByCase, IsKnown, Compare, InCodes, Eligibility, Arithmetic, Choose,
                 Round, Pick, Scaled, Count, Aggregate, Best, Contains, Place, Supply, ReceivedBefore, Favourable>;

struct Node {
  Operation operation;
  std::vector<NodeId> inputs;
  DomainId domain;
  Kind kind;
};

// What the rows of a column are. A column over `one` has a single row that stands for all.
struct Domain {
  enum class Of : std::uint8_t { one, rows, edges } of = Of::one;
  EntityId entity{};            // of rows; of edges: what they end at
  NodeId edges{};               // of edges
  DomainId source{};            // of edges
  friend auto operator<=>(const Domain&, const Domain&) = default;
};
inline constexpr DomainId one{0};

}  // namespace tdkt::graph
