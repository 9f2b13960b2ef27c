// SPDX-License-Identifier: Apache-2.0
// The candidates of contests in which all is known, for whoever writes down those of a nation: the places are
// found by putting small numbers in order. What is not known is left to Contests::outcomes.
#pragma once

#include <optional>
#include <vector>

#include "verdicts/key_reader.hpp"
#include "verdicts/nominate.hpp"

namespace tdkt::verdicts {

// For one thread at a time. Outlives neither the contests nor the standings.
class KnownContests {
 public:
  // nullopt: not of one offer to whole groups by keys that are asked of everybody.
  static std::optional<KnownContests> of(const Contests& contests, const Standings& standings);

  // Those of a pool, as its only outcome has them; false where something is not known.
  bool candidates(std::size_t pool, std::vector<Candidate>& candidates);

 private:
  KnownContests(const Contests& contests, const Standings& standings) : contests_(contests), standings_(standings) {}

  struct Contender {
    const Person* person;
    std::uint32_t index;  // among the contenders
  };
  bool read_keys();
  int compared(const Contender& a, const Contender& b) const;
  Candidate candidate(const Person& person, Places places) const;

  Contests contests_;
  const Standings& standings_;
  std::vector<KeyReader> readers_;

  // Of the pool at hand.
  std::vector<Contender> contenders_;
  std::vector<std::vector<std::int64_t>> keys_;  // by key, then contender
  std::vector<std::uint32_t> rows_;
};

}  // namespace tdkt::verdicts
