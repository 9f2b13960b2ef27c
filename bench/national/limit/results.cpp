// SPDX-License-Identifier: Apache-2.0
#include "results.hpp"

#include <array>
#include <initializer_list>

#include "clock.hpp"
#include "parallel.hpp"

namespace tdkt::bench::national {

Results::Results(const Shape& shape) : words((shape.people + 31) / 32) {
  constexpr std::size_t room = 64;
  std::byte* base = nullptr;
  std::size_t offset = 0;
  const auto place = [&](auto*& column, std::uint64_t elements) {
    column = reinterpret_cast<std::remove_reference_t<decltype(column)>>(base + offset);
    offset += (elements * sizeof *column + room + 63) / 64 * 64;
  };
  const auto place_all = [&] {
    offset = 0;
    for (auto** column : {&r1, &r2, &r6, &r8}) place(*column, shape.units * years);
    place(r3, shape.people * years);
    place(r7, shape.blocs * years);
    for (auto** column : {&r4, &r5}) place(*column, words * years);
    for (auto** column : {&staff, &advanced}) place(*column, shape.units * years);
  };
  place_all();
  memory = Block::zeroed(offset);
  base = memory.data();
  place_all();
}

Times evaluate(const Columns& columns, Results& results, unsigned threads) {
  Stopwatch watch;
  Times times;
  on_threads(threads, [&](unsigned thread) { judge_staff(columns, results, thread, threads); });
  times.staff = watch.lap();
  on_threads(threads, [&](unsigned thread) { judge_units(columns, results, thread, threads); });
  times.units = watch.lap();
  on_threads(threads, [&](unsigned thread) { judge_people(columns, results, thread, threads); });
  times.people = watch.lap();
  return times;
}

namespace {

struct Tally {
  std::array<std::uint64_t, 3> number{}, ids{};
  void add(std::uint8_t verdict, std::uint64_t id) {
    ++number[verdict];
    ids[verdict] += id;
  }
};

Tally tally(const Columns& columns, const Results& results, int rule, std::uint64_t year) {
  const auto& shape = columns.shape;
  Tally tally;
  const auto units = [&](const std::uint8_t* verdicts) {
    for (std::uint64_t u = 0; u < shape.units; ++u) tally.add(verdicts[year * shape.units + u], columns.unit_id[u]);
  };
  const auto people = [&](const std::uint32_t* verdicts) {
    for (std::uint64_t p = 0; p < shape.people; ++p)
      tally.add(verdicts[year * results.words + p / 32] >> (p % 32) & 1 ? yes : no, p + 1);
  };
  switch (rule) {
    case 1: units(results.r1); break;
    case 2: units(results.r2); break;
    case 3:
      for (auto row = year * shape.people; row < (year + 1) * shape.people; ++row)
        tally.add(results.r3[row], columns.person[row]);
      break;
    case 4: people(results.r4); break;
    case 5: people(results.r5); break;
    case 6: units(results.r6); break;
    case 7:
      for (std::uint64_t b = 0; b < shape.blocs; ++b) tally.add(results.r7[b * years + year], b + 1);
      break;
    default: units(results.r8); break;
  }
  return tally;
}

}  // namespace

void write_summary(const Columns& columns, const Results& results, std::ostream& out) {
  constexpr int rules = 8;
  for (int rule = 1; rule <= rules; ++rule)
    for (auto year = first_judged; year < years; ++year) {
      const auto sums = tally(columns, results, rule, year);
      out << 'R' << rule << ',' << first_year + year << ',' << sums.number[yes] << ',' << sums.number[unknown]
          << ',' << sums.ids[yes] << ',' << sums.ids[unknown] << '\n';
    }
}

}  // namespace tdkt::bench::national
