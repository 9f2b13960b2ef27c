// SPDX-License-Identifier: Apache-2.0
#include "evaluate/renewal.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::evaluate {

using columns::FactId;
using graph::NodeId;

namespace {

void add(Rows& rows, const Rows& more) { rows.insert(rows.end(), more.begin(), more.end()); }

// The facts whose records an operation reads, each with when.
std::vector<std::pair<FactId, graph::When>> facts_read(const graph::Operation& operation) {
  using Read = std::vector<std::pair<FactId, graph::When>>;
  return std::visit(values::match{[](const graph::ReadFact& read) { return Read{{read.fact, read.when}}; },
                                  [](const graph::ReadKeyed& read) { return Read{{read.fact, read.when}}; },
                                  [](const graph::LatestReceipt& latest) { return Read{{latest.receipt.by, {}}}; },
                                  [](const graph::Receipts& receipts) { return Read{{receipts.receipt.by, {}}}; },
                                  [](const graph::Keys& keys) {
                                    Read read;
                                    for (std::size_t i = 0; i < keys.facts.size(); ++i) read.emplace_back(keys.facts[i], keys.when[i]);
                                    return read;
                                  },
                                  [](const auto&) { return Read{}; }},
                    operation);
}

// A fact and those that bound it: what is known of a value that is missing.
void add_bounds(const columns::Schema& schema, FactId fact, std::set<FactId>& facts) {
  if (!facts.insert(fact).second) return;
  for (const auto* bound : {&schema[fact].from, &schema[fact].to})
    if (*bound && (*bound)->fact) add_bounds(schema, *(*bound)->fact, facts);
}

// Numbers and codes are read where the records have them.
bool lies_in_records(const Column& column) {
  if (const auto* codes = std::get_if<CodeColumn>(&column)) return codes->own.empty();
  const auto* numbers = std::get_if<NumberColumn>(&column);
  return numbers && numbers->stored;
}

}  // namespace

Renewal::Renewal(const graph::Graph& graph, Run& run, const std::vector<NodeId>& order)
    : graph_(graph), run_(run), backward_(graph, run), position_(graph.nodes().size()), order_(order),
      readers_(graph.nodes().size()), differences_(graph.nodes().size()) {
  const auto& schema = run.records().schema;
  fact_readers_.resize(schema.facts.size());
  for (std::uint32_t at = 0; at < order.size(); ++at) {
    const auto id = order[at];
    const auto& node = graph[id];
    position_[id.index] = at;
    const auto read = [&](NodeId input) {
      auto& readers = readers_[input.index];
      if (readers.empty() || readers.back() != id) readers.push_back(id);
    };
    for (const auto input : node.inputs) read(input);
    if (graph[node.domain].of == graph::Domain::Of::edges) read(graph[node.domain].edges);
    std::set<FactId> facts;
    for (const auto& [fact, when] : facts_read(node.operation)) add_bounds(schema, fact, facts);
    for (const auto fact : facts) fact_readers_[fact.index].push_back(id);
  }
  std::vector<bool> kept(graph.nodes().size());
  for (const auto id : order) kept[id.index] = true;
  for (std::uint32_t i = 0; i < kept.size(); ++i)
    if (!kept[i]) others_.push_back({i});
}

void Renewal::renew(std::span<const columns::Changed> changes) {
  for (const auto node : different_) differences_[node.index] = {};
  different_.clear(), asked_.clear();
  worked_out_ = 0;
  for (const auto node : others_) run_.forget(node);
  for (const auto& change : changes)
    if (change.differs) start(change);
  while (!open_.empty()) {
    const auto node = order_[*open_.begin()];
    open_.erase(open_.begin());
    ++worked_out_;
    differences_[node.index] = renewed(node);
    if (differences_[node.index].none()) continue;
    different_.push_back(node);
    if (graph_[node].kind == graph::Kind::edges || graph_[node].kind == graph::Kind::entity) backward_.forget(node);
    pass_on(node);
  }
}

