// SPDX-License-Identifier: Apache-2.0
// R6, R8 and R7: what units and blocs compete for and keep up.
#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

#include "parallel.hpp"
#include "results.hpp"

namespace tdkt::bench::national {

namespace {

constexpr std::size_t most_members = 512;  // of a bloc in one group
constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();

// A score as it may turn out, with the id below it: of equal scores the lower id is ahead.
struct Score {
  std::int64_t low, high;
};

Score score(const Columns& columns, const Results& results, std::uint64_t i, std::uint64_t unit) {
  constexpr std::int64_t for_targets = 6'000'000, for_staff = 3'000'000, for_late = 200'000, ids = 1 << 24;
  const auto staff = static_cast<std::int64_t>(results.staff[i]);
  const auto share = staff > 0 ? for_staff * results.advanced[i] / staff : 0;
  const auto rest = share - for_late * columns.late[i];
  const bool known = columns.met[i] != no_count;
  const auto targets = known ? for_targets * columns.met[i] / columns.planned[i] : 0;
  const auto id = ids - 1 - columns.unit_id[unit];
  return {(rest + targets) * ids + id, (rest + (known ? targets : for_targets)) * ids + id};
}

// Of the units of one bloc and group the best registered one, if R1 holds for it.
void judge_r6(const Columns& columns, Results& results, std::uint64_t year, std::uint32_t begin, std::uint32_t end) {
  std::array<Score, most_members> scores;
  if (end - begin > most_members) throw std::runtime_error("a bloc has more members than this program was made for");
  std::int64_t surely_reached = lowest, highest = lowest, second = lowest;
  for (auto unit = begin; unit < end; ++unit) {
    const auto i = year * columns.shape.units + unit;
    if (!columns.registered[i]) continue;
    const auto own = scores[unit - begin] = score(columns, results, i, unit);
    surely_reached = std::max(surely_reached, own.low);
    if (own.high > highest) second = std::exchange(highest, own.high);
    else second = std::max(second, own.high);
  }
  for (auto unit = begin; unit < end; ++unit) {
    const auto i = year * columns.shape.units + unit;
    results.r6[i] = no;
    if (!columns.registered[i]) continue;
    const auto own = scores[unit - begin];
    if (own.high < surely_reached) continue;
    const auto others = own.high == highest ? second : highest;
    results.r6[i] = std::min<std::uint8_t>(others <= own.low ? yes : unknown, results.r1[i]);
  }
}

// R1 in five years on record.
void judge_r8(const Columns& columns, Results& results, Range range) {
  const auto units = columns.shape.units;
  for (std::uint64_t year = 4; year < years; ++year) {
    const auto* r1 = results.r1 + year * units;
    for (auto unit = range.begin; unit < range.end; ++unit) {
      auto verdict = r1[unit];
      for (std::uint64_t before = 1; before <= 4; ++before)
        verdict = std::min(verdict, *(r1 + unit - before * units));
      results.r8[year * units + unit] = verdict;
    }
  }
}

Verdict differ(std::uint32_t one, std::uint32_t other) {
  return one == 0 || other == 0 ? unknown : one != other ? yes : no;
}

// Since the records begin no two years in a row with one leader, and none twice within five years.
void judge_r7(const Columns& columns, Results& results, std::uint64_t bloc) {
  const auto* leader = columns.leader + bloc * years;
  Verdict in_turn = yes;
  for (std::uint64_t year = 0; year < years; ++year) {
    if (year > 0) in_turn = std::min(in_turn, differ(leader[year - 1], leader[year]));
    if (year < first_judged) continue;
    auto verdict = in_turn;
    for (auto one = year < 4 ? 0 : year - 4; one < year; ++one)
      for (auto other = one + 1; other <= year; ++other) verdict = std::min(verdict, differ(leader[one], leader[other]));
    results.r7[bloc * years + year] = verdict;
  }
}

}  // namespace

void judge_units(const Columns& columns, Results& results, unsigned thread, unsigned threads) {
  const auto partitions = part(columns.shape.partitions, thread, threads);
  for (auto year = first_judged; year < years; ++year)
    for (auto p = partitions.begin; p < partitions.end; ++p)
      judge_r6(columns, results, year, columns.first_unit[p], columns.first_unit[p + 1]);
  judge_r8(columns, results, part(columns.shape.units, thread, threads));
  const auto blocs = part(columns.shape.blocs, thread, threads);
  for (auto bloc = blocs.begin; bloc < blocs.end; ++bloc) judge_r7(columns, results, bloc);
}

}  // namespace tdkt::bench::national
