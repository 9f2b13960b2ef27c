// SPDX-License-Identifier: Apache-2.0
// Which rows a node is over, and how its column gets to where another needs it.
#include "graph/builder.hpp"

#include <algorithm>

#include "graph/meaning.hpp"

namespace tdkt::graph {

namespace {

template <class Key, class Id, class Things>
Id interned(const Key& key, std::map<Key, Id>& ids, Things& things) {
  const auto [at, is_new] = ids.try_emplace(key, Id{static_cast<std::uint32_t>(things.size())});
  if (is_new) things.push_back(key);
  return at->second;
}

// Works on each row by itself, so that rows that are all alike need be worked out once.
bool is_row_by_row(const Operation& operation) {
  return !std::holds_alternative<Itself>(operation) && !std::holds_alternative<Follow>(operation) &&
         !std::holds_alternative<FollowOn>(operation) && !std::holds_alternative<Keys>(operation) &&
         !std::holds_alternative<Target>(operation) && !std::holds_alternative<Belongs>(operation) &&
         !std::holds_alternative<FromSource>(operation);
}

}  // namespace

Builder::~Builder() {
  const auto forget = [&](auto& known, const auto& keys) {
    for (const auto& key : keys) {
      known.erase(key);
      const auto [begin, end] = graph_.contexts_of_.equal_range(std::get<0>(key));
      const auto own = std::find_if(begin, end, [&](const auto& entry) { return entry.second == std::get<1>(key); });
      if (own != end) graph_.contexts_of_.erase(own);
    }
  };
  forget(graph_.expressions_, new_expressions_);
  forget(graph_.criteria_, new_criteria_);
  forget(graph_.sets_, new_sets_);
}

NodeId Builder::add(Operation operation, std::vector<NodeId> inputs, DomainId domain, Kind kind) {
  if (!inputs.empty() && is_row_by_row(operation) &&
      std::all_of(inputs.begin(), inputs.end(), [&](NodeId input) { return (*this)[input].domain == one; }))
    domain = one;
  auto meaning = meaning_of(operation, inputs, domain, kind);
  const auto [at, is_new] =
      graph_.by_meaning_.try_emplace(std::move(meaning), NodeId{static_cast<std::uint32_t>(graph_.nodes_.size())});
  if (is_new) graph_.nodes_.push_back({std::move(operation), std::move(inputs), domain, kind});
  return at->second;
}

NodeId Builder::combined(Operation operation, std::vector<NodeId> inputs, ContextId context, Kind kind) {
  return add(std::move(operation), std::move(inputs), (*this)[context].domain, kind);
}

DomainId Builder::domain(const Domain& domain) { return interned(domain, graph_.domain_ids_, graph_.domains_); }
ContextId Builder::context(const Context& context) { return interned(context, graph_.context_ids_, graph_.contexts_); }
MomentId Builder::moment(const Moment& moment) { return interned(moment, graph_.moment_ids_, graph_.moments_); }

ContextId Builder::nobody() { return context({}); }

ContextId Builder::rows_of(EntityId entity, std::uint8_t level) {
  const auto rows = domain({Domain::Of::rows, entity, {}, {}});
  const auto itself = add(Itself{}, {}, rows, Kind::entity);
  const auto depth = static_cast<std::uint8_t>(level + 1);
  const auto found = context({Context::Of::rows, level, depth, entity, itself, rows, {}, false});
  graph_.rows_contexts_.emplace(std::pair{entity, level}, found);
  return found;
}

ContextId Builder::about(EntityId entity, std::uint8_t level, NodeId row, ContextId outer) {
  return context({Context::Of::bound, level, static_cast<std::uint8_t>(level + 1), entity, row, one, outer, true});
}

ContextId Builder::members_of(NodeId edges, EntityId entity, std::uint8_t level, ContextId outer) {
  const auto ends = domain({Domain::Of::edges, entity, edges, (*this)[outer].domain});
  const auto target = add(Target{}, {edges}, ends, Kind::entity);
  return context({Context::Of::edges, level, static_cast<std::uint8_t>(level + 1), entity, target, ends, outer,
                  (*this)[outer].direct});
}

ContextId Builder::bound(NodeId rows, EntityId entity, std::uint8_t level, ContextId outer) {
  return context({Context::Of::bound, level, static_cast<std::uint8_t>(level + 1), entity, rows,
                  (*this)[outer].domain, outer, (*this)[outer].direct});
}

NodeId Builder::one_row(EntityId entity, values::Row row) { return add(OneRow{entity, row}, {}, one, Kind::entity); }

EntityId Builder::entity_at(std::uint8_t level, ContextId id) const {
  const auto& here = (*this)[id];
  if (here.of == Context::Of::nobody) return {};
  return here.level == level ? here.entity : here.of == Context::Of::rows ? EntityId{} : entity_at(level, here.outer);
}

// The column of the rows at a level, over the context's domain.
NodeId Builder::row_at(std::uint8_t level, ContextId id) {
  const auto here = (*this)[id];
  if (here.of == Context::Of::nobody || (here.of == Context::Of::rows && here.level != level))
    return unknown(Kind::entity, Reason::other);
  if (here.level == level) return here.rows;
  const auto outside = row_at(level, here.outer);
  if (here.of == Context::Of::bound || (*this)[outside].domain == one) return outside;
  const auto edges = graph_[here.domain].edges;
  return add(FromSource{}, {outside, edges}, here.domain, Kind::entity);
}

NodeId Builder::look_up(NodeId column, NodeId rows) {
  const auto& values = (*this)[column];
  if (values.domain == one) return column;
  if (std::holds_alternative<Itself>((*this)[rows].operation) && values.domain == (*this)[rows].domain) return column;
  return add(At{}, {column, rows}, (*this)[rows].domain, values.kind);
}

// The context in which the levels read suffice; nullopt where this is it.
std::optional<ContextId> Builder::smaller_context(Levels read, ContextId id) {
  const auto here = (*this)[id];
  if (here.of == Context::Of::nobody) return std::nullopt;
  if (read.none()) return here.direct ? std::nullopt : std::optional(nobody());
  if (here.of == Context::Of::rows) return std::nullopt;
  if (!read[here.level]) return here.outer;
  if (here.direct || read.count() > 1) return std::nullopt;
  return rows_of(here.entity, here.level);
}

NodeId Builder::bring(NodeId natural, Levels read, ContextId id) {
  const auto here = (*this)[id];
  if ((*this)[natural].domain == one || here.of == Context::Of::nobody || here.of == Context::Of::rows) return natural;
  if (read[here.level])
    return read.count() == 1 && !here.direct ? look_up(natural, here.rows) : natural;
  const auto outside = bring(natural, read, here.outer);
  if (here.of == Context::Of::bound || (*this)[outside].domain == one) return outside;
  const auto edges = graph_[here.domain].edges;
  return add(FromSource{}, {outside, edges}, here.domain, (*this)[outside].kind);
}

bool Builder::ends_before_records(Rule rule, std::uint32_t id, int year) {
  const auto& years = years_under_way_[{rule, id}];
  return !years.empty() && years.back() > year && year < graph_.request_.first_year;
}

NodeId Builder::on(const Expression& expression, ContextId context, MomentId moment) {
  const auto natural = build(expression, context, moment);
  return bring(natural, levels_read(expression, (*this)[context].depth), context);
}

NodeId Builder::build(const Expression& expression, ContextId context, MomentId moment) {
  const auto read = levels_read(expression, (*this)[context].depth);
  if (const auto smaller = smaller_context(read, context)) return build(expression, *smaller, moment);
  const At_<const Expression*> key{&expression, context, moment};
  if (const auto found = graph_.expressions_.find(key); found != graph_.expressions_.end()) return found->second;
  const auto here = (*this)[context];
  if (here.direct && read.count() == 1)
    // What is known of every row of the entity answers for this one.
    if (const auto rows = graph_.find_rows(here.entity, here.level))
      if (const auto found = graph_.expressions_.find({&expression, *rows, moment}); found != graph_.expressions_.end())
        return look_up(found->second, here.rows);
  if (!expressions_under_way_.insert(key).second) return unknown(kind_of(expression.type), Reason::other);
  const auto node = made(expression, context, moment);
  expressions_under_way_.erase(key);
  graph_.expressions_.emplace(key, node);
  graph_.contexts_of_.emplace(&expression, context);
  if (keep_ == Keep::nodes) new_expressions_.push_back(key);
  return node;
}

}  // namespace tdkt::graph
