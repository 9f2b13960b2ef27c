// SPDX-License-Identifier: Apache-2.0
// The one-step changes of one node, gathered kind by kind: node_changes.cpp of comparisons, logic and times,
// quantity_changes.cpp of what is counted.
#pragma once

#include <algorithm>

#include "mutations/steps.hpp"
#include "values/match.hpp"

namespace tdkt::mutations {

using typed::Expr;
using typed::Expression;
using typed::Literal;
using typed::Node;
using values::Decimal;
using values::Rounding;
using values::Sign;

// A literal as a number: of a scale, the place of its value.
std::optional<Decimal> number_of(const Expr& expression);

class Changes {
 public:
  Changes(const typed::Program& program, const Expression& expression)
      : program_(program), expression_(expression) {}

  std::vector<NodeChange> all();

 private:
  void add(std::function<void(Node&)> apply) { changes_.push_back({expression_.written, std::move(apply)}); }
  void add(source::Where at, std::function<void(Node&)> apply) { changes_.push_back({at, std::move(apply)}); }

  template <class N>
  void flip(bool N::* which) {
    add([=](Node& node) { std::get<N>(node).*which = !(std::get<N>(node).*which); });
  }

  // Signs and values beside a threshold, those left out that ask the same as the first or as an
  // earlier one. Calls make(sign, value) where the value differs from the first.
  template <class Make>
  void thresholds(const Range& range, const Threshold& first, Decimal step, bool may_change_sign,
                  source::Where value_at, Make make) {
    std::vector<Threshold> known{first};
    // What always holds is as good as gone, and that is a change of its own.
    if (range.bounds.low) known.push_back({Sign::at_least, *range.bounds.low});
    const auto take = [&](const Threshold& one, source::Where at) {
      const bool beyond = (range.bounds.low && one.value < *range.bounds.low) ||
                          (range.bounds.high && one.value > *range.bounds.high) ||
                          (one.value < Decimal(0) && first.value >= Decimal(0));
      if (beyond || std::any_of(known.begin(), known.end(), [&](const auto& other) { return same_within(range, one, other); }))
        return;
      known.push_back(one);
      add(at, make(one));
    };
    for (const auto& value : {values::difference(first.value, step), values::sum(first.value, step)})
      if (value) take({first.sign, *value}, value_at);
    if (!may_change_sign) return;
    for (const auto sign : beside(first.sign)) take({sign, first.value}, expression_.written);
  }

  template <class In>
  void of(const typed::Set& set, In in) {
    for (std::size_t i = 0; i < set.steps.size(); ++i)
      for (const auto& span : steps_of(set.steps[i].when, std::nullopt))
        add([=](Node& changed) { in(changed).steps[i].when = span; });
  }

  template <class In>
  void amounts(const Expr& literal, Decimal least, In in) {
    const auto value = number_of(literal);
    if (!value) return;
    const auto step = step_of(*value, literal->type);
    for (const auto& to : {values::difference(*value, step), values::sum(*value, step)})
      if (to && *to >= least)
        add(literal->written, [=](Node& changed) { in(changed) = as_literal(*to, in(changed)); });
  }

  // ---- node_changes.cpp
  void of(const typed::Compare& node);
  void of(const typed::OneOf& node);
  void of(const typed::Not& node);
  void of(const typed::Arithmetic& node);
  void of(const typed::Moved& node);
  void of(const typed::InYears& node);

  // ---- quantity_changes.cpp
  void becomes(const typed::Amount& amount);
  void of(const typed::Quantified& node);
  void of(const typed::Amount& amount);
  void between(const typed::Amount& amount, const Range& range);
  void of(const typed::Aggregate& node);
  void of(const typed::InTop& node);
  void of(const typed::Received& node);
  void of(const typed::ItemsReach& node);
  void of(const typed::Rotates& node);

  const typed::Program& program_;
  const Expression& expression_;
  std::vector<NodeChange> changes_;
};

}  // namespace tdkt::mutations
