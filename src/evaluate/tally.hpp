// SPDX-License-Identifier: Apache-2.0
// How many members of each source there are, by whether they surely belong and what is said of them.
#pragma once

#include <bit>
#include <optional>

#include "evaluate/column.hpp"

namespace tdkt::evaluate {

struct Tally {
  std::uint32_t sure_yes = 0, sure_open = 0, sure_no = 0;     // surely members
  std::uint32_t maybe_yes = 0, maybe_open = 0, maybe_no = 0;  // perhaps members

  std::uint32_t sure() const { return sure_yes + sure_open + sure_no; }
  std::uint32_t maybe() const { return maybe_yes + maybe_open + maybe_no; }
};

// Counts the bits of edges begin … end, word by word. What is not given is `yes` of every edge.
inline Tally tally_of(const std::optional<TruthView>& belongs, const std::optional<TruthView>& predicate,
                      std::size_t begin, std::size_t end) {
  Tally tally;
  const auto add = [](std::uint32_t& count, Word bits) { count += static_cast<std::uint32_t>(std::popcount(bits)); };
  for (auto word = begin / 64; word * 64 < end; ++word) {
    Word rows = ~Word{0};
    if (word == begin / 64) rows &= ~Word{0} << (begin % 64);
    if (end - word * 64 < 64) rows &= (Word{1} << (end % 64)) - 1;
    const auto holds = predicate ? (*predicate)[word] : TruthWords{~Word{0}, 0};
    if (!belongs) {
      add(tally.sure_yes, rows & holds.yes);
      add(tally.sure_no, rows & holds.no);
      add(tally.sure_open, rows & ~holds.yes & ~holds.no);
      continue;
    }
    const auto is_one = (*belongs)[word];
    const auto sure = rows & is_one.yes, maybe = rows & ~is_one.yes & ~is_one.no;
    add(tally.sure_yes, sure & holds.yes);
    add(tally.sure_no, sure & holds.no);
    add(tally.sure_open, sure & ~holds.yes & ~holds.no);
    add(tally.maybe_yes, maybe & holds.yes);
    add(tally.maybe_no, maybe & holds.no);
    add(tally.maybe_open, maybe & ~holds.yes & ~holds.no);
  }
  return tally;
}

}  // namespace tdkt::evaluate
