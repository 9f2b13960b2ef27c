// SPDX-License-Identifier: Apache-2.0
// Where all changes come together.
//
// A sentence can stand in several places: a definition is put in where it is used. A change is
// therefore a change of every node of one kind that was written at one place, wherever it stands.
#include "mutations/mutations.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "mutations/contexts.hpp"
#include "mutations/rule_changes.hpp"
#include "mutations/slots.hpp"
#include "mutations/steps.hpp"
#include "mutations/wording.hpp"
#include "typed/reader/rewrite.hpp"

namespace tdkt::mutations {

using typed::Expr;
using typed::Expression;

namespace {

// A node as its author sees it.
using Site = std::pair<source::Where, std::size_t>;  // where it is written, and its kind
Site site_of(const Expression& expression) { return {expression.written, expression.node.index()}; }

struct Found {
  Expr node, root;                // the root is what is printed to show the change
  Context context;
  Statement statement;
  std::set<Statement> touched;
};

class Sites {
 public:
  explicit Sites(const typed::Program& program) : contexts_(contexts_of(program)) {
    for_each_slot(program, [&](const Expr& expression, Statement statement) {
      if (!expression) return;
      statement_ = statement;
      const auto context = contexts_.find(expression.get());
      enter(expression, context == contexts_.end() ? Context{sentence_of(program, *expression), {}} : context->second, program);
    });
  }

  std::map<Site, Found> found;
  std::vector<Site> order;

 private:
  void enter(const Expr& root, const Context& context, const typed::Program& program) {
    const auto look = [&](const auto& self, const Expression& expression) -> void {
      if (!seen_.insert({&expression, statement_}).second) return;
      const auto site = site_of(expression);
      const auto [at, is_new] = found.try_emplace(site);
      if (is_new) {
        at->second = {std::make_shared<const Expression>(expression), root, context, statement_, {}};
        order.push_back(site);
      }
      at->second.touched.insert(statement_);
      // The words of a definition's body are not those of the sentence that uses it.
      const auto* defined = std::get_if<typed::Defined>(&expression.node);
      const bool takes = takes_literals(expression);
      typed::for_each_part(expression, [&](const Expression& part) {
        if (takes && std::holds_alternative<typed::Literal>(part.node)) return;
        if (defined && &part == defined->meaning.get())
          enter(defined->meaning, {sentence_of(program, *defined->meaning), {}}, program);
        else
          self(self, part);
      });
    };
    look(look, *root);
  }

  std::map<const Expression*, Context> contexts_;
  Statement statement_{Kind::calendar, 0};
  std::set<std::pair<const Expression*, Statement>> seen_;
};

typed::reading::Rewrite rewriting(const Site& site, const std::function<void(typed::Node&)>& apply) {
  return typed::reading::Rewrite([site, apply](const Expr& expression) -> Expr {
    if (site_of(*expression) != site) return nullptr;
    auto changed = *expression;
    apply(changed.node);
    return std::make_shared<const Expression>(std::move(changed));
  });
}

bool raises(const Expression& before, const NodeChange& change) {
  auto node = before.node;
  change.apply(node);
  const auto number = [](const typed::Node& of) -> const values::Decimal* {
    const auto* literal = std::get_if<typed::Literal>(&of);
    return literal ? std::get_if<values::Decimal>(&literal->value) : nullptr;
  };
  const auto *was = number(before.node), *becomes = number(node);
  return was && becomes && *becomes > *was;
}

void add_sentences(const typed::Program& program, std::vector<Mutant>& mutants) {
  const Sites sites(program);
  const auto out_of_reach = ceilings_out_of_reach(program);
  for (const auto& site : sites.order) {
    const auto& found = sites.found.at(site);
    for (const auto& change : changes_of(program, *found.node)) {
      if (out_of_reach.contains(found.root.get()) && raises(*found.node, change)) continue;
      const auto after = rewriting(site, change.apply)(found.root);
      const auto before_words = sentence_of(program, *found.root, found.context.level);
      const auto after_words = sentence_of(program, *after, found.context.level);
      if (before_words.english == after_words.english) continue;
      mutants.push_back({became(before_words, after_words), found.context.sentence, title_of(program, found.statement),
                         language_of(program, found.statement), change.at, found.touched,
                         [site, apply = change.apply](typed::Program& changed) {
                           auto rewrite = rewriting(site, apply);
                           for_each_slot(changed, [&](Expr& expression, Statement) {
                             if (expression) expression = rewrite(expression);
                           });
                         }});
    }
  }
}

void add_rules(const typed::Program& program, std::vector<Mutant>& mutants) {
  std::vector<RuleChange> changes;
  add_award_changes(program, changes);
  add_scorecard_changes(program, changes);
  add_table_changes(program, changes);
  add_nomination_changes(program, changes);
  add_calendar_changes(program, changes);
  for (auto& change : changes)
    mutants.push_back({std::move(change.change), std::move(change.sentence), title_of(program, change.statement),
                       language_of(program, change.statement), change.at, {change.statement}, std::move(change.apply)});
}

}  // namespace

std::vector<Mutant> mutants(const typed::Program& program) {
  std::vector<Mutant> mutants;
  add_sentences(program, mutants);
  add_rules(program, mutants);
  const auto order = [](const Mutant& a) { return std::tie(a.written, a.change.english, a.sentence.english); };
  std::stable_sort(mutants.begin(), mutants.end(), [&](const Mutant& a, const Mutant& b) { return order(a) < order(b); });
  return mutants;
}

typed::Program mutated(const typed::Program& program, const Mutant& mutant) {
  auto changed = program;
  mutant.apply(changed);
  return changed;
}

}  // namespace tdkt::mutations
