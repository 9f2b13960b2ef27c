// SPDX-License-Identifier: Apache-2.0
#include "load.hpp"

#include <algorithm>
#include <tuple>

#include "clock.hpp"
#include "parallel.hpp"
#include "words.hpp"

namespace tdkt::bench::national {

namespace {

struct Unit {
  std::uint32_t id, bloc;
  char group;
};

bool compete(const Unit& one, const Unit& other) {
  return one.bloc == other.bloc && one.group == other.group;
}

std::vector<Unit> units_in_order(const std::filesystem::path& file) {
  std::vector<Unit> units;
  each_row(text_of(file), [&](Cursor& cursor) {
    Unit unit{cursor.number(), 0, 0};
    cursor.skip_cell();  // name
    cursor.skip_cell();  // parent
    unit.bloc = cursor.number();
    cursor.skip_cell();  // kind
    unit.group = *cursor.at;
    cursor.skip_line();
    units.push_back(unit);
  });
  std::sort(units.begin(), units.end(), [](const Unit& one, const Unit& other) {
    return std::tie(one.bloc, one.group, one.id) < std::tie(other.bloc, other.group, other.id);
  });
  return units;
}

std::uint64_t rows_of(const std::filesystem::path& file) {
  std::uint64_t rows = 0;
  each_row(text_of(file), [&](Cursor& cursor) { cursor.skip_line(), ++rows; });
  return rows;
}

void parse_unit_years(const std::filesystem::path& file, const UnitNumbers& numbers, Columns& columns) {
  each_row(text_of(file), [&](Cursor& cursor) {
    const auto unit = numbers[cursor.number()];
    const auto i = (cursor.number() - first_year) * columns.shape.units + unit;
    columns.unit_rating[i] = cursor.word(ratings);
    columns.planned[i] = static_cast<std::uint8_t>(cursor.number());
    columns.met[i] = no_count;
    if (cursor.empty_cell()) ++cursor.at;
    else columns.met[i] = static_cast<std::uint8_t>(cursor.number());
    columns.late[i] = static_cast<std::uint8_t>(cursor.number());
    columns.registered[i] = static_cast<std::uint8_t>(cursor.number());
    cursor.number();  // no rule asks for the party's standing
  });
}

void parse_bloc_years(const std::filesystem::path& file, Columns& columns) {
  each_row(text_of(file), [&](Cursor& cursor) {
    const auto bloc = cursor.number() - 1;
    auto& leader = columns.leader[bloc * years + cursor.number() - first_year];
    leader = 0;
    if (cursor.empty_cell()) ++cursor.at;
    else leader = cursor.number();
  });
}

}  // namespace

Records load(const std::filesystem::path& folder, unsigned threads, LoadTimes& times) {
  Stopwatch watch;
  Records records;
  auto& columns = records.columns;

  const auto units = units_in_order(folder / "units.csv");
  std::vector<std::uint32_t> first_unit;
  UnitNumbers numbers(units.size() + 1);
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    numbers[units[u].id] = u;
    if (u == 0 || !compete(units[u - 1], units[u])) first_unit.push_back(u);
  }
  columns.shape = {units.size(), rows_of(folder / "blocs.csv"), rows_of(folder / "people.csv"), first_unit.size()};
  first_unit.push_back(static_cast<std::uint32_t>(units.size()));

  records.memory = Block::zeroed(Columns{columns}.lie_at(nullptr));
  columns.lie_at(records.memory.data());
  std::copy(first_unit.begin(), first_unit.end(), columns.first_unit);
  for (std::uint32_t u = 0; u < units.size(); ++u) columns.unit_id[u] = units[u].id;
  parse_unit_years(folder / "unit_year.csv", numbers, columns);
  parse_bloc_years(folder / "bloc_year.csv", columns);
  times.small_tables = watch.lap();

  auto unplaced = parse_person_years(folder / "person_year.csv", columns, threads);
  times.parse = watch.lap();
  cluster(unplaced, numbers, columns, threads);
  times.cluster = watch.lap();
  return records;
}

}  // namespace tdkt::bench::national
