// SPDX-License-Identifier: Apache-2.0
// Whether the lead of a group passes on as was agreed.
//
// A round ends in the year after which every member present in it has led. It is followed year by
// year with every set of people who may have led since the open round began: one set while leaders are
// on record, several after a year whose leader is not.
#include <algorithm>
#include <set>

#include "evaluate/kernels.hpp"

namespace tdkt::evaluate {

namespace {

class Leaders {
 public:
  Leaders(const Work& work, const graph::Rotates& rotates) : work_(work), rotates_(rotates) {}

  // Who led in a year: unknown where nobody is on record.
  Row leader(int year, Row group) const { return only(rotates_.leader, year, group); }
  Row deputy(int year, Row group) const { return rotates_.deputy ? only(*rotates_.deputy, year, group) : unknown_row; }

  // The members of a year, ascending; returns whether there may be more.
  bool members(int year, Row group, std::vector<Row>& members) const {
    members.clear();
    const auto found = at(rotates_.members, year);
    if (!found.covered) return true;
    if (found.both) {
      const auto& forward = found.both->forward;
      if (group < forward.rows())
        members.assign(forward.targets.begin() + forward.first(group), forward.targets.begin() + forward.end(group));
      if (found.both->maybe_more || (group < found.both->incomplete.rows && found.both->incomplete[group])) return true;
    }
    return members.empty() && work_.records.schema[rotates_.members].never_empty;
  }

  Truth is_member(Row row, int year, Row group, std::vector<Row>& scratch) const {
    if (row == unknown_row) return Truth::unknown;
    const bool open = members(year, group, scratch);
    if (std::binary_search(scratch.begin(), scratch.end(), row)) return Truth::yes;
    return open ? Truth::unknown : Truth::no;
  }

  // The first year of which leaders are on record.
  int first_year() const {
    const auto& timeline = work_.records.data.relations[rotates_.leader.index];
    const auto& timing = work_.records.schema[rotates_.leader].timing;
    const auto judged = rotates_.period.year();
    if (!timeline.given || timeline.covered.empty() || timing.cadence == values::Cadence::once) return judged;
    return std::min(judged, columns::period_at(work_.records.schema, timing, timeline.covered.front()).year());
  }

 private:
  RelationRecords at(columns::RelationId relation, int year) const {
    const auto& timing = work_.records.schema[relation].timing;
    const auto period = values::year_period(year);
    if (timing.cadence == values::Cadence::dated)
      return work_.records.of(relation, {0, true, {period.first, period.last}});
    return work_.records.of(relation, {columns::index_for(work_.records.schema, timing, period), false, {}});
  }

  Row only(columns::RelationId relation, int year, Row group) const {
    const auto found = at(relation, year);
    if (!found.both || group >= found.both->forward.rows()) return unknown_row;
    const auto& forward = found.both->forward;
    Row row = unknown_row;
    for (auto i = forward.first(group); i < forward.end(group); ++i) {
      if (!forward.dates.empty() && forward.dates[i].year() != year) continue;
      if (row != unknown_row && row != forward.targets[i]) return unknown_row;
      row = forward.targets[i];
    }
    return row;
  }

  const Work& work_;
  const graph::Rotates& rotates_;
};

bool contains(const std::vector<Row>& rows, Row row) { return std::find(rows.begin(), rows.end(), row) != rows.end(); }

std::ptrdiff_t missing_from(const std::vector<Row>& led, const std::vector<Row>& members, Row but = unknown_row) {
  return std::count_if(members.begin(), members.end(), [&](Row member) { return member != but && !contains(led, member); });
}

class Rotation {
 public:
  Rotation(const Work& work, const graph::Rotates& rotates)
      : leaders_(work, rotates), rotates_(rotates), judged_(rotates.period.year()) {}

