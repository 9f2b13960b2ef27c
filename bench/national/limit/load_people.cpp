// SPDX-License-Identifier: Apache-2.0
// The one large table: parsed as it stands, then gathered by year and unit.
#include <algorithm>
#include <cstring>

#include "load.hpp"
#include "parallel.hpp"
#include "words.hpp"

namespace tdkt::bench::national {

namespace {

constexpr std::size_t chunk = std::size_t{1} << 20;
constexpr std::size_t longest_row = 512;

void parse_row(Cursor& cursor, const Unplaced& into, const Columns& columns) {
  const auto person = cursor.number() - 1;
  const auto year = cursor.number() - first_year;
  const auto i = year * columns.shape.people + person;
  into.unit[i] = cursor.number();
  const auto rating = cursor.word(ratings);
  const auto title = national::title(cursor);
  const auto discipline = cursor.word(disciplines);
  const auto initiative = cursor.word(initiatives);
  auto months = static_cast<std::uint8_t>(*cursor.at++ - '0');
  if (*cursor.at != '\n') months = static_cast<std::uint8_t>(months * 10 + (*cursor.at++ - '0'));
  ++cursor.at;
  into.title_rating[i] = static_cast<std::uint8_t>(title << 4 | rating);
  into.initiative_discipline[i] = static_cast<std::uint8_t>(initiative << 4 | discipline);
  into.months[i] = months;
  columns.title_initiative[i] = static_cast<std::uint8_t>(title << 4 | initiative);
}

// The rows that begin within [from, to), read a chunk at a time.
void parse_part(const InputFile& file, std::size_t from, std::size_t to, const Unplaced& into,
                const Columns& columns) {
  std::vector<char> text(chunk + longest_row + 64);
  while (from < to) {
    // One character before, to see whether a row begins here; the header is skipped in the same way.
    const std::size_t before = from > 0 ? 1 : 0;
    const auto got = file.read(text.data(), chunk + longest_row, from - before);
    std::memset(text.data() + got, 0, 64);
    Cursor cursor{text.data()};
    cursor.skip_line();
    const auto* end = text.data() + before + std::min(chunk, to - from);
    while (cursor.at < end && cursor.at < text.data() + got) parse_row(cursor, into, columns);
    from += std::max<std::size_t>(static_cast<std::size_t>(cursor.at - text.data()) - before, 1);
  }
}

}  // namespace

Unplaced parse_person_years(const std::filesystem::path& path, Columns& columns, unsigned threads) {
  const auto rows = columns.shape.people * years;
  Unplaced unplaced{nullptr, nullptr, nullptr, nullptr, Block::zeroed(rows * 7 + 4096)};
  unplaced.unit = reinterpret_cast<std::uint32_t*>(unplaced.memory.data());
  unplaced.title_rating = reinterpret_cast<std::uint8_t*>(unplaced.unit + rows);
  unplaced.initiative_discipline = unplaced.title_rating + rows;
  unplaced.months = unplaced.initiative_discipline + rows;
  const InputFile file(path);
  on_threads(threads, [&](unsigned thread) {
    const auto [from, to] = part(file.size(), thread, threads);
    parse_part(file, from, to, unplaced, columns);
  });
  return unplaced;
}

void cluster(Unplaced& unplaced, const UnitNumbers& numbers, Columns& columns, unsigned threads) {
  const auto units = columns.shape.units, people = columns.shape.people;
  on_threads(threads, [&](unsigned thread) {
    std::vector<std::uint32_t> next(units + 1);
    for (std::uint64_t year = thread; year < years; year += threads) {
      const auto begin = year * people;
      auto* unit = unplaced.unit + begin;
      auto* first_row = columns.first_row + year * (units + 1);
      std::fill(next.begin(), next.end(), 0);
      for (std::uint64_t i = 0; i < people; ++i) ++next[unit[i] = numbers[unit[i]]];
      std::uint32_t so_far = 0;
      for (std::uint64_t u = 0; u < units; ++u) {
        first_row[u] = so_far;
        so_far += next[u];
        next[u] = first_row[u];
      }
      first_row[units] = so_far;
      for (std::uint64_t i = 0; i < people; ++i) {
        const auto row = begin + next[unit[i]]++;
        columns.title_rating[row] = unplaced.title_rating[begin + i];
        columns.initiative_discipline[row] = unplaced.initiative_discipline[begin + i];
        columns.months[row] = unplaced.months[begin + i];
        columns.person[row] = static_cast<std::uint32_t>(i + 1);
      }
    }
  });
}

}  // namespace tdkt::bench::national
