// SPDX-License-Identifier: Apache-2.0
#include "mutations/contexts.hpp"

#include <algorithm>

#include "mutations/range.hpp"
#include "mutations/slots.hpp"
#include "mutations/wording.hpp"

namespace tdkt::mutations {

using typed::Expr;
using values::Decimal;

namespace {

Phrase titled(const Phrase& title, const Phrase& rest) {
  return {"“" + title.english + "”" + rest.english, "“" + title.vietnamese + "”" + rest.vietnamese};
}

Phrase behind(std::string_view english, std::string_view vietnamese, const Phrase& words) {
  return {std::string(english) + words.english, std::string(vietnamese) + words.vietnamese};
}

class Contexts {
 public:
  explicit Contexts(const typed::Program& program) : program_(program) {
    for (const auto& parameter : program.parameters)
      for (const auto& value : parameter.values)
        if (value.value) add(value.value, sentence_of(program, *value.value));
    for (const auto& table : program.tables)
      for (const auto& row : table.rows) {
        for (const auto& cell : row.cells) add(cell.value, name_of(table.name));
        add(row.outcome, name_of(table.name));
      }
    for (const auto& card : program.scorecards)
      for (const auto& node : card.nodes) of_node(node, &node == card.nodes.data() ? card.title : node.title);
    for (const auto& grades : program.grades)
      for (const auto& row : grades.rows)
        if (row.when)
          add(row.when, titled(name_of(program.schema[grades.scale].values[row.code]),
                               behind(": ", ": ", sentence_of(program, *row.when))));
    for (const auto& award : program.awards)
      for (const auto& criterion : award.criteria) of_criterion(criterion);
    for (const auto& nomination : program.nominations) of_nomination(nomination);
  }

  std::map<const typed::Expression*, Context> found;

 private:
  void add(const Expr& expression, Phrase sentence, std::optional<std::uint8_t> level = std::nullopt) {
    if (expression) found.insert({expression.get(), {std::move(sentence), level}});
  }

  void of_node(const typed::ScoreNode& node, const typed::Title& title) {
    if (node.points) add(node.points, titled(title_of(title), behind(": ", ": ", sentence_of(program_, *node.points))));
    if (node.ceiling)
      add(node.ceiling, titled(title_of(title), behind(" up to ", " tối đa ", sentence_of(program_, *node.ceiling))));
  }

  void of_criterion(const typed::Criterion& criterion) {
    add(criterion.condition, sentence_of(program_, criterion));
    if (criterion.except_when)
      add(criterion.except_when,
          behind("except when ", "trừ trường hợp ", sentence_of(program_, *criterion.except_when)));
    for (const auto& part : criterion.parts) of_criterion(part);
  }

  void of_nomination(const typed::Nomination& nomination) {
    const auto at_member = [&](const Expr& expression) {
      if (expression) add(expression, sentence_of(program_, *expression, 1), 1);
    };
    for (const auto& condition : nomination.among) at_member(condition);
    at_member(nomination.within);
    for (const auto& key : nomination.keys) at_member(key.value);
    for (const auto& offer : nomination.offers) {
      const auto what = behind("offer ", "đề nghị tặng ", titled(title_of(offer.title), ""));
      const auto& quota = offer.quota;
      for (const auto& part : {quota.number, quota.share, quota.base_number, quota.at_least}) add(part, what);
      if (offer.condition) add(offer.condition, sentence_of(program_, *offer.condition, 1), 1);
    }
    if (nomination.vote) of_criterion(*nomination.vote);
  }

