// SPDX-License-Identifier: Apache-2.0
// Rotation, by trying everybody who could have led in the years of which the leader is not on record.
#include <algorithm>
#include <functional>
#include <set>

#include "oracle.hpp"

namespace tdkt::oracle {

std::optional<std::vector<Row>> Oracle::members_on_record(columns::RelationId relation, Row of, int year) const {
  const auto& timeline = dataset_.relations[relation.index];
  const auto index = columns::index_for(schema_, schema_[relation].timing, values::year_period(year));
  const auto found = timeline.at.find(index);
  const bool covered = std::count(timeline.covered.begin(), timeline.covered.end(), index) > 0;
  if (!timeline.given || !covered) return std::nullopt;
  if (found == timeline.at.end()) return schema_[relation].never_empty ? std::nullopt : std::optional(std::vector<Row>());
  const auto& way = found->second.forward;
  std::vector<Row> members(way.targets.begin() + way.first(of), way.targets.begin() + way.end(of));
  if (members.empty() && schema_[relation].never_empty) return std::nullopt;
  return members;
}

Truth Oracle::rotates(const typed::Rotates& rotation, const Environment& at) const {
  const auto bloc = entity(*rotation.subject, at);
  if (!bloc) return Truth::unknown;
  const int judged = at.period.year();
  if (rotation.rule == typed::Rotation::deputy_follows) {
    const auto leader = related(rotation.relation, false, *bloc, values::year_period(judged));
    const auto deputy = related(*rotation.deputy, false, *bloc, values::year_period(judged - 1));
    return leader && deputy ? values::truth_of(*leader == *deputy) : Truth::unknown;
  }

  // The years that matter, whose leaders are all that may be unknown.
  int first = judged - 1;
  const auto& of_leaders = dataset_.relations[rotation.relation.index];
  if (rotation.rule == typed::Rotation::no_repeat_within) first = std::min(first, judged - rotation.years + 1);
  if (rotation.rule == typed::Rotation::until_all_have_led)
    first = rotation.from ? *rotation.from : of_leaders.covered.empty() ? judged : std::min(judged, of_leaders.covered.front());
  std::vector<int> years;
  for (int year = first; year <= judged; ++year) years.push_back(year);
  if (years.empty()) years.push_back(judged);

  const auto leader = related(rotation.relation, false, *bloc, values::year_period(judged));
  if (!leader) return Truth::unknown;
  std::vector<std::optional<Row>> leaders;
  bool can_hold = false, can_fail = false, can_be_open = false;
  const std::function<void()> choose = [&] {
    if (leaders.size() == years.size()) {
      const auto truth = rotates_as_led(rotation, *bloc, judged, years, leaders);
      (truth == Truth::yes ? can_hold : truth == Truth::no ? can_fail : can_be_open) = true;
      return;
    }
    const auto led = related(rotation.relation, false, *bloc, values::year_period(years[leaders.size()]));
    if (led) {
      leaders.push_back(led), choose(), leaders.pop_back();
      return;
    }
    const auto everybody = static_cast<Row>(dataset_.entities[schema_[rotation.relation].to.index].ids.size());
    for (Row row = 0; row <= everybody; ++row)  // the last stands for somebody who is not on record at all
      leaders.push_back(row), choose(), leaders.pop_back();
  };
  choose();
  return can_be_open || (can_hold && can_fail) ? Truth::unknown : values::truth_of(can_hold);
}

// With the leaders of these years, the last of them the judged one, being these.
Truth Oracle::rotates_as_led(const typed::Rotates& rotation, Row bloc, int judged, const std::vector<int>& years,
                             const std::vector<std::optional<Row>>& leaders) const {
  const auto group = schema_[rotation.relation].one_of;
  const Row leader = *leaders.back();
  const auto present = members_on_record(*group, bloc, judged);
  const auto is_member = !present ? Truth::unknown : values::truth_of(std::count(present->begin(), present->end(), leader) > 0);
  if (is_member == Truth::no) return Truth::no;

  const auto then = [&](Truth rotation_kept) { return values::both(is_member, rotation_kept); };
  if (rotation.rule != typed::Rotation::until_all_have_led) {
    bool repeats = false;
    for (std::size_t i = 0; i + 1 < years.size(); ++i) repeats = repeats || *leaders[i] == leader;
    return then(values::truth_of(!repeats));
  }
  if (rotation.from) {
    // Rounds: one ends in the year after which every present member of that year has led in it.
    bool can_be_due = false, can_have_led = false;
    const std::function<void(std::size_t, std::set<Row>)> follow = [&](std::size_t i, std::set<Row> led) {
      if (i == years.size() || years[i] >= judged) {
        (led.count(leader) ? can_have_led : can_be_due) = true;
        return;
      }
      led.insert(*leaders[i]);
      const auto members = members_on_record(*group, bloc, years[i]);
      const bool ends = !members || std::all_of(members->begin(), members->end(), [&](Row member) { return led.count(member) > 0; });
      if (ends) follow(i + 1, {});
      if (!ends || !members) follow(i + 1, led);
    };
    follow(0, {});
    return then(can_be_due && can_have_led ? Truth::unknown : values::truth_of(can_be_due));
  }
  // A leader under whom all other present members have led since its last turn; any other repeat is unknown.
  std::set<Row> since;
  bool repeated = false;
  for (std::size_t i = 0; i + 1 < years.size(); ++i) {
    if (*leaders[i] == leader) repeated = true, since.clear();
    else since.insert(*leaders[i]);
  }
  if (!repeated) return then(Truth::yes);
  if (!present) return Truth::unknown;
  const bool all_led = std::all_of(present->begin(), present->end(),
                                   [&](Row member) { return member == leader || since.count(member) > 0; });
  return then(all_led ? Truth::yes : Truth::unknown);
}

}  // namespace tdkt::oracle
