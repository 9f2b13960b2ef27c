// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "typed/build_steps.hpp"

namespace tdkt::typed {

namespace {

using NodeKind = ScoreNode::Kind;

std::optional<NodeKind> kind_of(Keyword keyword) {
  switch (keyword) {
    case Keyword::part: return NodeKind::part;
    case Keyword::item: return NodeKind::item;
    case Keyword::bonus_item: return NodeKind::bonus;
    case Keyword::penalty_item: return NodeKind::penalty;
    default: return std::nullopt;
  }
}

// Nodes in the order written, a part before what it holds; `clauses` runs in step.
struct Layout {
  std::vector<ScoreNode> nodes;
  std::vector<const Clause*> clauses;
};

void lay_out(const Item& item, const std::vector<Clause>& clauses, std::uint32_t above, Layout& layout) {
  for (const auto& clause : clauses) {
    const auto kind = kind_of(clause.keyword);
    if (!kind) continue;
    ScoreNode node{.kind = *kind, .title = {}, .label = {}, .parts = {}, .points = {},
                   .ceiling = {}, .applies_when = {}, .scaled_to = {}, .rounded = {}, .written = {}};
    if (clause.title) node.title = title_of(item, *clause.title, clause.translation);
    if (clause.label) node.label = clause.label->text;
    node.written = item.at(clause.title ? clause.title->span : clause.keyword_span);

    const auto index = static_cast<std::uint32_t>(layout.nodes.size());
    // Bonuses and penalties stand outside the parts, wherever they are written.
    const bool outside = *kind == NodeKind::bonus || *kind == NodeKind::penalty;
    layout.nodes[outside ? 0 : above].parts.push_back(index);
    layout.nodes.push_back(std::move(node));
    layout.clauses.push_back(&clause);
    lay_out(item, clause.parts, index, layout);
  }
}

Layout layout_of(const Item& item) {
  Layout layout;
  layout.nodes.push_back({.kind = NodeKind::whole, .title = title_of(item), .label = {},
                          .parts = {}, .points = {}, .ceiling = {}, .applies_when = {}, .scaled_to = {},
                          .rounded = {}, .written = item.header()});
  layout.clauses.push_back(nullptr);
  lay_out(item, item->clauses, 0, layout);
  return layout;
}

// `to 2 decimals`, `up to 0 decimals`
std::optional<Rounded> rounding(Build& build, const Item& item, const Sentence& words) {
  Rounded rounded{nullptr, values::Rounding::half_away, 0};
  auto rest = words;
  if (const auto up = end_of(Keyword::upwards, rest, 0, item)) {
    // `up to 2 decimals` begins with `up`, not with the ceiling's `up to`.
    rounded.rounding = values::Rounding::up;
    rest = after(rest, up);
  } else if (const auto down = end_of(Keyword::downwards, rest, 0, item)) {
    rounded.rounding = values::Rounding::down;
    rest = after(rest, down);
  }
  if (rest.empty()) return rounded;
  rest = after(rest, end_of(Keyword::to_places, rest, 0, item));
  if (rest.words.size() > 1 && end_of(Keyword::decimals, rest, 1, item) == rest.words.size()) {
    const auto places = plain_whole(build, item, syntax::part_of(rest, 0, 1), Decimal::digits);
    if (!places) return std::nullopt;
    rounded.places = *places;
    return rounded;
  }
  report(build, item, Kind::rounding_wanted, words.span, {text_of(words)});
  return std::nullopt;
}

Expr literal(const Item& item, const Decimal& value, source::Span at) {
  Type type;
  type.kind = TypeKind::number;
  type.whole = value.is_whole();
  return make(Literal{value}, type, item.at(at));
}

// `points by party rating`: the greatest value of the table is the ceiling.
Expr ceiling_of_table(const Program& program, const Item& item, const Expression& points) {
  const auto* lookup = std::get_if<Lookup>(&points.node);
  if (!lookup) return nullptr;
  std::optional<Decimal> greatest;
  for (const auto& row : program[lookup->table].rows) {
    const auto* value = std::get_if<Literal>(&row.outcome->node);
    const auto* number = value ? std::get_if<Decimal>(&value->value) : nullptr;
    if (!number) return nullptr;
    if (!greatest || *number > *greatest) greatest = *number;
  }
  return greatest ? literal(item, *greatest, points.written.span) : nullptr;
}

void read_modifier(Build& build, const Item& item, const Clause& clause, EntityId of, ScoreNode& node) {
  switch (clause.keyword) {
    case Keyword::up_to: node.ceiling = number(build, item, clause.sentence, {of}); break;
    case Keyword::out_of:
      if (const auto value = plain_number(build, item, clause.sentence))
        node.ceiling = literal(item, *value, clause.sentence.span);
      break;
    case Keyword::all_or_nothing: node.all_or_nothing = true; break;
    case Keyword::applies_when: node.applies_when = condition(build, item, clause.sentence, {of}); break;
    case Keyword::scaled_to: node.scaled_to = plain_number(build, item, clause.sentence); break;
    case Keyword::rounding: node.rounded = rounding(build, item, clause.sentence); break;
    default: break;
  }
}

void read_points(Build& build, const Item& item, const Clause& clause, EntityId of, ScoreNode& node) {
  if (!clause.after_colon) return;
  node.points = node.all_or_nothing ? condition(build, item, *clause.after_colon, {of})
                                    : number(build, item, *clause.after_colon, {of});
  if (!node.points) return;
  const bool waived = clause_of(clause.parts, Keyword::without_a_ceiling) != nullptr;
  const bool said = clause_of(clause.parts, Keyword::up_to) != nullptr;
  if (said || waived) return;
  node.ceiling = ceiling_of_table(build.program, item, *node.points);
  if (!node.ceiling && (node.kind == NodeKind::item || node.all_or_nothing))
    report(build, item, Kind::ceiling_missing, node.written.span, {node.title.text});
}

void read_node(Build& build, const Item& item, const Clause* clause, EntityId of, ScoreNode& node) {
  const auto& modifiers = clause ? clause->parts : item->clauses;
  for (const auto& modifier : modifiers) read_modifier(build, item, modifier, of, node);
  if (clause) read_points(build, item, *clause, of, node);
}

}  // namespace

void declare_scorecards(Build& build) {
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::scorecard) continue;
    Scorecard card{.title = title_of(item), .scope = first_scope_of(build, item, item->header),
                   .citation = citation_of(build, item), .nodes = layout_of(item).nodes, .pack = item.pack,
                   .written = item.header()};
    card.bonus_above_the_ceiling =
        clause_of(item->clauses, Keyword::bonus_above_the_ceiling) != nullptr;
    build.program.scorecards.push_back(std::move(card));
  }
}

void build_scorecards(Build& build) {
  std::size_t next = 0;
  for (const auto& item : build.items) {
    if (item->keyword != Keyword::scorecard) continue;
    const auto index = next++;
    complete_scope(build, item, item->header, build.program.scorecards[index].scope);
    if (!is_for_somebody(build, item)) continue;
    const auto clauses = layout_of(item).clauses;
    const auto of = build.program.scorecards[index].scope.entity;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      auto node = build.program.scorecards[index].nodes[i];
      read_node(build, item, clauses[i], of, node);
      build.program.scorecards[index].nodes[i] = std::move(node);
    }
  }
}

}  // namespace tdkt::typed
