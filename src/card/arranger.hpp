// SPDX-License-Identifier: Apache-2.0
// Arranges a scene so that an expression turns out as wanted.
//
// It goes down the typed expression: `A and B` is met where both are, `at least 70% of staff …` where
// enough members are made to be. What it arranges is an attempt, never a verdict: the engine judges
// the scene afterwards, and a boundary counts only if its verdicts differ.
//
// One part of the expression may be probed: it is arranged first, by the probe, and pinned; everything
// around it is then arranged so that the whole hangs on it.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "card/scene.hpp"
#include "graph/in_force.hpp"
#include "typed/program.hpp"
#include "values/truth.hpp"

namespace tdkt::card {

using typed::Expr;
using typed::Expression;
using values::Sign;
using values::Truth;

// From where an expression is seen, as in evaluate::Environment.
struct At {
  values::Period period;
  std::array<Who, 8> rows{};
  std::uint8_t levels = 1;
  std::optional<typed::Span> window;

  At with_member(Who member, std::uint8_t level) const {
    auto inner = *this;
    inner.rows[level] = member;
    inner.levels = static_cast<std::uint8_t>(level + 1);
    return inner;
  }
  At in(values::Period then) const {
    auto moved = *this;
    moved.period = then;
    return moved;
  }
};

bool is_dated(const columns::Relation& relation);

// nullopt where it cannot be worked out.
std::optional<Value> computed(typed::Operator op, const Value& left, const Value& right);

enum class Want : std::uint8_t { no, unknown, yes, probe };
Want opposite(Want want);

// Members that are counted: `at least 70% of staff …`, `number of members = 10`.
struct Counted {
  const typed::Set* set = nullptr;
  Expr predicate;                     // nullptr: members are counted
  bool share = false;
  Sign sign = Sign::at_least;
  Decimal low;
  std::optional<Decimal> high;        // between low and high
  bool known_only = false;

  // nullopt: of nobody there is no share.
  std::optional<bool> holds(std::size_t yes, std::size_t all) const;
};

// How many members there are to be, of which sorts.
struct Crowd {
  std::size_t yes = 0, no = 0;
  std::size_t open = 0;               // it is not known whether they count
  std::size_t filter_open = 0;        // it is not known whether they belong; they would not count
  std::size_t outside = 0;            // kept out by a filter; they would count
};

class Arranger;
struct Probe {
  const void* where = nullptr;        // an Expression or a Criterion
  std::function<bool(Arranger&, const At&)> act;
};

class Arranger {
 public:
  Arranger(const typed::Program& program, const graph::InForce& in_force, Scene scene, Probe probe = {});

  // Each answers whether it could be arranged, as far as can be told.
  bool criterion(const typed::Criterion& criterion, const At& at, Want want);
  bool rule(typed::AwardId award, const At& at, Want want, const typed::Criterion* but = nullptr);
  bool condition(const Expression& expression, const At& at, Want want);
  bool condition(const Expr& expression, const At& at, Want want) { return condition(*expression, at, want); }

  // Gives an expression a value; clear: nothing is known of it.
  bool assign(const Expression& expression, const At& at, const Value& value);
  bool clear(const Expression& expression, const At& at);

  // The value that the scene gives it, if that can be told without the engine.
  std::optional<Value> value_of(const Expression& expression, const At& at);
  // The same; where it has none it is given one.
  std::optional<Value> settled(const Expression& expression, const At& at);
  // Who is meant; somebody new where nobody is related yet.
  std::optional<Who> who(const Expression& expression, const At& at);

  // What it counts, where its amounts can be told.
  std::optional<Counted> counted(const Expression& expression, const At& at);
  // Members of exactly these sorts, and no more afterwards.
  bool crowd(const Counted& counted, const At& at, const Crowd& crowd);
  std::vector<Who> members(const typed::Set& set, const At& at);
  std::optional<Who> new_member(const typed::Set& set, const At& at, std::optional<Date> day = {});
  bool belongs(const typed::Set& set, Who member, const At& at, Want want);
  void close(const typed::Set& set, const At& at);

