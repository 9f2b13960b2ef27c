// SPDX-License-Identifier: Apache-2.0
// A run that follows changes of its records: what another value would change, or has changed.
//
//   engine::RenewableRun live(program, dataset, {.years = {2024}});
//   const auto answer = live.renew(std::vector{change});   // who is judged otherwise, and who is proposed
//   live.renew(answer.undo);                               // as it was, if it was only a question
//
// After a renewal everything is as a run on the changed records would have it; what does not rest on the
// change is not looked at. The price is memory: every column that was worked out is kept.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "columns/amendments.hpp"
#include "engine/run.hpp"
#include "verdicts/renewed.hpp"

namespace tdkt::engine {

class RenewableRun {
 public:
  // Settles all nominations. The program and the dataset must outlive it, and only it changes the dataset.
  RenewableRun(const typed::Program& program, columns::Dataset& dataset, RunOptions options);

  // Up to date; what it handed out as references stays. Not to be asked during a renewal.
  const Run& run() const { return run_; }

  // Which changes are possible is told by columns/amendments.hpp. All are made, in their order, or none.
  struct Refused {
    std::size_t change;  // the first that is not possible
    columns::Refusal why;
  };
  struct Answer {
    std::optional<Refused> refused;
    verdicts::Renewed renewed;
    std::vector<columns::Change> undo;
  };
  Answer renew(std::span<const columns::Change> changes);

 private:
  const typed::Program& program_;
  columns::Dataset& dataset_;
  columns::Amendments amendments_;
  Run run_;
};

}  // namespace tdkt::engine
