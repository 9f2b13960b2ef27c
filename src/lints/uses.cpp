// SPDX-License-Identifier: Apache-2.0
#include "lints/uses.hpp"

#include <map>

#include "grammar/spelling.hpp"
#include "lints/lint.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"
#include "values/match.hpp"

namespace tdkt::lints {

using typed::TypeKind;

Uses::Uses(const Program& program) : program_(program) {
  const auto each = [&](const auto& thing) {
    typed::for_each_expression(thing, [&](const Expression& e, source::Where, const std::string&) { all_of(e); });
  };
  for (const auto& definition : program.definitions) {
    each(definition);
    mark(definition.type);
    if (definition.population) mark(*definition.population);
  }
  for (const auto& parameter : program.parameters) mark(parameter.type);
  for (const auto& table : program.tables) each(table);
  for_each_rule(program, [&](const auto& rule) {
    each(rule);
    mark(rule.scope);
  });
  for (const auto& nomination : program.nominations) relations.insert(nomination.members.index);
  for (const auto& test : program.tests) {
    if (test.period) periods.insert(test.period->index);
    for (const auto& expectation : test.expectations)
      for (const auto& e : {expectation.value, expectation.expected})
        if (e) all_of(*e);
  }
  for (const auto& fact : program.schema.facts) mark(fact.type);
  mark_unread_words();
  mark_namesakes();
  mark_what_follows();
}

// A definition in use is looked into, too: with parameters it is read at each use only.
void Uses::all_of(const Expression& expression) {
  if (!seen_.insert(&expression).second) return;
  mark(expression);
  typed::for_each_part(expression, [&](const Expression& part) { all_of(part); });
}

void Uses::mark(const Expression& expression) {
  std::visit(values::match{[&](const typed::Literal& n) {
                             if (const auto* code = std::get_if<typed::Code>(&n.value)) scales.insert(code->scale.index);
                           },
                           [&](const typed::Parameter& n) { parameters.insert(n.parameter.index); },
                           [&](const typed::FactOf& n) { facts.insert(n.fact.index); },
                           [&](const typed::Related& n) { relations.insert(n.relation.index); },
                           [&](const typed::Moved& n) {
                             if (const auto* period = std::get_if<typed::InPeriod>(&n.to)) periods.insert(period->period.index);
                           },
                           [&](const typed::InYears& n) { mark(n.years); }, [&](const typed::Within& n) { mark(n.years); },
                           [&](const typed::Quantified& n) { mark(n.set); }, [&](const typed::Aggregate& n) { mark(n.set); },
                           [&](const typed::MemberWith& n) { mark(n.set); }, [&](const typed::MemberOf& n) { mark(n.set); },
                           [&](const typed::Rank& n) { mark(n.among); }, [&](const typed::InTop& n) { mark(n.rank.among); },
                           [&](const typed::Evidence& n) { mark(n.set); },
                           [&](const typed::Received& n) {
                             mark(n.when);
                             for (const auto& use : program_.schema[n.verb].uses) {
                               if (use.records) relations.insert(use.records->index);
                               if (use.by) facts.insert(use.by->index);
                             }
                           },
                           [&](const typed::Lookup& n) { tables.insert(n.table.index); },
                           [&](const typed::Defined& n) { definitions.insert(n.definition.index); },
                           [&](const typed::Rotates& n) {
                             relations.insert(n.relation.index);
                             if (n.deputy) relations.insert(n.deputy->index);
                           },
                           [](const auto&) {}},
             expression.node);
}

void Uses::mark(const typed::Type& type) {
  if (type.kind == TypeKind::scale) scales.insert(type.scale.index);
}

void Uses::mark(const typed::Span& span) {
  if (const auto* during = std::get_if<typed::DuringPeriod>(&span)) periods.insert(during->period.index);
}

void Uses::mark(const typed::Set& set) {
  for (const auto& step : set.steps) {
    relations.insert(step.relation.index);
    mark(step.when);
  }
  for (const auto fact : set.key_facts) facts.insert(fact.index);
}

void Uses::mark(const typed::Scope& scope) {
  if (scope.period) periods.insert(scope.period->index);
}

// What a used thing rests on is used with it.
void Uses::mark_what_follows() {
  const auto& schema = program_.schema;
  for (bool grown = true; grown;) {
    grown = false;
    for (const auto index : std::set(relations))
      if (const auto& base = schema.relations[index].one_of) grown = relations.insert(base->index).second || grown;
    for (const auto index : std::set(facts))
      for (const auto* bound : {&schema.facts[index].from, &schema.facts[index].to})
        if (*bound && (*bound)->fact) grown = facts.insert((*bound)->fact->index).second || grown;
  }
}

void Uses::mark_namesakes() {
  const auto united = [](const auto& things, std::set<std::uint32_t>& used) {
    std::set<std::string> keys;
    for (const auto index : used)
      for (const auto& forms : things[index].name.forms)
        for (const auto& form : forms) keys.insert(grammar::key_of(form));
    for (std::uint32_t i = 0; i < things.size(); ++i)
      for (const auto& forms : things[i].name.forms)
        for (const auto& form : forms)
          if (keys.contains(grammar::key_of(form))) used.insert(i);
  };
  united(program_.parameters, parameters);
  united(program_.definitions, definitions);
  united(program_.tables, tables);
}

// The body of a definition with parameters that nobody uses was never read: what its words may mean
// counts as used.
void Uses::mark_unread_words() {
  const auto stands_in = [](const columns::Name& name, const syntax::Sentence& words) {
    for (const auto& forms : name.forms)
      for (const auto& form : forms) {
        const auto phrase = typed::phrase_of(form);
        for (std::size_t at = 0; !phrase.empty() && at < words.words.size(); ++at)
          if (syntax::stands_at(phrase, words, at)) return true;
      }
    return false;
  };
  for (std::uint32_t i = 0; i < program_.definitions.size(); ++i) {
    const auto& words = program_.definitions[i].words;
    if (words.empty() || definitions.contains(i)) continue;
    const auto each = [&](const auto& things, std::set<std::uint32_t>& used) {
      for (std::uint32_t k = 0; k < things.size(); ++k)
        if ((&used != &definitions || k != i) && stands_in(things[k].name, words)) used.insert(k);
    };
    each(program_.schema.facts, facts);
    each(program_.schema.relations, relations);
    each(program_.parameters, parameters);
    each(program_.definitions, definitions);
    each(program_.tables, tables);
  }
}

}  // namespace tdkt::lints
