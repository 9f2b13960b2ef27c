// SPDX-License-Identifier: Apache-2.0
// What came of a run: one verdict a row, nominations, and for each the reason.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evaluate/evaluation.hpp"
#include "typed/program.hpp"

namespace tdkt::graph { class InForce; }

namespace tdkt::verdicts {

using values::Row;

enum class Outcome : std::uint8_t {  // kept and broken are a pledge's
  eligible, ineligible, deferred, undetermined, kept, broken
};

struct Verdict {
  typed::AwardId award;
  values::Period period;
  Row row;
  Outcome outcome;
};

enum class Standing : std::uint8_t { nominated, not_nominated, tied, undetermined, not_among };

// The worst place of a candidate whom others that are missing from the records may pass.
inline constexpr std::uint32_t no_worst_place = 0xFFFFFFFF;

// Best and worst place that a candidate may take, counted from 1; equal where it is settled.
struct Places {
  std::uint32_t best = 0, worst = 0;
};

struct Candidate {
  Row row;
  Standing standing;
  std::optional<std::uint32_t> offer;  // index into Nomination::offers, of nominated (and tied: the best it may get)
  std::vector<std::uint32_t> offers;   // all it gets, where several are allowed
  Places places;
  std::vector<values::Interval> keys;  // the ranking keys' values, for those ranked
  std::optional<std::uint32_t> kept_out_by;  // index into Nomination::among, of not_among
};

struct OfferOutcome {
  values::Interval quota;
  std::vector<Row> given;              // surely
};

// One nomination in one group (or subgroup) and period.
struct NominationOutcome {
  typed::NominationId nomination;
  values::Period period;
  Row group;                           // of the scope's entity; no_row for all groups together
  std::optional<evaluate::Value> subgroup;  // of `within each`: what its members share; unknown where nobody's is known
  std::vector<Candidate> candidates;   // by best place, then id
  std::vector<OfferOutcome> offers;
};

struct Results {
  std::vector<Verdict> verdicts;       // by period, award, row
  std::vector<NominationOutcome> nominations;
  std::shared_ptr<const graph::InForce> in_force;  // which packs were in force when
};

Results results(const typed::Program& program, const graph::Request& request,
                const evaluate::Evaluation& evaluation, const columns::Dataset& dataset);

}  // namespace tdkt::verdicts
