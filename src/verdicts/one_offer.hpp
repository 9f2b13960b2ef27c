// SPDX-License-Identifier: Apache-2.0
// Contests for a single offer by keys that are known: who gets it by one look down the ranking.
//
// The same as offers.hpp gives, for pools by the hundred thousand. What it cannot do it leaves to that.
#pragma once

#include <optional>
#include <vector>

#include "verdicts/contests.hpp"
#include "verdicts/key_reader.hpp"

namespace tdkt::verdicts {

class OneOffer {
 public:
  // nullopt: the nomination is not of the kind.
  static std::optional<OneOffer> of(const Contests::Inside& contests);

  // Marks what comes of the candidates of one group. False, and nothing is marked, where a key, a
  // subgroup or the quota is not known.
  bool settle(const Group& group, Standings& standings);

 private:
  explicit OneOffer(const Contests::Inside& contests) : contests_(&contests) {}

  static constexpr std::size_t most_keys = 4;
  struct Standing {
    std::int64_t keys[most_keys];
    std::uint32_t edge;
    std::uint8_t subgroup;
    bool sure, surely_qualifies;
    bool conditions_known() const { return sure && surely_qualifies; }
  };

  std::optional<std::int64_t> quota(Row group, std::int64_t members) const;
  bool gather(Row group);
  void settle_subgroup(std::size_t begin, std::size_t end, std::int64_t quota, Standings& standings);
  bool before(const Standing& a, const Standing& b) const;

  const Contests::Inside* contests_;
  std::vector<KeyReader> keys_;
  const evaluate::CodeColumn* subgroups_ = nullptr;
  std::vector<Standing> standing_;           // who may qualify
  std::vector<std::uint32_t> maybe_among_;   // edges of those who perhaps stand
  std::array<std::uint32_t, 256> members_{};  // by subgroup
};

}  // namespace tdkt::verdicts
