// SPDX-License-Identifier: Apache-2.0
// Which expressions have a window of their own that starts from a receipt.
#pragma once

#include "typed/expression.hpp"
#include "values/match.hpp"

namespace tdkt::oracle {

inline bool starts_from_receipt(const typed::Span& span) {
  return std::holds_alternative<typed::SinceReceiving>(span) || std::holds_alternative<typed::AfterReceiving>(span);
}

inline const typed::Span* window_from_receipt(const typed::Expression& expression) {
  const auto of_set = [](const typed::Set& set) -> const typed::Span* {
    for (const auto& step : set.steps)
      if (starts_from_receipt(step.when)) return &step.when;
    return nullptr;
  };
  const auto own = [](const typed::Span& span) { return starts_from_receipt(span) ? &span : nullptr; };
  return std::visit(values::match{[&](const typed::InYears& n) { return own(n.years); },
                                  [&](const typed::Within& n) { return own(n.years); },
                                  [&](const typed::Received& n) { return own(n.when); },
                                  [&](const typed::Quantified& n) { return of_set(n.set); },
                                  [&](const typed::Aggregate& n) { return of_set(n.set); },
                                  [&](const typed::MemberOf& n) { return of_set(n.set); },
                                  [&](const typed::Evidence& n) { return of_set(n.set); },
                                  [](const auto&) -> const typed::Span* { return nullptr; }},
                    expression.node);
}

}  // namespace tdkt::oracle
