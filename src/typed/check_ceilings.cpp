// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"
#include "typed/check.hpp"
#include "typed/rule_expressions.hpp"

namespace tdkt::typed {

namespace {

std::optional<Decimal> plain(const Expr& ceiling) {
  if (!ceiling) return std::nullopt;
  const auto* literal = std::get_if<Literal>(&ceiling->node);
  const auto* number = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

// What the parts can reach together; bonuses and penalties stand outside. A part that can be left out
// makes a sum of its own.
std::optional<Decimal> greatest(const Scorecard& card, const ScoreNode& node) {
  Decimal all;
  bool any = false;
  for (const auto index : node.parts) {
    const auto& part = card.nodes[index];
    if (part.kind == ScoreNode::Kind::bonus || part.kind == ScoreNode::Kind::penalty) continue;
    if (part.applies_when) return std::nullopt;
    const auto own = part.scaled_to ? part.scaled_to : plain(part.ceiling);
    if (!own) return std::nullopt;
    const auto next = values::sum(all, *own);
    if (!next) return std::nullopt;
    all = *next;
    any = true;
  }
  return any ? std::optional(all) : std::nullopt;
}

// The items that are said to go without a ceiling, as the file has them.
void add_unlimited(const Item& item, const std::vector<Clause>& clauses, std::vector<source::Where>& unlimited) {
  for (const auto& clause : clauses) {
    if (clause.keyword == Keyword::item && clause.title && clause_of(clause.parts, Keyword::without_a_ceiling))
      unlimited.push_back(item.at(clause.title->span));
    add_unlimited(item, clause.parts, unlimited);
  }
}

// `every item of "S" reaches 80% of its ceiling`: each item must have one.
class SharesOfCeilings {
 public:
  explicit SharesOfCeilings(Build& build) : build_(build) {
    for (const auto& item : build.items)
      if (item->keyword == Keyword::scorecard) add_unlimited(item, item->clauses, unlimited_);
  }

  template <class Rules>
  void check(const Rules& rules) {
    for (const auto& rule : rules)
      for_each_expression(rule, [&](const Expression& e, source::Where, const std::string&) { check(e, build_.program[rule.pack].language); });
  }

 private:
  void check(const Expression& e, Language language) {
    if (const auto* reach = std::get_if<ItemsReach>(&e.node)) {
      const auto& card = build_.program[reach->scorecard];
      for (const auto& node : card.nodes)
        if (std::find(unlimited_.begin(), unlimited_.end(), node.written) != unlimited_.end()) {
          build_.diagnostics.report(Kind::item_without_ceiling, e.written, language, {card.title.text, node.title.text})
              .label(node.written, {"without a ceiling", "không giới hạn điểm"});
          return;
        }
    }
    // A definition is looked at where it stands.
    if (const auto* defined = std::get_if<Defined>(&e.node); defined && defined->arguments.empty()) return;
    for_each_part(e, [&](const Expression& part) { check(part, language); });
  }

  Build& build_;
  std::vector<source::Where> unlimited_;
};

}  // namespace

void check_ceilings(Build& build) {
  SharesOfCeilings shares(build);
  const auto& program = build.program;
  shares.check(program.awards);
  shares.check(program.definitions);
  shares.check(program.tables);
  shares.check(program.scorecards);
  shares.check(program.grades);
  shares.check(program.nominations);
  shares.check(program.reports);
  shares.check(program.checks);

  for (const auto& card : build.program.scorecards)
    for (const auto& node : card.nodes) {
      const auto ceiling = plain(node.ceiling);
      const auto parts = greatest(card, node);
      if (!ceiling || !parts || node.scaled_to || *ceiling == *parts) continue;
      build.diagnostics.report(Kind::ceilings_differ, node.written, card.title.language,
                               {node.title.text, parts->text(), ceiling->text()});
    }
}

}  // namespace tdkt::typed
