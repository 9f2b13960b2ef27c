// SPDX-License-Identifier: Apache-2.0
#include "evaluate/cause.hpp"

#include <algorithm>

#include "evaluate/numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

using graph::NodeId;

namespace {

std::size_t in(std::size_t rows, std::size_t row) { return rows == 1 ? 0 : row; }

}  // namespace

bool is_known(const Column& column, std::size_t row) {
  return std::visit(
      values::match{[&](const Truths& c) { return TruthView(c).row(row) != Truth::unknown; },
                    [&](const NumberColumn& c) { return number_at(c, row).known(); },
                    [&](const CodeColumn& c) { return c[row] < graph::no_code; },
                    [&](const RowColumn& c) { return c[row] != unknown_row; },
                    [&](const DateColumn& c) { return c.known[in(c.rows(), row)]; },
                    [&](const TextColumn& c) { return c.texts[in(c.rows(), row)] != unknown_text; },
                    [&](const EdgeColumn& c) { return !c.is_open(row); }},
      column);
}

namespace {

class Search {
 public:
  Search(Run& run, const graph::Graph& graph) : run_(run), graph_(graph) {}

  Cause of(NodeId id, std::size_t row) {
    const auto& node = graph_[id];
    if (is_known(column(id), row)) return Cause::none;
    return std::visit(
        values::match{
            [](const graph::Unknown& n) {
              switch (n.reason) {
                case graph::Reason::not_defined_then: return Cause::not_defined_then;
                case graph::Reason::before_records: return Cause::before_records;
                case graph::Reason::nobody: return Cause::nobody_on_record;
                case graph::Reason::other: break;
              }
              return Cause::other;
            },
            [](const graph::Named&) { return Cause::no_such_entity; },
            [&](const graph::ReadFact& n) { return of_fact(n.fact, n.when, static_cast<Row>(row)); },
            [&](const graph::ReadKeyed& n) {
              const auto first = first_unknown(node, row);
              return first != Cause::none ? first : of_fact(n.fact, n.when, rows(node.inputs[0])[row]);
            },
            [&](const graph::ReadRelated& n) { return of_relation(n.relation, n.inverse, n.when, static_cast<Row>(row)); },
            [&](const graph::LatestReceipt& n) { return of_receipts(n.receipt); },
            [&](const graph::Receipts& n) { return of_receipts(n.receipt); },
            [&](const graph::Rotates& n) { return of_rotation(n); },
            [&](const graph::At&) { return of_lookup(node, row); },
            [&](const graph::FromSource&) {
              const auto& edges = std::get<EdgeColumn>(column(node.inputs[1]));
              const auto* after = std::upper_bound(edges.offsets, edges.offsets + edges.sources + 1, row);
              return of(node.inputs[0], static_cast<std::size_t>(after - edges.offsets - 1));
            },
            [&](const graph::Belongs&) { return Cause::missing_cell; },
            [&](const graph::Follow&) { return of_set(id, row); },
            [&](const graph::FollowOn&) { return of_set(id, row); },
            [&](const graph::Keys&) { return of_set(id, row); },
            [&](const graph::Arithmetic& n) {
              const auto first = first_unknown(node, row);
              if (first != Cause::none) return first;
              const bool by_zero = n.op == typed::Operator::over &&
                                   number_at(std::get<NumberColumn>(column(node.inputs[1])), row).low == 0;
              return by_zero ? Cause::division_by_zero : Cause::overflow;
            },
            [&](const graph::Pick& n) {
              const auto first = first_condition(node, row);
              return first == Cause::none && n.gaps ? Cause::gap : first;
            },
            [&](const graph::Scaled&) {
              const auto first = first_unknown(node, row);
              return first == Cause::none ? Cause::nothing_applied : first;
            },
            [&](const graph::Count& n) { return of_reduction(node, n.belongs, row); },
            [&](const graph::Aggregate& n) { return of_reduction(node, n.belongs, row); },
            [&](const graph::Place& n) { return of_reduction(node, n.belongs, row); },
            [&](const graph::Contains& n) { return of_reduction(node, n.belongs, row); },
            [&](const graph::Best& n) {
              const auto first = of_reduction(node, n.belongs, row);
              return first == Cause::nobody_to_judge ? Cause::tied_members : first;
            },
            [&](const graph::Supply&) {
              for (const auto input : node.inputs)
                if (const auto cause = graph_[input].kind == graph::Kind::edges ? of_set(input, row) : Cause::none;
                    cause != Cause::none && cause != Cause::nobody_to_judge)
                  return cause;
              return Cause::missing_cell;
            },
            [&](const graph::Round&) {
              const auto first = first_unknown(node, row);
              return first == Cause::none ? Cause::overflow : first;
            },
            [&](const auto&) { return first_unknown(node, row); }},
        node.operation);
  }

  // Why a set is open at a source, or that nobody is in it.
  Cause of_set(NodeId id, std::size_t source) {
    const auto& node = graph_[id];
    const auto& edges = std::get<EdgeColumn>(column(id));
    if (!edges.is_open(source))
      return edges.offsets[source] == edges.offsets[source + 1] ? Cause::nobody_to_judge : Cause::none;
    if (const auto* n = std::get_if<graph::Follow>(&node.operation)) {
      const auto row = rows(node.inputs[0])[source];
      return row == unknown_row ? of(node.inputs[0], source) : of_relation(n->relation, n->inverse, n->when, row);
    }
    if (const auto* n = std::get_if<graph::FollowOn>(&node.operation)) {
      const auto& before = std::get<EdgeColumn>(column(node.inputs[0]));
      if (before.is_open(source)) return of_set(node.inputs[0], source);
      for (auto edge = before.offsets[source]; edge < before.offsets[source + 1]; ++edge) {
        const auto cause = of_relation(n->relation, n->inverse, n->when, before.targets[edge]);
        if (cause != Cause::none) return cause;
      }
      return Cause::missing_cell;
    }
    const auto& keys = std::get<graph::Keys>(node.operation);
    if (rows(node.inputs[0])[source] == unknown_row) return of(node.inputs[0], source);
    for (std::size_t i = 0; i < keys.facts.size(); ++i)
      if (const auto found = run_.records().of(keys.facts[i], keys.when[i]); !found.covered) return found.cause;
    return Cause::missing_cell;
  }

