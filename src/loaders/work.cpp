// SPDX-License-Identifier: Apache-2.0
#include "loaders/work.hpp"

#include <algorithm>
#include <utility>

#include "loaders/codes_where.hpp"
#include "loaders/tasks.hpp"

namespace tdkt::loaders {
namespace {

void add_bits(columns::Bits& to, const columns::Bits& more) {
  for (std::size_t w = 0; w < more.words.size(); ++w) to.words[w] |= more.words[w];
}

}  // namespace

RowReader::RowReader(const Table& table, const ByCode<Row>& keys)
    : table_(table), keys_(keys), key_codes_(block_rows), codes_(block_rows) {}

columns::Bits Work::on_record(EntityId entity, const columns::Timing& timing, std::int32_t period) const {
  const columns::EntityTable& table = dataset.entities[entity.index];
  columns::Bits known = table.seen_always;
  if (timing.cadence == values::Cadence::once) {
    for (const auto& [year, seen] : table.seen) add_bits(known, seen);
    return known;
  }
  const auto seen = table.seen.find(columns::period_at(schema, timing, period).year());
  if (seen != table.seen.end()) add_bits(known, seen->second);
  return known;
}

void Work::run_tasks() {
  std::stable_sort(tasks.begin(), tasks.end(), [](const Task& a, const Task& b) { return a.rows > b.rows; });
  in_parallel(tasks.size(), threads, [&](std::size_t i) { std::exchange(tasks[i].run, {})(); });
  tasks.clear();
}

const TableRows& Work::rows_of(std::size_t table, const columns::Timing& timing, std::size_t count) {
  rows.resize(tables.size());
  const TimingKey key{timing.cadence, timing.declared ? timing.declared->index : 0};
  const auto known = rows[table].find(key);
  if (known != rows[table].end()) return known->second;
  return rows[table].emplace(key, loaders::rows_of(tables[table], periods[table].of(timing), keys[table].values, count, threads))
      .first->second;
}

void Work::release(std::size_t table, std::size_t column) {
  const std::lock_guard guard(*releasing);
  if (--uses[table][column] == 0) tables[table].raw.columns[column].memory.clear();
}

Phrase row_phrase(const Work& work, columns::Place place, std::uint32_t source) {
  const std::string row = std::to_string(place.line);
  if (place.source == source) return {"row " + row, "dòng " + row};
  const std::string& path = work.dataset.sources[place.source].path;
  return {"row " + row + " of " + path, "dòng " + row + " của " + path};
}

Phrase in_period(const columns::Schema& schema, const columns::Timing& timing, std::int32_t period) {
  const std::string label = period_label(schema, timing, period);
  return label.empty() ? Phrase("") : Phrase{" in " + label, " trong " + label};
}

namespace {

// Most columns have no cell that is not a value, or only empty ones, which a look at the numbers shows.
Table::Count count_of(const Table& table, std::size_t c) {
  const auto& states = table.states[c];
  const RawColumn& column = table.raw.columns[c];
  const bool only_empty = std::all_of(states.begin() + flawed_cell + 1, states.end(),
                                      [](CellState state) { return state == CellState::value; });
  if (only_empty && !column.some_flawed && !column.some_empty) return {.present = table.raw.rows};
  std::vector<Code> buffer(block_rows);
  Table::Count count;
  for (std::size_t b = 0; b < column.blocks.size(); ++b) {
    const Block& block = column.blocks[b];
    const std::size_t rows = table.raw.block_sizes[b];
    std::size_t empty = 0, bad = 0;
    if (only_empty && !column.some_flawed && block.width == 0) {
      empty = block.first != empty_cell ? 0 : block.step == 0 ? rows : 1;
    } else if (only_empty && !column.some_flawed && block.width == 1) {
      empty = static_cast<std::size_t>(std::count(block.bytes, block.bytes + rows, std::uint8_t{empty_cell}));
    } else {
      for (const Code code : unpacked(block, rows, buffer.data())) {
        empty += states[code] == CellState::empty;
        bad += states[code] == CellState::bad;
      }
    }
    count.missing += empty;
    count.bad += bad;
    count.present += rows - empty - bad;
  }
  return count;
}

}  // namespace

void count_cells(Work& work) {
  std::vector<std::pair<Table*, std::size_t>> columns;
  for (Table& table : work.tables) {
    table.counts.resize(table.raw.columns.size());
    for (std::size_t c = 0; c < table.counts.size(); ++c) columns.emplace_back(&table, c);
  }
  in_parallel(columns.size(), work.threads, [&](std::size_t i) {
    columns[i].first->counts[columns[i].second] = count_of(*columns[i].first, columns[i].second);
  });
}

void find_number_formats(Work& work, const std::vector<std::optional<NumberFormat>>& said) {
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const Table& table = work.tables[t];
    FormatVotes votes;
    for (std::size_t c = 0; !said[t] && c < table.binding.columns.size(); ++c) {
      const auto& facts = table.binding.columns[c].facts;
      const bool numbers = std::any_of(facts.begin(), facts.end(), [&](FactId fact) {
        return work.schema[fact].type.kind == columns::TypeKind::number;
      });
      const auto is_telling = [&](Code code) {
        return table.states[c][code] == CellState::value && !table.raw.columns[c].texts.number(code);
      };
      for (const Code code : codes_where(numbers ? table.codes(c) : 0, work.threads, is_telling)) {
        std::string_view text = table.text(c, code);
        if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
        votes.count(text);
      }
    }
    work.formats.push_back(said[t].value_or(votes.format()));
  }
}

}  // namespace tdkt::loaders
