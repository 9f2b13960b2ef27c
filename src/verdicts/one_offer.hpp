// SPDX-License-Identifier: Apache-2.0
// Contests for a single offer: who gets it by one look down the ranking.
//
// The same as offers.hpp gives, for pools by the hundred thousand. What it cannot do it leaves to that.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "verdicts/contests.hpp"
#include "verdicts/key_reader.hpp"

namespace tdkt::verdicts {

class OneOffer {
 public:
  // nullopt: the nomination is not of the kind.
  static std::optional<OneOffer> of(const Contests::Inside& contests);

  // Marks what comes of the candidates of these groups. Says which of them are left as they are, because
  // a subgroup or the quota is not known, or too much else is not.
  void settle(std::span<const Group> groups, Standings& standings, const std::function<void(std::size_t)>& left);

 private:
  explicit OneOffer(const Contests::Inside& contests) : contests_(&contests) {}

  static constexpr std::size_t most_keys = 4;
  static constexpr std::size_t most_compared = 64;  // each with each
  struct Standing {
    std::uint32_t edge = 0, place = 0;  // place: among those whose keys were read together
    std::uint8_t subgroup = 0;
    bool sure = true, surely_qualifies = true;
    bool open = false, tied = false;  // of those compared each with each
    bool conditions_known() const { return sure && surely_qualifies; }
  };
  struct Part {  // of standing_, those of one subgroup; the first of them, up to `ordered`, are in order
    std::size_t begin, end, ordered;
    std::int64_t quota;
  };

  std::optional<std::int64_t> quota(Row group, std::int64_t members) const;
  // What was gathered of a group: of standing_ and maybe_among_.
  struct Gathered {
    std::size_t begin, end, first_maybe, end_maybe;
  };
  Gathered gather(Row group);
  void gather(evaluate::Candidate who, Truth among, Truth qualifies);
  bool settle(const Group& group, const Gathered& gathered, Standings& standings);
  bool read_keys();
  void put_in_order(Part& part);
  bool count_subgroups(Row group);
  void settle_in_order(const Part& part, Standings& standings);
  void settle_each_with_each(const Part& part, Standings& standings);

  // Whether the better end of a is ahead of the worse of b, and the like.
  using End = std::int64_t KeyEnds::*;
  int compared(const Standing& a, End of_a, const Standing& b, End of_b) const;
  const KeyEnds& key(const Standing& one, std::size_t k) const { return ends_[k][one.place]; }
  bool surely_ahead(const Standing& a, const Standing& b) const {
    return compared(a, &KeyEnds::worst, b, &KeyEnds::best) < 0;
  }

  const Contests::Inside* contests_;
  std::vector<KeyReader> keys_;
  std::vector<std::uint32_t> groups_, people_, edges_;  // by place
  std::array<std::vector<KeyEnds>, most_keys> ends_;  // by key and place
  std::shared_ptr<const columns::Truths> among_, qualifies_;  // by candidate
  const evaluate::CodeColumn* subgroups_ = nullptr;
  std::optional<std::int64_t> share_;         // in billionths, where it is one for all
  std::vector<Standing> standing_;            // who may stand and qualify
  bool all_known_ = true;                     // their keys
  std::vector<std::uint32_t> maybe_among_;    // edges of those who perhaps stand
  std::array<std::uint32_t, 256> members_{};  // by subgroup
};

}  // namespace tdkt::verdicts
