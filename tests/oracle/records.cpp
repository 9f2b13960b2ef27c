// SPDX-License-Identifier: Apache-2.0
// What is on record: facts, and who is related to whom.
#include <algorithm>

#include "oracle.hpp"

namespace tdkt::oracle {

using columns::Column;

Oracle::Reading Oracle::read(columns::FactId fact, Row row, std::optional<Row> key, values::Period period) const {
  const auto& declared = schema_[fact];
  const auto& timeline = dataset_.facts[fact.index];
  if (!timeline.given) return {};
  const auto index = columns::index_for(schema_, declared.timing, period);
  const bool covered = std::find(timeline.covered.begin(), timeline.covered.end(), index) != timeline.covered.end();
  if (!covered) {
    const bool before = !timeline.covered.empty() && index < timeline.covered.front();
    return {nullptr, 0, declared.absent.has_value() && declared.also_before_data && before};
  }
  if (const auto at = timeline.at.find(index); at != timeline.at.end()) {
    const Column& column = at->second;
    if (!column.keyed) {
      if (column.present[row]) return {&column, row, false};
    } else if (key) {
      for (std::size_t i = 0; i < column.keys.size(); ++i)
        if (column.keys[i].row == row && column.keys[i].key == static_cast<std::int32_t>(*key) && column.present[i])
          return {&column, i, false};
    }
  }
  return {nullptr, 0, declared.absent.has_value()};
}

namespace {
std::optional<std::uint8_t> code_in(const columns::Column& column, std::size_t cell) {
  const auto code = std::get<columns::Codes>(column.cells)[cell];
  return code == columns::missing_code ? std::nullopt : std::optional(code);
}
}  // namespace

Truth Oracle::yes_no(const typed::FactOf& fact, const Environment& at) const {
  const auto row = entity(*fact.subject, at);
  if (!row) return Truth::unknown;
  const auto key = fact.key ? entity(*fact.key, at) : std::nullopt;
  const auto reading = read(fact.fact, *row, key, at.period);
  if (reading.absent) return values::truth_of(schema_[fact.fact].absent->code == 1);
  if (!reading.column) return Truth::unknown;
  const auto code = code_in(*reading.column, reading.cell);
  return code ? values::truth_of(*code == 1) : Truth::unknown;
}

std::optional<std::uint8_t> Oracle::code(const typed::Expression& expression, const Environment& at) const {
  if (const auto* literal = std::get_if<typed::Literal>(&expression.node))
    return std::get<typed::Code>(literal->value).code;
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node)) return code(*defined->meaning, at);
  if (const auto* shifted = std::get_if<typed::Moved>(&expression.node)) return code(*shifted->body, moved(shifted->to, at));
  if (const auto* parameter = std::get_if<typed::Parameter>(&expression.node))
    return code(in_force(program_[parameter->parameter], at.period), at);
  if (const auto* chosen = std::get_if<typed::If>(&expression.node)) {
    const auto condition = truth(*chosen->condition, at);
    if (condition == Truth::yes) return code(*chosen->then, at);
    if (condition == Truth::no) return code(*chosen->otherwise, at);
    const auto a = code(*chosen->then, at), b = code(*chosen->otherwise, at);
    return a == b ? a : std::nullopt;
  }
  if (const auto* grade = std::get_if<typed::GradeOf>(&expression.node)) {
    const auto& grades = program_[grade->grades];
    const auto row = entity(*grade->subject, at);
    if (!row) return std::nullopt;
    const auto there = judging(*row, at.period, grade->subject->type.entity);
    std::vector<std::uint8_t> possible;
    for (const auto& line : grades.rows) {
      const auto holds = line.when ? truth(*line.when, there) : Truth::yes;
      if (holds != Truth::no) possible.push_back(line.code);
      if (holds == Truth::yes) return std::all_of(possible.begin(), possible.end(), [&](auto c) { return c == possible[0]; })
                                          ? std::optional(possible[0]) : std::nullopt;
    }
    return std::nullopt;
  }
  const auto& fact = std::get<typed::FactOf>(expression.node);
  const auto row = entity(*fact.subject, at);
  if (!row) return std::nullopt;
  const auto key = fact.key ? entity(*fact.key, at) : std::nullopt;
  const auto reading = read(fact.fact, *row, key, at.period);
  if (reading.absent) return schema_[fact.fact].absent->code;
  return reading.column ? code_in(*reading.column, reading.cell) : std::nullopt;
}

