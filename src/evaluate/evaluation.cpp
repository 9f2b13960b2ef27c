// SPDX-License-Identifier: Apache-2.0
#include "evaluate/evaluation.hpp"

#include <algorithm>

#include "evaluate/cause.hpp"
#include "evaluate/place.hpp"
#include "evaluate/reading.hpp"
#include "evaluate/state.hpp"

namespace tdkt::evaluate {

Evaluation::Evaluation(std::shared_ptr<const graph::Graph> graph, const columns::Dataset& dataset)
    : state_(std::make_shared<State>(std::move(graph), dataset, 1)) {}
Evaluation::Evaluation(std::shared_ptr<State> state) : state_(std::move(state)) {}

Evaluation evaluate(std::shared_ptr<const graph::Graph> graph, const columns::Dataset& dataset, const Options& options) {
  const auto order = graph::in_order_of_need(*graph, graph->wanted());
  const auto& plan = *graph;
  Evaluation evaluation(std::make_shared<Evaluation::State>(std::move(graph), dataset, options.threads));
  auto kept = options.renewable ? order : plan.wanted();
  const auto criteria = plan.nodes_of_criteria();  // reports look for the one that a verdict hangs on
  kept.insert(kept.end(), criteria.begin(), criteria.end());
  evaluation.state_->run.work_out(plan, order, kept, options.advance);
  if (options.renewable) evaluation.state_->renewal = std::make_unique<Renewal>(plan, evaluation.state_->run, order);
  return evaluation;
}

Cell Evaluation::State::cell(const Answer& answer, typed::ScaleId scale) {
  const auto& column = look_up.column(answer.node);
  Cell result;
  result.value = value_at(column, answer.row, run.records(), scale);
  if (!is_known(column, answer.row)) result.cause = cause_of(run, look_up.graph(), answer.node, answer.row);
  return result;
}

Cell Evaluation::value(const typed::Expression& expression, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  return state_->cell(state_->look_up.expression(expression, environment), expression.type.scale);
}

Truth Evaluation::truth(const typed::Expression& expression, const Environment& environment) const {
  return std::get<Truth>(value(expression, environment).value);
}

Interval Evaluation::number(const typed::Expression& expression, const Environment& environment) const {
  return std::get<Interval>(value(expression, environment).value);
}

Interval Evaluation::position(const typed::Expression& expression, const Environment& environment) const {
  return position_of(value(expression, environment).value, state_->scale_values(expression));
}

ColumnView Evaluation::over_rows(const typed::Expression& expression, columns::EntityId entity,
                                 values::Period period) const {
  const std::lock_guard lock(state_->mutex);
  Environment environment;
  environment.period = period;
  ColumnView view;
  view.column_ = state_->look_up.kept(state_->look_up.over_rows(expression, entity, environment));
  view.records_ = &state_->run.records();
  view.scale_ = expression.type.scale;
  view.scale_values_ = state_->scale_values(expression);
  return view;
}

ColumnView Evaluation::over_rows(const typed::Criterion& criterion, typed::AwardId award, values::Period period,
                                 std::optional<values::Date> law) const {
  const std::lock_guard lock(state_->mutex);
  ColumnView view;
  view.column_ = state_->look_up.kept(state_->look_up.over_rows(criterion, award, {period, {}, {}, false, 0, law}));
  view.records_ = &state_->run.records();
  return view;
}

Truth ColumnView::truth(std::size_t row) const {
  return TruthView(std::get<Truths>(*static_cast<const Column*>(column_.get()))).row(row);
}

Value ColumnView::value(std::size_t row) const {
  return value_at(*static_cast<const Column*>(column_.get()), row, *static_cast<const Records*>(records_), scale_);
}

Interval ColumnView::position(std::size_t row) const { return position_of(value(row), scale_values_); }

Truth Evaluation::criterion(const typed::Criterion& criterion, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  return std::get<Truth>(state_->cell(state_->look_up.criterion(criterion, environment)).value);
}

Evaluation::Points Evaluation::points(typed::ScorecardId scorecard, std::uint32_t node,
                                      const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  const auto [nodes, row] = state_->look_up.score(scorecard, node, environment);
  const auto points = state_->cell({nodes.points, row});
  return {std::get<Interval>(state_->cell({nodes.computed, row}).value), std::get<Interval>(points.value),
          std::get<Truth>(state_->cell({nodes.applies, row}).value), points.cause};
}

namespace {

// The record of the last step to each member, however it was reached.
class Steps {
 public:
  Steps(Run& run, const graph::Graph& graph) : run_(run), graph_(graph) {}

  columns::Place to(graph::NodeId edges, std::size_t source, Row member) {
    const auto& node = graph_[edges];
    if (const auto* follow = std::get_if<graph::Follow>(&node.operation)) {
      const auto from = std::get<RowColumn>(run_.column(graph_, node.inputs[0]))[source];
      return place_of(run_.records(), follow->relation, follow->inverse, follow->when, from, member);
    }
    if (const auto* follow = std::get_if<graph::FollowOn>(&node.operation)) {
      const auto& before = std::get<EdgeColumn>(run_.column(graph_, node.inputs[0]));
      for (auto edge = before.offsets[source]; edge < before.offsets[source + 1]; ++edge) {
        const auto place = place_of(run_.records(), follow->relation, follow->inverse, follow->when, before.targets[edge], member);
        if (place.line != 0) return place;
      }
      return {};
    }
    const auto& keys = std::get<graph::Keys>(node.operation);
    const auto from = std::get<RowColumn>(run_.column(graph_, node.inputs[0]))[source];
    for (std::size_t i = 0; i < keys.facts.size(); ++i) {
      const auto place = place_of(run_.records(), keys.facts[i], from, member, keys.when[i]);
      if (place.line != 0) return place;
    }
    return {};
  }