  // A document on record that the subject received the award.
  bool receive(const typed::Received& received, const At& at, Date day, const std::string& award);
  bool receive(columns::EntityId entity, Who who, std::optional<columns::VerbId> verb, const std::string& award, Date day);
  // Leads a group in a year. nullopt: it is not on record who.
  bool lead(RelationId relation, Who group, std::optional<Who> leader, int year);
  std::optional<Who> member_of_group(RelationId leader, Who group, std::size_t number, int year);

  std::vector<int> years_of(const typed::Span& span, const At& at);
  struct Days {
    std::optional<Date> first, last;  // nullopt: without an end
  };
  Days days_of(const typed::Span& span, const At& at);
  Date day_in(const typed::Span& span, const At& at);
  At moved(const typed::Shift& to, const At& at) const;
  FactAt cell(const typed::FactOf& fact, Who of, std::optional<Who> key, const At& at) const;
  std::int32_t index_of(const columns::Timing& timing, const At& at) const;

  bool reaches(const Expression& expression);   // whether what is probed is a part of it
  bool reaches(const typed::Criterion& criterion);
  // Where the probe lies in a filter: whether the one concerned would count.
  std::optional<bool> probed_membership() const { return probed_membership_; }

  // Runs an attempt; where it fails everything is as it was.
  bool attempt(const std::function<bool()>& act);

  Scene& scene() { return scene_; }
  const typed::Program& program() const { return program_; }
  const columns::Schema& schema() const { return schema_; }
  const graph::InForce& in_force() const { return in_force_; }

 private:
  bool probed(const At& at);
  bool parts(const std::vector<Expr>& parts, const At& at, Want want, Want decisive);
  bool groups(const typed::Criterion& criterion, const At& at, Want want);
  bool chosen(const typed::If& n, const At& at, Want want);
  bool in_years(const typed::InYears& n, const At& at, Want want);
  bool counted_as(const Counted& counted, const At& at, Want want);
  bool counted_around_probe(const Counted& counted, const At& at);
  bool yes_no(const typed::FactOf& n, const At& at, Want want);
  bool compared(const Expression& expression, const typed::Compare& n, const At& at, Want want);
  bool one_of(const typed::OneOf& n, const At& at, Want want);
  bool between(const typed::Between& n, const At& at, Want want);
  bool member(const typed::MemberOf& n, const At& at, Want want);
  bool received(const typed::Received& n, const At& at, Want want);
  bool rotates(const typed::Rotates& n, const At& at, Want want);
  bool in_top(const typed::InTop& n, const At& at, Want want);
  bool eligible(const typed::Eligible& n, const At& at, Want want);
  bool graded(const typed::GradesId id, Who who, const At& at, std::uint8_t code);
  bool looked_up(const typed::Lookup& n, const At& at, const Value& value);
  bool assign_aggregate(const typed::Aggregate& n, const At& at, const Value& value);
  bool assign_arithmetic(const typed::Arithmetic& n, const At& at, const Value& value);
  Who named(const typed::EntityName& name, const At& at);
  bool link(RelationId relation, bool inverse, Who from, Who to, std::int32_t when);

  const typed::Program& program_;
  const columns::Schema& schema_;
  const graph::InForce& in_force_;
  Scene scene_;
  Probe probe_;
  std::unordered_map<const Expression*, bool> reached_;
  std::optional<bool> probed_membership_;
  int depth_ = 0;                     // of awards within awards
};

// Values beside `value` in its type: the next below and above, where there are such. `step` of
// numbers: 1 of whole ones, else the last digit written.
struct Neighbours {
  std::optional<Value> below, above;
};
Neighbours neighbours(const columns::Schema& schema, const typed::Type& type, const Value& value);

// nullopt: they cannot be compared.
std::optional<bool> satisfies(Sign sign, const Value& left, const Value& right);

}  // namespace tdkt::card
