// SPDX-License-Identifier: Apache-2.0
#include "mutations/statements.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_set>

#include "grammar/spelling.hpp"
#include "typed/rule_expressions.hpp"
#include "values/match.hpp"

namespace tdkt::mutations {

namespace {

using typed::Expression;

std::set<std::string> keys_of(const typed::Title& title) {
  std::set<std::string> keys{grammar::key_of(title.text)};
  if (title.translation) keys.insert(grammar::key_of(*title.translation));
  return keys;
}

std::set<std::string> keys_of(const columns::Name& name) {
  std::set<std::string> keys;
  for (const auto& forms : name.forms)
    for (const auto& form : forms) keys.insert(grammar::key_of(form));
  return keys;
}

class Reach {
 public:
  explicit Reach(const typed::Program& program) : program_(program) {
    enter(Kind::definition, program.definitions, [](const auto& n) { return keys_of(n.name); });
    enter(Kind::parameter, program.parameters, [](const auto& n) { return keys_of(n.name); });
    enter(Kind::table, program.tables, [](const auto& n) { return keys_of(n.name); });
    enter(Kind::scorecard, program.scorecards, [](const auto& n) { return keys_of(n.title); });
    enter(Kind::grades, program.grades, [](const auto& n) { return keys_of(n.title); });
    enter(Kind::award, program.awards, [](const auto& n) { return keys_of(n.title); });
  }

  void add(Statement statement) {
    if (!found.insert(statement).second) return;
    for (const auto& key : keys_[statement])
      for (const auto same : named_[{statement.kind, key}]) add(same);
    look_into(statement);
  }

  void add(const Expression& expression) {
    if (!seen_.insert(&expression).second) return;
    std::visit(values::match{[&](const typed::Defined& n) { add({Kind::definition, n.definition.index}); },
                             [&](const typed::Parameter& n) { add({Kind::parameter, n.parameter.index}); },
                             [&](const typed::Lookup& n) { add({Kind::table, n.table.index}); },
                             [&](const typed::Score& n) { add({Kind::scorecard, n.scorecard.index}); },
                             [&](const typed::ItemsReach& n) { add({Kind::scorecard, n.scorecard.index}); },
                             [&](const typed::GradeOf& n) { add({Kind::grades, n.grades.index}); },
                             [&](const typed::Eligible& n) {
                               for (const auto award : n.awards) add({Kind::award, award.index});
                             },
                             [&](const typed::Evidence&) { add_ranked_awards(); },
                             [](const auto&) {}},
               expression.node);
    typed::for_each_part(expression, [&](const Expression& part) { add(part); });
  }

  std::set<Statement> found;

 private:
  template <class Things, class Keys>
  void enter(Kind kind, const Things& things, Keys keys_of) {
    for (std::uint32_t i = 0; i < things.size(); ++i) {
      const Statement statement{kind, i};
      keys_[statement] = keys_of(things[i]);
      for (const auto& key : keys_[statement]) named_[{kind, key}].push_back(statement);
    }
  }

  // Awards that compete for documents.
  void add_ranked_awards() {
    for (const auto& pack : program_.packs)
      for (const auto& title : pack.order_of_awards)
        for (const auto award : named_[{Kind::award, grammar::key_of(title)}]) add(award);
  }

  template <class Rule>
  void look_into_rule(const Rule& rule) {
    typed::for_each_expression(rule, [&](const Expression& expression, auto&&...) { add(expression); });
  }

  void look_into(Statement statement) {
    const auto i = statement.index;
    switch (statement.kind) {
      case Kind::definition: return look_into_rule(program_.definitions[i]);
      case Kind::table: return look_into_rule(program_.tables[i]);
      case Kind::scorecard: return look_into_rule(program_.scorecards[i]);
      case Kind::grades: return look_into_rule(program_.grades[i]);
      case Kind::award: return look_into_rule(program_.awards[i]);
      case Kind::report: return look_into_rule(program_.reports[i]);
      case Kind::check: return look_into_rule(program_.checks[i]);
      case Kind::nomination:
        look_into_rule(program_.nominations[i]);
        for (const auto& offer : program_.nominations[i].offers)
          for (const auto award : offer.eligible_for) add({Kind::award, award.index});
        return;
      case Kind::parameter:
      case Kind::calendar: return;
    }
  }

  const typed::Program& program_;
  std::map<Statement, std::set<std::string>> keys_;
  std::map<std::pair<Kind, std::string>, std::vector<Statement>> named_;
  std::unordered_set<const Expression*> seen_;
};

}  // namespace

std::set<Statement> reached(const typed::Program& program, const std::set<Statement>& start) {
  Reach reach(program);
  for (const auto statement : start) reach.add(statement);
  reach.add({Kind::calendar, 0});
  return std::move(reach.found);
}

std::set<Statement> asked_by(const typed::Program& program, const typed::Expression& expression) {
  Reach reach(program);
  reach.add(expression);
  return std::move(reach.found);
}

}  // namespace tdkt::mutations
