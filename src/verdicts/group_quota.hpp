// SPDX-License-Identifier: Apache-2.0
// How many a single offer may go to in a group, where that is known and as small as most are.
#pragma once

#include <cstdint>
#include <optional>

#include "verdicts/contests.hpp"

namespace tdkt::verdicts {

inline constexpr std::int64_t unknown_number = -1;

// A column of numbers over groups, where they are whole and of at most nine digits; else unknown_number.
class WholeNumbers {
 public:
  explicit WholeNumbers(const evaluate::CandidatePart& part);
  std::int64_t in(Row group) const {
    if (one_ != unknown_number) return one_;
    if (counts_ && (present_[group / 64] >> (group % 64) & 1) && counts_[group] >= 0) return counts_[group];
    if (least_) return least_[group] == most_[group] && in_range(least_[group]) ? least_[group] : unknown_number;
    return elsewhere(group);
  }

 private:
  static bool in_range(std::int64_t number) { return number >= 0 && number < 1'000'000'000; }
  std::int64_t elsewhere(Row group) const;

  const evaluate::CandidatePart* part_;
  std::int64_t one_ = unknown_number;        // for all groups
  const std::int32_t* counts_ = nullptr;     // where they lie so
  const columns::Word* present_ = nullptr;
  const std::int64_t* least_ = nullptr;      // or so
  const std::int64_t* most_ = nullptr;
};

class GroupQuota {
 public:
  // nullopt: the quota asks more than the group alone can say.
  static std::optional<GroupQuota> of(const Contests::Inside& contests);

  // Of a group (or subgroup) of so many members; without_end where there is no limit, unknown_number where
  // it is not known.
  std::int64_t in(Row group, std::int64_t members) const;

 private:
  explicit GroupQuota(const Contests::Inside& contests);
  std::int64_t share_in(Row group) const;

  const typed::Quota* quota_;
  const evaluate::CandidatePart* share_part_ = nullptr;
  std::int64_t share_ = unknown_number;   // in billionths, where it is one for all
  std::optional<WholeNumbers> number_, base_, at_least_;
};

}  // namespace tdkt::verdicts
