// SPDX-License-Identifier: Apache-2.0
// Values outside the bounds that the vocabulary declares: numbers, or facts of the same row. Values that
// stand for absent ones are not looked at.
#include "loaders/work.hpp"

#include "diagnostics/kinds.hpp"
#include "loaders/tasks.hpp"

#include <algorithm>

namespace tdkt::loaders {
namespace {

using columns::Bound;
using columns::Column;
using columns::Fact;
using values::Decimal;

class BoundsCheck {
 public:
  BoundsCheck(Work& work, const Identity& identity, FactId fact)
      : work_(work), identity_(identity), fact_(work.schema[fact]), timeline_(work.dataset.facts[fact.index]) {}

  void run() {
    std::vector<std::pair<std::int32_t, Column*>> columns;
    for (auto& [index, column] : timeline_.at) columns.emplace_back(index, &column);
    std::vector<std::vector<Outside>> outside(columns.size());
    in_parallel(columns.size(), work_.threads, [&](std::size_t i) {
      const auto& [index, column] = columns[i];
      if (!all_within(*column)) outside[i] = outside_in(index, *column);
    });
    for (std::size_t i = 0; i < columns.size(); ++i) {
      for (const Outside& one : outside[i]) {
        report(one);
        columns[i].second->present.clear(one.cell);
      }
    }
  }

 private:
  struct Outside {
    std::size_t cell;
    Kind kind;
    columns::Place place;
    Row row;
    Decimal value, bound;
  };

  std::vector<Outside> outside_in(std::int32_t index, const Column& column) const {
    std::vector<Outside> outside;
    const auto& numbers = std::get<columns::Numbers>(column.cells);
    for (std::size_t cell = 0; cell < column.present.rows; ++cell) {
      if (!column.present[cell] || column.place(cell).line == 0) continue;
      const Decimal value = numbers.at(static_cast<Row>(cell));
      const columns::KeyedCell at = column.keyed ? column.keys[cell] : columns::KeyedCell{static_cast<Row>(cell), 0};
      const auto low = bound_at(fact_.from, index, at), high = bound_at(fact_.to, index, at);
      const columns::Place place = column.place(cell);
      if (low && value < *low) {
        outside.push_back({cell, Kind::below_its_bound, place, static_cast<Row>(at.row), value, *low});
      } else if (high && value > *high) {
        outside.push_back({cell, Kind::above_its_bound, place, static_cast<Row>(at.row), value, *high});
      }
    }
    return outside;
  }

  // A quick look: are all numbers, known or not, within the bounds that are numbers?
  bool all_within(const Column& column) const {
    if ((fact_.from && !fact_.from->number) || (fact_.to && !fact_.to->number)) return false;
    const auto& numbers = std::get<columns::Numbers>(column.cells);
    return std::visit(
        [&](const auto& stored) {
          if (stored.empty()) return true;
          auto low = stored[0], high = stored[0];
          for (const auto number : stored) {
            low = std::min(low, number);
            high = std::max(high, number);
          }
          const auto scaled = [&](values::int128 number) {
            for (int i = numbers.places; i < Decimal::digits; ++i) number *= 10;
            return Decimal::from_scaled(number);
          };
          return !(fact_.from && scaled(low) < *fact_.from->number) && !(fact_.to && scaled(high) > *fact_.to->number);
        },
        numbers.values);
  }

  std::optional<Decimal> bound_at(const std::optional<Bound>& bound, std::int32_t index, columns::KeyedCell at) const {
    if (!bound) return std::nullopt;
    if (bound->number) return bound->number;
    const Fact& other = work_.schema[*bound->fact];
    if (other.of != fact_.of) return std::nullopt;
    const auto& timeline = work_.dataset.facts[bound->fact->index];
    const auto found = timeline.at.find(index_in(other, index));
    if (found == timeline.at.end()) return std::nullopt;
    const Column& column = found->second;
    const auto* numbers = std::get_if<columns::Numbers>(&column.cells);
    std::size_t cell = at.row;
    if (column.keyed) {
      const auto key = std::lower_bound(column.keys.begin(), column.keys.end(), at);
      if (key == column.keys.end() || *key != at) return std::nullopt;
      cell = static_cast<std::size_t>(key - column.keys.begin());
    }
    if (!numbers || !column.present[cell]) return std::nullopt;
    return numbers->at(static_cast<Row>(cell));
  }

  std::int32_t index_in(const Fact& other, std::int32_t index) const {
    const auto cadence = fact_.timing.cadence;
    if (other.timing.cadence == cadence && other.timing.declared == fact_.timing.declared) return index;
    if (cadence == values::Cadence::once || cadence == values::Cadence::dated) return 0;
    return columns::index_for(work_.schema, other.timing, columns::period_at(work_.schema, fact_.timing, index));
  }

  void report(const Outside& one) {
    const columns::Source& source = work_.dataset.sources[one.place.source];
    const std::string id = printable(identity_.id(fact_.of, one.row));
    work_.findings.add_value(one.kind, {source.path, source.sheet, header_in(one.place.source), id, one.place.line},
                             {shown(one.value), id, shown(one.bound)});
  }

  std::string shown(Decimal value) const {
    if (!fact_.type.percent) return value.text();
    const auto hundredths = values::product(value, Decimal(100));
    return hundredths ? hundredths->text() + "%" : value.text();
  }

  std::string header_in(std::uint32_t source) const {
    for (const Table& table : work_.tables) {
      if (table.source != source) continue;
      for (std::size_t c = 0; c < table.binding.columns.size(); ++c)
        for (const FactId fact : table.binding.columns[c].facts)
          if (&work_.schema[fact] == &fact_) return table.raw.headers[c];
    }
    return fact_.name.in(grammar::Language::english);
  }

  Work& work_;
  const Identity& identity_;
  const Fact& fact_;
  columns::Timeline<Column>& timeline_;
};

}  // namespace

void check_bounds(Work& work, const Identity& identity) {
  for (std::uint32_t f = 0; f < work.schema.facts.size(); ++f) {
    const Fact& fact = work.schema.facts[f];
    if (fact.type.kind == columns::TypeKind::number && (fact.from || fact.to)) BoundsCheck(work, identity, {f}).run();
  }
}

}  // namespace tdkt::loaders
