// SPDX-License-Identifier: Apache-2.0
// Decisions on record: awards received, evidence that can be spent once, other awards' verdicts.
#include <algorithm>

#include "grammar/spelling.hpp"
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

// The keys of every name that an award goes by.
std::vector<std::string> forms_of(const Look& look, const std::string& award) {
  const auto key = grammar::key_of(award);
  std::vector<std::string> forms{key};
  for (const auto& declared : look.program.awards) {
    const auto own = grammar::key_of(declared.title.text);
    const auto other = declared.title.translation ? grammar::key_of(*declared.title.translation) : own;
    if (own == key) forms.push_back(other);
    if (other == key) forms.push_back(own);
  }
  return forms;
}

// The day of a dated record, where the relation keeps it.
std::optional<values::Date> day_of(const Look& look, const typed::Step& step, Row from, Row record) {
  const auto& timeline = look.dataset.relations[step.relation.index];
  for (const auto& [index, both] : timeline.at) {
    const auto& way = step.inverse ? both.backward : both.forward;
    if (way.dates.empty() || from + 1 >= way.offsets.size()) continue;
    for (auto i = way.offsets[from]; i < way.offsets[from + 1]; ++i) {
      if (way.targets[i] == record) return way.dates[i];
    }
  }
  return std::nullopt;
}

// The records that a verb such as `received` looks at, and the fact that names the award on them.
struct Records {
  typed::Set set;
  typed::Expr name;
};
std::optional<Records> records_of(const Look& look, const typed::Received& node, const Environment& at) {
  const auto& schema = look.program.schema;
  for (const auto& use : schema[node.verb].uses) {
    if (use.subject != node.subject->type.entity || !use.records || !use.by) continue;
    Records records;
    records.set.from = node.subject;
    records.set.steps.push_back({*use.records, false, node.when, {}});
    records.set.of = schema[*use.records].to;
    records.set.level = at.levels;
    columns::Type entity, text;
    entity.kind = columns::TypeKind::entity;
    entity.entity = records.set.of;
    text.kind = columns::TypeKind::text;
    const auto self = typed::make(typed::Self{at.levels}, entity, {});
    records.name = typed::make(typed::FactOf{*use.by, self, nullptr, std::nullopt}, text, {});
    return records;
  }
  return std::nullopt;
}

void list_receipts(const Look& look, const typed::Received& node, const Records& records,
                   const Environment& at, Reason& reason) {
  const auto from = row_of(look, *node.subject, at);
  const auto forms = forms_of(look, node.award);
  for (const auto& member : look.evaluation.members(records.set, at).members) {
    const auto cell = look.evaluation.value(*records.name, at_member(records.set, member.row, at));
    const auto* name = std::get_if<std::string>(&cell.value);
    if (name && std::find(forms.begin(), forms.end(), grammar::key_of(*name)) == forms.end()) continue;
    auto told = name ? quoted(*name) : why_unknown(look, *records.name, cell.cause, at);
    const auto day = from ? day_of(look, records.set.steps.back(), *from, member.row) : std::nullopt;
    if (day) told = say(Say::received_on, {told, text_of(*day)});
    const bool counts = name && member.belongs == Truth::yes;
    auto& lines = counts ? reason.members_for : reason.members_unknown;
    lines.push_back(line_of(look, records.set, member, counts ? Truth::yes : Truth::unknown, {told, {}}));
  }
}

}  // namespace

Reason explain(const Look& look, const Expression& expression, const typed::Received& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto records = records_of(look, node, at);
  if (!records) return reason;
  const auto found = look.evaluation.members(records->set, at);
  list_receipts(look, node, *records, at, reason);
  const auto times = static_cast<std::int64_t>(reason.members_for.size());
  if (found.members.empty() && found.cause != evaluate::Cause::none) {
    reason.numbers = why_unknown(look, records->set, found.cause, at);
  } else {
    reason.numbers = times == 0   ? say(Say::never)
                     : times == 1 ? say(Say::once)
                                  : say(Say::times, {number(times)});
  }
  return reason;
}

Reason explain(const Look& look, const Expression& expression, const typed::Evidence& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  for (const auto& member : look.evaluation.members(node.set, at).members) {
    auto& lines = member.belongs == Truth::yes ? reason.members_for : reason.members_unknown;
    lines.push_back(line_of(look, node.set, member, member.belongs, {Phrase(""), {}}));
  }
  const auto available = static_cast<std::int64_t>(reason.members_for.size());
  reason.numbers = say(Say::documents_available, {number(available)});
  const auto wanted = look.evaluation.number(*node.count, at);
  const bool enough = wanted.known() && values::compared(values::Decimal(available), *wanted.low) >= 0;
  if (reason.state == State::not_met && enough) {
    const auto whom =
        at.levels > 0 ? text_of(look, node.set.from ? node.set.from->type.entity : node.set.of, at.rows[0])
                      : say(Say::nobody);
    reason.numbers = joined(*reason.numbers, say(Say::competes_with, {whom}), "; ");
  }
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
  reason.numbers = say(reason.state == State::met       ? Say::eligible
                       : reason.state == State::not_met ? Say::ineligible
                                                        : Say::undetermined);
  if (!look.may_open() || reason.state == State::met) return reason;
  const auto there = judging(*row, at.period);
  for (const auto id : node.awards) {
    const auto& award = look.program[id];
    if (!look.program[award.pack].in_force.on(at.period.last)) continue;
    for (const auto& criterion : award.criteria) {
      auto told = explain_criterion(look.inside(), award, criterion, there);
      if (told.state == reason.state) reason.reasons.push_back(std::move(told));
    }
  }
  return reason;
}

}  // namespace tdkt::verdicts
