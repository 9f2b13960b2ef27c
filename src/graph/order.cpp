// SPDX-License-Identifier: Apache-2.0
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/topological_sort.hpp>
#include <iterator>

#include "graph/graph.hpp"

namespace tdkt::graph {

namespace {

// An arrow goes from a node to what it needs.
using Needs = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

Needs needs_of(const Graph& graph) {
  Needs needs(graph.nodes().size());
  for (std::size_t node = 0; node < graph.nodes().size(); ++node)
    for (const auto input : graph.nodes()[node].inputs) boost::add_edge(node, input.index, needs);
  return needs;
}

struct Reached {
  const std::vector<bool>* reached = nullptr;
  bool operator()(std::size_t node) const { return (*reached)[node]; }
};

std::vector<bool> reached_from(const Needs& needs, const std::vector<NodeId>& roots) {
  std::vector<bool> reached(boost::num_vertices(needs));
  std::vector<std::size_t> open;
  const auto reach = [&](std::size_t node) {
    if (!reached[node]) reached[node] = true, open.push_back(node);
  };
  for (const auto root : roots) reach(root.index);
  while (!open.empty()) {
    const auto node = open.back();
    open.pop_back();
    for (const auto next : boost::make_iterator_range(boost::adjacent_vertices(node, needs))) reach(next);
  }
  return reached;
}

}  // namespace

std::vector<NodeId> in_order_of_need(const Graph& graph, const std::vector<NodeId>& roots) {
  const auto needs = needs_of(graph);
  const auto reached = reached_from(needs, roots);
  const boost::filtered_graph<Needs, boost::keep_all, Reached> part(needs, {}, {&reached});
  std::vector<std::size_t> order;
  boost::topological_sort(part, std::back_inserter(order));  // writes the needed before the needing
  std::vector<NodeId> ids;
  for (const auto node : order) ids.push_back({static_cast<std::uint32_t>(node)});
  return ids;
}

}  // namespace tdkt::graph
