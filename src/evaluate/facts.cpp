// SPDX-License-Identifier: Apache-2.0
// Facts as they stand on record. Columns of scales and numbers are read where they lie; those that
// need a look at each row (attested, dated or keyed facts, bounds by other facts) are copied.
#include <algorithm>
#include <bit>
#include <limits>

#include "evaluate/kernels.hpp"
#include "evaluate/narrow_numbers.hpp"

namespace tdkt::evaluate {

namespace {

constexpr std::size_t no_cell = std::numeric_limits<std::size_t>::max();

// A column whose moved vectors keep their addresses.
CodeColumn owning(std::vector<std::uint8_t> codes, std::uint8_t missing) {
  CodeColumn column{codes.size(), nullptr, std::move(codes), missing};
  column.codes = column.own.data();
  return column;
}
RowColumn owning(std::vector<Row> rows) {
  RowColumn column{rows.size(), nullptr, std::move(rows)};
  column.at = column.own.data();
  return column;
}

// What is known of a number that is not on record: what its absence means, or its declared range,
// where a bound by another fact is as wide as that fact may be.
class Missing {
 public:
  Missing(const Records& records, columns::FactId id, const graph::When& when, bool covered)
      : records_(records), fact_(records.schema[id]), when_(when), absent_(covered && fact_.absent) {}

  // The same for every row.
  bool same_everywhere() const {
    return absent_ || (!(fact_.from && fact_.from->fact) && !(fact_.to && fact_.to->fact));
  }

  Interval at(Row row, std::optional<std::int32_t> key, int depth = 4) const {
    if (absent_) return Interval::exactly(fact_.absent->number);
    return {limit(fact_.from, row, key, depth).low, limit(fact_.to, row, key, depth).high};
  }

 private:
  Interval limit(const std::optional<columns::Bound>& bound, Row row, std::optional<std::int32_t> key, int depth) const {
    if (!bound || depth == 0) return {};
    if (!bound->fact) return {bound->number, bound->number};
    const auto& fact = records_.schema[*bound->fact];
    const auto when = fact.timing.cadence == values::Cadence::once ? graph::When{} : when_;
    const auto found = records_.of(*bound->fact, when);
    const bool attested = !records_.needs_attestation(*bound->fact) ||
                          records_.attested(*bound->fact, row, when.index);
    if (found.column && attested)
      if (const auto value = on_record(*found.column, row, key)) return Interval::exactly(*value);
    const bool absence_speaks = found.covered && !records_.needs_attestation(*bound->fact);
    return Missing(records_, *bound->fact, when, absence_speaks).at(row, key, depth - 1);
  }

  static std::optional<Decimal> on_record(const columns::Column& column, Row row, std::optional<std::int32_t> key) {
    auto cell = static_cast<std::size_t>(row);
    if (column.keyed) {
      const columns::KeyedCell wanted{row, key.value_or(0)};
      const auto at = std::lower_bound(column.keys.begin(), column.keys.end(), wanted);
      if (!key || at == column.keys.end() || *at != wanted) return std::nullopt;
      cell = static_cast<std::size_t>(at - column.keys.begin());
    }
    const auto* numbers = std::get_if<columns::Numbers>(&column.cells);
    if (!numbers || cell >= column.present.rows || !column.present[cell]) return std::nullopt;
    return numbers->at(static_cast<Row>(cell));
  }

  const Records& records_;
  const columns::Fact& fact_;
  graph::When when_;
  bool absent_;
};

// Reads rows whose cell is told by `cell_of(i)`, no_cell where none is on record.
struct Cells {
  const Work& work;
  columns::FactId id;
  const graph::When& when;
  const FactRecords& found;

  const columns::Fact& fact() const { return work.records.schema[id]; }

  template <class CellOf>
  bool is_present(const CellOf& cell_of, std::size_t i, std::size_t& cell) const {
    cell = found.column ? cell_of(i) : no_cell;
    return cell != no_cell && found.column->present[cell];
  }

