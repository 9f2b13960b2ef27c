// SPDX-License-Identifier: Apache-2.0
// Sets: along a relation from the rows of a domain to their members, and further along another.
//
// A set is open where further members may be missing from the records: no table covers the time, a
// relation that is never empty has no row, a reference is missing, or it is not known from whom to go.
#include <algorithm>

#include "evaluate/kernels.hpp"

namespace tdkt::evaluate {

namespace {

// The members of one row, told one by one with whether they surely fall into the window.
class Relation {
 public:
  Relation(const Work& work, columns::RelationId id, bool inverse, const graph::When& when)
      : found_(work.records.of(id, when)), dated_(when.dated) {
    never_empty_ = !inverse && work.records.schema[id].never_empty;
    if (!found_.both) return;
    adjacency_ = inverse ? &found_.both->backward : &found_.both->forward;
    incomplete_ = inverse ? &found_.both->incomplete_backward : &found_.both->incomplete;
  }

  // Rows stand as the dataset has them, whatever the window.
  const columns::Adjacency* whole(std::size_t rows) const {
    return adjacency_ && !dated_ && adjacency_->offsets.size() == rows + 1 ? adjacency_ : nullptr;
  }

  bool is_open(Row row) const {
    if (row == unknown_row) return true;
    if (row == no_row) return false;
    if (!found_.covered) return true;
    if (never_empty_ && begin(row) == end(row)) return true;
    if (!found_.both) return false;
    return found_.both->maybe_more || (row < incomplete_->rows && (*incomplete_)[row]);
  }

  template <class Tell>
  void each(Row row, Truth from_known, Date from, Truth to_known, Date to, Tell tell) const {
    for (auto at = begin(row); at < end(row); ++at) {
      bool surely = true;
      if (dated_ && !adjacency_->dates.empty()) {
        const auto date = adjacency_->dates[at];
        if ((from_known == Truth::yes && date < from) || (to_known == Truth::yes && date > to)) continue;
        surely = from_known == Truth::yes && to_known == Truth::yes;
      }
      tell(adjacency_->targets[at], surely);
    }
  }

 private:
  std::uint32_t begin(Row row) const { return in_records(row) ? adjacency_->first(row) : 0; }
  std::uint32_t end(Row row) const { return in_records(row) ? adjacency_->end(row) : 0; }
  bool in_records(Row row) const {
    return adjacency_ && row < unknown_row && row < adjacency_->rows();
  }

  RelationRecords found_;
  const columns::Adjacency* adjacency_ = nullptr;
  const Bits* incomplete_ = nullptr;
  bool dated_, never_empty_;
};

// The days of a source: the operation's own, or those of two columns of dates.
class Window {
 public:
  Window(const Work& work, const graph::When& when, bool moving, std::size_t first_input) : days_(when.days) {
    if (moving) first_ = &work.input<DateColumn>(first_input), last_ = &work.input<DateColumn>(first_input + 1);
  }

  template <class Tell>
  void each(const Relation& relation, Row row, std::size_t source, Tell tell) const {
    if (!first_) return relation.each(row, Truth::yes, days_.first, Truth::yes, days_.last, tell);
    const auto from = first_->rows() == 1 ? 0 : source, to = last_->rows() == 1 ? 0 : source;
    const auto known = [](bool is) { return is ? Truth::yes : Truth::unknown; };
    relation.each(row, known(first_->known[from]), first_->dates[from], known(last_->known[to]), last_->dates[to], tell);
  }

 private:
  graph::Days days_;
  const DateColumn* first_ = nullptr;
  const DateColumn* last_ = nullptr;
};

// Members of source after source, each once; those on no sure way are marked.
class Edges {
 public:
  explicit Edges(std::size_t sources) {
    column_.sources = sources;
    column_.own_offsets.assign(1, 0);
    column_.open = Bits(sources);
  }

  void add(Row target, bool surely) { found_.push_back({target, !surely}); }

