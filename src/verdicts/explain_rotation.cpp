// SPDX-License-Identifier: Apache-2.0
// Leaders who take turns: who led in which year.
#include <algorithm>

#include "verdicts/explain_parts.hpp"
#include "verdicts/on_record.hpp"

namespace tdkt::verdicts {
namespace {

class Turns {
 public:
  Turns(const Look& look, const typed::Rotates& node, Row subject, const Environment& at)
      : look_(look), node_(node), subject_(subject), at_(at), relation_(look.program.schema[node.relation]) {}

  // `leader, 2021: U2`, with its record.
  Reason year(columns::RelationId relation, int year) const {
    const auto period = values::year_period(year);
    const auto found = related_on_record(schema(), look_.dataset, relation, false, subject_, period);
    auto told = say(Say::missing_cell, {text_of(period)});
    if (found.cause == evaluate::Cause::no_table) told = say(Say::no_table);
    Reason reason{State::unknown, {}, {}, {}, Phrase(""), {}, {}, {}, {}, {}, {}, {}};
    reason.sentence = say(Say::in_period_of, {name_of(schema()[relation].name), text_of(period)});
    if (found.rows.size() == 1) {
      reason.state = State::value;
      told = text(found.rows.front().row);
      reason.record = record_of(look_, found.rows.front().place);
    }
    reason.numbers = std::move(told);
    return reason;
  }

  std::optional<Row> leader(int year) const {
    const auto found =
        one_on_record(schema(), look_.dataset, node_.relation, false, subject_, values::year_period(year));
    return found ? std::optional(found->row) : std::nullopt;
  }

  // Those whom the leader must come from.
  std::vector<Row> members() const {
    std::vector<Row> rows;
    if (!relation_.one_of) return rows;
    const auto found =
        related_on_record(schema(), look_.dataset, *relation_.one_of, false, subject_, at_.period);
    for (const auto& member : found.rows) rows.push_back(member.row);
    return rows;
  }
  bool members_known() const { return relation_.one_of && !members().empty(); }
  Phrase members_name() const { return name_of(schema()[*relation_.one_of].name); }
  Phrase name() const { return name_of(relation_.name); }
  Phrase text(Row row) const { return text_of(look_, relation_.to, row); }

 private:
  const columns::Schema& schema() const { return look_.program.schema; }

  const Look& look_;
  const typed::Rotates& node_;
  Row subject_;
  Environment at_;
  const columns::Relation& relation_;
};

int first_year_told(const typed::Rotates& node, int judged) {
  switch (node.rule) {
    case typed::Rotation::no_repeat_within:
      return judged - node.years + 1;
    case typed::Rotation::until_all_have_led:
      return node.from.value_or(judged - 9);
    case typed::Rotation::annually:
    case typed::Rotation::deputy_follows:
      break;
  }
  return judged - 1;
}

// What the leader of the judged year has against it.
std::optional<Phrase> objection(const Turns& turns, const typed::Rotates& node, int first, int judged) {
  const auto now = turns.leader(judged);
  if (!now) return std::nullopt;
  if (turns.members_known()) {
    const auto members = turns.members();
    if (std::find(members.begin(), members.end(), *now) == members.end()) {
      return say(Say::not_a_member, {turns.text(*now), turns.members_name()});
    }
  }
  if (node.rule == typed::Rotation::deputy_follows) return std::nullopt;
  for (int year = judged - 1; year >= first; --year) {
    if (turns.leader(year) == now) {
      return say(Say::same_as, {turns.text(*now), turns.name(), text_of(values::year_period(year))});
    }
  }
  return std::nullopt;
}

Phrase not_yet_led(const Turns& turns, int first, int judged) {
  auto waiting = turns.members();
  for (int year = first; year <= judged; ++year) {
    const auto leader = turns.leader(year);
    if (leader) std::erase(waiting, *leader);
  }
  std::vector<Phrase> names;
  for (const auto row : waiting) names.push_back(turns.text(row));
  return say(Say::has_not_led, {names.empty() ? say(Say::nobody) : listed(names)});
}

}  // namespace

Reason explain(const Look& look, const Expression& expression, const typed::Rotates& node,
               const Environment& at) {
  auto reason = bare_reason(look, expression, at);
  const auto subject = row_of(look, *node.subject, at);
  if (!subject) {
    add_parts(look, *node.subject, at, reason.reasons);
    return reason;
  }
  const Turns turns(look, node, *subject, at);
  const int judged = at.period.year(), first = first_year_told(node, judged);
  for (int year = judged; year >= first; --year) {
    const bool deputy = node.rule == typed::Rotation::deputy_follows && year < judged && node.deputy;
    reason.reasons.push_back(turns.year(deputy ? *node.deputy : node.relation, year));
  }
  if (reason.state == State::not_met) reason.numbers = objection(turns, node, first, judged);
  if (node.rule == typed::Rotation::until_all_have_led && turns.members_known()) {
    const auto waiting = not_yet_led(turns, first, judged);
    reason.numbers = reason.numbers ? joined(*reason.numbers, waiting, "; ") : waiting;
  }
  return reason;
}

}  // namespace tdkt::verdicts
