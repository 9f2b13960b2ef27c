// SPDX-License-Identifier: Apache-2.0
#include "verdicts/on_record.hpp"

#include <algorithm>

namespace tdkt::verdicts {

using evaluate::Cause;

RelatedRows related_on_record(const columns::Schema& schema, const columns::Dataset& dataset,
                              columns::RelationId id, bool inverse, Row row, values::Period period) {
  const auto& timeline = dataset.relations[id.index];
  const auto& timing = schema[id].timing;
  RelatedRows found;
  if (!timeline.given) {
    found.cause = Cause::no_table;
    found.complete = false;
    return found;
  }
  const auto index = columns::index_for(schema, timing, period);
  const auto at = timeline.at.find(index);
  if (at == timeline.at.end()) {
    const bool covered = std::binary_search(timeline.covered.begin(), timeline.covered.end(), index);
    found.complete = (covered || schema[id].also_before_data) && !(schema[id].never_empty && !inverse);
    const bool early = !timeline.covered.empty() && index < timeline.covered.front();
    if (!found.complete) found.cause = covered ? Cause::nobody_on_record : early ? Cause::before_records : Cause::not_covered;
    return found;
  }
  const auto& both = at->second;
  const auto& way = inverse ? both.backward : both.forward;
  const auto& gaps = inverse ? both.incomplete_backward : both.incomplete;
  found.complete = !both.maybe_more && !(row < gaps.rows && gaps[row]);
  const bool in_records = row < way.rows();
  if (!inverse && schema[id].never_empty && (!in_records || way.first(row) == way.end(row))) {
    found.complete = false;
    found.cause = Cause::nobody_on_record;
  }
  if (!in_records) return found;
  for (auto i = way.first(row); i < way.end(row); ++i) {
    RelatedRow one{way.targets[i], {}, {}};
    if (!way.places.empty()) one.place = way.place(row, i);
    if (!way.dates.empty()) {
      one.date = way.dates[i];
      if (*one.date < period.first || period.last < *one.date) continue;
    }
    found.rows.push_back(one);
  }
  return found;
}

std::optional<RelatedRow> one_on_record(const columns::Schema& schema, const columns::Dataset& dataset,
                                        columns::RelationId relation, bool inverse, Row row,
                                        values::Period period) {
  const auto found = related_on_record(schema, dataset, relation, inverse, row, period);
  return found.rows.size() == 1 ? std::optional(found.rows.front()) : std::nullopt;
}

std::optional<std::string> text_on_record(const columns::Dataset& dataset, columns::FactId fact, Row row) {
  const auto& timeline = dataset.facts[fact.index];
  const auto at = timeline.at.find(0);
  if (at == timeline.at.end() || at->second.keyed || !at->second.present[row]) return std::nullopt;
  const auto* texts = std::get_if<columns::Texts>(&at->second.cells);
  return texts ? std::optional(dataset.texts[texts->ids[row]]) : std::nullopt;
}

}  // namespace tdkt::verdicts
