// SPDX-License-Identifier: Apache-2.0
#include "loaders/relation_rows.hpp"

#include "diagnostics/kinds.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace tdkt::loaders {
namespace {

using columns::Adjacency;
using columns::BothWays;

class Sides {
 public:
  Sides(Work& work, const Identity& identity, RelationId relation, std::int32_t period, PeriodPairs& rows)
      : work_(work), identity_(identity), relation_(work.schema[relation]), period_(period), rows_(rows),
        dropped_(rows.pairs.size(), false) {}

  // `of` has two targets where only one may be.
  void check_targets() {
    if (relation_.many) return;
    std::stable_sort(rows_.pairs.begin(), rows_.pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tie(a.of, a.date, a.to) < std::tie(b.of, b.date, b.to);
    });
    check([](const Pair& pair) { return std::tuple(pair.of, pair.date); },
          [](const Pair& pair) { return pair.to; }, relation_.of, relation_.to, relation_.name);
  }

  // Two lead to one row where the way back is to one.
  void check_way_back() {
    if (!relation_.inverse || relation_.inverse_many) return;
    std::stable_sort(rows_.pairs.begin(), rows_.pairs.end(), [](const Pair& a, const Pair& b) {
      return std::tie(a.to, a.of, a.date) < std::tie(b.to, b.of, b.date);
    });
    check([](const Pair& pair) { return pair.to; }, [](const Pair& pair) { return pair.of; }, relation_.to,
          relation_.of, *relation_.inverse);
  }

  void drop() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows_.pairs.size(); ++i) {
      if (dropped_[i]) {
        rows_.gaps.of.push_back(rows_.pairs[i].of);
        rows_.gaps.to.push_back(rows_.pairs[i].to);
      } else {
        rows_.pairs[kept++] = rows_.pairs[i];
      }
    }
    rows_.pairs.resize(kept);
    dropped_.assign(kept, false);
  }

 private:
  // Among neighbours with the same `key`, all must have the same `value`.
  template <class Key, class Value>
  void check(Key key, Value value, EntityId keyed, EntityId valued, const columns::Name& name) {
    const auto& pairs = rows_.pairs;
    for (std::size_t first = 0, end = 0; first < pairs.size(); first = end) {
      bool differ = false;
      for (end = first + 1; end < pairs.size() && key(pairs[end]) == key(pairs[first]); ++end)
        differ |= value(pairs[end]) != value(pairs[first]);
      if (!differ) continue;
      report(pairs, first, end, value, keyed, valued, name);
      for (std::size_t i = first; i < end; ++i) dropped_[i] = true;
    }
  }

  template <class Value>
  void report(const std::vector<Pair>& pairs, std::size_t first, std::size_t end, Value value, EntityId keyed,
              EntityId valued, const columns::Name& name) {
    // In the order of their places, so that what is said does not depend on how ids are sorted.
    std::vector<Pair> group(pairs.begin() + static_cast<std::ptrdiff_t>(first),
                            pairs.begin() + static_cast<std::ptrdiff_t>(end));
    std::stable_sort(group.begin(), group.end(), [](const Pair& a, const Pair& b) {
      return std::tie(a.place.source, a.place.line) < std::tie(b.place.source, b.place.line);
    });
    const Pair& before = group.front();
    for (const Pair& now : group) {
      if (value(now) == value(before)) continue;
      const bool way_back = keyed == relation_.to && value(now) == now.of;
      const std::string id = printable(identity_.id(keyed, way_back ? now.to : now.of));
      const columns::Source& source = work_.dataset.sources[now.place.source];
      work_.findings.add_value(
          Kind::references_contradict,
          {source.path, source.sheet, name.in(grammar::Language::english), id, now.place.line},
          {id, phrase(name), in_period(work_.schema, relation_.timing, period_), printable(identity_.id(valued, value(now))),
           printable(identity_.id(valued, value(before))), row_phrase(work_, before.place, now.place.source)});
      return;
    }
  }

  Work& work_;
  const Identity& identity_;
  const columns::Relation& relation_;
  std::int32_t period_;
  PeriodPairs& rows_;
  std::vector<bool> dropped_;
};

