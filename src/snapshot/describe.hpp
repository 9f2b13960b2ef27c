// SPDX-License-Identifier: Apache-2.0
// A dataset as its parts, in the order in which a snapshot's directory tells them. The writer and the
// reader both go through here, so that they cannot disagree.
//
// An archive has value(T&), text(std::string&), count(std::size_t&), array(Array<T>&) and bits(Bits&).
#pragma once

#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "columns/dataset.hpp"

namespace tdkt::snapshot {

template <class Archive, class Item, class Each>
void each(Archive& archive, std::vector<Item>& items, Each describe_item) {
  std::size_t count = items.size();
  archive.count(count);
  items.resize(count);
  for (Item& item : items) describe_item(item);
}

template <class Archive, class Item, class Each>
void each(Archive& archive, std::map<std::int32_t, Item>& items, Each describe_item) {
  std::size_t count = items.size();
  archive.count(count);
  auto at = items.begin();
  for (std::size_t i = 0; i < count; ++i) {
    std::int32_t key = at == items.end() ? 0 : at->first;
    archive.value(key);
    if (at == items.end()) at = items.try_emplace(key).first;
    describe_item(at->second);
    ++at;
    if (archive.reading) at = items.end();
  }
}

template <class Archive>
void describe(Archive& archive, columns::Strings& strings) {
  std::size_t count = strings.size();
  auto bytes = strings.bytes();
  auto ends = strings.ends();
  archive.value(count);
  archive.array(bytes);
  archive.array(ends);
  if (archive.reading) strings = columns::Strings(count, bytes, ends);
}

template <class Archive>
void describe(Archive& archive, columns::Place& place) {
  archive.value(place.source);
  archive.value(place.line);
}

template <class Archive>
void describe(Archive& archive, columns::Places& places) {
  archive.array(places.lines);
  archive.array(places.sources);
  archive.value(places.source);
  archive.value(places.shift);
}

// The form of a variant, by its index.
template <class Archive, class Variant, std::size_t at = 0>
void choose(Archive& archive, Variant& variant, std::size_t index) {
  if constexpr (at < std::variant_size_v<Variant>) {
    if (index != at) return choose<Archive, Variant, at + 1>(archive, variant, index);
    variant.template emplace<at>();
  } else {
    archive.refuse();
  }
}

template <class Archive, class Variant>
void form_of(Archive& archive, Variant& variant) {
  auto form = static_cast<std::uint8_t>(variant.index());
  archive.value(form);
  if (archive.reading) choose(archive, variant, form);
}

template <class Archive>
void describe(Archive& archive, columns::Column& column) {
  archive.value(column.keyed);
  form_of(archive, column.cells);
  std::visit(
      [&](auto& cells) {
        using Cells = std::decay_t<decltype(cells)>;
        if constexpr (std::is_same_v<Cells, columns::Numbers>) {
          archive.value(cells.places);
          form_of(archive, cells.values);
          std::visit([&](auto& whole) { archive.array(whole); }, cells.values);
        } else if constexpr (std::is_same_v<Cells, columns::Texts>) {
          archive.array(cells.ids);
        } else if constexpr (std::is_same_v<Cells, columns::Entities>) {
          archive.array(cells.rows);
        } else {
          archive.array(cells);
        }
      },
      column.cells);
  archive.bits(column.present);
  archive.bits(column.filled);
  archive.array(column.keys);
  describe(archive, column.places);
}

template <class Archive>
void describe(Archive& archive, columns::Adjacency& way) {
  archive.array(way.offsets);
  archive.array(way.targets);
  archive.array(way.dates);
  describe(archive, way.places);
  archive.value(way.placed_by);
}

template <class Archive>
void describe(Archive& archive, columns::BothWays& both) {
  describe(archive, both.forward);
  describe(archive, both.backward);
  archive.bits(both.incomplete);
  archive.bits(both.incomplete_backward);
  archive.value(both.maybe_more);
}

template <class Archive, class Record>
void describe(Archive& archive, columns::Timeline<Record>& timeline) {
  archive.value(timeline.given);
  each(archive, timeline.at, [&](Record& record) { describe(archive, record); });
  each(archive, timeline.covered, [&](std::int32_t& period) { archive.value(period); });
}

template <class Archive>
void describe(Archive& archive, std::optional<values::Date>& date) {
  bool some = date.has_value();
  archive.value(some);
  if (archive.reading && some) date.emplace();
  if (date) archive.value(date->days);
}

template <class Archive>
void describe_records(Archive& archive, columns::Dataset& dataset) {
  each(archive, dataset.waivers, [&](columns::Waiver& waiver) {
    for (std::string* text : {&waiver.award, &waiver.criterion, &waiver.authority, &waiver.reason}) archive.text(*text);
    archive.value(waiver.entity.index);
    archive.value(waiver.row);
    describe(archive, waiver.from);
    describe(archive, waiver.until);
    describe(archive, waiver.place);
  });
  each(archive, dataset.attestations, [&](columns::Attestation& attestation) {
    archive.value(attestation.fact.index);
    archive.value(attestation.row);
    archive.value(attestation.period);
    for (std::string* text : {&attestation.body, &attestation.value, &attestation.document}) archive.text(*text);
    describe(archive, attestation.place);
  });
  each(archive, dataset.cases, [&](columns::ReceivedCase& received) {
    archive.value(received.entity.index);
    archive.value(received.row);
    archive.text(received.award);
    archive.value(received.received.days);
    describe(archive, received.place);
  });
}

template <class Archive>
void describe(Archive& archive, columns::Dataset& dataset) {
  each(archive, dataset.sources, [&](columns::Source& source) {
    archive.text(source.path);
    archive.text(source.sheet);
  });
  each(archive, dataset.texts, [&](std::string& text) { archive.text(text); });
  each(archive, dataset.entities, [&](columns::EntityTable& entity) {
    describe(archive, entity.ids);
    describe(archive, entity.names);
    each(archive, entity.seen, [&](columns::Bits& rows) { archive.bits(rows); });
    archive.bits(entity.seen_always);
    each(archive, entity.listed, [&](columns::Bits& rows) { archive.bits(rows); });
  });
  each(archive, dataset.facts, [&](columns::Timeline<columns::Column>& fact) { describe(archive, fact); });
  each(archive, dataset.relations, [&](columns::Timeline<columns::BothWays>& relation) { describe(archive, relation); });
  describe_records(archive, dataset);
  std::vector<std::uint8_t> attested(dataset.attested_by_table.begin(), dataset.attested_by_table.end());
  each(archive, attested, [&](std::uint8_t& is) { archive.value(is); });
  if (archive.reading) dataset.attested_by_table.assign(attested.begin(), attested.end());
}

}  // namespace tdkt::snapshot
