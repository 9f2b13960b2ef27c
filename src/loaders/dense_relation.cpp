// SPDX-License-Identifier: Apache-2.0
#include "loaders/dense_relation.hpp"

#include <algorithm>
#include <utility>

#include "columns/large_pages.hpp"

namespace tdkt::loaders {

using columns::Adjacency;
using columns::Bits;

DenseRelation::DenseRelation(Work& work, RelationId relation, std::size_t table, std::size_t column, bool backward,
                             const TableRows& rows, std::size_t of, std::size_t to)
    : work_(work), relation_(work.schema[relation]), table_(table), column_(column), backward_(backward), rows_(rows),
      when_(work.periods[table].of(relation_.timing)), referred_(work.referred[table][column].references[0]),
      subjects_(backward ? to : of), others_(backward ? of : to),
      one_each_(backward ? !relation_.many : relation_.inverse && !relation_.inverse_many), read_(rows.periods.size()) {}

void DenseRelation::read() {
  for (Read& to : read_) {
    to.referred = columns::large_array(subjects_, values::no_row);
    to.both.incomplete = Bits(backward_ ? others_ : subjects_);
    to.both.incomplete_backward = Bits(backward_ ? subjects_ : others_);
    to.any_of = to.any_to = when_.faulty();
  }
  const Table& table = work_.tables[table_];
  const RawColumn& column = table.raw.columns[column_];
  std::vector<Code> buffer(block_rows);
  std::span<const Code> codes;
  std::size_t first_row = 0;
  for_each_stretch(
      table, when_, work_.keys[table_].values, rows_.periods, {},
      [&](std::size_t block) {
        codes = unpacked(column.blocks[block], table.raw.block_sizes[block], buffer.data());
        first_row = table.raw.block_firsts[block];
      },
      [&](std::size_t period, std::size_t first, std::size_t end, const Row* subjects) {
        Read& to = read_[period];
        for (std::size_t i = first; i < end; ++i) {
          const Row referred = referred_.values[codes[i]];
          if (referred != values::no_row && subjects[i] != values::no_row) {
            to.referred[subjects[i]] = referred;
          } else {
            note_gap(to, subjects[i], referred, referred_.states[codes[i]], first_row + i);
          }
        }
      });
  if (!one_each_) work_.release(table_, column_);  // else the rows may be wanted again
}

// A bloc's row without its leader says nothing of the leader; a person's row without the unit is an error,
// for then the person belongs nowhere.
void DenseRelation::note_gap(Read& to, Row subject, Row referred, CellState state, std::size_t row) {
  auto& here = backward_ ? to.both.incomplete_backward : to.both.incomplete;
  auto& there = backward_ ? to.both.incomplete : to.both.incomplete_backward;
  const bool not_on_record = state == CellState::empty && !relation_.many && !backward_;
  if (state == CellState::empty && !not_on_record && missing_++ == 0) first_missing_ = row;
  if (subject != values::no_row) here.set(subject);
  if (referred != values::no_row) there.set(referred);
  if (subject == values::no_row) (backward_ ? to.any_to : to.any_of) = true;
  if (referred == values::no_row && !not_on_record) (backward_ ? to.any_of : to.any_to) = true;
}

// Counts, adds up, and puts each subject behind those that refer to the same row; so they ascend.
void DenseRelation::turn(std::size_t period) {
  Read& from = read_[period];
  std::vector<std::uint32_t> offsets(others_ + 1);
  for (const Row referred : from.referred)
    if (referred != values::no_row) ++offsets[referred + 1];
  if (one_each_) from.several = std::any_of(offsets.begin(), offsets.end(), [](std::uint32_t count) { return count > 1; });
  if (from.several) return;

  Adjacency direct, turned;
  direct.placed_by = Adjacency::PlacedBy::row;
  direct.places = rows_.periods[period].places;
  turned.placed_by = Adjacency::PlacedBy::other;
  turned.places = direct.places;
  if (one_each_) {
    std::vector<Row> targets(others_, values::no_row);
    for (Row subject = 0; subject < subjects_; ++subject)
      if (from.referred[subject] != values::no_row) targets[from.referred[subject]] = subject;
    turned.targets = std::move(targets);
  } else {
    for (std::size_t row = 0; row < others_; ++row) offsets[row + 1] += offsets[row];
    auto targets = columns::large_array<Row>(offsets[others_]);
    std::vector<std::uint32_t> next(offsets.begin(), offsets.end() - 1);
    for (Row subject = 0; subject < subjects_; ++subject)
      if (from.referred[subject] != values::no_row) targets[next[from.referred[subject]]++] = subject;
    turned.offsets = std::move(offsets);
    turned.targets = std::move(targets);
  }
  direct.targets = std::move(from.referred);
  from.both.forward = backward_ ? std::move(turned) : std::move(direct);
  from.both.backward = backward_ ? std::move(direct) : std::move(turned);
  if (from.any_of && from.any_to) from.both.incomplete = Bits(from.both.incomplete.rows, true);
  if (from.any_to) from.both.incomplete_backward = Bits(from.both.incomplete_backward.rows, true);
  from.both.maybe_more = from.any_of;
}

bool DenseRelation::sound() const {
  return std::none_of(read_.begin(), read_.end(), [](const Read& read) { return read.several; });
}

void DenseRelation::put_into(columns::Timeline<columns::BothWays>& timeline) {
  for (std::size_t p = 0; p < read_.size(); ++p) timeline.at.emplace(rows_.periods[p].period, std::move(read_[p].both));
}

}  // namespace tdkt::loaders