 private:
  Run& run_;
  const graph::Graph& graph_;
};

}  // namespace

Evaluation::Members Evaluation::members(const typed::Set& set, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  const auto [nodes, source] = state_->look_up.set(set, environment);
  const auto& graph = state_->look_up.graph();
  const auto& edges = std::get<EdgeColumn>(state_->look_up.column(nodes.edges));
  const auto at = edges.sources == 1 ? 0 : source;
  Members members;
  members.complete = !edges.is_open(at);
  Steps records(state_->run, graph);
  for (auto edge = edges.offsets[at]; edge < edges.offsets[at + 1]; ++edge) {
    auto belongs = edges.maybe.rows != 0 && edges.maybe[edge] ? Truth::unknown : Truth::yes;
    if (nodes.belongs) belongs = both(belongs, TruthView(std::get<Truths>(state_->look_up.column(*nodes.belongs))).row(edge));
    if (belongs != Truth::no) members.members.push_back({edges.targets[edge], belongs, records.to(nodes.edges, at, edges.targets[edge])});
  }
  if (!members.complete) members.cause = cause_of_set(state_->run, graph, nodes.edges, at);
  return members;
}

columns::Place Evaluation::place(columns::FactId fact, Row row, std::optional<Row> key, values::Period period) const {
  const auto& records = state_->run.records();
  const auto& timing = records.schema[fact].timing;
  const bool dated = timing.cadence == values::Cadence::dated;
  const graph::When when{dated ? 0 : columns::index_for(records.schema, timing, period), dated, {period.first, period.last}};
  return place_of(records, fact, row, key, when);
}

std::size_t Evaluation::State::scale_values(const typed::Expression& expression) const {
  if (expression.type.kind != typed::TypeKind::scale) return 0;
  return look_up.graph().program().schema[expression.type.scale].values.size();
}

const columns::Bits& Evaluation::State::seen(columns::EntityId entity, values::Period period) {
  const auto [at, is_new] = on_record.try_emplace({entity, period});
  auto& rows = at->second;
  if (!is_new) return rows;
  const auto& table = run.records().data.entities[entity.index];
  rows = columns::Bits(table.ids.size());
  const auto add = [&](const columns::Bits& more) {
    for (std::size_t word = 0; word < std::min(rows.words.size(), more.words.size()); ++word)
      rows.words[word] |= more.words[word];
  };
  if (table.seen.empty()) add(table.seen_always);
  for (const auto* years : {&table.seen, &table.listed})
    for (auto year = period.first.year(); year <= period.last.year(); ++year)
      if (const auto found = years->find(year); found != years->end()) add(found->second);
  return rows;
}

const columns::Bits& Evaluation::judged(columns::EntityId entity, values::Period period) const {
  const std::lock_guard lock(state_->mutex);
  return state_->seen(entity, period);
}

Truths Evaluation::State::whole(graph::NodeId node, std::size_t rows) {
  const TruthView view(std::get<Truths>(look_up.column(node)));
  Truths result(rows);
  for (std::size_t word = 0; word * 64 < rows; ++word) put(result, word, view[word]);
  return result;
}

std::unique_ptr<RuleColumns> Evaluation::State::rule(typed::AwardId award, values::Period period) {
  const auto nodes = look_up.rule(award, period);
  const auto entity = look_up.plan().program()[award].scope.entity;
  const auto rows = run.records().rows(entity);
  RuleColumns columns{whole(nodes.requirements, rows), whole(nodes.deferral, rows), seen(entity, period), columns::Bits(rows)};
  const auto scope = whole(nodes.scope, rows);
  for (std::size_t word = 0; word * 64 < rows; ++word) {
    columns.scope_unknown.words[word] = columns.judged.words[word] & ~scope.yes.words[word] & ~scope.no.words[word];
    columns.judged.words[word] &= scope.yes.words[word];
  }
  return std::make_unique<RuleColumns>(std::move(columns));
}

const RuleColumns& Evaluation::rule(typed::AwardId award, values::Period period) const {
  const std::lock_guard lock(state_->mutex);
  auto& found = state_->rules[{award, period}];
  if (!found) found = state_->rule(award, period);
  return *found;
}

std::vector<CriterionCost> Evaluation::costs() const {
  const auto& graph = state_->look_up.plan();
  const auto& program = graph.program();
  std::vector<CriterionCost> costs;
  std::vector<bool> counted(graph.nodes().size());
  for (std::uint32_t award = 0; award < program.awards.size(); ++award)
    for (const auto& criterion : program.awards[award].criteria) {
      const auto nodes = graph.nodes_of(criterion);
      if (nodes.empty()) continue;
      CriterionCost cost{&criterion, {award}, {}};
      for (const auto node : graph::in_order_of_need(graph, nodes))
        if (!counted[node.index]) counted[node.index] = true, cost.time += state_->run.time_of(node);
      costs.push_back(cost);
    }
  std::stable_sort(costs.begin(), costs.end(),
                   [](const CriterionCost& a, const CriterionCost& b) { return a.time > b.time; });
  return costs;
}

void Evaluation::in_ranges(std::size_t size, std::size_t at_a_time,
                           const std::function<void(std::size_t, std::size_t)>& work) const {
  state_->run.pool().each_range(size, at_a_time, work);
}

}  // namespace tdkt::evaluate