  Truth of(Row group) {
    const auto leader = leaders_.leader(judged_, group);
    if (rotates_.rule == typed::Rotation::deputy_follows) return deputy_became(leader, group);
    const auto member = leaders_.is_member(leader, judged_, group, members_);
    if (leader == unknown_row) return Truth::unknown;
    switch (rotates_.rule) {
      case typed::Rotation::annually: return both(member, new_since(judged_ - 1, leader, group));
      case typed::Rotation::no_repeat_within:
        return both(member, new_since(judged_ - std::max(1, rotates_.years - 1), leader, group));
      case typed::Rotation::until_all_have_led: break;
      case typed::Rotation::deputy_follows: break;
    }
    return both(member, rotates_.from ? in_rounds(leader, group) : in_turn(leader, group));
  }

 private:
  Truth deputy_became(Row leader, Row group) const {
    const auto deputy = leaders_.deputy(judged_ - 1, group);
    if (leader == unknown_row || deputy == unknown_row) return Truth::unknown;
    return values::truth_of(leader == deputy);
  }

  Truth new_since(int first, Row leader, Row group) const {
    auto result = Truth::yes;
    for (int year = first; year < judged_; ++year) {
      const auto before = leaders_.leader(year, group);
      if (before == leader) return Truth::no;
      if (before == unknown_row) result = Truth::unknown;
    }
    return result;
  }

  Truth in_rounds(Row leader, Row group) {
    constexpr std::size_t most_rounds = 4096;
    const auto candidates = everybody(leader, group);
    std::set<std::vector<Row>> rounds{{}}, next;
    for (int year = *rotates_.from; year < judged_; ++year, rounds.swap(next)) {
      next.clear();
      const auto led = leaders_.leader(year, group);
      const bool open = leaders_.members(year, group, members_);
      const auto lead = [&](std::vector<Row> round, Row who) {
        if (!contains(round, who)) round.insert(std::lower_bound(round.begin(), round.end(), who), who);
        const bool may_end = missing_from(round, members_) == 0;
        if (may_end) next.insert(std::vector<Row>());
        if (!may_end || open) next.insert(std::move(round));
      };
      for (const auto& round : rounds) {
        if (led != unknown_row) lead(round, led);
        else for (const auto who : candidates) lead(round, who);
      }
      if (next.size() > most_rounds) return Truth::unknown;
    }
    const auto repeats = static_cast<std::size_t>(
        std::count_if(rounds.begin(), rounds.end(), [&](const auto& round) { return contains(round, leader); }));
    return repeats == 0 ? Truth::yes : repeats == rounds.size() ? Truth::no : Truth::unknown;
  }

  // Those whose lead matters to a round: its members, the leader, and unknown_row for somebody else.
  std::vector<Row> everybody(Row leader, Row group) {
    std::set<Row> found{leader, unknown_row};
    for (int year = *rotates_.from; year < judged_; ++year) {
      leaders_.members(year, group, members_);
      found.insert(members_.begin(), members_.end());
    }
    return {found.begin(), found.end()};
  }

  // Without a first year of a round: back to the leader's last turn, unless all others led since.
  Truth in_turn(Row leader, Row group) {
    const bool open = leaders_.members(judged_, group, members_);
    others_.clear();
    for (int year = judged_ - 1; year >= leaders_.first_year(); --year) {
      if (!open && missing_from(others_, members_, leader) == 0) return Truth::yes;
      const auto led = leaders_.leader(year, group);
      if (led == leader || led == unknown_row) return Truth::unknown;
      others_.push_back(led);
    }
    return Truth::yes;
  }

  Leaders leaders_;
  const graph::Rotates& rotates_;
  int judged_;
  std::vector<Row> members_, others_;
};

constexpr std::size_t rows_at_a_time = 1024;  // there is much to do for each

}  // namespace

Column worked_out(const graph::Rotates& rotates, const Work& work) {
  const Rotation rotation(work, rotates);
  Truths result(work.rows);
  work.pool.each_range(work.rows, rows_at_a_time, [&](std::size_t begin, std::size_t end) {
    auto here = rotation;
    for (auto row = begin; row < end; ++row) {
      const auto truth = here.of(static_cast<Row>(row));
      if (truth == Truth::yes) result.yes.set(row);
      if (truth == Truth::no) result.no.set(row);
    }
  });
  return result;
}

}  // namespace tdkt::evaluate
