// SPDX-License-Identifier: Apache-2.0
// Which facts and attestations would settle what is not known.
#include <set>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/on_record.hpp"

namespace tdkt::verdicts {
namespace {

using evaluate::Cause;
using values::Truth;

// Walks through what is not known of an expression, down to the records that are missing.
class Unknowns {
 public:
  explicit Unknowns(const Look& look) : look_(look) {}

  void of(const Expression& expression, const Environment& at) {
    if (deep_ > 12) return;
    const auto cell = look_.evaluation.value(expression, at);
    if (is_known(cell.value)) return;
    ++deep_;
    std::visit(values::match{
                   [&](const typed::FactOf& n) { of_fact(n, cell.cause, at); },
                   [&](const typed::Related& n) { of_related(n, cell.cause, at); },
                   [&](const typed::Moved& n) { of(*n.body, moved(look_, n, at)); },
                   [&](const typed::Within& n) { of_within(n, at); },
                   [&](const typed::InYears& n) { of_years(n, at); },
                   [&](const typed::OverPeriods& n) {
                     for (const auto period : columns::periods_within(look_.program.schema, n.each, at.period))
                       of(*n.body, in_period(period, at));
                   },
                   [&](const typed::Quantified& n) { of_set(n.set, n.predicate, at), of(*n.amount.low, at); },
                   [&](const typed::Aggregate& n) {
                     of_set(n.set, n.predicate, at);
                     if (n.value) of_set(n.set, n.value, at);
                   },
                   [&](const typed::MemberWith& n) {
                     of_set(n.set, n.value, at);
                     if (cell.cause == Cause::tied_members)
                       add(say(Say::settle_tie, {name_of(look_, n.set)}));
                   },
                   [&](const typed::MemberOf& n) { of(*n.entity, at), of_set(n.set, nullptr, at); },
                   [&](const typed::Rank& n) { of_rank(n, at); },
                   [&](const typed::InTop& n) { of_rank(n.rank, at), of(*n.top, at); },
                   [&](const typed::Score& n) { of_score(n, at); },
                   [&](const typed::ItemsReach& n) {
                     if (const auto row = row_of(look_, *n.subject, at))
                       of_scorecard(n.scorecard, judging(*row, at.period));
                   },
                   [&](const typed::GradeOf& n) { of_grades(n, at); },
                   [&](const typed::Eligible& n) { of_awards(n, at); },
                   [&](const typed::Received& n) { of_received(n, at); },
                   [&](const typed::Rotates& n) { of_rotation(n, at); },
                   [&](const typed::Evidence& n) { of_set(n.set, nullptr, at), of(*n.count, at); },
                   [&](const typed::Defined& n) {
                     if (const auto then = meaning_of(look_, n, at); then.meaning) of(*then.meaning, then.at);
                   },
                   [&](const auto&) {
                     typed::for_each_part(expression, [&](const Expression& part) { of(part, at); });
                   }},
               expression.node);
    --deep_;
  }

  void of_scorecard(typed::ScorecardId id, const Environment& at) {
    for (const auto& node : look_.program[id].nodes) {
      for (const auto* part : {&node.points, &node.ceiling, &node.applies_when}) {
        if (*part) of(**part, at);
      }
    }
  }

  std::vector<Phrase> found;

 private:
  void add(Phrase phrase) {
    if (seen_.insert(phrase.english).second) found.push_back(std::move(phrase));
  }

  void of_fact(const typed::FactOf& node, Cause cause, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    if (node.key && !row_of(look_, *node.key, at)) return of(*node.key, at);
    const auto& fact = look_.program.schema[node.fact];
    const auto name = name_of(fact.name), whom = text_of(look_, fact.of, *row);
    if (cause == Cause::no_table) return add(say(Say::settle_table, {name}));
    if (cause == Cause::contradiction) {
      return add(say(Say::settle_contradiction, {say(Say::settle_fact_once, {name, whom})}));
    }
    if (!has_periods(fact.timing)) return add(say(Say::settle_fact_once, {name, whom}));
    const auto period = period_of(look_, fact.timing, at);
    if (fact.attested_by) return add(say(Say::settle_attestation, {body_of(fact), name, whom, period}));
    if (node.key) {
      const auto key = text_of(look_, node.key->type.entity, *row_of(look_, *node.key, at));
      return add(say(Say::settle_fact_for, {name, whom, key, period}));
    }
    add(say(Say::settle_fact, {name, whom, period}));
  }

  void of_related(const typed::Related& node, Cause cause, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    add_relation(node.relation, node.inverse, *row, cause, at);
  }

  // `when`: of dated records, the days or years that are looked at.
  void add_relation(columns::RelationId id, bool inverse, Row row, Cause cause, const Environment& at,
                    const std::optional<Phrase>& when = std::nullopt) {
    const auto& relation = look_.program.schema[id];
    const auto name = name_of(inverse && relation.inverse ? *relation.inverse : relation.name);
    if (cause == Cause::no_table) return add(say(Say::settle_table, {name_of(relation.name)}));
    const auto whom = text_of(look_, inverse ? relation.to : relation.of, row);
    if (has_periods(relation.timing)) {
      return add(say(Say::settle_relation, {name, whom, period_of(look_, relation.timing, at)}));
    }
    if (when) return add(say(Say::settle_relation, {name, whom, *when}));
    add(say(Say::settle_fact_once, {name, whom}));
  }

