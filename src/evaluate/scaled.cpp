// SPDX-License-Identifier: Apache-2.0
// 100 × earned / possible, where it may not be known what applies. Earned and possible are bounded
// together: the extremes of the quotient lie where the open items join from the best ratio of points
// to what is possible down, or from the worst up.
#include <algorithm>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

struct Item {
  Decimal points, possible;
};

// Whether a's ratio is greater than b's.
bool better(const Item& a, const Item& b) {
  int128 left = 0, right = 0;
  if (!__builtin_mul_overflow(a.points.scaled(), b.possible.scaled(), &left) &&
      !__builtin_mul_overflow(b.points.scaled(), a.possible.scaled(), &right))
    return left > right;
  const auto x = values::quotient(a.points, a.possible), y = values::quotient(b.points, b.possible);
  return x && y && *x > *y;
}

struct Sheet {
  Decimal to;
  std::optional<Decimal> ceiling;

  std::optional<Decimal> value(const Item& total) const {
    if (total.possible == Decimal()) return std::nullopt;
    const auto product = values::product(to, total.points);
    return product ? values::quotient(*product, total.possible) : std::nullopt;
  }
  Item clamped(const Item& total) const {
    return ceiling ? Item{std::min(total.points, *ceiling), std::min(total.possible, *ceiling)} : total;
  }
};

bool add(Item& total, const Item& item) {
  const auto points = values::sum(total.points, item.points), possible = values::sum(total.possible, item.possible);
  if (!points || !possible) return false;
  total = {*points, *possible};
  return true;
}

// The greatest (or least) value over all choices of the items that are open. nullopt: no bound.
std::optional<Decimal> extreme(const Sheet& sheet, Item total, std::vector<Item>& open, bool greatest) {
  if (open.empty()) return sheet.value(sheet.clamped(total));
  std::sort(open.begin(), open.end(), [&](const Item& a, const Item& b) { return greatest ? better(a, b) : better(b, a); });
  auto best = sheet.value(total);
  for (const auto& item : open) {
    if (!add(total, item)) return std::nullopt;
    const auto next = sheet.value(total);
    if (!next || !best) return std::nullopt;
    best = greatest ? std::max(*best, *next) : std::min(*best, *next);
  }
  // Above the ceiling points are lost and so is what was possible, which can only raise the quotient:
  // to all that is earned of the ceiling at most.
  if (greatest && sheet.ceiling && total.possible > *sheet.ceiling) {
    const auto most = sheet.value({std::min(total.points, *sheet.ceiling), *sheet.ceiling});
    if (!most || !best) return std::nullopt;
    best = std::max(*best, *most);
  }
  return best;
}

}  // namespace

Column worked_out(const graph::Scaled& scaled, const Work& work) {
  auto result = numbers_to_fill(work.rows);
  const auto items = (work.inputs.size() - (scaled.ceiling ? 1 : 0)) / 3;
  const auto scaled_at = [&](std::size_t row, std::vector<Item>& most, std::vector<Item>& least) -> Bounds {
    const auto number = [&](std::size_t input) { return number_at(work.input<NumberColumn>(input), row); };
    Sheet sheet{scaled.to, std::nullopt};
    if (scaled.ceiling) {
      const auto ceiling = number(items * 3);
      if (!ceiling.known()) return Bounds::anything();
      sheet.ceiling = Decimal::from_scaled(ceiling.low);
    }
    Item greatest{}, smallest{};
    most.clear(), least.clear();
    for (std::size_t i = 0; i < items; ++i) {
      const auto applies = work.truths(3 * i).row(row);
      if (applies == Truth::no) continue;
      const auto points = number(3 * i + 1), possible = number(3 * i + 2);
      if (points.no_low || points.no_high || possible.no_low || possible.no_high) return Bounds::anything();
      const Item high{Decimal::from_scaled(points.high), Decimal::from_scaled(possible.low)};
      const Item low{Decimal::from_scaled(points.low), Decimal::from_scaled(possible.high)};
      if (applies == Truth::unknown) {
        most.push_back(high), least.push_back(low);
      } else if (!add(greatest, high) || !add(smallest, low)) {
        return Bounds::anything();
      }
    }
    if (greatest.possible <= Decimal()) return Bounds::anything();  // perhaps nothing applied
    return bounds_of(Interval{extreme(sheet, smallest, least, false), extreme(sheet, greatest, most, true)});
  };
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    std::vector<Item> most, least;
    for (auto row = begin; row < end; ++row) store(result, row, scaled_at(row, most, least));
  });
  settle(result);
  return result;
}

}  // namespace tdkt::evaluate
