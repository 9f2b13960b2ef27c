// SPDX-License-Identifier: Apache-2.0
// The graph as a person reads it: awards, their criteria, the sentences in them and the facts that
// these look at, each once. Operations that no sentence names are passed through.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphviz.hpp>
#include <map>
#include <set>
#include <sstream>

#include "graph/builder.hpp"
#include "typed/print.hpp"
#include "values/match.hpp"

namespace tdkt::graph {

namespace {

struct Drawn {
  std::string label, shape, colour;
};
using Sheet = boost::adjacency_list<boost::setS, boost::vecS, boost::directedS, Drawn>;
using Spot = Sheet::vertex_descriptor;

bool is_worth_drawing(const Expression& expression) {
  return std::visit(
      values::match{[](const typed::Literal&) { return false; }, [](const typed::Self&) { return false; },
                    [](const typed::JudgedYear&) { return false; }, [](const typed::Parameter&) { return false; },
                    [](const typed::Not&) { return false; }, [](const typed::All&) { return false; },
                    [](const typed::Any&) { return false; }, [](const auto&) { return true; }},
      expression.node);
}

// A label in lines that fit beside each other.
std::string in_lines(const std::string& text) {
  constexpr std::size_t widest = 48;
  std::string lines;
  std::size_t width = 0;
  std::istringstream words(text);
  for (std::string word; words >> word; width += word.size() + 1) {
    if (width > 0 && width + word.size() > widest) lines += "\n", width = 0;
    else if (width > 0) lines += " ";
    lines += word;
  }
  return lines;
}

}  // namespace

class Picture {
 public:
  Picture(const Graph& graph, const PictureOptions& options) : graph_(graph), options_(options) {}

  std::string text() {
    const auto& request = graph_.request();
    name_nodes();
    for (const auto& asked : request.awards) {
      const bool other = (options_.award && asked.award != *options_.award) ||
                         (options_.period && asked.period != *options_.period);
      if (!other) draw_award(asked);
    }
    std::ostringstream text;
    const auto vertex = [&](std::ostream& out, Spot spot) {
      const auto& drawn = sheet_[spot];
      out << "[label=" << boost::escape_dot_string(drawn.label) << ", shape=" << drawn.shape
          << ", fillcolor=" << boost::escape_dot_string(drawn.colour) << "]";
    };
    const auto edge = [](std::ostream&, const auto&) {};
    const auto whole = [](std::ostream& out) {
      out << "rankdir=LR;\nnode [style=filled, fontname=\"sans-serif\", fontsize=11];\n";
    };
    boost::write_graphviz(text, sheet_, vertex, edge, whole);
    return text.str();
  }

 private:
  // The shortest sentence that a node was built from; of records the fact and its period.
  void name_nodes() {
    const auto prefer = [&](NodeId node, const std::string& name) {
      auto& known = names_[node];
      if (known.empty() || name.size() < known.size() || (name.size() == known.size() && name < known)) known = name;
    };
    for (const auto& [key, node] : graph_.expressions_) {
      const auto& [expression, context, moment] = key;
      if (is_worth_drawing(*expression))
        prefer(node, typed::as_sentence(graph_.program(), *expression, options_.language) + " (" +
                         year_of(graph_.moments_[moment.index].period) + ")");
    }
  }

  static std::string year_of(Period period) {
    if (period == values::year_period(period.year())) return std::to_string(period.year());
    return period.first.iso() + " – " + period.last.iso();
  }

  void draw_award(const AwardCase& asked) {
    const auto& award = graph_.program()[asked.award];
    const auto top = boost::add_vertex(
        {in_lines(award.title.in(options_.language) + " (" + year_of(asked.period) + ")"), "box", "#ffe9b0"}, sheet_);
    draw_criteria(top, award.criteria, asked.period);
    for (const auto addition : graph_.in_force_.additions(asked.award, asked.period))
      draw_criteria(top, graph_.program()[addition].criteria, asked.period);
  }

  void draw_criteria(Spot above, const std::vector<typed::Criterion>& criteria, Period period) {
    for (const auto& criterion : criteria) {
      const auto spot = boost::add_vertex({in_lines(name_of(criterion)), "box", "#dcebff"}, sheet_);
      boost::add_edge(above, spot, sheet_);
      draw_criteria(spot, criterion.parts, period);
      const auto moment = graph_.find_moment({period, {}, {}, false, 0, {}});
      if (!moment) continue;
      for (const auto& expression : {criterion.condition, criterion.except_when})
        if (expression) draw_below(spot, *expression, *moment);
    }
  }

  std::string name_of(const typed::Criterion& criterion) const {
    std::string name = criterion.label;
    const auto add = [&](const std::string& text) { name += (name.empty() ? "" : " ") + text; };
    if (criterion.title) add(criterion.title->in(options_.language));
    else if (criterion.condition) add(typed::as_sentence(graph_.program(), *criterion.condition, options_.language));
    return name.empty() ? "…" : name;
  }

  void draw_below(Spot above, const Expression& expression, MomentId moment) {
    for (const auto context : graph_.contexts_of(&expression)) {
      const auto found = graph_.expressions_.find({&expression, context, moment});
      if (found == graph_.expressions_.end()) continue;
      connect(above, found->second);
      return;
    }
  }

  // From `above` to the nearest nodes at or below this one that have a name.
  void connect(Spot above, NodeId node) {
    std::set<NodeId> seen;
    std::vector<NodeId> open{node};
    while (!open.empty()) {
      const auto next = open.back();
      open.pop_back();
      if (!seen.insert(next).second) continue;
      if (names_.contains(next)) {
        const auto spot = spot_of(next);
        if (spot != above) boost::add_edge(above, spot, sheet_);
      } else {
        open.insert(open.end(), graph_[next].inputs.begin(), graph_[next].inputs.end());
      }
    }
  }

  Spot spot_of(NodeId node) {
    if (const auto found = spots_.find(node); found != spots_.end()) return found->second;
    const bool on_record = graph_[node].inputs.empty();
    const auto spot =
        boost::add_vertex({in_lines(names_[node]), on_record ? "note" : "ellipse", on_record ? "#e6f5d8" : "#ffffff"}, sheet_);
    spots_.emplace(node, spot);
    for (const auto input : graph_[node].inputs) connect(spot, input);
    return spot;
  }

  const Graph& graph_;
  const PictureOptions& options_;
  Sheet sheet_;
  std::map<NodeId, std::string> names_;
  std::map<NodeId, Spot> spots_;
};

std::string picture(const Graph& graph, const PictureOptions& options) { return Picture(graph, options).text(); }

}  // namespace tdkt::graph
