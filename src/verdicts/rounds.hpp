// SPDX-License-Identifier: Apache-2.0
// Nominations that rest on what came of others: whose proposals they judge, whose first places a share is of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "graph/in_force.hpp"
#include "graph/request.hpp"
#include "verdicts/standings.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {

using Outcomes = std::vector<NominationOutcome>;

// What came of each nomination that another one rests on, worked out when it is first asked for.
class Rounds {
 public:
  Rounds(const typed::Program& program, const graph::InForce& in_force, const evaluate::Evaluation& evaluation,
         const columns::Dataset& dataset)
      : program_(program), in_force_(in_force), evaluation_(evaluation), dataset_(dataset) {}

  // The outcomes of a nomination in its own period, as seen from `judged`; of the one of its title that is
  // in force then. nullptr where none is.
  const Outcomes* of(typed::NominationId nomination, values::Period judged);
  const Outcomes& of(graph::NominationCase asked);

  const Standings& standings(graph::NominationCase asked);

  // By row, `rows` of them: whether it was proposed for the offer of this title or, without one, for any,
  // in the nomination as seen from `judged`. Where none is in force nothing is known.
  std::vector<values::Truth> proposed(typed::NominationId nomination, values::Period judged, std::size_t rows,
                                      const std::optional<typed::Title>& title);

 private:
  friend class Renewal;  // brings what was worked out up to date
  std::optional<graph::NominationCase> case_of(typed::NominationId nomination, values::Period judged) const;
  const typed::Program& program_;
  const graph::InForce& in_force_;
  const evaluate::Evaluation& evaluation_;
  const columns::Dataset& dataset_;
  using Key = std::pair<typed::NominationId, values::Period>;
  std::map<Key, Outcomes> worked_out_;
  std::map<Key, Standings> standings_;
};

// Whether the nomination makes an offer of this title.
bool makes_offer(const typed::Nomination& nomination, const typed::Title& title);

// How many took a first place: in these groups, or in all where `groups` is null.
values::Interval first_places(const Outcomes* outcomes, const std::vector<Row>* groups);

}  // namespace tdkt::verdicts