  template <class CellOf, class RowOf, class KeyOf>
  Column picked(CellOf cell_of, RowOf row_of, KeyOf key_of) const {
    const bool absent = found.covered && fact().absent && !work.records.needs_attestation(id);
    switch (work.node.kind) {
      case graph::Kind::truth: {
        const auto missing = !absent ? Truth::unknown : values::truth_of(fact().absent->code != 0);
        const auto* codes = held<columns::Codes>();
        return each_truth(work, [&](std::size_t i) {
          std::size_t cell = no_cell;
          if (!is_present(cell_of, i, cell) || !exists(row_of(i))) return exists(row_of(i)) ? missing : Truth::unknown;
          return values::truth_of((*codes)[cell] != 0);
        });
      }
      case graph::Kind::code: {
        std::vector<std::uint8_t> result(work.rows, graph::unknown_code);
        const auto missing = absent ? fact().absent->code : graph::unknown_code;
        const auto* codes = held<columns::Codes>();
        each_row([&](std::size_t i) {
          std::size_t cell = no_cell;
          if (!exists(row_of(i))) return;
          result[i] = is_present(cell_of, i, cell) ? (*codes)[cell] : missing;
        });
        return owning(std::move(result), graph::unknown_code);
      }
      case graph::Kind::number: return picked_numbers(cell_of, row_of, key_of);
      case graph::Kind::date: {
        DateColumn result{std::vector<Date>(work.rows), Bits(work.rows)};
        const auto* dates = held<columns::Dates>();
        each_row([&](std::size_t i) {
          std::size_t cell = no_cell;
          if (!exists(row_of(i))) return;
          if (is_present(cell_of, i, cell)) result.dates[i] = (*dates)[cell], result.known.set(i);
          else if (absent) result.dates[i] = fact().absent->date, result.known.set(i);
        });
        return result;
      }
      case graph::Kind::text: {
        TextColumn result{std::vector<std::uint32_t>(work.rows, unknown_text)};
        const auto missing = absent ? work.records.literal(fact().absent->text) : unknown_text;
        const auto* texts = held<columns::Texts>();
        each_row([&](std::size_t i) {
          std::size_t cell = no_cell;
          if (exists(row_of(i))) result.texts[i] = is_present(cell_of, i, cell) ? texts->ids[cell] : missing;
        });
        return result;
      }
      case graph::Kind::entity: {
        std::vector<Row> result(work.rows, unknown_row);
        const auto* entities = held<columns::Entities>();
        each_row([&](std::size_t i) {
          std::size_t cell = no_cell;
          if (exists(row_of(i)) && is_present(cell_of, i, cell)) result[i] = entities->rows[cell];
        });
        return owning(std::move(result));
      }
      case graph::Kind::edges: break;
    }
    return Truths(work.rows);
  }

 private:
  static bool exists(Row row) { return row < unknown_row; }

  template <class Form>
  const Form* held() const { return found.column ? std::get_if<Form>(&found.column->cells) : nullptr; }

  template <class Each>
  void each_row(Each each) const {
    work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) each(i);
    });
  }

  template <class CellOf, class RowOf, class KeyOf>
  Column picked_numbers(const CellOf& cell_of, const RowOf& row_of, const KeyOf& key_of) const {
    auto result = numbers_to_fill(work.rows);
    const Missing missing(work.records, id, when, found.covered && !work.records.needs_attestation(id));
    const bool same = missing.same_everywhere();
    const auto everywhere = bounds_of(same ? missing.at(0, std::nullopt) : Interval{});
    const auto* numbers = held<columns::Numbers>();
    each_row([&](std::size_t i) {
      std::size_t cell = no_cell;
      const auto row = row_of(i);
      if (!exists(row)) return store(result, i, Bounds::anything());
      if (!is_present(cell_of, i, cell)) return store(result, i, same ? everywhere : bounds_of(missing.at(row, key_of(i))));
      const auto value = numbers->at(static_cast<Row>(cell)).scaled();
      store(result, i, Bounds{value, value, false, false});
    });
    settle(result);
    return result;
  }
};

// The cell of the latest day of each row within the window.
std::size_t latest_cell(const columns::Column& column, Row row, const graph::Days& days) {
  const auto after = std::upper_bound(column.keys.begin(), column.keys.end(), columns::KeyedCell{row, days.last.days});
  if (after == column.keys.begin()) return no_cell;
  const auto& latest = *(after - 1);
  if (latest.row != row || latest.key < days.first.days) return no_cell;
  return static_cast<std::size_t>(after - 1 - column.keys.begin());
}

Truths truths_in(const Work& work, const columns::Codes& codes, Truth missing) {
  return each_word(work, [&](std::size_t word) {
    const auto first = word * 64, size = std::min<std::size_t>(64, work.rows - first);
    TruthWords words{0, 0};
    Word gaps = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto code = codes[first + i];
      words.yes |= Word{code == 1} << i;
      words.no |= Word{code == 0} << i;
      gaps |= Word{code == columns::missing_code} << i;
    }
    if (missing == Truth::yes) words.yes |= gaps;
    if (missing == Truth::no) words.no |= gaps;
    return words;
  });
}