  const typed::Program& program_;
};

std::optional<Decimal> greatest(const typed::Program& program, const Expr& expression) {
  return expression ? range_of(program, *expression).bounds.high : std::nullopt;
}

bool asks_for_reached_items(const typed::Program& program, std::uint32_t card) {
  bool asks = false;
  std::set<const typed::Expression*> seen;
  const auto look = [&](const auto& self, const typed::Expression& expression) -> void {
    if (asks || !seen.insert(&expression).second) return;
    const auto* reach = std::get_if<typed::ItemsReach>(&expression.node);
    asks = reach && reach->scorecard.index == card;
    typed::for_each_part(expression, [&](const typed::Expression& part) { self(self, part); });
  };
  for_each_slot(program, [&](const Expr& expression, Statement) {
    if (expression) look(look, *expression);
  });
  return asks;
}

// The most that a node earns, where that is known.
std::optional<Decimal> most_of(const typed::Program& program, const typed::Scorecard& card, const typed::ScoreNode& node) {
  std::optional<Decimal> most = Decimal(0);
  if (node.points) most = node.all_or_nothing ? std::nullopt : greatest(program, node.points);
  for (const auto part : node.parts) {
    const auto& child = card.nodes[part];
    if (child.kind == typed::ScoreNode::Kind::penalty) continue;
    // What stands outside is added to the whole, and may lift it above its ceiling.
    if (child.kind == typed::ScoreNode::Kind::bonus) return std::nullopt;
    auto one = child.ceiling ? greatest(program, child.ceiling) : most_of(program, card, child);
    most = most && one ? values::sum(*most, *one) : std::nullopt;
  }
  return most;
}

}  // namespace

std::map<const typed::Expression*, Context> contexts_of(const typed::Program& program) {
  return std::move(Contexts(program).found);
}

std::set<const typed::Expression*> ceilings_out_of_reach(const typed::Program& program) {
  std::set<const typed::Expression*> found;
  for (std::uint32_t c = 0; c < program.scorecards.size(); ++c) {
    const auto& card = program.scorecards[c];
    // What was possible counts where something is scaled or has to be reached.
    const bool counts = std::any_of(card.nodes.begin(), card.nodes.end(), [](const auto& node) { return node.scaled_to.has_value(); });
    if (counts || asks_for_reached_items(program, c)) continue;
    for (const auto& node : card.nodes) {
      const auto most = most_of(program, card, node);
      const auto* literal = node.ceiling ? std::get_if<typed::Literal>(&node.ceiling->node) : nullptr;
      const auto* ceiling = literal ? std::get_if<Decimal>(&literal->value) : nullptr;
      if (most && ceiling && *most <= *ceiling) found.insert(node.ceiling.get());
    }
  }
  return found;
}

Phrase title_of(const typed::Program& program, Statement statement) {
  const auto i = statement.index;
  switch (statement.kind) {
    case Kind::definition: return name_of(program.definitions[i].name);
    case Kind::parameter: return name_of(program.parameters[i].name);
    case Kind::table: return name_of(program.tables[i].name);
    case Kind::scorecard: return title_of(program.scorecards[i].title);
    case Kind::grades: return title_of(program.grades[i].title);
    case Kind::award: return title_of(program.awards[i].title);
    case Kind::nomination: return title_of(program.nominations[i].title);
    case Kind::report: return title_of(program.reports[i].title);
    case Kind::check: return title_of(program.checks[i].title);
    case Kind::calendar: break;
  }
  return {"days in force", "thời gian áp dụng"};
}

grammar::Language language_of(const typed::Program& program, Statement statement) {
  const auto i = statement.index;
  const auto of = [&](typed::PackId pack) {
    return pack.index < program.packs.size() ? program[pack].language : grammar::Language::english;
  };
  switch (statement.kind) {
    case Kind::definition: return of(program.definitions[i].pack);
    case Kind::parameter: return of(program.parameters[i].pack);
    case Kind::table: return of(program.tables[i].pack);
    case Kind::scorecard: return of(program.scorecards[i].pack);
    case Kind::grades: return of(program.grades[i].pack);
    case Kind::award: return of(program.awards[i].pack);
    case Kind::nomination: return of(program.nominations[i].pack);
    case Kind::report: return of(program.reports[i].pack);
    case Kind::check: return of(program.checks[i].pack);
    case Kind::calendar: break;
  }
  return program.packs.empty() ? grammar::Language::english : program.packs.front().language;
}

}  // namespace tdkt::mutations
