// SPDX-License-Identifier: Apache-2.0
#include "reports/card_words.hpp"

#include "reports/words.hpp"

namespace tdkt::reports {

using verdicts::Outcome;

bool excludes(const card::Card& card) {
  return card.criterion->kind == typed::CriterionKind::bar || card.criterion->kind == typed::CriterionKind::defer;
}

Phrase name_of(const card::Card& card) {
  const auto of = [&](grammar::Language language) {
    const auto rule = '"' + card.rule.in(language) + '"';
    std::string own = card.place;
    if (own.empty() && card.title) own = '"' + card.title->in(language) + '"';
    if (own.empty()) return rule;
    return own + std::string(either(language, " of ", " của ")) + rule;
  };
  return {of(grammar::Language::english), of(grammar::Language::vietnamese)};
}

Phrase verdict_of(const card::Card& card, const card::Case& one) {
  if (card.by_outcome)
    return {std::string(words_of(one.outcome, grammar::Language::english)),
            std::string(words_of(one.outcome, grammar::Language::vietnamese))};
  switch (one.truth) {
    case values::Truth::yes: return {"met", "đạt"};
    case values::Truth::no: return {"not met", "không đạt"};
    case values::Truth::unknown: break;
  }
  return {"unknown", "chưa xác định"};
}

CaseState state_of(const card::Card& card, const card::Case& one) {
  if (!card.by_outcome)
    return one.truth == values::Truth::yes  ? CaseState::good
           : one.truth == values::Truth::no ? CaseState::bad
                                            : CaseState::open;
  if (one.outcome == Outcome::eligible || one.outcome == Outcome::kept) return CaseState::good;
  return one.outcome == Outcome::ineligible || one.outcome == Outcome::broken ? CaseState::bad : CaseState::open;
}

std::string_view mark_of(CaseState state) {
  switch (state) {
    case CaseState::good: return "✓";
    case CaseState::bad: return "✗";
    case CaseState::open: return "?";
  }
  return {};
}

Phrase heading_of_negation(const card::Card& card) {
  if (card.criterion->kind == typed::CriterionKind::bar) return {"does not bar when", "vẫn xét khi"};
  if (card.criterion->kind == typed::CriterionKind::defer) return {"does not defer when", "không tạm dừng khi"};
  return {"not met when", "không đạt khi"};
}

}  // namespace tdkt::reports
