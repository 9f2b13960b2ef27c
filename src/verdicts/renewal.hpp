// SPDX-License-Identifier: Apache-2.0
// Settles the groups again whose candidates, keys, quotas or first rounds changed, and no others.
#pragma once

#include <map>
#include <set>

#include "evaluate/renewed.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/renewed.hpp"

namespace tdkt::verdicts {

class Renewal {
 public:
  Renewal(const typed::Program& program, const graph::InForce& in_force, const evaluate::Evaluation& evaluation,
          const columns::Dataset& dataset, Rounds& rounds, const std::vector<graph::NominationCase>& requested)
      : program_(program), in_force_(in_force), evaluation_(evaluation), dataset_(dataset), rounds_(rounds) {
    for (const auto& one : requested) requested_.insert({one.nomination, one.period});
  }

  // Of all nominations that were settled before.
  std::vector<RenewedNomination> renew(const evaluate::Renewed& renewed);

 private:
  using Key = std::pair<typed::NominationId, values::Period>;
  // What others see of a nomination that was settled again.
  struct Moves {
    bool all = false;
    std::vector<Row> groups, members;  // settled again; whose standing or offers are others
    bool none() const { return !all && groups.empty(); }
  };

  const Moves& moves(Key key);
  Moves made_again(Key key);
  Moves what_to_settle(Key key);
  void add_requirements(Key key, Moves& moves) const;
  void add_earlier_rounds(Key key, Moves& moves);
  void settle(Key key, const Contests& contests, Moves& moves);
  void settle_standings(Key key, const Contests& contests, const std::vector<std::size_t>& pools, Moves& moves);
  void settle_outcomes(Key key, const Contests& contests, const std::vector<std::size_t>& pools, Moves& moves);

  const typed::Program& program_;
  const graph::InForce& in_force_;
  const evaluate::Evaluation& evaluation_;
  const columns::Dataset& dataset_;
  Rounds& rounds_;
  std::set<Key> requested_;            // whose columns are planned
  std::map<Key, Contests> contests_;
  // Of the renewal at hand:
  const evaluate::Renewed* renewed_ = nullptr;
  std::map<Key, Moves> moves_;
  std::vector<RenewedNomination> told_;
};

}  // namespace tdkt::verdicts
