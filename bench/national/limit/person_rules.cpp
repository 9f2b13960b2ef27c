// SPDX-License-Identifier: Apache-2.0
// R4 and R5: the histories of 32 people at once, a word of bits for each year.
#include <array>

#include "lanes.hpp"
#include "parallel.hpp"
#include "results.hpp"

namespace tdkt::bench::national {

namespace {

using Word = std::uint32_t;
using History = std::array<Word, years>;  // who reached it, by year

struct Histories {
  History grassroots_fighter, provincial_fighter, provincial_initiative, national_initiative;
};

Histories histories(const Columns& columns, std::uint64_t first) {
  constexpr std::uint8_t grassroots = 2 << 4, provincial = 3 << 4;
  Histories found{};
  const auto left = columns.shape.people - first;
  const auto there = static_cast<Word>(first_bits(left < 32 ? left : 32));
  for (std::uint64_t year = 0; year < years; ++year) {
    const Lanes both(columns.title_initiative + year * columns.shape.people + first, false);
    const auto initiative = both.low_nibbles();
    found.grassroots_fighter[year] = static_cast<Word>(both.at_least(grassroots)) & there;
    found.provincial_fighter[year] = static_cast<Word>(both.at_least(provincial)) & there;
    found.provincial_initiative[year] = static_cast<Word>(initiative.at_least(2));
    found.national_initiative[year] = static_cast<Word>(initiative.at_least(3));
  }
  return found;
}

Word r4(const Histories& of, std::uint64_t year) {
  const auto& fighter = of.grassroots_fighter;
  return fighter[year] & fighter[year - 1] & fighter[year - 2] &
         (of.provincial_initiative[year] | of.provincial_initiative[year - 1]);
}

// What lies before the records counts as none.
Word r5(const Histories& of, std::uint64_t year) {
  Word lately = 0, before = 0, initiative = 0;
  for (std::uint64_t ago = 0; ago <= 5 && ago <= year; ++ago) {
    (ago < 3 ? lately : before) |= of.provincial_fighter[year - ago];
    initiative |= of.national_initiative[year - ago];
  }
  return lately & before & initiative;
}

}  // namespace

void judge_people(const Columns& columns, Results& results, unsigned thread, unsigned threads) {
  const auto [begin, end] = part(results.words, thread, threads);
  for (auto word = begin; word < end; ++word) {
    const auto found = histories(columns, word * 32);
    for (auto year = first_judged; year < years; ++year) {
      results.r4[year * results.words + word] = r4(found, year);
      results.r5[year * results.words + word] = r5(found, year);
    }
  }
}

}  // namespace tdkt::bench::national