 private:
  const Column& column(NodeId id) { return run_.column(graph_, id); }
  const RowColumn& rows(NodeId id) { return std::get<RowColumn>(column(id)); }

  Cause of_fact(columns::FactId fact, const graph::When& when, Row row) {
    return cause_of_fact(run_.records(), fact, when, row);
  }

  Cause of_relation(columns::RelationId id, bool inverse, const graph::When& when, Row row) {
    const auto found = run_.records().of(id, when);
    if (!found.covered) return found.cause;
    if (row >= unknown_row) return Cause::none;
    const auto* adjacency = !found.both ? nullptr : inverse ? &found.both->backward : &found.both->forward;
    const auto at = static_cast<std::size_t>(row);
    const auto targets = adjacency && at < adjacency->rows() ? adjacency->end(at) - adjacency->first(at) : 0;
    if (targets == 0 && !inverse && run_.records().schema[id].never_empty) return Cause::nobody_on_record;
    if (targets > 1 && !run_.records().schema[id].many) return Cause::contradiction;
    const auto* incomplete = !found.both ? nullptr : inverse ? &found.both->incomplete_backward : &found.both->incomplete;
    const bool missing = incomplete && (found.both->maybe_more || (at < incomplete->rows && (*incomplete)[at]));
    return missing ? Cause::missing_cell : targets > 1 ? Cause::contradiction : Cause::none;
  }

  Cause of_receipts(const graph::Receipt& receipt) {
    const auto found = run_.records().of(receipt.records, {0, true, {}});
    return found.covered ? Cause::missing_cell : found.cause;
  }

  Cause of_rotation(const graph::Rotates& n) {
    for (const auto relation : {n.leader, n.members})
      if (const auto& records = run_.records().data.relations; relation.index >= records.size() || !records[relation.index].given)
        return Cause::no_table;
    return Cause::missing_cell;
  }

  Cause of_lookup(const graph::Node& node, std::size_t row) {
    const auto at = rows(node.inputs[1])[row];
    if (at == no_row) return Cause::no_such_entity;
    return at == unknown_row ? of(node.inputs[1], row) : of(node.inputs[0], at);
  }

  // Of inputs over the node's own rows.
  Cause first_unknown(const graph::Node& node, std::size_t row) {
    for (const auto input : node.inputs) {
      if (graph_[input].kind == graph::Kind::edges) continue;
      if (const auto cause = of(input, row); cause != Cause::none) return cause;
    }
    return Cause::none;
  }

  // Of a choice: what its conditions hang on, else the value of the one that holds.
  Cause first_condition(const graph::Node& node, std::size_t row) {
    for (std::size_t i = 0; i < node.inputs.size(); i += 2) {
      const bool otherwise = i + 1 == node.inputs.size();
      if (otherwise) return of(node.inputs[i], row);
      const auto truth = TruthView(std::get<Truths>(column(node.inputs[i]))).row(row);
      if (truth == Truth::unknown) return of(node.inputs[i], row);
      if (truth == Truth::yes) return of(node.inputs[i + 1], row);
    }
    return Cause::none;
  }

  Cause of_reduction(const graph::Node& node, bool has_belongs, std::size_t source) {
    const auto& edges = std::get<EdgeColumn>(column(node.inputs[0]));
    if (edges.is_open(source)) return of_set(node.inputs[0], source);
    const auto over_edges = [&](NodeId input) { return graph_[graph_[input].domain].of == graph::Domain::Of::edges &&
                                                       graph_[graph_[input].domain].edges == node.inputs[0]; };
    for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge) {
      if (has_belongs) {
        const auto truth = TruthView(std::get<Truths>(column(node.inputs[1]))).row(edge);
        if (truth == Truth::no) continue;
        if (truth == Truth::unknown) return of(node.inputs[1], edge);
      }
      for (const auto input : node.inputs)
        if (over_edges(input))
          if (const auto cause = of(input, edge); cause != Cause::none) return cause;
    }
    for (const auto input : node.inputs)
      if (graph_[input].kind != graph::Kind::edges && !over_edges(input))
        if (const auto cause = of(input, source); cause != Cause::none) return cause;
    return Cause::nobody_to_judge;
  }

  Run& run_;
  const graph::Graph& graph_;
};

}  // namespace

Cause cause_of_fact(const Records& records, columns::FactId fact, const graph::When& when, Row row) {
  const auto found = records.of(fact, when);
  if (row == no_row) return Cause::no_such_entity;
  if (records.needs_attestation(fact) && !records.attested(fact, row, when.index)) return Cause::not_attested;
  return found.covered ? Cause::missing_cell : found.cause;
}

Cause cause_of(Run& run, const graph::Graph& graph, NodeId node, std::size_t row) {
  return Search(run, graph).of(node, row);
}

Cause cause_of_set(Run& run, const graph::Graph& graph, NodeId edges, std::size_t source) {
  return Search(run, graph).of_set(edges, source);
}

}  // namespace tdkt::evaluate
