// SPDX-License-Identifier: Apache-2.0
// The graph as a person would draw it: a box for an award, a criterion, a sentence or a fact, and an
// arrow to what it is worked out from. What the graph shares is one box, whoever asks for it; nodes
// that no words name are passed through.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphviz.hpp>
#include <map>
#include <set>
#include <sstream>

#include "graph/graph.hpp"
#include "typed/print.hpp"

namespace tdkt::graph {

namespace {

struct Box {
  std::string label, shape;
};
using Drawing = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Box>;

// Words that only join others say nothing in a box of their own.
bool worth_a_box(const typed::Expression& expression) {
  const auto& node = expression.node;
  return !std::holds_alternative<typed::Literal>(node) && !std::holds_alternative<typed::Self>(node) &&
         !std::holds_alternative<typed::JudgedYear>(node) && !std::holds_alternative<typed::Related>(node) &&
         !std::holds_alternative<typed::All>(node) && !std::holds_alternative<typed::Any>(node) &&
         !std::holds_alternative<typed::Not>(node);
}

std::string broken_into_lines(const std::string& text) {
  constexpr std::size_t width = 40;
  std::string lines;
  std::size_t column = 0;
  for (const char letter : text) {
    const bool here = letter == ' ' && column >= width;
    lines += here ? '\n' : letter;
    column = here ? 0 : column + 1;
  }
  return lines;
}

class Picture {
 public:
  Picture(const Graph& graph, const PictureOptions& options) : graph_(graph), options_(options) {}

  std::string drawn() {
    std::vector<NodeId> roots;
    for (const auto& one : graph_.request().awards) {
      if (options_.award && (*options_.award != one.award || (options_.period && *options_.period != one.period))) continue;
      const auto nodes = graph_.find(one.award, one.period);
      if (!nodes) continue;
      const auto& award = graph_.program()[one.award];
      name(nodes->requirements, broken_into_lines(award.title.in(options_.language)) + "\n" + year_of(one.period), "box");
      roots.push_back(nodes->requirements);
      roots.push_back(nodes->deferral);
      for (const auto& criterion : award.criteria) name_criterion(criterion, one.period);
    }
    const auto needed = in_order_of_need(graph_, roots);
    needed_.insert(needed.begin(), needed.end());
    for (const auto* expression : expressions_) name_everywhere(*expression);
    return written();
  }

 private:
  static std::string year_of(Period period) {
    return period == values::year_period(period.year()) ? std::to_string(period.year())
                                                        : period.first.iso() + " … " + period.last.iso();
  }

  // The first name given is the one that stays: an award's before a criterion's before a sentence's.
  void name(NodeId node, std::string label, const char* shape) {
    boxes_.try_emplace(node, Box{std::move(label), shape});
  }

  void name_criterion(const typed::Criterion& criterion, Period period) {
    std::string label = criterion.path;
    if (criterion.title) label += (label.empty() ? "" : " ") + criterion.title->in(options_.language);
    if (criterion.condition)
      label += (label.empty() ? "" : "\n") +
               broken_into_lines(typed::as_sentence(graph_.program(), *criterion.condition, options_.language));
    if (const auto rows = graph_.contexts_of(&criterion); !rows.empty())
      for (const auto context : rows)
        if (const auto node = graph_.find(criterion, context, Moment{period, {}, {}, false})) name(*node, label, "ellipse");
    if (criterion.condition) add(*criterion.condition);
    if (criterion.except_when) add(*criterion.except_when);
    for (const auto& part : criterion.parts) name_criterion(part, period);
  }

  void add(const typed::Expression& expression) {
    if (!seen_.insert(&expression).second) return;
    expressions_.push_back(&expression);
    typed::for_each_part(expression, [&](const typed::Expression& part) { add(part); });
  }

  void name_everywhere(const typed::Expression& expression) {
    if (!worth_a_box(expression)) return;
    const auto sentence = broken_into_lines(typed::as_sentence(graph_.program(), expression, options_.language));
    for (const auto& [node, period] : graph_.nodes_of(expression))
      if (needed_.count(node)) name(node, sentence + (options_.period && period != *options_.period ? "\n" + year_of(period) : ""), "plaintext");
  }

  std::string written() const {
    Drawing drawing;
    std::map<NodeId, Drawing::vertex_descriptor> drawn;
    for (const auto& [node, box] : boxes_) drawn.emplace(node, boost::add_vertex(box, drawing));
    for (const auto& [node, vertex] : drawn)
      for (const auto needed : nearest_boxes(node)) boost::add_edge(vertex, drawn.at(needed), drawing);
    std::ostringstream text;
    boost::write_graphviz(
        text, drawing,
        [&](std::ostream& out, Drawing::vertex_descriptor vertex) {
          out << "[label=" << boost::escape_dot_string(drawing[vertex].label) << ", shape=" << drawing[vertex].shape << "]";
        },
        [](std::ostream&, const auto&) {},
        [](std::ostream& out) { out << "rankdir=LR;\nnode [fontname=\"sans-serif\"];\n"; });
    return text.str();
  }

  std::set<NodeId> nearest_boxes(NodeId from) const {
    std::set<NodeId> found, passed;
    std::vector<NodeId> open = graph_[from].inputs;
    while (!open.empty()) {
      const auto node = open.back();
      open.pop_back();
      if (!passed.insert(node).second) continue;
      if (boxes_.count(node)) found.insert(node);
      else open.insert(open.end(), graph_[node].inputs.begin(), graph_[node].inputs.end());
    }
    return found;
  }

  const Graph& graph_;
  const PictureOptions& options_;
  std::map<NodeId, Box> boxes_;
  std::set<NodeId> needed_;
  std::set<const typed::Expression*> seen_;
  std::vector<const typed::Expression*> expressions_;
};

}  // namespace

std::string picture(const Graph& graph, const PictureOptions& options) { return Picture(graph, options).drawn(); }

}  // namespace tdkt::graph
