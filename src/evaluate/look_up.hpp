// SPDX-License-Identifier: Apache-2.0
// Answers about single rows, from the nodes of the plan; what the plan lacks is added to a copy of
// the graph, for the rows in question alone.
#pragma once

#include <memory>
#include <optional>

#include "evaluate/run.hpp"
#include "graph/builder.hpp"

namespace tdkt::evaluate {

// A node's value at one of its rows.
struct Answer {
  graph::NodeId node;
  std::size_t row = 0;
};

class LookUp {
 public:
  LookUp(std::shared_ptr<const graph::Graph> plan, Run& run) : plan_(std::move(plan)), run_(run) {}

  Answer expression(const typed::Expression& expression, const Environment& environment);
  Answer criterion(const typed::Criterion& criterion, const Environment& environment);

  struct SetAnswer {
    graph::SetNodes nodes;
    std::size_t source = 0;
  };
  SetAnswer set(const typed::Set& set, const Environment& environment);

  struct ScoreAnswer {
    graph::ScoreNodes nodes;
    std::size_t row = 0;
  };
  ScoreAnswer score(typed::ScorecardId card, std::uint32_t node, const Environment& environment);

  // Of every row of an entity.
  graph::NodeId over_rows(const typed::Expression& expression, columns::EntityId entity, const Environment& environment);
  graph::NodeId over_rows(const typed::Criterion& criterion, typed::AwardId award, const graph::Moment& moment);
  graph::NominationNodes nomination(typed::NominationId nomination, values::Period period);
  // Of every row of the award's entity.
  graph::RuleNodes rule(typed::AwardId award, values::Period period);

  const Column& column(graph::NodeId node) { return run_.column(graph(), node); }
  ColumnPtr kept(graph::NodeId node) { return run_.kept(graph(), node); }
  const graph::Graph& graph() const { return grown_ ? *grown_ : *plan_; }
  const graph::Graph& plan() const { return *plan_; }
  // Lets go what was added to the plan: it is of records as they were.
  void forget_additions();

 private:
  graph::Graph& grown();
  graph::Moment moment(const Environment& environment);
  std::optional<std::size_t> position(graph::ContextId context, const Environment& environment);
  graph::ContextId about(graph::Builder& builder, const Environment& environment,
                         const std::map<std::uint8_t, columns::EntityId>& entities);

  // The first of the contexts in which `find` has it and the environment has a place.
  template <class Find>
  auto planned(const void* thing, const Environment& environment, Find find);

  std::shared_ptr<const graph::Graph> plan_;
  std::unique_ptr<graph::Graph> grown_;
  Run& run_;
};

}  // namespace tdkt::evaluate
