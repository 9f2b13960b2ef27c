// SPDX-License-Identifier: Apache-2.0
// The evaluation graph: what has to be worked out for a request, each thing once.
//
// A node is an operation over the rows of a domain: an entity's rows, or the edges of a set, which
// pair each row of another domain with a member. Equal operations on equal inputs are one node,
// whichever rule and year asks for them. An expression that looks at one entity alone is worked out
// for all rows of that entity, and looked up from wherever it is needed; only what looks at two
// levels at once (`targets met of at least targets met of the unit`) is worked out edge by edge.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "graph/in_force.hpp"
#include "graph/node.hpp"
#include "graph/request.hpp"

namespace tdkt::graph {

// When something is judged, and what the windows around it stand for.
struct Moment {
  Period period;
  std::optional<Days> window;    // of `within …: ( … )`
  std::optional<Days> receipt;   // since or after a receipt, in the case at hand
  bool as_then = false;          // only what was in force in that period counts
  std::uint32_t assumed = 0;     // an index of the graph's assumptions, 0 for none: documents aren't asked for
  std::optional<Date> law = {};  // the last day of the law that a case is still judged by
  friend auto operator<=>(const Moment&, const Moment&) = default;
};
using MomentId = values::Id<struct MomentTag>;

// Which sentences of an award are taken to be supplied with documents, and its others not.
struct Assumption {
  typed::AwardId award{values::no_row};
  std::vector<const typed::Evidence*> supplied;
  friend bool operator==(const Assumption&, const Assumption&) = default;
};

// Where an expression is worked out: which levels it can read and the column that says, for each row
// of the domain, which row stands at a level.
struct Context {
  enum class Of : std::uint8_t {
    nobody,   // no level at all
    rows,     // one level: every row of its entity
    edges,    // adds the members of a set to the levels of `outer`
    bound     // adds a column over the domain of `outer`
  } of = Of::nobody;
  std::uint8_t level = 0;        // the one that is added
  std::uint8_t depth = 0;        // how many levels there are
  EntityId entity{};             // at that level
  NodeId rows{};                 // of rows and bound
  DomainId domain{};
  ContextId outer{};
  bool direct = false;           // about single rows: nothing is worked out for a whole entity
  friend auto operator<=>(const Context&, const Context&) = default;
};

struct SetNodes {
  NodeId edges;
  std::optional<NodeId> belongs;  // over the edges
  ContextId inside;
};
struct ScoreNodes {
  NodeId computed, points, applies;
  NodeId possible;                // the most that could be had, where it applies
};
struct RuleNodes {
  NodeId requirements, deferral;
  NodeId scope;                   // truth: the rule is made for this row
};

// A part of a nomination: one column over its candidates (the edges from all groups to their members),
// or over rows of the groups' or the members' entity, where it looks at these alone.
struct NominationPart {
  NodeId node;
  enum class Over : std::uint8_t { candidates, members, groups } over;
};
struct OfferNodes {
  std::optional<NominationPart> condition, number, share, base_number, at_least;
};
struct NominationNodes {
  NodeId edges;
  std::vector<NominationPart> among, keys;
  std::optional<NominationPart> within, vote;
  std::vector<OfferNodes> offers;
};

template <class Key>
using At_ = std::tuple<Key, ContextId, MomentId>;

struct TupleHash {
  template <class... Parts>
  std::size_t operator()(const std::tuple<Parts...>& parts) const {
    return std::apply(
        [](const auto&... part) {
          std::size_t seed = 0;
          ((seed = (seed ^ std::hash<std::decay_t<decltype(part)>>()(part)) * 0x9E3779B97F4A7C15ull), ...);
          return seed ^ seed >> 32;
        },
        parts);
  }
};

class Graph {
 public:
  Graph(const typed::Program& program, Request request);

  const typed::Program& program() const { return *program_; }
  const Request& request() const { return request_; }

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node& operator[](NodeId id) const { return nodes_[id.index]; }
  const Domain& operator[](DomainId id) const { return domains_[id.index]; }
  const Context& operator[](ContextId id) const { return contexts_[id.index]; }

  // What the request asked for; everything else is there because one of these needs it.
  const std::vector<NodeId>& wanted() const { return wanted_; }

  // Where the graph has what a reader asks for; nullopt: it was not needed, Builder can add it.
  std::optional<NodeId> find(const typed::Expression& expression, ContextId context, const Moment& moment) const;
  std::optional<RuleNodes> find(typed::AwardId award, Period period) const;
  std::optional<NodeId> find(const typed::Criterion& criterion, ContextId context, const Moment& moment) const;
  std::optional<SetNodes> find(const typed::Set& set, ContextId context, const Moment& moment) const;
  const NominationNodes* find(typed::NominationId nomination, Period period) const;
  std::optional<ScoreNodes> find(typed::ScorecardId card, std::uint32_t node, ContextId context,
                                 const Moment& moment) const;

  // The contexts in which an expression or a set was built.
  std::vector<ContextId> contexts_of(const void* expression_or_set) const;

  // Every node that an expression became, with the period it is worked out for.
  std::vector<std::pair<NodeId, Period>> nodes_of(const typed::Expression& expression) const;

  // Every node that a criterion became, or that any did, where it is worked out for all rows of an entity.
  std::vector<NodeId> nodes_of(const typed::Criterion& criterion) const;
  std::vector<NodeId> nodes_of_criteria() const;

  // The context of every row of an entity at a level.
  std::optional<ContextId> find_rows(EntityId entity, std::uint8_t level) const;

 private:
  friend class Builder;
  friend class Picture;

  const typed::Program* program_;
  Request request_;
  InForce in_force_;
  std::vector<Node> nodes_;
  std::vector<Domain> domains_;
  std::vector<Context> contexts_;
  std::vector<Moment> moments_;
  std::vector<Assumption> assumptions_{1};
  std::vector<NodeId> wanted_;

  std::unordered_map<std::string, NodeId> by_meaning_;
  std::map<Domain, DomainId> domain_ids_;
  std::map<Context, ContextId> context_ids_;
  std::map<Moment, MomentId> moment_ids_;

  std::unordered_map<At_<const typed::Expression*>, NodeId, TupleHash> expressions_;
  std::unordered_map<At_<const typed::Criterion*>, NodeId, TupleHash> criteria_;
  std::unordered_map<At_<const typed::Set*>, SetNodes, TupleHash> sets_;
  std::unordered_map<std::tuple<std::uint32_t, std::uint32_t, ContextId, MomentId>, ScoreNodes, TupleHash> scores_;
  std::unordered_map<std::tuple<std::uint32_t, ContextId, MomentId>, RuleNodes, TupleHash> rules_;
  std::map<std::pair<typed::NominationId, Period>, NominationNodes> nominations_;
  std::unordered_multimap<const void*, ContextId> contexts_of_;
  std::map<std::pair<EntityId, std::uint8_t>, ContextId> rows_contexts_;

  std::optional<MomentId> find_moment(const Moment& moment) const;
  void bound_look_backs();
};

// The program must outlive the graph.
std::shared_ptr<const Graph> build(const typed::Program& program, Request request);

// Every node that `roots` need, each after all that it needs.
std::vector<NodeId> in_order_of_need(const Graph& graph, const std::vector<NodeId>& roots);

// The graph as Graphviz draws it: criteria and sentences as a person names them, of one award and
// period, or of all that were asked for.
struct PictureOptions {
  std::optional<typed::AwardId> award;
  std::optional<Period> period;
  grammar::Language language = grammar::Language::english;
};
std::string picture(const Graph& graph, const PictureOptions& options);

}  // namespace tdkt::graph