  void next(bool open) {
    std::sort(found_.begin(), found_.end());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (i > 0 && found_[i].first == found_[i - 1].first) continue;  // the surer way comes first
      if (found_[i].second) maybe_.push_back(column_.own_targets.size());
      column_.own_targets.push_back(found_[i].first);
    }
    found_.clear();
    if (open) column_.open.set(column_.own_offsets.size() - 1), any_open_ = true;
    column_.own_offsets.push_back(static_cast<std::uint32_t>(column_.own_targets.size()));
  }

  EdgeColumn column() && {
    column_.offsets = column_.own_offsets.data();
    column_.targets = column_.own_targets.data();
    if (!any_open_) column_.open = {};
    if (!maybe_.empty()) column_.maybe = Bits(column_.own_targets.size());
    for (const auto edge : maybe_) column_.maybe.set(edge);
    return std::move(column_);
  }

 private:
  EdgeColumn column_;
  std::vector<std::pair<Row, bool>> found_;
  std::vector<std::size_t> maybe_;
  bool any_open_ = false;
};

EdgeColumn as_on_record(const columns::Adjacency& adjacency, const Relation& relation, std::size_t sources) {
  EdgeColumn column;
  column.sources = sources;
  column.offsets = adjacency.offsets.data();
  column.targets = adjacency.targets.data();
  bool any_open = false;
  Bits open(sources);
  for (std::size_t source = 0; source < sources; ++source)
    if (relation.is_open(static_cast<Row>(source))) open.set(source), any_open = true;
  if (any_open) column.open = std::move(open);
  return column;
}

}  // namespace

Column worked_out(const graph::Follow& follow, const Work& work) {
  const auto& from = work.input<RowColumn>(0);
  const Relation relation(work, follow.relation, follow.inverse, follow.when);
  if (from.at == nullptr && from.rows == work.rows)
    if (const auto* adjacency = relation.whole(work.rows)) return as_on_record(*adjacency, relation, work.rows);
  const Window window(work, follow.when, follow.moving, 1);
  Edges edges(work.rows);
  for (std::size_t source = 0; source < work.rows; ++source) {
    window.each(relation, from[source], source, [&](Row target, bool surely) { edges.add(target, surely); });
    edges.next(relation.is_open(from[source]));
  }
  return std::move(edges).column();
}

Column worked_out(const graph::FollowOn& follow, const Work& work) {
  const auto& before = work.input<EdgeColumn>(0);
  const auto belongs = work.truths(1);
  const Relation relation(work, follow.relation, follow.inverse, follow.when);
  const Window window(work, follow.when, follow.moving, 2);
  Edges edges(work.rows);
  for (std::size_t source = 0; source < before.sources; ++source) {
    bool open = before.is_open(source);
    for (auto edge = before.offsets[source]; edge < before.offsets[source + 1]; ++edge) {
      const auto surely_before = belongs.row(edge);
      if (surely_before == Truth::no) continue;
      const auto row = before.targets[edge];
      open = open || relation.is_open(row);
      window.each(relation, row, source, [&](Row target, bool surely) {
        edges.add(target, surely && surely_before == Truth::yes);
      });
    }
    edges.next(open);
  }
  return std::move(edges).column();
}

Column worked_out(const graph::Keys& keys, const Work& work) {
  const auto& from = work.input<RowColumn>(0);
  std::vector<FactRecords> records;
  bool covered = false;
  for (std::size_t i = 0; i < keys.facts.size(); ++i) {
    records.push_back(work.records.of(keys.facts[i], keys.when[i]));
    covered = covered || records.back().covered;
  }
  Edges edges(work.rows);
  for (std::size_t source = 0; source < work.rows; ++source) {
    const auto row = from[source];
    for (const auto& found : records) {
      if (!found.column || row >= unknown_row) continue;
      const auto& cells = found.column->keys;
      for (auto at = std::lower_bound(cells.begin(), cells.end(), columns::KeyedCell{row, 0});
           at != cells.end() && at->row == row; ++at)
        edges.add(static_cast<Row>(at->key), true);
    }
    edges.next(row == unknown_row || (row != no_row && !covered));
  }
  return std::move(edges).column();
}

}  // namespace tdkt::evaluate
