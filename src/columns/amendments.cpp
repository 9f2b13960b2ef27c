// SPDX-License-Identifier: Apache-2.0
#include "columns/amendments.hpp"

#include <algorithm>
#include <limits>

#include "values/match.hpp"

namespace tdkt::columns {

namespace {

using values::Decimal;
using values::int128;
using values::Row;

bool is_keyed(const Fact& fact) { return fact.per || fact.timing.cadence == values::Cadence::dated; }

int128 power_of_ten(int exponent) {
  int128 power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::uint8_t places_of(Decimal value) {
  int places = Decimal::digits;
  for (auto rest = value.scaled(); places > 0 && rest % 10 == 0; rest /= 10) --places;
  return static_cast<std::uint8_t>(places);
}

CellValue absent_value(const Fact& fact) {
  switch (fact.type.kind) {
    case TypeKind::number: return fact.absent->number;
    case TypeKind::date: return fact.absent->date;
    case TypeKind::text: return fact.absent->text;
    case TypeKind::truth:
    case TypeKind::scale:
    case TypeKind::entity: break;
  }
  return fact.absent->code;
}

std::optional<CellValue> value_at(const Column& column, std::size_t cell, const std::vector<std::string>& texts) {
  if (!column.present[cell]) return std::nullopt;
  const auto row = static_cast<Row>(cell);
  return std::visit(values::match{[&](const Codes& codes) -> CellValue { return codes[row]; },
                                  [&](const Numbers& numbers) -> CellValue { return numbers.at(row); },
                                  [&](const Dates& dates) -> CellValue { return dates[row]; },
                                  [&](const Texts& ids) -> CellValue { return texts[ids.ids[row]]; },
                                  [&](const Entities& entities) -> CellValue { return entities.rows[row]; }},
                    column.cells);
}

// Of so many cells, none of which has a value.
Column empty_column(const Fact& fact, std::size_t cells) {
  Column column;
  column.present = Bits(cells);
  column.keyed = is_keyed(fact);
  switch (fact.type.kind) {
    case TypeKind::truth:
    case TypeKind::scale: column.cells = Codes(std::vector<std::uint8_t>(cells, missing_code)); break;
    case TypeKind::number: column.cells = Numbers{0, std::vector<std::int8_t>(cells)}; break;
    case TypeKind::date: column.cells = Dates(std::vector<values::Date>(cells)); break;
    case TypeKind::text: column.cells = Texts{std::vector<std::uint32_t>(cells)}; break;
    case TypeKind::entity: column.cells = Entities{std::vector<Row>(cells)}; break;
  }
  return column;
}


Bits with_one_more(const Bits& bits, std::size_t at) {
  Bits more(bits.rows + 1);
  for (std::size_t i = 0; i < bits.rows; ++i)
    if (bits[i]) more.set(i < at ? i : i + 1);
  return more;
}

template <class Stored>
bool fits(const std::vector<int128>& values) {
  return std::all_of(values.begin(), values.end(), [](int128 value) {
    return value >= std::numeric_limits<Stored>::min() && value <= std::numeric_limits<Stored>::max();
  });
}

template <class Stored>
Array<Stored> narrowed(const std::vector<int128>& values) {
  std::vector<Stored> narrow(values.size());
  std::transform(values.begin(), values.end(), narrow.begin(), [](int128 value) { return static_cast<Stored>(value); });
  return narrow;
}

// The same numbers with so many places, and this one among them, in the narrowest type that fits.
Numbers widened(const Numbers& numbers, std::size_t cell, int128 number, std::uint8_t places) {
  std::vector<int128> all;
  const auto unit = power_of_ten(places - numbers.places);
  std::visit([&](const auto& stored) { for (const auto one : stored) all.push_back(one * unit); }, numbers.values);
  all[cell] = number;
  Numbers wide{places, {}};
  if (fits<std::int8_t>(all)) wide.values = narrowed<std::int8_t>(all);
  else if (fits<std::int16_t>(all)) wide.values = narrowed<std::int16_t>(all);
  else if (fits<std::int32_t>(all)) wide.values = narrowed<std::int32_t>(all);
  else if (fits<std::int64_t>(all)) wide.values = narrowed<std::int64_t>(all);
  else wide.values = Array<int128>(std::move(all));
  return wide;
}

}  // namespace

// ---- what is refused ----------------------------------------------------------------------------

std::optional<Refusal> Amendments::refusal_of_value(const Fact& fact, const CellValue& value) const {
  const auto wrong_unless = [](bool right) { return right ? std::nullopt : std::optional(Refusal::wrong_type); };
  switch (fact.type.kind) {
    case TypeKind::truth: {
      const auto* code = std::get_if<std::uint8_t>(&value);
      return wrong_unless(code && *code <= 1);
    }
    case TypeKind::scale: {
      const auto* code = std::get_if<std::uint8_t>(&value);
      return wrong_unless(code && *code < schema_[fact.type.scale].values.size());
    }
    case TypeKind::number: {
      const auto* number = std::get_if<Decimal>(&value);
      if (!number || ((fact.type.whole || fact.type.year) && !number->is_whole())) return Refusal::wrong_type;
      const bool too_low = fact.from && fact.from->number && *number < *fact.from->number;
      const bool too_high = fact.to && fact.to->number && *number > *fact.to->number;
      return too_low || too_high ? std::optional(Refusal::out_of_bounds) : std::nullopt;
    }
    case TypeKind::date: return wrong_unless(std::holds_alternative<values::Date>(value));
    case TypeKind::text: {
      const auto* text = std::get_if<std::string>(&value);
      if (!text) return Refusal::wrong_type;
      const bool known = std::find(dataset_.texts.begin(), dataset_.texts.end(), *text) != dataset_.texts.end();
      return known ? std::nullopt : std::optional(Refusal::text_not_on_record);
    }
    case TypeKind::entity: {
      const auto* row = std::get_if<Row>(&value);
      return wrong_unless(row && *row < dataset_.entities[fact.type.entity.index].ids.size());
    }
  }
  return Refusal::wrong_type;
}

bool Amendments::on_record(const Fact& fact, const Change& change) const {
  const auto& table = dataset_.entities[fact.of.index];
  const auto cadence = fact.timing.cadence;
  if (cadence == values::Cadence::once || table.seen.empty()) return true;
  const auto day = values::Date{change.key.value_or(0)};
  const auto period = cadence == values::Cadence::dated ? values::year_period(day.year()) : period_at(schema_, fact.timing, change.period);
  for (const auto* years : {&table.seen, &table.listed})
    for (auto year = period.first.year(); year <= period.last.year(); ++year)
      if (const auto rows = years->find(year); rows != years->end() && change.row < rows->second.rows && rows->second[change.row])
        return true;
  return false;
}

std::optional<Refusal> Amendments::refusal(const Change& change) const {
  if (change.fact.index >= schema_.facts.size() || change.fact.index >= dataset_.facts.size()) return Refusal::no_such_fact;
  const auto& fact = schema_[change.fact];
  const auto& timeline = dataset_.facts[change.fact.index];
  if (change.row >= dataset_.entities[fact.of.index].ids.size()) return Refusal::no_such_row;
  if (change.key.has_value() != is_keyed(fact)) return Refusal::no_such_key;
  if (fact.per && static_cast<std::size_t>(*change.key) >= dataset_.entities[fact.per->index].ids.size()) return Refusal::no_such_key;
  if (!timeline.given) return Refusal::no_table;
  const bool covered = std::binary_search(timeline.covered.begin(), timeline.covered.end(), change.period);
  if (!timeline.at.contains(change.period) && !covered) return Refusal::period_not_covered;
  const bool by_table = change.fact.index < dataset_.attested_by_table.size() && dataset_.attested_by_table[change.fact.index];
  if (fact.attested_by && !by_table) return Refusal::attested;
  if (!on_record(fact, change)) return Refusal::nobody_on_record;
  return change.value ? refusal_of_value(fact, *change.value) : std::nullopt;
}

// ---- what is written ----------------------------------------------------------------------------

template <class T>
T* Amendments::writable(Array<T>& array) {
  if (!own_.contains(array.data())) {
    auto copy = std::make_shared<std::vector<T>>(array.begin(), array.end());
    array = Array<T>(copy, copy->data(), copy->size());
    own_.emplace(array.data(), std::move(copy));
  }
  return const_cast<T*>(array.data());  // of a vector of ours
}

void Amendments::put(Numbers& numbers, std::size_t cell, Decimal value) {
  const auto places = std::max(numbers.places, places_of(value));
  const auto number = value.scaled() / power_of_ten(Decimal::digits - places);
  const bool written = places == numbers.places && std::visit([&](auto& stored) {
    using Stored = typename std::decay_t<decltype(stored)>::value_type;
    if constexpr (sizeof(Stored) < sizeof(int128))
      if (number < std::numeric_limits<Stored>::min() || number > std::numeric_limits<Stored>::max()) return false;
    writable(stored)[cell] = static_cast<Stored>(number);
    return true;
  }, numbers.values);
  if (written) return;
  std::visit([&](const auto& stored) { own_.erase(stored.data()); }, numbers.values);
  numbers = widened(numbers, cell, number, places);
}

void Amendments::put(Column& column, std::size_t cell, const CellValue& value) {
  std::visit(values::match{[&](Codes& codes) { writable(codes)[cell] = std::get<std::uint8_t>(value); },
                           [&](Numbers& numbers) { put(numbers, cell, std::get<Decimal>(value)); },
                           [&](Dates& dates) { writable(dates)[cell] = std::get<values::Date>(value); },
                           [&](Texts& texts) {
                             const auto& known = dataset_.texts;
                             const auto at = std::find(known.begin(), known.end(), std::get<std::string>(value));
                             writable(texts.ids)[cell] = static_cast<std::uint32_t>(at - known.begin());
                           },
                           [&](Entities& entities) { writable(entities.rows)[cell] = std::get<Row>(value); }},
             column.cells);
  column.present.set(cell);
}

template <class T>
void Amendments::insert(Array<T>& array, std::size_t at, T value) {
  std::vector<T> values(array.begin(), array.end());
  values.insert(values.begin() + static_cast<std::ptrdiff_t>(at), value);
  own_.erase(array.data());
  array = std::move(values);
}

// A cell more, without a value.
void Amendments::insert(Column& column, std::size_t cell, KeyedCell key) {
  insert(column.keys, cell, key);
  std::visit(values::match{[&](Codes& codes) { insert(codes, cell, missing_code); },
                           [&](Numbers& numbers) {
                             std::visit([&](auto& stored) {
                               using Stored = typename std::decay_t<decltype(stored)>::value_type;
                               insert(stored, cell, Stored{});
                             }, numbers.values);
                           },
                           [&](Dates& dates) { insert(dates, cell, values::Date{}); },
                           [&](Texts& texts) { insert(texts.ids, cell, std::uint32_t{0}); },
                           [&](Entities& entities) { insert(entities.rows, cell, Row{0}); }},
             column.cells);
  column.present = with_one_more(column.present, cell);
  if (column.filled.rows != 0) column.filled = with_one_more(column.filled, cell);
  if (!column.places.lines.empty()) insert(column.places.lines, cell, std::uint32_t{0});
  if (!column.places.sources.empty()) insert(column.places.sources, cell, column.places.source);
}

Column& Amendments::column(const Change& change) {
  const auto& fact = schema_[change.fact];
  const auto [at, is_new] = dataset_.facts[change.fact.index].at.try_emplace(change.period);
  if (is_new) at->second = empty_column(fact, is_keyed(fact) ? 0 : dataset_.entities[fact.of.index].ids.size());
  return at->second;
}

std::variant<Changed, Refusal> Amendments::make(const Change& change) {
  if (const auto refused = refusal(change)) return *refused;
  const auto& fact = schema_[change.fact];
  Changed changed{change.fact, change.row, change.period, false, false, change};
  changed.undo.value.reset();
  changed.undo.as_read = false;
  auto& column = this->column(change);
  auto cell = static_cast<std::size_t>(change.row);
  if (column.keyed) {
    const KeyedCell key{change.row, *change.key};
    const auto at = std::lower_bound(column.keys.begin(), column.keys.end(), key);
    cell = static_cast<std::size_t>(at - column.keys.begin());
    if (at == column.keys.end() || *at != key) {
      if (!change.value) return changed;
      insert(column, cell, key);
      changed.keys = true;
    }
  }
  const auto before = value_at(column, cell, dataset_.texts);
  const bool was_filled = column.filled.rows != 0 && column.filled[cell];
  const bool stands_for_none = was_filled && fact.absent && before == absent_value(fact);
  if (before && !stands_for_none) changed.undo.value = before;
  changed.undo.as_read = before.has_value() && !was_filled;
  // Without a value the cell is as a table's empty one: what `absent means` says, or nothing.
  const auto value = change.value ? change.value : fact.absent ? std::optional(absent_value(fact)) : std::nullopt;
  changed.differs = changed.keys || before != value;
  if (before != value && value) {
    put(column, cell, *value);
  } else if (before != value) {
    if (auto* codes = std::get_if<Codes>(&column.cells)) writable(*codes)[cell] = missing_code;
    column.present.clear(cell);
  }
  if (column.filled.rows == 0) column.filled = Bits(column.present.rows);
  if (value && !change.as_read) column.filled.set(cell);
  else column.filled.clear(cell);
  return changed;
}

}  // namespace tdkt::columns
