// SPDX-License-Identifier: Apache-2.0
#include "evaluate/look_up.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::evaluate {

using graph::Builder;
using graph::Context;
using graph::ContextId;
using graph::Graph;
using graph::Moment;

namespace {

constexpr std::size_t most_added_nodes = 200'000;

using Entities = std::map<std::uint8_t, columns::EntityId>;

// Which entity stands at each level that a part looks at.
void find_entities(const typed::Expression& expression, Entities& entities) {
  if (const auto* self = std::get_if<typed::Self>(&expression.node))
    entities.emplace(self->level, expression.type.entity);
  typed::for_each_part(expression, [&](const typed::Expression& part) { find_entities(part, entities); });
}

void find_entities(const typed::Criterion& criterion, Entities& entities) {
  for (const auto& expression : {criterion.condition, criterion.except_when})
    if (expression) find_entities(*expression, entities);
  for (const auto& part : criterion.parts) find_entities(part, entities);
}

bool contains(const std::vector<typed::Criterion>& criteria, const typed::Criterion& wanted) {
  return std::any_of(criteria.begin(), criteria.end(), [&](const typed::Criterion& criterion) {
    return &criterion == &wanted || contains(criterion.parts, wanted);
  });
}

}  // namespace

void LookUp::forget_additions() {
  grown_.reset();
  run_.forget_from(plan_->nodes().size());
}

Graph& LookUp::grown() {
  if (grown_ && grown_->nodes().size() > plan_->nodes().size() + most_added_nodes) forget_additions();
  if (!grown_) grown_ = std::make_unique<Graph>(*plan_);
  return *grown_;
}

Moment LookUp::moment(const Environment& environment) {
  Moment moment{environment.period, {}, {}, environment.as_then, 0, environment.law};
  if (environment.window) moment.window = graph::days_of(plan_->program(), *environment.window, moment);
  return moment;
}

std::optional<std::size_t> LookUp::position(ContextId id, const Environment& environment) {
  const auto& context = plan()[id];
  if (context.of == Context::Of::nobody) return 0;
  if (context.of == Context::Of::bound || context.level >= environment.levels) return std::nullopt;
  const auto row = environment.rows[context.level];
  if (context.of == Context::Of::rows)
    return row < run_.records().rows(context.entity) ? std::optional<std::size_t>(row) : std::nullopt;
  const auto source = position(context.outer, environment);
  if (!source) return std::nullopt;
  const auto& edges = std::get<EdgeColumn>(run_.column(plan(), plan()[context.domain].edges));
  const auto at = edges.sources == 1 ? 0 : *source;
  const auto* first = edges.targets + edges.offsets[at];
  const auto* last = edges.targets + edges.offsets[at + 1];
  const auto* found = std::lower_bound(first, last, row);
  if (found == last || *found != row) return std::nullopt;
  return static_cast<std::size_t>(found - edges.targets);
}

template <class Find>
auto LookUp::planned(const void* thing, const Environment& environment, Find find) {
  auto then = moment(environment);
  std::optional<std::pair<typename decltype(find(ContextId{}, then))::value_type, std::size_t>> answer;
  for (const bool as_then : {environment.as_then, !environment.as_then}) {
    then.as_then = as_then;
    for (const auto context : plan().contexts_of(thing)) {
      const auto found = find(context, then);
      if (!found) continue;
      const auto row = position(context, environment);
      if (!row) continue;
      answer.emplace(*found, *row);
      return answer;
    }
  }
  return answer;
}

ContextId LookUp::about(Builder& builder, const Environment& environment, const Entities& entities) {
  auto context = builder.nobody();
  for (std::uint8_t level = 0; level < environment.levels; ++level) {
    const auto entity = entities.find(level);
    const auto of = entity == entities.end() ? columns::EntityId{} : entity->second;
    context = builder.about(of, level, builder.one_row(of, environment.rows[level]), context);
  }
  return context;
}

