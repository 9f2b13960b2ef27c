// SPDX-License-Identifier: Apache-2.0
// From columns that differ to rules and nominations that do.
#include <cassert>
#include <tuple>

#include "evaluate/renewed.hpp"
#include "evaluate/state.hpp"

namespace tdkt::evaluate {

namespace {

Rows all_rows(std::size_t rows) {
  Rows all(rows);
  for (std::uint32_t row = 0; row < rows; ++row) all[row] = row;
  return all;
}

Renewed::RuleRow row_of(const RuleColumns& columns, Row row) {
  return {row, columns.requirements[row], columns.deferral[row], columns.judged[row], columns.scope_unknown[row]};
}

void set(Bits& bits, std::size_t row, bool is) { is ? bits.set(row) : bits.clear(row); }
void set(Truths& truths, std::size_t row, Truth truth) {
  set(truths.yes, row, truth == Truth::yes), set(truths.no, row, truth == Truth::no);
}

// Every row of a rule whose columns are not the plan's.
std::vector<Renewed::RuleRow> replaced(RuleColumns& columns, RuleColumns fresh) {
  std::vector<Renewed::RuleRow> before;
  for (Row row = 0; row < columns.judged.rows; ++row) {
    const auto was = row_of(columns, row), is = row_of(fresh, row);
    if (std::tie(was.requirements, was.deferral, was.judged, was.scope_unknown) != std::tie(is.requirements, is.deferral, is.judged, is.scope_unknown))
      before.push_back(was);
  }
  columns = std::move(fresh);
  return before;
}

}  // namespace

std::vector<Renewed::RuleRow> Evaluation::State::renew(RuleColumns& columns, typed::AwardId award, values::Period period) {
  const auto& plan = look_up.plan();
  const auto nodes = plan.find(award, period);
  if (!nodes) return replaced(columns, std::move(*rule(award, period)));
  const auto entity = plan.program()[award].scope.entity;
  Rows rows;
  for (const auto id : {nodes->requirements, nodes->deferral, nodes->scope}) {
    const auto& difference = renewal->of(id);
    const bool of_all = difference.all || (!difference.none() && plan[plan[id].domain].of == graph::Domain::Of::one);
    if (of_all) rows = all_rows(columns.judged.rows);
    else rows.insert(rows.end(), difference.rows.begin(), difference.rows.end());
  }
  keep_once(rows);
  std::vector<Renewed::RuleRow> before;
  if (rows.empty()) return before;
  const auto view = [&](graph::NodeId id) { return TruthView(std::get<Truths>(look_up.column(id))); };
  const auto requirements = view(nodes->requirements), deferral = view(nodes->deferral), scope = view(nodes->scope);
  const auto& then = seen(entity, period);
  for (const auto row : rows) {
    before.push_back(row_of(columns, row));
    set(columns.requirements, row, requirements.row(row));
    set(columns.deferral, row, deferral.row(row));
    set(columns.judged, row, then[row] && scope.row(row) == Truth::yes);
    set(columns.scope_unknown, row, then[row] && scope.row(row) == Truth::unknown);
  }
  return before;
}

Renewed::Nomination Evaluation::State::renewed(typed::NominationId nomination, values::Period period) {
  const auto& plan = look_up.plan();
  Renewed::Nomination renewed{nomination, period, false, {}};
  const auto* nodes = plan.find(nomination, period);
  if (!nodes) return renewed.all = true, renewed;
  renewed.all = !renewal->of(nodes->edges).none();
  const auto& edges = std::get<EdgeColumn>(look_up.column(nodes->edges));
  const auto add_edges = [&](const Rows& rows) {
    for (const auto edge : rows) renewed.groups.push_back(source_of(edges, edge));
  };
  const auto add = [&](const std::optional<graph::NominationPart>& part) {
    if (!part || renewal->of(part->node).none()) return;
    const auto& difference = renewal->of(part->node);
    using Over = graph::NominationPart::Over;
    if (difference.all || plan[plan[part->node].domain].of == graph::Domain::Of::one) renewed.all = true;
    else if (part->over == Over::candidates) add_edges(difference.rows);
    else if (part->over == Over::groups) renewed.groups.insert(renewed.groups.end(), difference.rows.begin(), difference.rows.end());
    else for (const auto member : difference.rows) add_edges(renewal->backward().edges_to(nodes->edges, member));
  };
  for (const auto& part : nodes->among) add(part);
  for (const auto& part : nodes->keys) add(part);
  for (const auto& part : {nodes->within, nodes->vote}) add(part);
  for (const auto& offer : nodes->offers)
    for (const auto& part : {offer.condition, offer.number, offer.share, offer.base_number, offer.at_least}) add(part);
  keep_once(renewed.groups);
  return renewed;
}

Renewed Evaluation::renew(std::span<const columns::Changed> changes) const {
  const std::lock_guard lock(state_->mutex);
  assert(state_->renewal && "the evaluation keeps all columns");
  state_->look_up.forget_additions();
  state_->renewal->renew(changes);
  Renewed renewed;
  for (auto& [key, columns] : state_->rules)
    if (auto before = state_->renew(*columns, key.first, key.second); !before.empty())
      renewed.rules.push_back({key.first, key.second, std::move(before)});
  for (const auto& asked : state_->look_up.plan().request().nominations)
    if (auto one = state_->renewed(asked.nomination, asked.period); one.all || !one.groups.empty())
      renewed.nominations.push_back(std::move(one));
  renewed.nodes = state_->renewal->nodes();
  return renewed;
}

std::vector<Row> Evaluation::groups_with(typed::NominationId nomination, values::Period period,
                                         std::span<const Row> members) const {
  const std::lock_guard lock(state_->mutex);
  assert(state_->renewal && "the evaluation keeps all columns");
  const auto* nodes = state_->look_up.plan().find(nomination, period);
  Rows groups;
  if (!nodes) return groups;
  const auto& edges = std::get<EdgeColumn>(state_->look_up.column(nodes->edges));
  for (const auto member : members)
    for (const auto edge : state_->renewal->backward().edges_to(nodes->edges, member)) groups.push_back(source_of(edges, edge));
  keep_once(groups);
  return groups;
}

std::size_t Evaluation::bytes() const {
  const std::lock_guard lock(state_->mutex);
  return state_->run.bytes();
}

}  // namespace tdkt::evaluate
