// SPDX-License-Identifier: Apache-2.0
// Builds nodes from typed rules, each once. One idea a file: build_facts.cpp, build_logic.cpp and so on.
//
// Two words throughout: the *natural* node of an expression is over the fewest levels that it reads,
// so that it is shared by all who ask for the same; `on` is that node brought to the rows of a
// context. A node over `one` needs no bringing, its single row stands for all.
#pragma once

#include <bitset>
#include <functional>
#include <span>
#include <unordered_set>

#include "graph/graph.hpp"

namespace tdkt::graph {

using typed::Expr;
using typed::Expression;

inline constexpr std::size_t most_levels = 8;
using Levels = std::bitset<most_levels>;

// Whether the graph is to know, afterwards, which expression became which node. Expressions that may
// not live as long as the graph are not to be known by their address.
enum class Keep : std::uint8_t { everything, nodes };

enum class Rule : std::uint8_t { award, scorecard, grades, definition };

// The days that a window stands for, seen from a moment.
Days days_of(const typed::Program& program, const typed::Span& span, const Moment& moment);

// The period in which a rule with its own cadence is judged, as seen from another's.
Period own_period(const typed::Program& program, const typed::Scope& scope, Period judged);

class Builder {
 public:
  explicit Builder(Graph& graph, Keep keep = Keep::everything)
      : graph_(graph), program_(graph.program()), schema_(program_.schema), keep_(keep) {}
  ~Builder();
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  void add(const Request& request);

  // The natural node of an expression.
  NodeId build(const Expression& expression, ContextId context, MomentId moment);
  NodeId on(const Expression& expression, ContextId context, MomentId moment);
  NodeId on(const Expr& expression, ContextId context, MomentId moment) { return on(*expression, context, moment); }

  SetNodes set(const typed::Set& set, ContextId context, MomentId moment);
  NodeId criterion(const typed::Criterion& criterion, typed::AwardId award, ContextId context, MomentId moment);
  RuleNodes rule(typed::AwardId award, ContextId context, MomentId moment);
  const NominationNodes& nomination(typed::NominationId id, Period period);
  RuleNodes own_rule(typed::AwardId award, ContextId context, MomentId moment);
  ScoreNodes score(typed::ScorecardId card, std::uint32_t node, ContextId context, MomentId moment);

  MomentId moment(const Moment& moment);
  ContextId nobody();
  ContextId rows_of(EntityId entity, std::uint8_t level);
  ContextId about(EntityId entity, std::uint8_t level, NodeId row, ContextId outer);  // single rows

  NodeId add(Operation operation, std::vector<NodeId> inputs, DomainId domain, Kind kind);
  NodeId one_row(EntityId entity, values::Row row);
  Moment at(MomentId id) const { return graph_.moments_[id.index]; }

  // Which levels an expression reads where `depth` of them stand.
  Levels levels_read(const Expression& expression, std::uint8_t depth);

 private:
  // contexts.cpp
  const Context& operator[](ContextId id) const { return graph_.contexts_[id.index]; }
  const Node& operator[](NodeId id) const { return graph_.nodes_[id.index]; }
  DomainId domain(const Domain& domain);
  ContextId context(const Context& context);
  ContextId members_of(NodeId edges, EntityId entity, std::uint8_t level, ContextId outer);
  ContextId bound(NodeId rows, EntityId entity, std::uint8_t level, ContextId outer);
  NodeId row_at(std::uint8_t level, ContextId context);
  EntityId entity_at(std::uint8_t level, ContextId context) const;
  NodeId bring(NodeId natural, Levels read, ContextId context);
  NodeId look_up(NodeId column, NodeId rows);
  std::optional<ContextId> smaller_context(Levels read, ContextId context);

  // build_logic.cpp
  NodeId known(Truth truth) { return add(Known{truth}, {}, one, Kind::truth); }
  NodeId known(const Interval& number) { return add(Known{number}, {}, one, Kind::number); }
  NodeId unknown(Kind kind, Reason reason) { return add(Unknown{reason}, {}, one, kind); }
  std::optional<Truth> as_known(NodeId node) const;
  // The day whose law counts: the period's last, of a case that an earlier law judges that law's.
  Date law_day(MomentId moment) const;
  Period law_period(MomentId moment) const;
  NodeId both(std::vector<NodeId> parts);
  NodeId either(std::vector<NodeId> parts);
  NodeId opposite(NodeId node);
  NodeId compare(Sign sign, NodeId left, NodeId right, const columns::Type& type);

  // How each kind of expression is built; the context is already the smallest that it needs.
  NodeId made(const Expression& expression, ContextId context, MomentId moment);
  NodeId build_node(const typed::Literal&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Parameter&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::JudgedYear&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Self&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::FactOf&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Related&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Compare&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::OneOf&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Between&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::IsKnown&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Not&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::All&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Any&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Arithmetic&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::PercentOf&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Choose&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Capped&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Rounded&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::If&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Moved&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::InYears&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Within&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::OverPeriods&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Quantified&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Aggregate&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::MemberWith&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::MemberOf&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Rank&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::InTop&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Received&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Eligible&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Score&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::ItemsReach&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::GradeOf&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Lookup&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Defined&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Rotates&, const Expression&, ContextId, MomentId);
  NodeId build_node(const typed::Evidence&, const Expression&, ContextId, MomentId);