Answer LookUp::expression(const typed::Expression& expression, const Environment& environment) {
  const auto found = planned(&expression, environment, [&](ContextId context, const Moment& then) {
    return plan().find(expression, context, then);
  });
  if (found) return {found->first, found->second};
  Builder builder(grown(), graph::Keep::nodes);
  Entities entities;
  find_entities(expression, entities);
  return {builder.build(expression, about(builder, environment, entities), builder.moment(moment(environment))), 0};
}

Answer LookUp::criterion(const typed::Criterion& criterion, const Environment& environment) {
  const auto found = planned(&criterion, environment, [&](ContextId context, const Moment& then) {
    return plan().find(criterion, context, then);
  });
  if (found) return {found->first, found->second};
  const auto& program = plan().program();
  typed::AwardId award{values::no_row};
  for (std::uint32_t i = 0; i < program.awards.size(); ++i)
    if (contains(program.awards[i].criteria, criterion)) award = {i};
  Entities entities;
  find_entities(criterion, entities);
  if (award.index < program.awards.size()) entities[0] = program[award].scope.entity;
  Builder builder(grown(), graph::Keep::nodes);
  return {builder.criterion(criterion, award, about(builder, environment, entities),
                            builder.moment(moment(environment))),
          0};
}

LookUp::SetAnswer LookUp::set(const typed::Set& set, const Environment& environment) {
  const auto found = planned(&set, environment,
                             [&](ContextId context, const Moment& then) { return plan().find(set, context, then); });
  if (found) return {found->first, found->second};
  Entities entities;
  const auto read = [&](const typed::Expr& part) {
    if (part) find_entities(*part, entities);
  };
  read(set.from);
  for (const auto& filter : set.key_filters) read(filter);
  for (const auto& step : set.steps)
    for (const auto& filter : step.filters) read(filter);
  Builder builder(grown(), graph::Keep::nodes);
  auto outer = environment;
  outer.levels = std::min(outer.levels, set.level);
  return {builder.set(set, about(builder, outer, entities), builder.moment(moment(environment))), 0};
}

LookUp::ScoreAnswer LookUp::score(typed::ScorecardId card, std::uint32_t node, const Environment& environment) {
  const auto& scope = plan().program()[card].scope;
  auto then = moment(environment);
  then.period = graph::own_period(plan().program(), scope, then.period);
  if (const auto rows = plan().find_rows(scope.entity, 0))
    if (const auto found = plan().find(card, node, *rows, then)) return {*found, environment.rows[0]};
  Builder builder(grown(), graph::Keep::nodes);
  auto judged = environment;
  judged.levels = 1;
  return {builder.score(card, node, about(builder, judged, {{0, scope.entity}}), builder.moment(then)), 0};
}

graph::NodeId LookUp::over_rows(const typed::Expression& expression, columns::EntityId entity, const Environment& environment) {
  const auto then = moment(environment);
  if (const auto rows = plan().find_rows(entity, 0))
    if (const auto found = plan().find(expression, *rows, then)) return *found;
  Builder builder(grown(), graph::Keep::nodes);
  const auto rows = builder.rows_of(entity, 0);
  return builder.build(expression, rows, builder.moment(then));
}

graph::NodeId LookUp::over_rows(const typed::Criterion& criterion, typed::AwardId award, const Moment& then) {
  const auto entity = plan().program()[award].scope.entity;
  if (const auto rows = plan().find_rows(entity, 0))
    if (const auto found = plan().find(criterion, *rows, then)) return *found;
  Builder builder(grown(), graph::Keep::nodes);
  const auto rows = builder.rows_of(entity, 0);
  return builder.criterion(criterion, award, rows, builder.moment(then));
}

graph::NominationNodes LookUp::nomination(typed::NominationId nomination, values::Period period) {
  if (const auto* found = plan().find(nomination, period)) return *found;
  Builder builder(grown(), graph::Keep::nodes);
  return builder.nomination(nomination, period);
}

graph::RuleNodes LookUp::rule(typed::AwardId award, values::Period period) {
  if (const auto found = plan().find(award, period)) return *found;
  Builder builder(grown(), graph::Keep::nodes);
  const auto rows = builder.rows_of(plan().program()[award].scope.entity, 0);
  return builder.rule(award, rows, builder.moment({period, {}, {}, false, 0, {}}));
}

}  // namespace tdkt::evaluate
