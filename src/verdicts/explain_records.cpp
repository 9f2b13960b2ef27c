// SPDX-License-Identifier: Apache-2.0
// Decisions on record: awards received, other awards' verdicts.
#include "verdicts/explain_parts.hpp"
#include "verdicts/receipts.hpp"

namespace tdkt::verdicts {

using values::Truth;

Reason explain(const Look& look, const Expression& expression, const typed::Received& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto row = row_of(look, *node.subject, at);
  if (!row) {
    add_parts(look, *node.subject, at, reason.reasons);
    return reason;
  }
  const auto receipts =
      receipts_on_record(look, node.award, node.subject->type.entity, *row, at.period.last, node.verb);
  if (receipts.cause != evaluate::Cause::none) {
    reason.numbers = say(Say::no_table);
    return reason;
  }
  // Receipts outside the sentence's days are told apart as such, not left out.
  const auto years = years_of(look, node.when, expression, at);
  for (const auto& receipt : receipts.rows) {
    auto told = quoted(receipt.name.value_or(""));
    if (!receipt.name) told = say(Say::missing_cell_once);
    if (receipt.date) told = say(Say::received_on, {told, text_of(*receipt.date)});
    const auto year = receipt.date ? receipt.date->year() : at.period.year();
    const bool within = !years || (!years->empty() && years->front() <= year && year <= years->back());
    const auto counts = !receipt.name ? Truth::unknown : values::truth_of(within);
    auto& lines = counts == Truth::yes  ? reason.members_for
                  : counts == Truth::no ? reason.members_against
                                        : reason.members_unknown;
    lines.push_back({receipt.id, {}, counts, std::move(told), record_of(look, receipt.place)});
  }
  const auto times = static_cast<std::int64_t>(reason.members_for.size());
  reason.numbers = times == 0   ? say(Say::never)
                   : times == 1 ? say(Say::once)
                                : say(Say::times, {number(times)});
  return reason;
}

Reason explain(const Look& look, const Expression& expression, const typed::Eligible& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto row = row_of(look, *node.subject, at);
  if (!row) {
    add_parts(look, *node.subject, at, reason.reasons);
    return reason;
  }
  tell_eligibility(look, node.awards, node.subject->type.entity, *row, at.period, reason);
  return reason;
}

void tell_eligibility(const Look& look, const std::vector<typed::AwardId>& awards, typed::EntityId entity,
                      Row row, values::Period period, Reason& reason) {
  reason.numbers = say(reason.state == State::met       ? Say::eligible
                       : reason.state == State::not_met ? Say::ineligible
                                                        : Say::undetermined);
  const auto award = look.in_force.award(awards, entity, period);
  if (!award && reason.state == State::unknown) reason.numbers = say(Say::not_defined_then, {text_of(period)});
  if (!award || !look.may_open() || reason.state == State::met) return;
  for (auto& told : explain_criteria(look.inside(), *award, judging(row, period))) {
    if (told.state == reason.state) reason.reasons.push_back(std::move(told));
  }
}

}  // namespace tdkt::verdicts
