// SPDX-License-Identifier: Apache-2.0
// Rules that depend on one another within a period would never end. A rule may look at itself only in
// strictly earlier periods, so what is moved back in time does not close a circle.
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"
#include "typed/check.hpp"
#include "typed/rule_expressions.hpp"
#include "values/match.hpp"

namespace tdkt::typed {

namespace {

struct Rule {
  std::string name;
  Language language;
  source::Where written;
};
// The words that make one rule need another, and the criterion that they stand in.
struct Uses {
  source::Where because;
  std::string path;
};
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, Rule, Uses>;
using RuleId = Graph::vertex_descriptor;

// Ids of each kind run on from those of the kind before.
class Dependences {
 public:
  explicit Dependences(const Program& program) : program_(program) {
    add_rules(program.definitions, [](const Definition& d) {
      return Rule{d.name.in(d.language), d.language, d.written};
    });
    first_table_ = boost::num_vertices(graph);
    add_rules(program.tables, [&](const DecisionTable& t) {
      const auto language = program[t.pack].language;
      return Rule{t.name.in(language), language, t.written};
    });
    first_scorecard_ = boost::num_vertices(graph);
    add_rules(program.scorecards, titled);
    first_grades_ = boost::num_vertices(graph);
    add_rules(program.grades, titled);
    first_award_ = boost::num_vertices(graph);
    add_rules(program.awards, titled);

    RuleId at = 0;
    first_nomination_ = boost::num_vertices(graph);
    add_rules(program.nominations, titled);

    add_uses(program.definitions, at);
    add_uses(program.tables, at);
    add_uses(program.scorecards, at);
    add_uses(program.grades, at);
    add_uses(program.awards, at);
    for (const auto& nomination : program.nominations) add_rounds(nomination, at++);
  }

  Graph graph;

 private:
  static constexpr auto titled = [](const auto& rule) {
    return Rule{rule.title.text, rule.title.language, rule.written};
  };

  template <class Rules, class Describe>
  void add_rules(const Rules& rules, Describe describe) {
    for (const auto& rule : rules) boost::add_vertex(describe(rule), graph);
  }

  template <class Rules>
  void add_uses(const Rules& rules, RuleId& at) {
    for (const auto& rule : rules) {
      for_each_expression(rule, [&](const Expression& e, source::Where, const std::string& path) {
        look_at(e, at, path);
      });
      ++at;
    }
  }

  void add_rounds(const Nomination& nomination, RuleId at) {
    const auto needs = [&](NominationId other, source::Where because) {
      boost::add_edge(at, first_nomination_ + other.index, {because, {}}, graph);
    };
    if (nomination.first_round) needs(*nomination.first_round, nomination.written);
    for (const auto& offer : nomination.offers)
      if (offer.quota.base == Quota::Base::first_places) needs(offer.quota.ranking, offer.written);
  }

  void uses(RuleId user, RuleId used, const Expression& because, const std::string& path) {
    boost::add_edge(user, used, {because.written, path}, graph);
  }

  void look_at(const Expression& e, RuleId user, const std::string& path) {
    if (is_of_earlier_periods(e)) return;
    std::visit(values::match{
                   [&](const Defined& n) { uses(user, n.definition.index, e, path); },
                   [&](const Lookup& n) { uses(user, first_table_ + n.table.index, e, path); },
                   [&](const Score& n) { uses(user, first_scorecard_ + n.scorecard.index, e, path); },
                   [&](const ItemsReach& n) { uses(user, first_scorecard_ + n.scorecard.index, e, path); },
                   [&](const GradeOf& n) { uses(user, first_grades_ + n.grades.index, e, path); },
                   [&](const Eligible& n) {
                     for (const auto award : n.awards) uses(user, first_award_ + award.index, e, path);
                   },
                   [](const auto&) {}},
               e.node);
    if (const auto* defined = std::get_if<Defined>(&e.node); defined && program_[defined->definition].body) {
      // Its body stands under the definition's own vertex.
      if (defined->subject) look_at(*defined->subject, user, path);
      for (const auto& argument : defined->arguments) look_at(*argument, user, path);
      return;
    }
    for_each_part(e, [&](const Expression& part) { look_at(part, user, path); });
  }

  static bool is_of_earlier_periods(const Expression& e) {
    if (const auto* moved = std::get_if<Moved>(&e.node)) {
      const auto* ago = std::get_if<YearsAgo>(&moved->to);
      return ago && ago->years > 0;
    }
    if (const auto* years = std::get_if<InYears>(&e.node)) {
      const auto* last = std::get_if<LastYears>(&years->years);
      return last && last->before;
    }
    return false;
  }

  const Program& program_;
  RuleId first_table_ = 0, first_scorecard_ = 0, first_grades_ = 0, first_award_ = 0, first_nomination_ = 0;
};

struct Step {
  RuleId from, to;
  Uses uses;
};

// A shortest way from the first rule of a group back to itself, within the group.
std::vector<Step> circle(const Graph& graph, const std::vector<std::size_t>& group, RuleId first) {
  std::vector<std::optional<Step>> came(boost::num_vertices(graph));
  std::vector<RuleId> reached{first};
  for (std::size_t next = 0; next < reached.size(); ++next)
    for (const auto edge : boost::make_iterator_range(boost::out_edges(reached[next], graph))) {
      const auto to = boost::target(edge, graph);
      if (group[to] != group[first] || came[to]) continue;
      came[to] = Step{reached[next], to, graph[edge]};
      if (to != first) {
        reached.push_back(to);
        continue;
      }
      std::vector<Step> way{*came[to]};
      while (way.back().from != first) way.push_back(*came[way.back().from]);
      return {way.rbegin(), way.rend()};
    }
  return {};
}

void report_circle(Build& build, const Graph& graph, const std::vector<Step>& way) {
  std::string names;
  for (const auto& step : way) {
    names += '\'' + graph[step.from].name + '\'';
    if (!step.uses.path.empty()) names += ' ' + step.uses.path;
    names += " → ";
  }
  const auto& first = graph[way.front().from];
  names += '\'' + first.name + '\'';
  auto& diagnostic = build.diagnostics.report(Kind::rules_in_circle, way.front().uses.because,
                                              first.language, {names});
  for (std::size_t i = 1; i < way.size(); ++i)
    diagnostic.label(way[i].uses.because, {"'" + graph[way[i].from].name + "' needs '" + graph[way[i].to].name + "' here",
                                           "'" + graph[way[i].from].name + "' cần '" + graph[way[i].to].name + "' ở đây"});
}

}  // namespace

void check_circles(Build& build) {
  const Dependences dependences(build.program);
  const auto& graph = dependences.graph;
  std::vector<std::size_t> group(boost::num_vertices(graph));
  const auto groups = boost::strong_components(
      graph, boost::make_iterator_property_map(group.begin(), boost::get(boost::vertex_index, graph)));

  std::vector<std::size_t> size(groups);
  for (const auto one : group) ++size[one];
  std::vector<bool> told(groups);
  for (RuleId rule = 0; rule < group.size(); ++rule) {
    const bool alone = size[group[rule]] == 1 && !boost::edge(rule, rule, graph).second;
    if (alone || told[group[rule]]) continue;
    const auto way = circle(graph, group, rule);
    if (way.empty()) continue;
    told[group[rule]] = true;
    report_circle(build, graph, way);
  }
}

}  // namespace tdkt::typed
