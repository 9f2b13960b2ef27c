// SPDX-License-Identifier: Apache-2.0
// R1, R2 and R3: all that is asked of a unit's staff, in one pass over its rows.
//
// Staff are taken 64 at a time, as sets of bits. R3 lets the unit keep the first 15% of its LDTT, rounded
// down, of those who qualify, by initiative, months worked and id. Somebody unrated may or may not qualify:
// yes is who is within the number even if all of these do, no is who is out even if none does.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <stdexcept>

#include "lanes.hpp"
#include "parallel.hpp"
#include "results.hpp"

namespace tdkt::bench::national {

namespace {

constexpr std::uint8_t excellent = 3, good = 2, warning = 2, base = 1, province = 2, whole_year = 12;
constexpr std::uint8_t advanced_laborer = 1 << 4, grassroots_fighter = 2 << 4;  // titles, in the upper half
constexpr std::size_t largest_unit = 64;  // blocks of 64

struct Block64 {
  Bits unrated, failed, advanced, fighters, disciplined;
  Bits certain;                        // candidates of R3 whatever is missing
  std::array<Bits, 4> by_initiative;   // possible candidates, highest initiative first
};

Block64 sets(const Columns& columns, std::uint64_t row, std::uint64_t count, bool whole) {
  const Bits staff = first_bits(count);
  const Lanes title_rating(columns.title_rating + row, whole);
  const Lanes initiative_discipline(columns.initiative_discipline + row, whole);
  const auto rating = title_rating.low_nibbles();
  Block64 block;
  block.unrated = rating.equal_to(no_rating) & staff;
  block.failed = rating.equal_to(0) & staff;
  block.advanced = title_rating.at_least(advanced_laborer) & staff;
  block.fighters = title_rating.at_least(grassroots_fighter) & staff;
  block.disciplined = initiative_discipline.low_nibbles().at_least(warning) & staff;
  const auto from_base = initiative_discipline.at_least(base << 4),
             from_province = initiative_discipline.at_least(province << 4),
             national = initiative_discipline.at_least((province + 1) << 4);
  block.certain = block.advanced & (from_base | rating.equal_to(excellent));
  const auto possible = block.certain | (block.advanced & block.unrated);
  block.by_initiative = {possible & national, possible & from_province & ~national,
                         possible & from_base & ~from_province, possible & ~from_base};
  return block;
}

// Gives places away from the first candidate to the last.
class Places {
 public:
  Places(std::uint8_t* verdicts, int number) : verdicts_(verdicts), number_(number) {}

  bool left() const { return certain_ < number_; }
  void give(Bits candidates, Bits certain, std::size_t first) {
    for (; candidates && left(); candidates &= candidates - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(candidates));
      const bool surely = certain >> i & 1;
      verdicts_[first + i] = surely && possible_ < number_ ? yes : unknown;
      certain_ += surely;
      ++possible_;
    }
  }

 private:
  std::uint8_t* verdicts_;
  int number_, certain_ = 0, possible_ = 0;  // those ahead who surely, or perhaps, are candidates
};

struct Staff {
  std::uint64_t number = 0, advanced = 0;
  Bits unrated = 0, failed = 0, fighters = 0, disciplined = 0;

  void add(const Block64& block) {
    advanced += static_cast<std::uint64_t>(std::popcount(block.advanced));
    unrated |= block.unrated;
    failed |= block.failed;
    fighters |= block.fighters;
    disciplined |= block.disciplined;
  }
  int places() const { return static_cast<int>(advanced * 15 / 100); }
};

void rank_few(const Block64& block, const std::uint8_t* months_worked, bool whole, Places places) {
  const Lanes months(months_worked, whole);
  const auto all_year = months.at_least(whole_year);
  for (const auto candidates : block.by_initiative) {
    if (!candidates) continue;
    places.give(candidates & all_year, block.certain, 0);
    auto rest = candidates & ~all_year;
    for (std::uint8_t month = whole_year - 1; rest && places.left(); --month) {
      const auto these = rest & months.equal_to(month);
      places.give(these, block.certain, 0);
      rest &= ~these;
    }
    if (!places.left()) return;
  }
}

void rank_many(const std::array<Block64, largest_unit>& blocks, std::size_t count,
               const std::uint8_t* months_worked, Places places) {
  for (std::size_t initiative = 0; initiative < 4; ++initiative)
    for (std::uint8_t month = whole_year; month >= 1; --month)
      for (std::size_t b = 0; b < count; ++b) {
        if (!places.left()) return;
        const auto candidates = blocks[b].by_initiative[initiative];
        if (candidates)
          places.give(candidates & Lanes(months_worked + b * 64, true).equal_to(month), blocks[b].certain, b * 64);
      }
}

Staff judge_r3(const Columns& columns, std::uint64_t row, std::uint64_t number, std::uint8_t* verdicts) {
  Staff staff{.number = number};
  if (number <= 64) {
    const bool whole = number > 32;
    const auto block = sets(columns, row, number, whole);
    staff.add(block);
    if (verdicts && staff.places() > 0)
      rank_few(block, columns.months + row, whole, {verdicts, staff.places()});
    return staff;
  }
  std::array<Block64, largest_unit> blocks;
  const auto count = (number + 63) / 64;
  if (count > largest_unit) throw std::runtime_error("a unit has more staff than this program was made for");
  for (std::uint64_t b = 0; b < count; ++b) {
    blocks[b] = sets(columns, row + b * 64, std::min<std::uint64_t>(64, number - b * 64), true);
    staff.add(blocks[b]);
  }
  if (verdicts && staff.places() > 0) rank_many(blocks, count, columns.months + row, {verdicts, staff.places()});
  return staff;
}

Verdict r1(const Staff& staff, std::uint8_t rating) {
  const bool may_hold = staff.number > 0 && !staff.disciplined && staff.fighters && !staff.failed &&
                        staff.advanced * 10 >= staff.number * 7;
  if (!may_hold || (rating != no_rating && rating < excellent)) return no;
  return rating == no_rating || staff.unrated ? unknown : yes;
}

Verdict r2(const Staff& staff, std::uint8_t rating) {
  const bool may_hold = staff.number > 0 && !staff.disciplined && staff.advanced * 2 >= staff.number;
  if (!may_hold || rating < good) return no;
  return rating == no_rating ? unknown : yes;
}

}  // namespace

void judge_staff(const Columns& columns, Results& results, unsigned thread, unsigned threads) {
  const auto units = columns.shape.units;
  const auto [begin, end] = part(units, thread, threads);
  for (std::uint64_t year = 0; year < years; ++year) {
    const auto* first_row = columns.first_row + year * (units + 1);
    const auto first_of_year = year * columns.shape.people;
    const bool judged = year >= first_judged;  // R1 is also asked of the years before, by R8
    if (judged) std::memset(results.r3 + first_of_year + first_row[begin], no, first_row[end] - first_row[begin]);
    for (auto unit = begin; unit < end; ++unit) {
      const auto row = first_of_year + first_row[unit];
      const auto staff =
          judge_r3(columns, row, first_row[unit + 1] - first_row[unit], judged ? results.r3 + row : nullptr);
      const auto i = year * units + unit;
      results.staff[i] = static_cast<std::uint32_t>(staff.number);
      results.advanced[i] = static_cast<std::uint32_t>(staff.advanced);
      results.r1[i] = r1(staff, columns.unit_rating[i]);
      if (judged) results.r2[i] = r2(staff, columns.unit_rating[i]);
    }
  }
}

}  // namespace tdkt::bench::national
