// SPDX-License-Identifier: Apache-2.0
#include "verdicts/walk.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

class Walk {
 public:
  Walk(const Look& look, const std::function<void(const Expression&, const Environment&)>& visit)
      : look_(look), visit_(visit) {
    for (const auto& table : look.dataset.entities)
      if (!table.seen.empty()) first_year_ = std::min(first_year_, table.seen.begin()->first);
  }

  void operator()(const typed::Expr& expression, const Environment& at) const {
    if (expression) (*this)(*expression, at);
  }

  void operator()(const Expression& expression, const Environment& at) const {
    auto rows = at.rows;
    std::fill(rows.begin() + at.levels, rows.end(), Row{});
    if (!seen_.insert({&expression, at.period.first, at.period.last, rows}).second) return;
    visit_(expression, at);
    std::visit(values::match{[&](const typed::Moved& n) { (*this)(n.body, moved(look_, n, at)); },
                             [&](const typed::Within& n) { of_window(n, at); },
                             [&](const typed::InYears& n) { of_years(n, at); },
                             [&](const typed::OverPeriods& n) {
                               for (const auto period : columns::periods_within(look_.program.schema, n.each, at.period))
                                 (*this)(n.body, in_period(period, at));
                             },
                             [&](const typed::If& n) { of_choice(n, at); },
                             [&](const typed::Quantified& n) {
                               (*this)(n.amount.low, at), (*this)(n.amount.high, at);
                               of_set(n.set, {n.predicate}, at);
                             },
                             [&](const typed::Aggregate& n) { of_set(n.set, {n.value, n.predicate}, at); },
                             [&](const typed::MemberWith& n) { of_set(n.set, {n.value}, at); },
                             [&](const typed::MemberOf& n) { (*this)(n.entity, at), of_set(n.set, {}, at); },
                             [&](const typed::Rank& n) { of_rank(n, at); },
                             [&](const typed::InTop& n) { of_rank(n.rank, at), (*this)(n.top, at); },
                             [&](const typed::Evidence& n) { (*this)(n.count, at), of_set(n.set, {}, at); },
                             [&](const typed::Defined& n) { of_definition(n, at); },
                             [&](const auto&) {
                               typed::for_each_part(expression, [&](const Expression& part) { (*this)(part, at); });
                             }},
               expression.node);
  }

 private:
  void of_window(const typed::Within& node, const Environment& at) const {
    auto within = at;
    within.window = node.years;
    (*this)(node.body, within);
  }

  void of_years(const typed::InYears& node, const Environment& at) const {
    const auto years = years_of(look_, node.years, *node.body, at);
    if (!years) return;
    for (const int year : *years) (*this)(node.body, in_year(year, at));
  }

  void of_choice(const typed::If& node, const Environment& at) const {
    (*this)(node.condition, at);
    const auto taken = look_.evaluation.truth(*node.condition, at);
    if (taken != Truth::no) (*this)(node.then, at);
    if (taken != Truth::yes) (*this)(node.otherwise, at);
  }

  // Filters of a step on the way, and those whom a filter surely leaves out, are passed over.
  void of_set(const typed::Set& set, const std::vector<typed::Expr>& of_members, const Environment& at) const {
    (*this)(set.from, at);
    for (const auto& member : look_.evaluation.members(set, at).members) {
      const auto there = at_member(set, member.row, at);
      if (!set.steps.empty())
        for (const auto& filter : set.steps.back().filters) (*this)(filter, there);
      for (const auto& filter : set.key_filters) (*this)(filter, there);
      for (const auto& expression : of_members) (*this)(expression, there);
    }
  }

  void of_rank(const typed::Rank& rank, const Environment& at) const {
    (*this)(rank.subject, at);
    of_set(rank.among, {rank.value}, at);
  }

  // What is in force under its name then; its meaning where it is used, where nothing else is. One that
  // looks at itself in earlier years ends where records begin.
  void of_definition(const typed::Defined& node, const Environment& at) const {
    if (at.period.year() < first_year_) return;
    const auto found = look_.in_force.definition(node.definition, at.period.last);
    const auto other = found && node.arguments.empty() && (*found != node.definition || !node.meaning)
                           ? look_.program[*found].body
                           : nullptr;
    if (!other) return (*this)(node.meaning, at);
    if (const auto row = row_of(look_, *node.subject, at)) (*this)(other, judging(*row, at.period));
  }

  const Look& look_;
  const std::function<void(const Expression&, const Environment&)>& visit_;
  int first_year_ = 10'000;
  mutable std::set<std::tuple<const Expression*, values::Date, values::Date, std::array<Row, 8>>> seen_;
};

}  // namespace

void walk(const Look& look, const Expression& expression, const Environment& at,
          const std::function<void(const Expression&, const Environment&)>& visit) {
  Walk(look, visit)(expression, at);
}

const typed::DecisionTable& answering(const Look& look, typed::TableId id, values::Period period) {
  return look.program[look.in_force.table(id, period.last).value_or(id)];
}

typed::ScorecardId answering(const Look& look, typed::ScorecardId id, values::Period period) {
  return look.in_force.scorecard(id, period.last).value_or(id);
}

typed::GradesId answering(const Look& look, typed::GradesId id, values::Period period) {
  return look.in_force.grades(id, period.last).value_or(id);
}

}  // namespace tdkt::verdicts