// Where a missing number's bounds are another in each row.
NumberColumn with_each_missing(const NumberColumn& stored, const Missing& missing, const Work& work) {
  const auto each_missing = [&](std::size_t word, auto set) {
    for (auto rest = ~stored.present->words[word] & rows_in_word(work.rows, word); rest != 0; rest &= rest - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(rest));
      set(i, bounds_of(missing.at(static_cast<Row>(word * 64 + i), std::nullopt)));
    }
  };
  if (const auto places = narrow_places(stored)) {
    const NarrowReader reader(stored, *places);
    auto narrow = filled_narrow(work, *places, [&](std::size_t word, NarrowBlock& block) {
      bool fits = reader.read(word, work.rows, block);
      each_missing(word, [&](std::size_t i, const Bounds& bounds) {
        const auto one = narrowed(bounds, *places);
        if (one) block.set(i, *one);
        fits = fits && one;
      });
      return fits;
    });
    if (narrow) return *std::move(narrow);
  }
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock block;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      load(stored, word, work.rows, block);
      each_missing(word, [&](std::size_t i, const Bounds& bounds) { block.set(i, bounds); });
      store(result, word, block);
    }
  });
  settle(result);
  return result;
}

}  // namespace

Column worked_out(const graph::ReadFact& read, const Work& work) {
  const auto& fact = work.records.schema[read.fact];
  const auto found = work.records.of(read.fact, read.when);
  const Cells cells{work, read.fact, read.when, found};
  const auto row_of = [&](std::size_t i) { return work.row(i); };
  const auto no_key = [](std::size_t) { return std::optional<std::int32_t>(); };
  const Missing missing(work.records, read.fact, read.when, found.covered);
  if (!found.column && work.node.kind != graph::Kind::entity && missing.same_everywhere()) {  // one row stands for all
    const Work one{work.node, std::min<std::size_t>(work.rows, 1), work.inputs, work.records, work.pool};
    return Cells{one, read.fact, read.when, found}.picked([](std::size_t) { return no_cell; }, row_of, no_key);
  }
  if (found.column && found.column->keyed)
    return cells.picked(
        [&](std::size_t i) { return latest_cell(*found.column, work.row(i), read.when.days); }, row_of,
        no_key);
  if (work.records.needs_attestation(read.fact))
    return cells.picked(
        [&](std::size_t i) {
          return work.records.attested(read.fact, work.row(i), read.when.index) ? std::size_t{work.row(i)} : no_cell;
        },
        row_of, no_key);
  const auto own_cell = [&](std::size_t i) { return std::size_t{work.row(i)}; };
  if (work.asked) return cells.picked(own_cell, row_of, no_key);
  const bool absent = found.covered && fact.absent;
  if (const auto* codes = found.column ? std::get_if<columns::Codes>(&found.column->cells) : nullptr) {
    if (work.node.kind == graph::Kind::truth)
      return truths_in(work, *codes, !absent ? Truth::unknown : values::truth_of(fact.absent->code != 0));
    return CodeColumn{work.rows, codes->data(), {}, absent ? fact.absent->code : graph::unknown_code};
  }
  const auto* numbers = found.column ? std::get_if<columns::Numbers>(&found.column->cells) : nullptr;
  if (numbers) {
    NumberColumn column;
    column.rows = work.rows;
    column.stored = std::shared_ptr<const columns::Numbers>(std::shared_ptr<void>(), numbers);
    column.present = std::shared_ptr<const Bits>(std::shared_ptr<void>(), &found.column->present);
    if (!missing.same_everywhere()) return with_each_missing(column, missing, work);
    column.missing = missing.at(0, std::nullopt);
    return column;
  }
  return cells.picked(own_cell, row_of, no_key);
}

Column worked_out(const graph::ReadKeyed& read, const Work& work) {
  const auto found = work.records.of(read.fact, read.when);
  const auto& subjects = work.input<RowColumn>(0);
  const auto& keys = work.input<RowColumn>(1);
  const bool attested = work.records.needs_attestation(read.fact);
  const auto cell_of = [&](std::size_t i) {
    const columns::KeyedCell wanted{subjects[i], static_cast<std::int32_t>(keys[i])};
    if (attested && !work.records.attested(read.fact, wanted.row, read.when.index)) return no_cell;
    const auto& column = found.column->keys;
    const auto at = std::lower_bound(column.begin(), column.end(), wanted);
    return at != column.end() && *at == wanted ? static_cast<std::size_t>(at - column.begin()) : no_cell;
  };
  const auto row_of = [&](std::size_t i) { return keys[i] < unknown_row ? subjects[i] : unknown_row; };
  const auto key_of = [&](std::size_t i) { return std::optional(static_cast<std::int32_t>(keys[i])); };
  return Cells{work, read.fact, read.when, found}.picked(cell_of, row_of, key_of);
}

}  // namespace tdkt::evaluate