  // What is said of one entity, for the one that `subject` is.
  NodeId for_subject(EntityId entity, const Expr& subject, ContextId context, MomentId moment,
                     const std::function<NodeId(ContextId)>& body);

  // build_sets.cpp
  NodeId counted(const typed::Set& set, const Expr& predicate, bool share, bool or_when_none, Sign sign,
                 const Expr& low, const Expr& high, ContextId context, MomentId moment);
  NodeId aggregated(const typed::Aggregate& aggregate, ContextId context, MomentId moment);

  // build_time.cpp
  When when(const columns::Timing& timing, const typed::Span& span, MomentId moment);
  Days days_of(const typed::Span& span, MomentId moment) {
    return graph::days_of(program_, span, at(moment));
  }
  std::vector<int> years_of(const typed::Span& span, MomentId moment);
  MomentId in_year(int year, bool as_then, MomentId moment);
  MomentId moved(const typed::Shift& to, bool as_then, MomentId moment);
  // Where the parts of an expression are worked out whose own window starts from a receipt.
  MomentId without_receipt(MomentId moment);
  // The first and last day of a window that depends on a date; none for others.
  std::vector<NodeId> moving_days(const typed::Span& span, ContextId context, MomentId moment);

  // build_receipts.cpp
  std::optional<Receipt> receipt_of(const std::string& award, EntityId subject, std::optional<columns::VerbId> verb);
  // Where a span starts from a receipt: the value in each case of its year, put together again.
  NodeId by_receipt(const typed::Span& span, ContextId context, MomentId moment, Kind kind,
                    const std::function<NodeId(int from, int to)>& in_years,
                    const std::function<NodeId()>& before_records);
  // A set or a record sentence whose dated rows are counted since or after a receipt.
  std::optional<NodeId> by_receipt_of_span(const Expression& expression, ContextId context, MomentId moment);

  // build_scorecards.cpp
  ScoreNodes scored(const typed::Scorecard& card, typed::ScorecardId id, std::uint32_t node, ContextId, MomentId);
  NodeId outside_total(const typed::Scorecard& card, typed::ScorecardId id, typed::ScoreNode::Kind kind, ContextId,
                       MomentId);
  NodeId clamped(NodeId value, std::optional<NodeId> ceiling, ContextId context);
  NodeId rounded_as(const typed::ScoreNode& node, NodeId value);
  NodeId added(const std::vector<NodeId>& parts);
  bool never_clamped(const typed::Scorecard& card, std::uint32_t node) const;

  // build_tables.cpp
  NodeId graded(typed::GradesId id, ContextId context, MomentId moment);
  NodeId looked_up(const typed::DecisionTable& table, const std::vector<NodeId>& inputs,
                   const std::vector<columns::Type>& types, ContextId context, MomentId moment);

  // build_rules.cpp
  NodeId in_scope(const typed::Scope& scope, ContextId context, MomentId moment);
  MomentId own_period(const typed::Scope& scope, MomentId moment);

  // A rule may hang on itself in earlier years alone, and no further back than there are records.
  bool ends_before_records(Rule rule, std::uint32_t id, int year);

  NodeId combined(Operation operation, std::vector<NodeId> inputs, ContextId context, Kind kind);
  Levels levels_of(const typed::Set& set, std::initializer_list<const Expression*> inside, std::uint8_t depth);
  Levels levels_of(const typed::Span& span, std::uint8_t depth);
  void want(typed::NominationId id, Period period);
  void want(NodeId node) { graph_.wanted_.push_back(node); }

  const std::vector<std::string>& award_forms(typed::AwardId award);

  // build_evidence.cpp
  std::uint32_t assumption(Assumption assumption);
  NodeId holds_by(typed::AwardId award, const std::vector<const typed::Evidence*>& bundle, ContextId context,
                  MomentId moment);

  Graph& graph_;
  const typed::Program& program_;
  const columns::Schema& schema_;
  Keep keep_;
  std::vector<At_<const Expression*>> new_expressions_;
  std::vector<At_<const typed::Criterion*>> new_criteria_;
  std::vector<At_<const typed::Set*>> new_sets_;
  std::map<typed::AwardId, std::vector<std::string>> award_forms_;
  std::vector<typed::AwardId> awards_;  // whose criteria are being built, the innermost last
  std::map<std::pair<const Expression*, std::uint8_t>, Levels> levels_;

  // What is being built: whatever needs itself ends unknown.
  std::unordered_set<At_<const Expression*>, TupleHash> expressions_under_way_;
  std::unordered_set<std::tuple<Rule, std::uint32_t, std::uint32_t, ContextId, MomentId>, TupleHash> rules_under_way_;
  std::map<std::pair<Rule, std::uint32_t>, std::vector<int>> years_under_way_;  // of each, the latest asked for last
};

Kind kind_of(const columns::Type& type);

inline columns::Type number_type() {
  columns::Type type;
  type.kind = columns::TypeKind::number;
  return type;
}
inline columns::Type entity_type(EntityId entity) {
  columns::Type type;
  type.kind = columns::TypeKind::entity;
  type.entity = entity;
  return type;
}

}  // namespace tdkt::graph