void Renewal::start(const columns::Changed& change) {
  const auto& schema = run_.records().schema;
  for (const auto id : fact_readers_[change.fact.index]) {
    const auto reads_then = [&](const auto& read) {
      const auto& [fact, when] = read;
      const bool in_any = schema[change.fact].timing.cadence == values::Cadence::once && fact != change.fact;
      return in_any || (when.dated ? 0 : when.index) == change.period;
    };
    const auto& operation = graph_[id].operation;
    const auto read = facts_read(operation);
    const bool sets_keys = std::holds_alternative<graph::Keys>(operation);
    if ((sets_keys && !change.keys) || std::none_of(read.begin(), read.end(), reads_then)) continue;
    asked_[id].push_back(change.row);
    open_.insert(position_[id.index]);
  }
}

void Renewal::pass_on(NodeId node) {
  for (const auto reader : readers_[node.index]) open_.insert(position_[reader.index]);
}

// ---- which rows --------------------------------------------------------------------------------------

// The rows of an `At` that look at a row which differs.
std::optional<Rows> Renewal::looking_at(NodeId id) {
  const auto& inputs = graph_[id].inputs;
  const auto &column = of(inputs[0]), &at = of(inputs[1]);
  if (column.all || at.all) return std::nullopt;
  if (!column.rows.empty() && rows_of(run_.column(graph_, inputs[0])) == 1 && graph_[graph_[inputs[0]].domain].of == graph::Domain::Of::one)
    return std::nullopt;
  Rows rows = at.rows;
  for (const auto row : column.rows) add(rows, backward_.places_of(inputs[1], row));
  keep_once(rows);
  return rows;
}

std::optional<Rows> Renewal::rows_to_renew(NodeId id) {
  const auto& node = graph_[id];
  const auto& domain = graph_[node.domain];
  const bool over_edges = domain.of == graph::Domain::Of::edges;
  if (over_edges && !of(domain.edges).none()) return std::nullopt;
  if (std::holds_alternative<graph::At>(node.operation)) return looking_at(id);
  Rows rows;
  for (const auto input : node.inputs) {
    const auto& difference = of(input);
    if (difference.none()) continue;
    if (difference.all || graph_[input].kind == graph::Kind::edges) return std::nullopt;
    const auto& from = graph_[graph_[input].domain];
    if (graph_[input].domain == node.domain) {
      add(rows, difference.rows);
    } else if (std::holds_alternative<graph::FromSource>(node.operation) && graph_[input].domain == domain.source) {
      add(rows, edges_from(std::get<EdgeColumn>(run_.column(graph_, domain.edges)), difference.rows));
    } else if (from.of == graph::Domain::Of::edges && from.source == node.domain) {
      add(rows, sources_of(std::get<EdgeColumn>(run_.column(graph_, from.edges)), difference.rows));
    } else {
      return std::nullopt;
    }
  }
  // Where a fact with a second key is read for a subject whose records changed.
  if (const auto asked = asked_.find(id); asked != asked_.end())
    for (const auto row : asked->second) add(rows, backward_.places_of(node.inputs[0], row));
  keep_once(rows);
  return rows;
}

// ---- what they are -------------------------------------------------------------------------------------

Difference Renewal::renewed(NodeId id) {
  const auto& operation = graph_[id].operation;
  if (std::holds_alternative<graph::ReadFact>(operation)) return renewed_fact(id);
  const bool has_rows = !asked_.contains(id) || std::holds_alternative<graph::ReadKeyed>(operation);
  const auto rows = has_rows ? rows_to_renew(id) : std::nullopt;
  if (!rows) return renewed_whole(id);
  if (rows->empty()) return {};
  const auto& column = run_.column(graph_, id);
  if (std::holds_alternative<graph::Lift>(operation) && &column == &run_.column(graph_, graph_[id].inputs[0])) return {false, *rows};
  if (graph_[id].kind == graph::Kind::edges) return renewed_edges(id, *rows);
  const auto size = run_.rows(graph_, graph_[id].domain);
  return rows_of(column) != size || rows->size() > size / 4 + 1 ? renewed_whole(id) : renewed_rows(id, *rows);
}

