// SPDX-License-Identifier: Apache-2.0
// Values with what they rest on.
#include <iterator>

#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/on_record.hpp"

namespace tdkt::verdicts {
namespace {

// Since when the value is in force; where none was, that the first one stands in.
void add_history(const Look& look, typed::ParameterId id, const Environment& at, Reason& reason) {
  const auto in_force = look.in_force.parameter(id, law_period(at).last);
  if (!in_force && at.as_then) return;
  std::optional<values::Date> since;
  for (const auto& history : look.program.parameters) {
    for (const auto& value : history.values) {
      if (in_force && value.value == in_force) since = value.from;
    }
  }
  const auto note =
      since ? say(Say::in_force_since, {text_of(*since)}) : say(Say::first_value, {text_of(at.period)});
  if (reason.numbers) reason.numbers = joined(*reason.numbers, note, "; ");
}

void add_choice(const Look& look, const typed::If& node, const Environment& at, Reason& reason) {
  reason.reasons.push_back(reason_of(look, *node.condition, at));
  const auto taken = look.evaluation.truth(*node.condition, at);
  if (taken != values::Truth::no) add_parts(look, *node.then, at, reason.reasons);
  if (taken != values::Truth::yes) add_parts(look, *node.otherwise, at, reason.reasons);
}

void add_meaning(const Look& look, const typed::Defined& node, const Environment& at, Reason& reason) {
  const auto then = meaning_of(look, node, at);
  if (then.of_judged_period) {
    const auto note = say(Say::judged_definition, {text_of(at.period)});
    reason.numbers = reason.numbers ? joined(*reason.numbers, note, "; ") : note;
  }
  if (then.meaning && look.may_open()) add_parts(look.inside_definition(), *then.meaning, then.at, reason.reasons);
}

// A value whose parts are told in its own place.
bool is_made_of_parts(const Expression& expression) {
  return std::visit(
      values::match{[](const typed::Arithmetic&) { return true; },
                    [](const typed::PercentOf&) { return true; }, [](const typed::Choose&) { return true; },
                    [](const typed::Capped&) { return true; }, [](const typed::Rounded&) { return true; },
                    [](const auto&) { return false; }},
      expression.node);
}

bool stands_in_the_rule(const Expression& expression) {
  return std::holds_alternative<typed::Literal>(expression.node) ||
         std::holds_alternative<typed::Self>(expression.node) ||
         std::holds_alternative<typed::JudgedYear>(expression.node);
}

// Whose statement the value of a fact is that a body judges.
void add_attestation(const Look& look, columns::FactId id, Row row, const Environment& at, Reason& reason) {
  const auto& fact = look.program.schema[id];
  if (!fact.attested_by || !reason.numbers) return;
  const auto index = columns::index_for(look.program.schema, fact.timing, at.period);
  std::optional<Phrase> note;
  for (const auto& attestation : look.dataset.attestations) {
    if (attestation.fact != id || attestation.row != row || attestation.period != index) continue;
    note = attestation.document.empty() ? say(Say::attested_by, {quoted(attestation.body)})
                                        : say(Say::attested_in, {quoted(attestation.body), attestation.document});
  }
  if (!note && look.dataset.attested_by_table[id.index]) note = say(Say::attested_by_table);
  if (note) reason.numbers = joined(*reason.numbers, *note, "; ");
}

}  // namespace

Phrase name_in_list(const Look& look, const Expression& expression) {
  const auto* parameter = std::get_if<typed::Parameter>(&expression.node);
  return parameter ? name_of(look.program[parameter->parameter].name) : sentence_of(look, expression);
}

Reason value_of(const Look& look, const Expression& expression, const Environment& at) {
  Reason reason{State::value, {}, {}, {}, name_in_list(look, expression), {}, {}, {}, {}, {}, {}, {}};
  const auto cell = look.evaluation.value(expression, at);
  reason.numbers = text_of(look, cell, expression.type);
  if (!is_known(cell.value)) {
    reason.state = State::unknown;
    reason.numbers = why_unknown(look, expression, cell.cause, at);
    const auto* bounds = std::get_if<values::Interval>(&cell.value);
    if (bounds && (bounds->low || bounds->high)) {
      reason.numbers = joined(text_of(look, *bounds, expression.type), *reason.numbers, "; ");
    }
    reason.would_settle = would_settle(look, expression, at);
  }
  std::visit(values::match{[&](const typed::FactOf& n) { complete(look, expression, n, at, reason); },
                           [&](const typed::Related& n) { complete(look, n, at, reason); },
                           [&](const typed::Parameter& n) { add_history(look, n.parameter, at, reason); },
                           [&](const typed::If& n) { add_choice(look, n, at, reason); },
                           [&](const typed::Moved& n) {
                             add_parts(look, *n.body, moved(look, n, at), reason.reasons);
                           },
                           [&](const typed::OverPeriods& n) { complete(look, n, at, reason); },
                           [&](const typed::Defined& n) { add_meaning(look, n, at, reason); },
                           [&](const typed::Aggregate& n) { complete(look, n, at, reason); },
                           [&](const typed::MemberWith& n) { complete(look, n, at, reason); },
                           [&](const typed::Rank& n) { complete(look, n, at, reason); },
                           [&](const typed::Score& n) { complete(look, n, at, reason); },
                           [&](const typed::GradeOf& n) { complete(look, n, at, reason); },
                           [&](const typed::Lookup& n) { complete(look, n, at, reason); },
                           [&](const auto&) {
                             if (!is_made_of_parts(expression)) return;
                             typed::for_each_part(expression, [&](const Expression& part) {
                               add_parts(look, part, at, reason.reasons);
                             });
                           }},
             expression.node);
  return reason;
}

void add_parts(const Look& look, const Expression& expression, const Environment& at,
               std::vector<Reason>& parts) {
  if (stands_in_the_rule(expression)) return;
  if (is_made_of_parts(expression)) {
    typed::for_each_part(expression, [&](const Expression& part) { add_parts(look, part, at, parts); });
    return;
  }
  auto part = expression.type.kind == columns::TypeKind::truth ? reason_of(look, expression, at)
                                                               : value_of(look, expression, at);
  for (const auto& other : parts) {
    if (other.sentence.english == part.sentence.english &&
        other.sentence.vietnamese == part.sentence.vietnamese)
      return;
  }
  parts.push_back(std::move(part));
}

void add_parts_within(const Look& look, const Expression& expression, const Environment& at, Reason& reason) {
  std::vector<Reason> parts;
  add_parts(look, expression, at, parts);
  if (parts.size() != 1 || parts.front().sentence.english != reason.sentence.english) {
    std::move(parts.begin(), parts.end(), std::back_inserter(reason.reasons));
    return;
  }
  auto& only = parts.front();
  reason.record = only.record;
  reason.members_for = std::move(only.members_for);
  reason.members_against = std::move(only.members_against);
  reason.members_unknown = std::move(only.members_unknown);
  std::move(only.reasons.begin(), only.reasons.end(), std::back_inserter(reason.reasons));
}

void complete(const Look& look, const Expression&, const typed::FactOf& fact, const Environment& at,
              Reason& reason) {
  const auto row = row_of(look, *fact.subject, at);
  if (!row) {
    add_parts(look, *fact.subject, at, reason.reasons);
    return;
  }
  std::optional<Row> key;
  if (fact.key) key = row_of(look, *fact.key, at);
  reason.record = record_of(look, look.evaluation.place(fact.fact, *row, key, at.period));
  if (reason.state == State::value) add_attestation(look, fact.fact, *row, at, reason);
  if (!stands_in_the_rule(*fact.subject)) add_parts(look, *fact.subject, at, reason.reasons);
}

void complete(const Look& look, const typed::Related& related, const Environment& at, Reason& reason) {
  if (const auto row = row_of(look, *related.subject, at)) {
    const auto found =
        one_on_record(look.program.schema, look.dataset, related.relation, related.inverse, *row, at.period);
    if (found) reason.record = record_of(look, found->place);
  }
  add_parts(look, *related.subject, at, reason.reasons);
}

}  // namespace tdkt::verdicts
