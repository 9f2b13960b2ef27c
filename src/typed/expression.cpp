// SPDX-License-Identifier: Apache-2.0
#include "typed/expression.hpp"

#include <bitset>
#include <unordered_map>

#include "values/match.hpp"

namespace tdkt::typed {

Expr make(Node node, Type type, source::Where written) {
  return std::make_shared<const Expression>(Expression{std::move(node), type, written});
}

namespace {

using Levels = std::bitset<256>;

// Which levels an expression reads. What stands for the members of a set reads the set's level,
// which is the set's own affair and taken out again. A definition is shared by all who use it, so
// its meaning is worked out once.
class LevelsRead {
 public:
  Levels of(const Expression& expression) {
    return std::visit(
        values::match{
            [](const Self& self) {
              Levels levels;
              levels.set(self.level);
              return levels;
            },
            [&](const Quantified& n) {
              return of(n.amount.low) | of(n.amount.high) | set(n.set, {n.predicate});
            },
            [&](const Aggregate& n) { return set(n.set, {n.value, n.predicate}); },
            [&](const MemberWith& n) { return set(n.set, {n.value}); },
            [&](const MemberOf& n) { return of(n.entity) | set(n.set, {}); },
            [&](const Rank& n) { return rank(n); },
            [&](const InTop& n) { return rank(n.rank) | of(n.top); },
            [&](const Evidence& n) { return of(n.count) | set(n.set, {}); },
            [&](const Defined&) {
              const auto known = shared_.find(&expression);
              if (known != shared_.end()) return known->second;
              const auto levels = parts(expression);
              shared_.emplace(&expression, levels);
              return levels;
            },
            [&](const auto&) { return parts(expression); }},
        expression.node);
  }

 private:
  Levels of(const Expr& expression) { return expression ? of(*expression) : Levels{}; }

  Levels parts(const Expression& expression) {
    Levels levels;
    for_each_part(expression, [&](const Expression& part) { levels |= of(part); });
    return levels;
  }

  Levels set(const Set& set, std::initializer_list<Expr> of_members) {
    Levels inside;
    for (const auto& step : set.steps) {
      if (const auto* before = std::get_if<BeforeDay>(&step.when)) inside |= of(before->date);
      if (const auto* within = std::get_if<WithinDays>(&step.when)) inside |= of(within->date);
      for (const auto& filter : step.filters) inside |= of(filter);
    }
    for (const auto& filter : set.key_filters) inside |= of(filter);
    for (const auto& part : of_members) inside |= of(part);
    inside.reset(set.level);
    return inside | of(set.from);
  }

  Levels rank(const Rank& rank) { return of(rank.subject) | set(rank.among, {rank.value}); }

  std::unordered_map<const Expression*, Levels> shared_;
};

}  // namespace

std::uint8_t deepest_level(const Expression& expression) {
  const auto levels = LevelsRead().of(expression);
  for (std::size_t level = levels.size(); level-- > 1;)
    if (levels[level]) return static_cast<std::uint8_t>(level);
  return 0;
}

bool reads_level(const Expression& expression, std::uint8_t level) {
  return LevelsRead().of(expression)[level];
}

}  // namespace tdkt::typed
