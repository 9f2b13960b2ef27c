// SPDX-License-Identifier: Apache-2.0
// Contests for a single offer in which it is not known of all whether they stand and qualify, or what
// their keys are.
#include <algorithm>

#include "verdicts/one_offer.hpp"

namespace tdkt::verdicts {

int OneOffer::compared(const Standing& a, End of_a, const Standing& b, End of_b) const {
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    const auto left = ends_[k][a.place].*of_a, right = ends_[k][b.place].*of_b;
    if (left != right) return left < right ? -1 : 1;
  }
  return 0;
}

// False where a key is too great.
bool OneOffer::read_ends() {
  using Over = KeyReader::Over;
  std::uint32_t place = 0;
  for (const auto& part : within_bounds_)
    for (auto i = part.begin; i < part.end; ++i) standing_[i].place = place++;
  bool fits = true;
  for (std::size_t k = 0; k < keys_.size(); ++k) {
    const auto over = keys_[k].over();
    rows_.clear();
    for (const auto& part : within_bounds_)
      for (auto i = part.begin; i < part.end; ++i)
        rows_.push_back(over == Over::candidates ? standing_[i].edge : over == Over::members ? standing_[i].row : part.group);
    ends_[k].resize(place);
    fits = fits && keys_[k].read(rows_, ends_[k].data());
  }
  return fits;
}

void OneOffer::settle_within_bounds(Standings& standings) {
  const bool fits = read_ends();
  for (const auto& part : within_bounds_) {
    const auto is_known = [&](std::size_t place) {
      return std::all_of(ends_.begin(), ends_.begin() + static_cast<std::ptrdiff_t>(keys_.size()),
                         [&](const auto& ends) { return ends[place].best == ends[place].worst; });
    };
    bool all_known = true;
    for (auto i = part.begin; i < part.end; ++i) all_known = all_known && is_known(standing_[i].place);
    if (!fits || (!all_known && part.size() > most_compared)) {
      left_.push_back(part.index);
      continue;
    }
    const auto ordered = put_in_order(part, all_known);
    if (all_known) settle_in_order(part, ordered, standings);
    else settle_each_with_each(part, standings);
  }
}

// Whose worse end is better comes first. Where keys are known it is enough to have those in order who may
// be within the quota, and one more; who equals that one stands next to it.
// Says up to where they are in order.
std::size_t OneOffer::put_in_order(const Part& part, bool all_known) {
  const auto begin = standing_.begin() + static_cast<std::ptrdiff_t>(part.begin);
  const auto end = standing_.begin() + static_cast<std::ptrdiff_t>(part.end);
  const auto before = [&](const Standing& a, const Standing& b) { return compared(a, &KeyEnds::worst, b, &KeyEnds::worst) < 0; };
  const auto open = std::count_if(begin, end, [](const Standing& one) { return !one.conditions_known(); });
  const auto enough = std::max<std::int64_t>(part.quota, 0) + open + 1;
  if (!all_known || enough >= end - begin) {
    std::sort(begin, end, before);
    return part.end;
  }
  const auto middle = begin + enough;
  std::sort(begin, middle, before);
  for (auto one = middle; one != end; ++one)  // few of many: each is held against the last that is in
    if (before(*one, *(middle - 1))) {
      std::swap(*one, *(middle - 1));
      for (auto here = middle - 1; here != begin && before(*here, *(here - 1)); --here) std::swap(*here, *(here - 1));
    }
  const auto& last = *(middle - 1);
  const auto equals = std::partition(middle, end, [&](const Standing& one) { return !before(last, one); });
  return static_cast<std::size_t>(equals - standing_.begin());
}

// Equals at a time. Ahead of them are so many who are sure to be served if there is enough, and so many
// who may be.
void OneOffer::settle_in_order(const Part& part, std::size_t ordered, Standings& standings) {
  std::int64_t sure_ahead = 0;
  bool all_tied_ahead = true;  // of those whose outcome is open every one is tied
  for (auto first = part.begin, last = first; first < ordered && sure_ahead < part.quota; first = last) {
    std::int64_t sure_here = 0;
    while (last < ordered && compared(standing_[first], &KeyEnds::worst, standing_[last], &KeyEnds::worst) == 0)
      sure_here += standing_[last++].conditions_known();
    const auto may_be_ahead = static_cast<std::int64_t>(last - part.begin) - 1;
    const auto surely_gets = [&](const Standing& one) { return one.surely_qualifies && may_be_ahead < part.quota; };
    bool all_known_here = true, open_here = false;
    for (auto i = first; i < last; ++i) {
      const auto& one = standing_[i];
      const bool open = !surely_gets(one) || !one.sure;
      open_here = open_here || open;
      all_known_here = all_known_here && (!open || one.conditions_known());
    }
    for (auto i = first; i < last; ++i) {
      const auto& one = standing_[i];
      if (!one.sure) continue;  // marked before
      if (surely_gets(one)) mark(standings.nominated, one.edge);
      else if (one.surely_qualifies && all_known_here && all_tied_ahead) mark(standings.tied, one.edge);
      else mark(standings.undetermined, one.edge);
    }
    all_tied_ahead = all_tied_ahead && (!open_here || all_known_here);
    sure_ahead += sure_here;
  }
}

// Where keys are known within bounds: `before` has put first whose worse end is better, so that whoever
// is surely ahead of another comes before it.
void OneOffer::settle_each_with_each(const Part& part, Standings& standings) {
  const auto begin = standing_.begin() + static_cast<std::ptrdiff_t>(part.begin);
  const auto end = standing_.begin() + static_cast<std::ptrdiff_t>(part.end);
  std::array<bool, most_compared> gets{};
  for (auto x = begin; x != end; ++x) {
    std::int64_t sure_ahead = 0, may_be_ahead = -1;  // it is equal to itself
    for (auto z = begin; z != end; ++z) {
      sure_ahead += z->conditions_known() && surely_ahead(*z, *x);
      may_be_ahead += !surely_ahead(*x, *z);
    }
    const bool can = sure_ahead < part.quota;
    const bool surely = can && x->surely_qualifies && may_be_ahead < part.quota;
    gets[static_cast<std::size_t>(x - begin)] = surely;
    x->tied = false;
    x->open = can && (!surely || !x->sure);
  }
  const auto is_point = [&](const Standing& one) { return compared(one, &KeyEnds::worst, one, &KeyEnds::best) == 0; };
  for (auto x = begin; x != end; ++x) {
    if (!x->sure) continue;  // marked before
    if (gets[static_cast<std::size_t>(x - begin)]) mark(standings.nominated, x->edge);
    if (!x->open) continue;
    x->tied = x->surely_qualifies && std::all_of(begin, end, [&](const Standing& z) {
      if (&z == &*x || !z.open || surely_ahead(*x, z)) return true;
      if (!z.conditions_known()) return false;
      if (surely_ahead(z, *x)) return z.tied;
      return is_point(*x) && is_point(z) && compared(z, &KeyEnds::worst, *x, &KeyEnds::worst) == 0;
    });
    mark(x->tied ? standings.tied : standings.undetermined, x->edge);
  }
}

}  // namespace tdkt::verdicts
