// SPDX-License-Identifier: Apache-2.0
// Places among members, the best of them, and whether somebody is one of them.
#include <algorithm>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

// At nine digits; the better is the greater where high counts.
bool surely_ahead(const Bounds& a, const Bounds& b, bool high_is_better) {
  if (high_is_better) return !a.no_low && !b.no_high && compared_at_nine(a.low, b.high) > 0;
  return !a.no_high && !b.no_low && compared_at_nine(a.high, b.low) < 0;
}
bool possibly_ahead(const Bounds& a, const Bounds& b, bool high_is_better) {
  if (high_is_better) return a.no_high || b.no_low || compared_at_nine(a.high, b.low) > 0;
  return a.no_low || b.no_high || compared_at_nine(a.low, b.high) < 0;
}

std::optional<TruthView> belongs_of(const Work& work, bool given) {
  return given ? std::optional(work.truths(1)) : std::nullopt;
}

}  // namespace

// Equal members share the better place: one more than those strictly ahead.
Column worked_out(const graph::Place& place, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  const auto belongs = belongs_of(work, place.belongs);
  const std::size_t first = place.belongs ? 2 : 1;
  const auto& own = work.input<NumberColumn>(first + 1);
  const auto& subjects = work.input<RowColumn>(first + 2);
  auto result = numbers_to_fill(work.rows);
  constexpr auto unit = power_of_ten(Decimal::digits);
  with_numbers(work.input<NumberColumn>(first), [&](const auto& values) {
    work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
      for (auto source = begin; source < end; ++source) {
        const auto subject = subjects[source];
        if (subject >= unknown_row) {
          store(result, source, Bounds::anything());
          continue;
        }
        const auto value = number_at(own, source);
        int128 least = 1, most = 1;
        for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge) {
          const auto is_one = belongs ? belongs->row(edge) : Truth::yes;
          if (edges.targets[edge] == subject || is_one == Truth::no) continue;
          const Bounds other = values[edge];
          least += is_one == Truth::yes && surely_ahead(other, value, place.high_to_low);
          most += possibly_ahead(other, value, place.high_to_low);
        }
        store(result, source, Bounds{least * unit, most * unit, false, edges.is_open(source)});
      }
    });
  });
  settle(result);
  return result;
}

// Nobody where there surely are no members; not known where several may be the best.
Column worked_out(const graph::Best& best, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  const auto belongs = belongs_of(work, best.belongs);
  RowColumn result{work.rows, nullptr, std::vector<Row>(work.rows, unknown_row)};
  with_numbers(work.input<NumberColumn>(best.belongs ? 2 : 1), [&](const auto& values) {
    const auto is_one = [&](std::size_t edge) { return belongs ? belongs->row(edge) : Truth::yes; };
    work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
      for (auto source = begin; source < end; ++source) {
        if (edges.is_open(source)) continue;
        const auto from = edges.offsets[source], to = edges.offsets[source + 1];
        std::optional<std::uint32_t> leading;  // of the sure members, with the best that it has for sure
        bool anybody = false;
        for (auto edge = from; edge < to; ++edge) {
          const auto truth = is_one(edge);
          anybody = anybody || truth != Truth::no;
          if (truth != Truth::yes) continue;
          const Bounds value = values[edge];
          if (best.highest ? value.no_low : value.no_high) continue;
          const auto ahead = [&] {
            const Bounds top = values[*leading];
            return best.highest ? value.low > top.low : value.high < top.high;
          };
          if (!leading || ahead()) leading = edge;
        }
        if (!anybody) result.own[source] = no_row;
        if (!leading) continue;
        bool alone = true;
        for (auto edge = from; edge < to && alone; ++edge)
          alone = edge == *leading || is_one(edge) == Truth::no || surely_ahead(values[*leading], values[edge], best.highest);
        if (alone) result.own[source] = edges.targets[*leading];
      }
    });
  });
  result.at = result.own.data();
  return result;
}

Column worked_out(const graph::Contains& contains, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  const auto belongs = belongs_of(work, contains.belongs);
  const auto& rows = work.input<RowColumn>(contains.belongs ? 2 : 1);
  return each_truth(work, [&](std::size_t source) {
    const auto row = rows[source];
    const auto first = edges.targets + edges.offsets[source], last = edges.targets + edges.offsets[source + 1];
    const auto others = edges.is_open(source) ? Truth::unknown : Truth::no;
    if (row == no_row) return Truth::no;
    if (row == unknown_row) {
      bool anybody = false;
      for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge)
        anybody = anybody || !belongs || belongs->row(edge) != Truth::no;
      return anybody ? Truth::unknown : others;
    }
    const auto at = std::lower_bound(first, last, row);
    if (at == last || *at != row) return others;
    const auto truth = belongs ? belongs->row(static_cast<std::size_t>(at - edges.targets)) : Truth::yes;
    return truth;
  });
}

}  // namespace tdkt::evaluate
