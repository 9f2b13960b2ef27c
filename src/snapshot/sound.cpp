// SPDX-License-Identifier: Apache-2.0
#include "snapshot/sound.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <string_view>

#include "columns/tasks.hpp"

namespace tdkt::snapshot {
namespace {

using namespace columns;
using values::Row;

// Written so that the compiler makes them wide: no way out before the end.
template <class Value>
bool all_below(const Array<Value>& values, std::uint64_t end) {
  if (values.empty()) return true;
  Value most = values[0];
  for (const Value value : values) most = std::max(most, value);
  return static_cast<std::uint64_t>(most) < end;
}
bool all_below_or_none(const Array<Row>& rows, Row end) {
  Row beyond = 0;
  for (const Row row : rows) beyond |= (row >= end) & (row != values::no_row);
  return beyond == 0;
}
bool all_in_scale(const Codes& codes, std::uint8_t end) {
  std::uint8_t beyond = 0;
  for (const std::uint8_t code : codes) beyond |= static_cast<std::uint8_t>((code >= end) & (code != missing_code));
  return beyond == 0;
}
template <class Value>
bool ascend(const Array<Value>& values) {
  Value falls = 0;
  for (std::size_t i = 1; i < values.size(); ++i) falls |= static_cast<Value>(values[i] < values[i - 1]);
  return falls == 0;
}

class Look {
 public:
  Look(const Schema& schema, const Dataset& dataset) : schema_(schema), data_(dataset) {}

  bool at_all(unsigned threads) {
    if (data_.entities.size() != schema_.entities.size() || data_.facts.size() != schema_.facts.size() ||
        data_.relations.size() != schema_.relations.size() || data_.attested_by_table.size() != schema_.facts.size())
      return false;
    for (const EntityTable& entity : data_.entities) look_at(entity);
    for (std::size_t f = 0; f < data_.facts.size(); ++f)
      for (const auto& [period, column] : data_.facts[f].at) look_at(schema_.facts[f], column);
    for (std::size_t r = 0; r < data_.relations.size(); ++r)
      for (const auto& [period, both] : data_.relations[r].at) look_at(schema_.relations[r], both);
    for (const auto& fact : data_.facts) expect(std::is_sorted(fact.covered.begin(), fact.covered.end()));
    for (const auto& relation : data_.relations) expect(std::is_sorted(relation.covered.begin(), relation.covered.end()));
    look_at_records();
    std::atomic<bool> sound = sound_;
    if (sound_)
      in_parallel(tasks_.size(), threads, [&](std::size_t i) {
        if (!tasks_[i]()) sound = false;
      });
    return sound;
  }

 private:
  void expect(bool holds) { sound_ = sound_ && holds; }
  void later(std::function<bool()> task) { tasks_.push_back(std::move(task)); }
  std::size_t rows(EntityId entity) const { return data_.entities[entity.index].ids.size(); }

  void look_at(const Strings& strings, std::size_t count) {
    expect(strings.size() == count);
    const auto& ends = strings.ends();
    expect(ends.empty() ? strings.bytes().empty() : ends.size() == count);
    later([&strings, &ends] { return ends.empty() || (ascend(ends) && ends.back() <= strings.bytes().size()); });
  }

  void look_at(const Bits& bits, std::size_t count, bool may_be_none) {
    expect(bits.rows == count || (may_be_none && bits.rows == 0));
    expect(bits.rows % 64 == 0 || bits.words.empty() || bits.words.back() >> (bits.rows % 64) == 0);
  }

  void look_at(const EntityTable& entity) {
    const std::size_t count = entity.ids.size();
    look_at(entity.ids, count);
    look_at(entity.names, count);
    look_at(entity.seen_always, count, false);
    for (const auto* by_year : {&entity.seen, &entity.listed})
      for (const auto& [year, bits] : *by_year) look_at(bits, count, false);
  }

  void look_at(const Places& places, std::size_t count) {
    expect(places.lines.empty() || places.lines.size() == count);
    expect(places.sources.empty() || places.sources.size() == places.lines.size());
    if (places.lines.empty()) return;
    if (places.sources.empty()) {
      expect(places.source < data_.sources.size());
    } else {
      later([&] { return all_below(places.sources, data_.sources.size()); });
    }
  }

