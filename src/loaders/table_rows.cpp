// SPDX-License-Identifier: Apache-2.0
#include "loaders/table_rows.hpp"

#include "columns/large_pages.hpp"
#include "loaders/tasks.hpp"

namespace tdkt::loaders {
namespace {

constexpr std::size_t none = ~std::size_t{0};

// The lines of the rows of one period as they are found.
struct Found {
  std::vector<std::uint32_t> lines;
  std::uint32_t first = 0;           // the line of the first row found
  std::size_t like = none;           // instead: the lines of this period, further on
  std::uint32_t shift = 0;
};

// Are these the lines of the model, all so many further on?
bool follows(const std::vector<std::uint32_t>& lines, const std::vector<std::uint32_t>& model, std::uint32_t shift) {
  std::uint32_t differences = 0;
  for (std::size_t row = 0; row < lines.size(); ++row)
    differences |= lines[row] ^ (model[row] == 0 ? 0 : model[row] + shift);
  return differences == 0;
}

columns::Bits some(const columns::Array<std::uint32_t>& lines, std::size_t count) {
  columns::Bits bits(count);
  for (std::size_t row = 0; row < lines.size(); ++row) bits.words[row / 64] |= columns::Word{lines[row] != 0} << (row % 64);
  return bits;
}

// Finds the rows of a share of the periods.
class Finder {
 public:
  Finder(const Table& table, std::size_t count, std::vector<TableRows::OfPeriod>& periods)
      : raw_(table.raw), source_(table.source), count_(count), periods_(periods), found_(periods.size()), tried_(periods.size()) {}

  void take(std::size_t period, std::size_t first_row, std::size_t count, const Row* subjects) {
    if (period != last_) leave(last_);
    last_ = period;
    Found& to = found_[period];
    if (to.like != none) unshare(to);
    if (period == model_)
      for (Found& other : found_)
        if (other.like != none) unshare(other);
    if (to.lines.empty()) {
      to.lines = columns::large_array<std::uint32_t>(count_);
      to.first = raw_.lines.of(first_row);
    }
    const bool one_by_one = !raw_.lines.jumps.empty();
    const std::uint32_t first_line = raw_.lines.of(first_row);
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (subjects[i] == values::no_row) {
        periods_[period].incomplete = true;
        continue;
      }
      met |= to.lines[subjects[i]];
      to.lines[subjects[i]] = one_by_one ? raw_.lines.of(first_row + i) : first_line + static_cast<std::uint32_t>(i);
    }
    once_ &= met == 0;
  }

  bool once() const { return once_; }

  // Takes over what another has found of other periods.
  void add(Finder& other) {
    leave(last_);
    other.leave(other.last_);
    for (std::size_t p = 0; p < found_.size(); ++p)
      if (!other.found_[p].lines.empty() || other.found_[p].like != none) found_[p] = std::move(other.found_[p]);
    if (other.model_ == none) return;
    if (model_ == none) {
      model_ = other.model_;
      return;
    }
    Found& model = found_[other.model_];
    const std::uint32_t shift = model.first - found_[model_].first;
    if (!follows(model.lines, found_[model_].lines, shift)) return;
    model.like = other.model_;
    model.lines = {};
    for (Found& found : found_) {
      if (found.like != other.model_) continue;
      found.like = model_;
      found.shift += shift;
    }
  }

  void finish() {
    leave(last_);
    for (std::size_t p = 0; p < found_.size(); ++p) {
      if (found_[p].like != none) continue;
      periods_[p].places.lines = std::move(found_[p].lines);
      periods_[p].listed = some(periods_[p].places.lines, count_);
    }
    for (std::size_t p = 0; p < found_.size(); ++p) {
      TableRows::OfPeriod& period = periods_[p];
      period.places.source = source_;
      period.places.shift = found_[p].shift;
      if (found_[p].like == none) continue;
      period.places.lines = periods_[found_[p].like].places.lines;
      period.listed = periods_[found_[p].like].listed;
    }
  }

 private:
  // The rows of a period mostly stand together, so that it is known now whether they are like the model's.
  void leave(std::size_t period) {
    if (period == none || found_[period].like != none || period == model_ || !once_) return;
    if (model_ == none) {
      model_ = period;
      return;
    }
    Found& left = found_[period];
    const std::uint32_t shift = left.first - found_[model_].first;
    if (tried_[period] || !follows(left.lines, found_[model_].lines, shift)) {
      tried_[period] = true;
      return;
    }
    left.lines = {};
    left.like = model_;
    left.shift = shift;
  }

  void unshare(Found& to) {
    to.lines = found_[model_].lines;
    for (std::uint32_t& line : to.lines)
      if (line != 0) line += to.shift;
    to.like = none;
    to.shift = 0;
    tried_[static_cast<std::size_t>(&to - found_.data())] = true;
  }

  const RawTable& raw_;
  std::uint32_t source_;
  std::size_t count_;
  std::vector<TableRows::OfPeriod>& periods_;
  std::vector<Found> found_;
  std::vector<bool> tried_;
  bool once_ = true;
  std::size_t last_ = none, model_ = none;
};

}  // namespace

TableRows rows_of(const Table& table, const RowPeriods& when, const std::vector<Row>& subjects, std::size_t count,
                  unsigned threads) {
  TableRows rows;
  for (const std::int32_t period : when.occurring()) rows.periods.push_back({period, {}, {}, false});
  // Rows of each of several years are the same in all.
  const std::size_t shares = when.by_row() ? std::clamp<std::size_t>(rows.periods.size(), 1, threads) : 1;
  std::vector<Finder> finders(shares, Finder(table, count, rows.periods));
  in_parallel(shares, threads, [&](std::size_t share) {
    std::size_t block = 0;
    for_each_stretch(
        table, when, subjects, rows.periods, {share, shares}, [&](std::size_t b) { block = b; },
        [&](std::size_t period, std::size_t first, std::size_t end, const Row* subjects_of) {
          if (!when.by_row() && period != 0) return;
          finders[share].take(period, table.raw.block_firsts[block] + first, end - first, subjects_of + first);
        });
  });
  rows.once = std::all_of(finders.begin(), finders.end(), [](const Finder& finder) { return finder.once(); });
  if (!rows.once) {
    rows.periods.clear();
    return rows;
  }
  for (std::size_t share = 1; share < shares; ++share) finders[0].add(finders[share]);
  finders[0].finish();
  for (auto& of : rows.periods) {
    if (when.by_row()) break;
    of.places = rows.periods[0].places;
    of.listed = rows.periods[0].listed;
    of.incomplete = rows.periods[0].incomplete;
  }
  return rows;
}

}  // namespace tdkt::loaders
