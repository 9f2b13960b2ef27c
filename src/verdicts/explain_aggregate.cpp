// SPDX-License-Identifier: Apache-2.0
// Totals, averages, the highest; ranks; membership: each with the members that it looks at.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

Phrase number_of(std::size_t count) { return number(static_cast<std::int64_t>(count)); }

void count_members(const Look& look, const typed::Aggregate& node, const Environment& at, Reason& reason) {
  for (const auto& member : look.evaluation.members(node.set, at).members) {
    const auto inner = at_member(node.set, member.row, at);
    const auto has = node.predicate ? look.evaluation.truth(*node.predicate, inner) : Truth::yes;
    const auto counts = member.belongs == Truth::yes ? has : Truth::unknown;
    auto why = node.predicate ? because(look, *node.predicate, inner) : Because{Phrase(""), {}};
    auto& lines = counts == Truth::yes  ? reason.members_for
                  : counts == Truth::no ? reason.members_against
                                        : reason.members_unknown;
    lines.push_back(line_of(look, node.set, member, counts, std::move(why)));
  }
}

// `65%` becomes `13 of 20 = 65%` where everybody is known.
void tell_share(const Look& look, Reason& reason) {
  const auto yes = reason.members_for.size(), total = yes + reason.members_against.size();
  if (!reason.members_unknown.empty() || total == 0) return;
  const auto share = share_of(look, static_cast<std::int64_t>(yes), static_cast<std::int64_t>(total));
  reason.numbers =
      say(share.exact ? Say::share_is : Say::share_about, {number_of(yes), number_of(total), share.text});
}

}  // namespace

void complete(const Look& look, const typed::Aggregate& node, const Environment& at, Reason& reason) {
  if (!node.value) {
    count_members(look, node, at, reason);
    if (node.function == typed::Function::share) tell_share(look, reason);
    return;
  }
  list_values(look, node.set, *node.value, at, reason);
  auto note = say(Say::counted_over, {number_of(reason.members_for.size())});
  if (node.known_only && !reason.members_unknown.empty()) {
    note = joined(note, say(Say::left_out, {number_of(reason.members_unknown.size())}));
  }
  reason.numbers = joined(*reason.numbers, note, "; ");
}

void complete(const Look& look, const typed::MemberWith& node, const Environment& at, Reason& reason) {
  list_values(look, node.set, *node.value, at, reason);
}

void complete(const Look& look, const typed::Rank& node, const Environment& at, Reason& reason) {
  list_values(look, node.among, *node.value, at, reason);
}

Reason explain(const Look& look, const Expression& expression, const typed::MemberOf& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto cell = look.evaluation.value(*node.entity, at);
  const bool known = is_known(cell.value);
  reason.numbers = as_found(
      look, known ? text_of(look, cell, node.entity->type) : why_unknown(look, *node.entity, cell.cause, at), known);
  for (const auto& member : look.evaluation.members(node.set, at).members) {
    auto& lines = member.belongs == Truth::yes ? reason.members_for : reason.members_unknown;
    lines.push_back(line_of(look, node.set, member, member.belongs, {Phrase(""), {}}));
  }
  add_parts(look, *node.entity, at, reason.reasons);
  return reason;
}

Reason explain(const Look& look, const Expression& expression, const typed::InTop& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto subject = row_of(look, *node.rank.subject, at);
  list_values(look, node.rank.among, *node.rank.value, at, reason);
  const auto members = look.evaluation.members(node.rank.among, at).members;
  if (subject) {
    // The place as bounds: whoever is surely ahead, and whoever may be.
    const auto own = look.evaluation.position(*node.rank.value, at_member(node.rank.among, *subject, at));
    const auto ahead = node.rank.high_to_low ? values::Sign::above : values::Sign::below;
    std::int64_t surely = 0, perhaps = 0;
    for (const auto& member : members) {
      if (member.row == *subject) continue;
      const auto other = look.evaluation.position(*node.rank.value, at_member(node.rank.among, member.row, at));
      const auto is_ahead = values::compared(ahead, other, own);
      surely += is_ahead == Truth::yes && member.belongs == Truth::yes;
      perhaps += is_ahead != Truth::no;
    }
    const auto all = number_of(members.size()), best = number(surely + 1), worst = number(perhaps + 1);
    reason.numbers =
        surely == perhaps ? say(Say::place_among, {best, all}) : say(Say::place_between, {best, worst, all});
  }
  add_parts(look, *node.top, at, reason.reasons);
  return reason;
}

}  // namespace tdkt::verdicts
