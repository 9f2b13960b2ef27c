// SPDX-License-Identifier: Apache-2.0
#include "loaders/table_rows.hpp"

namespace tdkt::loaders {
namespace {

// The lines of the rows of one period as they are found.
struct Found {
  std::vector<std::uint32_t> lines;
  std::uint32_t first = 0;           // the line of the first row found
  bool shared = false;               // instead: the lines of the model, further on
  std::uint32_t shift = 0;
};

// Are these the lines of the model, all so many further on?
bool follows(const std::vector<std::uint32_t>& lines, const std::vector<std::uint32_t>& model, std::uint32_t shift) {
  std::uint32_t differences = 0;
  for (std::size_t row = 0; row < lines.size(); ++row)
    differences |= lines[row] ^ (model[row] == 0 ? 0 : model[row] + shift);
  return differences == 0;
}

class Finder {
 public:
  Finder(const Table& table, std::size_t count, TableRows& rows)
      : raw_(table.raw), source_(table.source), count_(count), rows_(rows), found_(rows.periods.size()), tried_(rows.periods.size()) {}

  void take(std::size_t period, std::size_t first_row, std::size_t count, const Row* subjects) {
    if (period != last_) leave(last_);
    last_ = period;
    Found& to = found_[period];
    if (to.shared) unshare(to);
    if (period == model_)
      for (Found& other : found_)
        if (other.shared) unshare(other);
    if (to.lines.empty()) {
      to.lines.resize(count_);
      to.first = raw_.lines.of(first_row);
    }
    const bool one_by_one = !raw_.lines.jumps.empty();
    const std::uint32_t first_line = raw_.lines.of(first_row);
    std::uint32_t met = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (subjects[i] == values::no_row) {
        rows_.periods[period].incomplete = true;
        continue;
      }
      met |= to.lines[subjects[i]];
      to.lines[subjects[i]] = one_by_one ? raw_.lines.of(first_row + i) : first_line + static_cast<std::uint32_t>(i);
    }
    rows_.once &= met == 0;
  }

  void finish() {
    leave(last_);
    const columns::Array<std::uint32_t> model =
        model_ == none ? columns::Array<std::uint32_t>() : columns::Array<std::uint32_t>(std::move(found_[model_].lines));
    for (std::size_t p = 0; p < found_.size(); ++p) {
      columns::Places& places = rows_.periods[p].places;
      places.source = source_;
      places.shift = found_[p].shift;
      if (p == model_ || found_[p].shared) {
        places.lines = model;
      } else {
        places.lines = std::move(found_[p].lines);
      }
    }
  }

 private:
  static constexpr std::size_t none = ~std::size_t{0};

  // The rows of a period mostly stand together, so that it is known now whether they are like the model's.
  void leave(std::size_t period) {
    if (period == none || found_[period].shared || period == model_ || !rows_.once) return;
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
    left.shared = true;
    left.shift = shift;
  }

  void unshare(Found& to) {
    to.lines = found_[model_].lines;
    for (std::uint32_t& line : to.lines)
      if (line != 0) line += to.shift;
    to.shared = false;
    to.shift = 0;
    tried_[static_cast<std::size_t>(&to - found_.data())] = true;
  }

  const RawTable& raw_;
  std::uint32_t source_;
  std::size_t count_;
  TableRows& rows_;
  std::vector<Found> found_;
  std::vector<bool> tried_;
  std::size_t last_ = none, model_ = none;
};

}  // namespace

TableRows rows_of(const Table& table, const RowPeriods& when, const std::vector<Row>& subjects, std::size_t count) {
  TableRows rows;
  for (const std::int32_t period : when.occurring()) rows.periods.push_back({period, {}, false});
  Finder finder(table, count, rows);
  std::size_t block = 0;
  for_each_stretch(
      table, when, subjects, rows.periods, [&](std::size_t b) { block = b; },
      [&](std::size_t period, std::size_t first, std::size_t end, const Row* subjects_of) {
        if (!when.by_row() && period != 0) return;  // rows of each of several years are the same in all
        finder.take(period, table.raw.block_firsts[block] + first, end - first, subjects_of + first);
      });
  finder.finish();
  if (!when.by_row())
    for (auto& of : rows.periods) of.places = rows.periods[0].places, of.incomplete = rows.periods[0].incomplete;
  if (!rows.once) rows.periods.clear();
  return rows;
}

}  // namespace tdkt::loaders