Difference Renewal::renewed_fact(NodeId id) {
  auto rows = asked_[id];
  keep_once(rows);
  auto& column = run_.to_renew(id);
  const bool stands_for_all = rows_of(column) != run_.rows(graph_, graph_[id].domain);
  if (lies_in_records(column) || stands_for_all) {
    column = std::move(*run_.worked_out(graph_, id));
    return {false, std::move(rows)};
  }
  const auto part = worked_out({graph_[id], rows.size(), {}, run_.records(), run_.pool(), rows.data()});
  return {false, put_back(column, rows, *part)};
}

Difference Renewal::renewed_whole(NodeId id) {
  const auto& node = graph_[id];
  const auto& domain = graph_[node.domain];
  auto& column = run_.to_renew(id);
  auto fresh = run_.worked_out(graph_, id);
  if (fresh.get() == &column) return {true, {}};
  const bool other_rows = domain.of == graph::Domain::Of::edges && !of(domain.edges).none();
  const bool edges = node.kind == graph::Kind::edges;
  // What is read along edges points to where they lie.
  if (edges && !other_rows && same_edges(std::get<EdgeColumn>(column), std::get<EdgeColumn>(*fresh))) return {};
  Difference difference{true, {}};
  if (!edges && !other_rows) difference = {false, different_rows(column, *fresh, run_.rows(graph_, node.domain))};
  column = std::move(*fresh);
  return difference;
}

ColumnPtr Renewal::input_at(NodeId id, std::size_t i, const Rows& rows) {
  const auto& node = graph_[id];
  const auto& input = graph_[node.inputs[i]];
  const auto column = run_.kept(graph_, node.inputs[i]);
  const auto& from = graph_[input.domain];
  if (std::holds_alternative<graph::At>(node.operation) && i == 0) return column;
  if (input.domain == node.domain) return selected(column, rows);
  if (from.of != graph::Domain::Of::edges || from.source != node.domain || rows_of(*column) == 1) return column;
  return selected(column, edges_from(std::get<EdgeColumn>(run_.column(graph_, from.edges)), rows));
}

Rows Renewal::worked_out_at(NodeId id, const Rows& rows, std::span<const ColumnPtr> inputs) {
  const auto& node = graph_[id];
  const auto part = worked_out({node, rows.size(), inputs, run_.records(), run_.pool()});
  return put_back(run_.to_renew(id), rows, part ? *part : *inputs[0]);
}

Difference Renewal::renewed_rows(NodeId id, const Rows& rows) {
  const auto& node = graph_[id];
  std::vector<ColumnPtr> inputs;
  if (std::holds_alternative<graph::FromSource>(node.operation)) {
    const auto& edges = std::get<EdgeColumn>(run_.column(graph_, node.inputs[1]));
    const auto sources = sources_of(edges, rows);
    inputs = {selected(run_.kept(graph_, node.inputs[0]), sources), std::make_shared<Column>(edges_of(edges, sources))};
    return {false, worked_out_at(id, edges_from(edges, sources), inputs)};
  }
  for (std::size_t i = 0; i < node.inputs.size(); ++i) inputs.push_back(input_at(id, i, rows));
  return {false, worked_out_at(id, rows, inputs)};
}

// Edges move where one comes or goes, so a column of them is changed as a whole or not at all.
Difference Renewal::renewed_edges(NodeId id, const Rows& sources) {
  const auto& node = graph_[id];
  std::vector<ColumnPtr> inputs;
  for (std::size_t i = 0; i < node.inputs.size(); ++i) inputs.push_back(input_at(id, i, sources));
  const auto part = worked_out({node, sources.size(), inputs, run_.records(), run_.pool()});
  if (same_edges(std::get<EdgeColumn>(run_.column(graph_, id)), sources, std::get<EdgeColumn>(*part))) return {};
  return renewed_whole(id);
}

}  // namespace tdkt::evaluate
