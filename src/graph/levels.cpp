// SPDX-License-Identifier: Apache-2.0
// Which of the entities around it an expression looks at. A window since a receipt looks at whoever
// stands at the innermost level: the judged entity, or the member whose condition it is.
#include "graph/builder.hpp"

#include "values/match.hpp"

namespace tdkt::graph {

namespace {

bool starts_from_receipt(const typed::Span& span) {
  return std::holds_alternative<typed::SinceReceiving>(span) || std::holds_alternative<typed::AfterReceiving>(span);
}

}  // namespace

Levels Builder::levels_of(const typed::Span& span, std::uint8_t depth) {
  Levels levels;
  if (starts_from_receipt(span) && depth > 0) levels.set(depth - 1);
  const auto* before = std::get_if<typed::BeforeDay>(&span);
  const auto* within = std::get_if<typed::WithinDays>(&span);
  if (before) levels |= levels_read(*before->date, depth);
  if (within) levels |= levels_read(*within->date, depth);
  return levels;
}

Levels Builder::levels_of(const typed::Set& set, std::initializer_list<const Expression*> inside, std::uint8_t depth) {
  Levels levels, members;
  const auto deeper = static_cast<std::uint8_t>(set.level + 1);
  for (const auto* part : inside)
    if (part) members |= levels_read(*part, deeper);
  for (const auto& filter : set.key_filters) members |= levels_read(*filter, deeper);
  for (const auto& step : set.steps) {
    for (const auto& filter : step.filters) members |= levels_read(*filter, deeper);
    levels |= levels_of(step.when, depth);
  }
  if (set.level < most_levels) members.reset(set.level);
  if (set.from) levels |= levels_read(*set.from, depth);
  return levels | members;
}

Levels Builder::levels_read(const Expression& expression, std::uint8_t depth) {
  const std::pair key{&expression, depth};
  if (const auto found = levels_.find(key); found != levels_.end()) return found->second;
  Levels levels = std::visit(
      values::match{
          [](const typed::Self& n) {
            Levels own;
            if (n.level < most_levels) own.set(n.level);
            return own;
          },
          [&](const typed::Quantified& n) {
            auto own = levels_of(n.set, {n.predicate.get()}, depth);
            if (n.amount.low) own |= levels_read(*n.amount.low, depth);
            if (n.amount.high) own |= levels_read(*n.amount.high, depth);
            return own;
          },
          [&](const typed::Aggregate& n) { return levels_of(n.set, {n.value.get(), n.predicate.get()}, depth); },
          [&](const typed::MemberWith& n) { return levels_of(n.set, {n.value.get()}, depth); },
          [&](const typed::MemberOf& n) { return levels_of(n.set, {}, depth) | levels_read(*n.entity, depth); },
          [&](const typed::Rank& n) {
            return levels_of(n.among, {n.value.get()}, depth) | levels_read(*n.subject, depth);
          },
          [&](const typed::InTop& n) {
            return levels_of(n.rank.among, {n.rank.value.get()}, depth) | levels_read(*n.rank.subject, depth) |
                   levels_read(*n.top, depth);
          },
          [&](const typed::Evidence& n) { return levels_of(n.set, {}, depth) | levels_read(*n.count, depth); },
          [&](const typed::InYears& n) { return levels_of(n.years, depth) | levels_read(*n.body, depth); },
          [&](const typed::Within& n) { return levels_of(n.years, depth) | levels_read(*n.body, depth); },
          [&](const typed::Received& n) { return levels_of(n.when, depth) | levels_read(*n.subject, depth); },
          [&](const auto&) {
            Levels own;
            typed::for_each_part(expression, [&](const Expression& part) { own |= levels_read(part, depth); });
            return own;
          }},
      expression.node);
  levels_.emplace(key, levels);
  return levels;
}

}  // namespace tdkt::graph