  void of_within(const typed::Within& node, const Environment& at) {
    auto within = at;
    within.window = node.years;
    of(*node.body, within);
  }

  void of_years(const typed::InYears& node, const Environment& at) {
    const auto years = years_of(look_, node.years, *node.body, at);
    for (const int year : years.value_or(std::vector<int>{})) of(*node.body, in_year(year, node, at));
  }

  // Who belongs, and what is asked of those who do or may.
  void of_set(const typed::Set& set, const typed::Expr& asked, const Environment& at) {
    const auto members = look_.evaluation.members(set, at);
    if (!members.complete && !set.steps.empty()) {
      const auto row = set.from ? row_of(look_, *set.from, at) : std::nullopt;
      if (set.from && !row) return of(*set.from, at);
      const auto& step = set.steps.front();
      const bool dated = look_.program.schema[step.relation].timing.cadence == values::Cadence::dated;
      const auto when = dated ? std::optional(text_of(look_, set, at)) : std::nullopt;
      if (row) add_relation(step.relation, step.inverse, *row, members.cause, at, when);
    }
    for (const auto& member : members.members) {
      const auto inner = at_member(set, member.row, at);
      if (member.belongs == Truth::unknown) {
        if (!set.steps.empty()) {
          for (const auto& filter : set.steps.back().filters) of(*filter, inner);
        }
        for (const auto& filter : set.key_filters) of(*filter, inner);
      }
      if (asked) of(*asked, inner);
    }
  }

  void of_rank(const typed::Rank& node, const Environment& at) {
    of(*node.subject, at);
    of_set(node.among, node.value, at);
  }

  void of_score(const typed::Score& node, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    of_scorecard(node.scorecard, judging(*row, at.period));
  }

  void of_grades(const typed::GradeOf& node, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    for (const auto& grade : look_.program[node.grades].rows) {
      if (!grade.when) break;
      const auto there = judging(*row, at.period);
      if (look_.evaluation.truth(*grade.when, there) == Truth::yes) break;
      of(*grade.when, there);
    }
  }

  void of_awards(const typed::Eligible& node, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    const auto award = look_.in_force.award(node.awards, node.subject->type.entity, at.period);
    if (award) of_criteria(look_.program[*award].criteria, judging(*row, at.period));
  }

  void of_criteria(const std::vector<typed::Criterion>& criteria, const Environment& at) {
    for (const auto& criterion : criteria) {
      if (look_.evaluation.criterion(criterion, at) != Truth::unknown) continue;
      if (criterion.condition) of(*criterion.condition, at);
      if (criterion.except_when) of(*criterion.except_when, at);
      of_criteria(criterion.parts, at);
    }
  }

  void of_received(const typed::Received& node, const Environment& at) {
    const auto row = row_of(look_, *node.subject, at);
    if (!row) return of(*node.subject, at);
    for (const auto& use : look_.program.schema[node.verb].uses) {
      if (use.subject == node.subject->type.entity && use.records) {
        add_relation(*use.records, false, *row, Cause::none, at);
      }
    }
  }

  void of_rotation(const typed::Rotates& node, const Environment& at) {
    const auto subject = row_of(look_, *node.subject, at);
    if (!subject) return of(*node.subject, at);
    const int back = node.rule == typed::Rotation::no_repeat_within ? node.years - 1 : 1;
    for (int year = at.period.year() - back; year <= at.period.year(); ++year) {
      const auto there = in_year(year, at);
      const bool deputy =
          node.rule == typed::Rotation::deputy_follows && year < at.period.year() && node.deputy;
      const auto relation = deputy ? *node.deputy : node.relation;
      const auto leader =
          related_on_record(look_.program.schema, look_.dataset, relation, false, *subject, there.period);
      if (leader.rows.size() != 1) add_relation(relation, false, *subject, leader.cause, there);
    }
  }

  const Look& look_;
  std::set<std::string> seen_;
  int deep_ = 0;
};

}  // namespace

std::vector<Phrase> would_settle(const Look& look, const Expression& expression, const Environment& at) {
  Unknowns unknowns(look);
  unknowns.of(expression, at);
  return std::move(unknowns.found);
}

std::vector<Phrase> would_settle(const Look& look, typed::ScorecardId scorecard, const Environment& at) {
  Unknowns unknowns(look);
  unknowns.of_scorecard(scorecard, at);
  return std::move(unknowns.found);
}

void clear_inner_settling(Reason& reason) {
  for (auto& part : reason.reasons) {
    part.would_settle.clear();
    clear_inner_settling(part);
  }
}

void add_new(std::vector<Phrase>& all, const std::vector<Phrase>& more) {
  for (const auto& phrase : more) {
    bool there = false;
    for (const auto& other : all) there = there || other.english == phrase.english;
    if (!there) all.push_back(phrase);
  }
}

}  // namespace tdkt::verdicts
