// SPDX-License-Identifier: Apache-2.0
#include "evaluate/readings.hpp"

#include "evaluate/cause.hpp"
#include "evaluate/numbers.hpp"
#include "evaluate/reading.hpp"
#include "evaluate/state.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

Cell CellView::cell(std::size_t row) const {
  return {value_at(*column_, row, *records_, scale_), is_known(*column_, row) ? Cause::none : cause_(row)};
}

void CellView::read(std::size_t row, Reading& reading) const {
  const bool known = is_known(*column_, row);
  const auto at = [row](std::size_t rows) { return rows == 1 ? 0 : row; };
  const auto add = [&](int128 number) {
    reading.push_back(static_cast<std::uint64_t>(number));
    reading.push_back(static_cast<std::uint64_t>(number >> 64));
  };
  std::visit(values::match{[&](const Truths& c) { reading.push_back(static_cast<std::uint64_t>(TruthView(c).row(row))); },
                           [&](const NumberColumn& c) {
                             const auto number = number_at(c, row);
                             add(number.low);
                             if (!number.known()) add(number.high), reading.push_back(number.no_low | number.no_high << 1);
                           },
                           [&](const CodeColumn& c) { reading.push_back(c[row]); },
                           [&](const RowColumn& c) { reading.push_back(c[row]); },
                           [&](const DateColumn& c) {
                             reading.push_back(known ? static_cast<std::uint32_t>(c.dates[at(c.rows())].days) : 0);
                           },
                           [&](const TextColumn& c) { reading.push_back(c.texts[at(c.rows())]); },
                           [](const EdgeColumn&) {}},
             *column_);
  reading.push_back(static_cast<std::uint64_t>(known ? Cause::none : cause_(row)));
}

TallyView::TallyView(ColumnPtr edges, ColumnPtr belongs, ColumnPtr predicate, CauseOfRow cause)
    : edges_(std::move(edges)), belongs_(std::move(belongs)), predicate_(std::move(predicate)), cause_(std::move(cause)) {
  if (belongs_) is_one_.emplace(std::get<Truths>(*belongs_));
  if (predicate_) counts_.emplace(std::get<Truths>(*predicate_));
}

Tally TallyView::tally(std::size_t row) const {
  const auto at = source(row);
  return tally_of(is_one_, counts_, edges().offsets[at], edges().offsets[at + 1]);
}

// Of a fact without a lock, since a whole year of it may be missing.
CauseOfRow Readings::cause_of(graph::NodeId node) const {
  if (const auto* fact = std::get_if<graph::ReadFact>(&state_->look_up.graph()[node].operation))
    return [fact = *fact, &records = state_->run.records()](std::size_t row) {
      return cause_of_fact(records, fact.fact, fact.when, static_cast<Row>(row));
    };
  return [state = state_, node](std::size_t row) {
    const std::lock_guard lock(state->mutex);
    return evaluate::cause_of(state->run, state->look_up.graph(), node, row);
  };
}

CellView Readings::cells(const typed::Expression& expression, columns::EntityId entity, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  const auto node = state_->look_up.over_rows(expression, entity, environment);
  return {state_->look_up.kept(node), state_->run.records(), expression.type.scale, cause_of(node)};
}

TruthsView Readings::truths(const typed::Expression& condition, columns::EntityId entity, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  return TruthsView(state_->look_up.kept(state_->look_up.over_rows(condition, entity, environment)));
}

TruthsView Readings::truths(const typed::Criterion& criterion, typed::AwardId award, const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  const graph::Moment then{environment.period, {}, {}, false, 0, environment.law};
  return TruthsView(state_->look_up.kept(state_->look_up.over_rows(criterion, award, then)));
}

std::optional<TallyView> Readings::tallies(const typed::Expression& quantified, columns::EntityId entity,
                                           const Environment& environment) const {
  const std::lock_guard lock(state_->mutex);
  auto& look_up = state_->look_up;
  const auto node = look_up.graph()[look_up.over_rows(quantified, entity, environment)];
  const auto* count = std::get_if<graph::Count>(&node.operation);
  if (!count) return std::nullopt;
  auto next = node.inputs.begin();
  const auto edges = *next++;
  const auto belongs = count->belongs ? look_up.kept(*next++) : nullptr;
  const auto predicate = count->predicate ? look_up.kept(*next) : nullptr;
  return TallyView(look_up.kept(edges), belongs, predicate, [state = state_, edges](std::size_t source) {
    const std::lock_guard guard(state->mutex);
    return cause_of_set(state->run, state->look_up.graph(), edges, source);
  });
}

}  // namespace tdkt::evaluate
