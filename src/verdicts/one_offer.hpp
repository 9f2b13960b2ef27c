// SPDX-License-Identifier: Apache-2.0
// Contests for a single offer: who gets it by one look down the ranking.
//
// The same as offers.hpp gives, for pools by the hundred thousand. Where all is known a contest is narrowed
// key by key: who is surely within the quota is in, who is surely behind is out, and only those equal so far
// are asked for their next key. What this cannot do it leaves to offers.hpp.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "verdicts/contests.hpp"
#include "verdicts/group_quota.hpp"
#include "verdicts/key_reader.hpp"

namespace tdkt::verdicts {

class OneOffer {
 public:
  // nullopt: the nomination is not of the kind.
  static std::optional<OneOffer> of(const Contests::Inside& contests) { return of(contests, contests.groups_); }
  // To settle some of the groups only.
  static std::optional<OneOffer> of(const Contests::Inside& contests, std::span<const Group> groups);

  // Marks what comes of the candidates of these groups. Says, once each, which of them are left to do,
  // because a subgroup or the quota is not known, or too much else is not.
  void settle(std::span<const Group> groups, Standings& standings, const std::function<void(std::size_t)>& left);

 private:
  OneOffer(const Contests::Inside& contests, GroupQuota quota) : contests_(&contests), quota_(quota) {}

  static constexpr std::size_t most_keys = 4;
  static constexpr std::size_t most_compared = 64;  // each with each
  struct Part {                                     // those of one subgroup who are still open
    std::size_t begin, end;
    std::int64_t quota;                             // what is left of it
    Row group;
    std::size_t index;                              // of the group, among all that are settled
    std::size_t size() const { return end - begin; }
  };
  struct Standing {                                 // who may stand and qualify
    std::uint32_t edge = 0, row = 0;
    std::uint32_t place = 0;                        // in ends_
    std::uint8_t subgroup = 0;
    bool sure = true, surely_qualifies = true;
    bool open = false, tied = false;                // of those compared each with each
    bool conditions_known() const { return sure && surely_qualifies; }
  };

  // Of a group's candidates, all of them being a part.
  bool gather(const Group& group, std::size_t index, Standings& standings);
  bool gather_known(const Part& all, Standings& standings);
  bool gather_within_bounds(const Part& all);
  template <class SubgroupOf>
  bool split(std::size_t begin, std::size_t end, const Part& all, SubgroupOf subgroup_of);
  std::uint8_t subgroup(evaluate::Candidate who) const;
  bool count_subgroups(const Part& all);

  // Contests in which all is known.
  void narrow(std::size_t key, Standings& standings);
  std::int64_t last_within(std::int64_t quota, std::span<const std::int64_t> keys);
  std::optional<Part> narrowed(const Part& part, std::size_t to, Standings& standings);

  // Contests in which conditions or keys are not known (one_offer_within_bounds.cpp).
  void settle_within_bounds(Standings& standings);
  bool read_ends();
  std::size_t put_in_order(const Part& part, bool all_known);
  void settle_in_order(const Part& part, std::size_t ordered, Standings& standings);
  void settle_each_with_each(const Part& part, Standings& standings);

  // Whether the better end of a is ahead of the worse of b, and the like.
  using End = std::int64_t KeyEnds::*;
  int compared(const Standing& a, End of_a, const Standing& b, End of_b) const;
  bool surely_ahead(const Standing& a, const Standing& b) const {
    return compared(a, &KeyEnds::worst, b, &KeyEnds::best) < 0;
  }

  const Contests::Inside* contests_;
  GroupQuota quota_;
  std::vector<KeyReader> keys_;
  std::shared_ptr<const columns::Truths> among_, qualifies_;  // by candidate; who does not stand need not qualify
  const evaluate::CodeColumn* subgroups_ = nullptr;


  // Of the groups that are settled together.
  std::vector<Part> known_;
  std::vector<std::uint32_t> edges_, people_;         // of the known parts, one after another
  std::vector<std::int64_t> key_, scratch_;
  std::vector<std::uint64_t> order_;
  std::vector<Part> parts_, within_bounds_;
  std::vector<Standing> standing_;                    // of those within bounds
  std::array<std::vector<KeyEnds>, most_keys> ends_;  // by key and place
  std::vector<std::uint32_t> rows_;                   // whose keys are read
  std::vector<std::size_t> left_;
  std::array<std::uint32_t, 256> members_{};          // by subgroup
};

}  // namespace tdkt::verdicts