void sort_forward(std::vector<Pair>& pairs) {
  const auto by_row = [](const Pair& a, const Pair& b) {
    return std::tie(a.of, a.to, a.date, a.place.source, a.place.line) <
           std::tie(b.of, b.to, b.date, b.place.source, b.place.line);
  };
  if (!std::is_sorted(pairs.begin(), pairs.end(), by_row)) std::sort(pairs.begin(), pairs.end(), by_row);
  const auto same = [](const Pair& a, const Pair& b) {
    return std::tie(a.of, a.to, a.date) == std::tie(b.of, b.to, b.date);
  };
  pairs.erase(std::unique(pairs.begin(), pairs.end(), same), pairs.end());
}

// `from`, `to`: which side of a pair the rows and the targets are. Requires: pairs ascend by target
// within each row, in the order in which they stand.
Adjacency adjacency(const std::vector<Pair>& pairs, Row Pair::*from, Row Pair::*to, std::size_t rows, bool dated) {
  std::vector<std::uint32_t> offsets(rows + 1);
  for (const Pair& pair : pairs) ++offsets[pair.*from + 1];
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
  std::vector<Row> targets(pairs.size());
  std::vector<values::Date> dates(dated ? pairs.size() : 0);
  columns::PlacesBuilder places(pairs.size());
  for (const Pair& pair : pairs) {
    const std::uint32_t at = next[pair.*from]++;
    targets[at] = pair.*to;
    places.set(at, pair.place);
    if (dated) dates[at] = pair.date;
  }
  return {std::move(offsets), std::move(targets), std::move(dates), places.finish(), Adjacency::PlacedBy::target};
}

// The same where no row has several.
Adjacency one_each(const std::vector<Pair>& pairs, Row Pair::*from, Row Pair::*to, std::size_t rows) {
  std::vector<Row> targets(rows, values::no_row);
  columns::PlacesBuilder places(rows);
  for (const Pair& pair : pairs) {
    targets[pair.*from] = pair.*to;
    places.set(pair.*from, pair.place);
  }
  return {{}, std::move(targets), {}, places.finish(), Adjacency::PlacedBy::row};
}

columns::Bits marked(std::size_t rows, const std::vector<Row>& some, bool all) {
  columns::Bits bits(rows, all);
  for (const Row row : some) bits.set(row);
  return bits;
}

}  // namespace

BothWays both_ways(Work& work, const Identity& identity, RelationId id, std::int32_t period, PeriodPairs rows) {
  const columns::Relation& relation = work.schema[id];
  sort_forward(rows.pairs);
  Sides sides(work, identity, id, period, rows);
  sides.check_targets();
  sides.drop();
  sides.check_way_back();
  sides.drop();
  sort_forward(rows.pairs);

  const std::size_t of = identity.count(relation.of), to = identity.count(relation.to);
  const bool dated = relation.timing.cadence == values::Cadence::dated;
  BothWays both;
  both.forward = dated || relation.many ? adjacency(rows.pairs, &Pair::of, &Pair::to, of, dated)
                                        : one_each(rows.pairs, &Pair::of, &Pair::to, of);
  both.backward = dated || !relation.inverse || relation.inverse_many
                      ? adjacency(rows.pairs, &Pair::to, &Pair::of, to, dated)
                      : one_each(rows.pairs, &Pair::to, &Pair::of, to);
  both.incomplete = marked(of, rows.gaps.of, rows.gaps.any_of && rows.gaps.any_to);
  both.incomplete_backward = marked(to, rows.gaps.to, rows.gaps.any_to);
  both.maybe_more = rows.gaps.any_of;
  return both;
}

}  // namespace tdkt::loaders
