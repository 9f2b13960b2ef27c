// SPDX-License-Identifier: Apache-2.0
// The members of a set, a line each.
#include "verdicts/explain_parts.hpp"

namespace tdkt::verdicts {

Environment at_member(const typed::Set& set, Row member, const Environment& at) {
  auto inner = at;
  inner.rows[set.level] = member;
  inner.levels = static_cast<std::uint8_t>(set.level + 1);
  return inner;
}

Phrase name_of(const Look& look, const typed::Set& set) {
  const auto& schema = look.program.schema;
  if (set.steps.empty()) return name_of(schema[set.of].name);
  const auto& step = set.steps.back();
  const auto& relation = schema[step.relation];
  return name_of(step.inverse && relation.inverse ? *relation.inverse : relation.name);
}

MemberLine line_of(const Look& look, const typed::Set& set, const evaluate::Member& member,
                   values::Truth counts, Because because) {
  const auto& table = look.dataset.entities[set.of.index];
  MemberLine line{std::string(table.ids[member.row]), {}, counts, std::move(because.text), std::move(because.record)};
  if (member.row < table.names.size()) line.name = table.names[member.row];
  if (!line.record) line.record = record_of(look, member.place);
  return line;
}

void list_values(const Look& look, const typed::Set& set, const Expression& value, const Environment& at,
                 Reason& reason) {
  const auto found = look.evaluation.members(set, at);
  for (const auto& member : found.members) {
    const auto inner = at_member(set, member.row, at);
    const auto told = value_of(look.inside(), value, inner);
    const bool known = told.state == State::value && member.belongs == values::Truth::yes;
    auto because = Because{say(Say::is_value, {told.sentence, *told.numbers}), told.record};
    auto& lines = known ? reason.members_for : reason.members_unknown;
    lines.push_back(line_of(look, set, member, known ? values::Truth::yes : values::Truth::unknown, because));
  }
}

}  // namespace tdkt::verdicts