  void look_at(const Fact& fact, const Column& column) {
    const std::size_t count = column.keyed ? column.keys.size() : rows(fact.of);
    expect(column.keyed == (fact.per || fact.timing.cadence == values::Cadence::dated));
    look_at(column.present, count, false);
    look_at(column.filled, count, true);
    look_at(column.places, count);
    if (column.keyed)
      for (const KeyedCell& key : column.keys)
        expect(key.row < rows(fact.of) && (!fact.per || static_cast<std::uint32_t>(key.key) < rows(*fact.per)));
    expect(column.cells.index() == form_of(fact.type));
    if (!sound_) return;
    std::visit([&](const auto& cells) { look_at_cells(fact, column, cells, count); }, column.cells);
  }

  static std::size_t form_of(const Type& type) {
    switch (type.kind) {
      case TypeKind::truth:
      case TypeKind::scale: return 0;
      case TypeKind::number: return 1;
      case TypeKind::date: return 2;
      case TypeKind::text: return 3;
      case TypeKind::entity: return 4;
    }
    return std::variant_npos;
  }

  void look_at_cells(const Fact& fact, const Column&, const Codes& codes, std::size_t count) {
    expect(codes.size() == count);
    const std::size_t values = fact.type.kind == TypeKind::truth ? 2 : schema_[fact.type.scale].values.size();
    later([&codes, values] { return all_in_scale(codes, static_cast<std::uint8_t>(values)); });
  }
  void look_at_cells(const Fact&, const Column&, const Numbers& numbers, std::size_t count) {
    expect(numbers.places <= values::Decimal::digits);
    expect(std::visit([](const auto& whole) { return whole.size(); }, numbers.values) == count);
  }
  void look_at_cells(const Fact&, const Column&, const Dates& dates, std::size_t count) { expect(dates.size() == count); }
  void look_at_cells(const Fact&, const Column& column, const Texts& texts, std::size_t count) {
    expect(texts.ids.size() == count);
    if (sound_) later([&, this] { return known_are_below(column, texts.ids, data_.texts.size()); });
  }
  void look_at_cells(const Fact& fact, const Column& column, const Entities& entities, std::size_t count) {
    expect(entities.rows.size() == count);
    if (sound_) later([&, this, end = rows(fact.type.entity)] { return known_are_below(column, entities.rows, end); });
  }
  static bool known_are_below(const Column& column, const Array<std::uint32_t>& values, std::size_t end) {
    for (std::size_t i = 0; i < values.size(); ++i)
      if (column.present[i] && values[i] >= end) return false;
    return true;
  }

  void look_at(const Relation& relation, const BothWays& both) {
    const std::size_t of = rows(relation.of), to = rows(relation.to);
    look_at(both.forward, of, to);
    look_at(both.backward, to, of);
    look_at(both.incomplete, of, false);
    look_at(both.incomplete_backward, to, false);
  }

  void look_at(const Adjacency& way, std::size_t from, std::size_t to) {
    expect(way.dates.empty() || way.dates.size() == way.targets.size());
    using By = Adjacency::PlacedBy;
    expect(way.placed_by == By::target || way.placed_by == By::row || way.placed_by == By::other);
    look_at(way.places, way.placed_by == By::target ? way.targets.size() : way.placed_by == By::row ? from : to);
    if (way.offsets.empty()) {
      expect(way.targets.size() == from);
      later([&way, to] { return all_below_or_none(way.targets, static_cast<Row>(to)); });
      return;
    }
    expect(way.offsets.size() == from + 1 && way.offsets.front() == 0 && way.offsets.back() == way.targets.size());
    later([&way, to] { return ascend(way.offsets) && all_below(way.targets, to); });
  }

  bool is_row(EntityId entity, Row row) const { return entity.index < data_.entities.size() && row < rows(entity); }
  bool is_place(const Place& place) const { return place.line == 0 || place.source < data_.sources.size(); }

  void look_at_records() {
    for (const Waiver& waiver : data_.waivers) expect(is_row(waiver.entity, waiver.row) && is_place(waiver.place));
    for (const ReceivedCase& received : data_.cases) expect(is_row(received.entity, received.row) && is_place(received.place));
    for (const Attestation& attestation : data_.attestations)
      expect(attestation.fact.index < schema_.facts.size() &&
             is_row(schema_[attestation.fact].of, attestation.row) && is_place(attestation.place));
  }

  const Schema& schema_;
  const Dataset& data_;
  bool sound_ = true;
  std::vector<std::function<bool()>> tasks_;
};

}  // namespace

bool is_sound(const Schema& schema, const Dataset& dataset, unsigned threads) {
  return Look(schema, dataset).at_all(threads);
}

}  // namespace tdkt::snapshot
