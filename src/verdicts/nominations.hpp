// SPDX-License-Identifier: Apache-2.0
// Nominations from within: what came of them so far.
#pragma once

#include <optional>

#include "verdicts/nominate.hpp"
#include "verdicts/renewal.hpp"

namespace tdkt::verdicts {

struct Nominations::Inside {
  Inside(const typed::Program& of, std::shared_ptr<const graph::InForce> packs, evaluate::Evaluation columns,
         const columns::Dataset& records)
      : program(of), in_force(std::move(packs)), evaluation(std::move(columns)), dataset(records),
        rounds(program, *in_force, evaluation, dataset) {}

  const typed::Program& program;
  std::shared_ptr<const graph::InForce> in_force;
  evaluate::Evaluation evaluation;
  const columns::Dataset& dataset;
  Rounds rounds;
  std::optional<std::vector<NominationOutcome>> all;
  std::optional<Renewal> renewal;  // from the first one on
};

}  // namespace tdkt::verdicts
