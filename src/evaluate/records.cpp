// SPDX-License-Identifier: Apache-2.0
#include "evaluate/records.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"

namespace tdkt::evaluate {

Records::Records(const columns::Schema& of, const columns::Dataset& records) : schema(of), data(records) {
  for (const auto& attestation : data.attestations)
    attested_[{attestation.fact.index, attestation.period}].push_back(attestation.row);
  for (auto& [time, rows] : attested_) std::sort(rows.begin(), rows.end());
  classes_.reserve(data.texts.size());
  for (std::uint32_t text = 0; text < data.texts.size(); ++text)
    classes_.push_back(by_key_.try_emplace(grammar::key_of(data.texts[text]), text).first->second);
}

namespace {

// What a table says of a period: its records, that it has none, or nothing at all.
template <class Found, class Record>
Found records_at(const columns::Timeline<Record>* timeline, const graph::When& when, bool before_too,
                 const Record* Found::*place) {
  Found found;
  if (!timeline || !timeline->given) {
    found.cause = Cause::no_table;
    return found;
  }
  const auto index = when.dated ? 0 : when.index;
  const auto& covered = timeline->covered;
  if (const auto at = timeline->at.find(index); at != timeline->at.end()) found.*place = &at->second;
  const bool before = covered.empty() ? timeline->at.empty() : index < covered.front();
  found.covered = when.dated || found.*place || std::binary_search(covered.begin(), covered.end(), index) ||
                  (before && before_too);
  const bool early = !covered.empty() && index < covered.front();
  if (!found.covered) found.cause = early ? Cause::before_records : Cause::not_covered;
  return found;
}

template <class Thing>
const Thing* at_index(const std::vector<Thing>& things, std::size_t index) {
  return index < things.size() ? &things[index] : nullptr;
}

}  // namespace

FactRecords Records::of(columns::FactId id, const graph::When& when) const {
  const auto& fact = schema[id];
  return records_at<FactRecords>(at_index(data.facts, id.index), when, fact.absent && fact.also_before_data,
                                 &FactRecords::column);
}

RelationRecords Records::of(columns::RelationId id, const graph::When& when) const {
  return records_at<RelationRecords>(at_index(data.relations, id.index), when, schema[id].also_before_data,
                                     &RelationRecords::both);
}

std::size_t Records::rows(columns::EntityId entity) const {
  const auto* table = at_index(data.entities, entity.index);
  return table ? table->ids.size() : 0;
}

bool Records::needs_attestation(columns::FactId fact) const {
  const bool by_table = fact.index < data.attested_by_table.size() && data.attested_by_table[fact.index];
  return schema[fact].attested_by && !by_table;
}

bool Records::attested(columns::FactId fact, Row row, std::int32_t index) const {
  const auto found = attested_.find({fact.index, index});
  return found != attested_.end() && std::binary_search(found->second.begin(), found->second.end(), row);
}

std::optional<Row> Records::named(columns::EntityId entity, const std::string& text) const {
  const auto* table = at_index(data.entities, entity.index);
  if (!table) return std::nullopt;
  if (const auto row = table->find(text)) return row;
  std::optional<Row> found;
  const auto key = grammar::key_of(text);
  for (Row row = 0; row < table->names.size(); ++row) {
    if (table->names[row].empty() || grammar::key_of(table->names[row]) != key) continue;
    if (found) return std::nullopt;
    found = row;
  }
  return found;
}

std::uint32_t Records::literal(const std::string& text) const {
  const auto id = static_cast<std::uint32_t>(data.texts.size() + literals_.size());
  const auto [at, is_new] = by_key_.try_emplace(grammar::key_of(text), id);
  if (!is_new) return at->second;
  literals_.push_back(text);
  classes_.push_back(id);
  return id;
}

const std::string& Records::text(std::uint32_t id) const {
  return id < data.texts.size() ? data.texts[id] : literals_[id - data.texts.size()];
}

std::vector<bool> Records::texts_among(const std::vector<std::string>& keys) const {
  std::vector<bool> among(data.texts.size());
  for (std::size_t text = 0; text < among.size(); ++text)
    among[text] = std::binary_search(keys.begin(), keys.end(), grammar::key_of(data.texts[text]));
  return among;
}

}  // namespace tdkt::evaluate