// An unknown number lies within its declared range; a bound that is itself unknown gives the widest.
Interval Oracle::range(columns::FactId fact, std::optional<Row> row, std::optional<Row> key, values::Period period) const {
  const auto& declared = schema_[fact];
  Interval range;
  const auto bound = [&](const std::optional<columns::Bound>& of, bool low) -> std::optional<values::Decimal> {
    if (!of) return std::nullopt;
    if (of->number) return *of->number;
    const auto value = number_on_record(*of->fact, row, key, period);
    return low ? value.low : value.high;
  };
  range.low = bound(declared.from, true);
  range.high = bound(declared.to, false);
  return range;
}

Interval Oracle::number_on_record(columns::FactId fact, std::optional<Row> row, std::optional<Row> key,
                                  values::Period period) const {
  if (!row) return range(fact, std::nullopt, key, period);
  const auto reading = read(fact, *row, key, period);
  if (reading.absent) return Interval::exactly(schema_[fact].absent->number);
  if (!reading.column) return range(fact, row, key, period);
  return Interval::exactly(std::get<columns::Numbers>(reading.column->cells).at(static_cast<Row>(reading.cell)));
}

std::optional<Row> Oracle::related(columns::RelationId relation, bool inverse, Row row, values::Period period) const {
  const auto& declared = schema_[relation];
  const auto& timeline = dataset_.relations[relation.index];
  const auto at = timeline.at.find(columns::index_for(schema_, declared.timing, period));
  if (at == timeline.at.end()) return std::nullopt;
  const auto& way = inverse ? at->second.backward : at->second.forward;
  if (way.end(row) - way.first(row) != 1) return std::nullopt;
  return way.targets[way.first(row)];
}

std::optional<Row> Oracle::entity(const typed::Expression& expression, const Environment& at) const {
  if (const auto* self = std::get_if<typed::Self>(&expression.node)) return at.rows[self->level];
  if (const auto* way = std::get_if<typed::Related>(&expression.node)) {
    const auto row = entity(*way->subject, at);
    return row ? related(way->relation, way->inverse, *row, at.period) : std::nullopt;
  }
  if (const auto* shifted = std::get_if<typed::Moved>(&expression.node)) return entity(*shifted->body, moved(shifted->to, at));
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node)) return entity(*defined->meaning, at);
  if (const auto* literal = std::get_if<typed::Literal>(&expression.node)) {
    const auto& name = std::get<typed::EntityName>(literal->value);
    return dataset_.entities[name.entity.index].find(name.text);
  }
  if (const auto* with = std::get_if<typed::MemberWith>(&expression.node)) {
    const auto all = members(with->set, at);
    if (!all.known) return std::nullopt;
    std::optional<Row> best;
    Interval mark;
    bool tied = false;
    for (const auto& member : all.members) {
      const auto value = number(*with->value, at.with_member(member.row, with->set.of));
      if (member.belongs != Truth::yes || !value.known()) return std::nullopt;
      if (best) {
        const auto order = values::compared(*value.low, *mark.low);
        if (order == 0) tied = true;
        if (order == 0 || (order < 0) == with->highest) continue;
      }
      best = member.row, mark = value, tied = false;
    }
    return tied ? std::nullopt : best;
  }
  return std::nullopt;
}

std::optional<values::Date> Oracle::date(const typed::Expression& expression, const Environment& at) const {
  if (const auto* literal = std::get_if<typed::Literal>(&expression.node)) return std::get<values::Date>(literal->value);
  const auto* fact = std::get_if<typed::FactOf>(&expression.node);
  if (!fact) return std::nullopt;
  const auto row = entity(*fact->subject, at);
  if (!row) return std::nullopt;
  const auto reading = read(fact->fact, *row, std::nullopt, at.period);
  if (reading.absent) return schema_[fact->fact].absent->date;
  if (!reading.column) return std::nullopt;
  return std::get<columns::Dates>(reading.column->cells)[reading.cell];
}

std::optional<std::string> Oracle::text(const typed::Expression& expression, const Environment& at) const {
  if (const auto* literal = std::get_if<typed::Literal>(&expression.node)) return std::get<std::string>(literal->value);
  const auto* fact = std::get_if<typed::FactOf>(&expression.node);
  if (!fact) return std::nullopt;
  const auto row = entity(*fact->subject, at);
  if (!row) return std::nullopt;
  const auto reading = read(fact->fact, *row, std::nullopt, at.period);
  if (reading.absent) return schema_[fact->fact].absent->text;
  if (!reading.column) return std::nullopt;
  return dataset_.texts[std::get<columns::Texts>(reading.column->cells).ids[reading.cell]];
}

}  // namespace tdkt::oracle
