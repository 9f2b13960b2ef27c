// SPDX-License-Identifier: Apache-2.0
#include "engine/renewal.hpp"

#include <utility>

namespace tdkt::engine {

namespace {

RunOptions renewable(RunOptions options) {
  options.renewable = options.settles_nominations = true;
  return options;
}

bool has_lists(const Run& run) { return !run.request.expressions.empty() || !run.request.scorecards.empty(); }

}  // namespace

RenewableRun::RenewableRun(const typed::Program& program, columns::Dataset& dataset, RunOptions options)
    : program_(program), dataset_(dataset), amendments_(program.schema, dataset),
      run_(engine::run(program, dataset, renewable(std::move(options)))) {}

RenewableRun::Answer RenewableRun::renew(std::span<const columns::Change> changes) {
  Answer answer;
  std::vector<columns::Changed> made;
  for (std::size_t i = 0; i < changes.size() && !answer.refused; ++i) {
    const auto outcome = amendments_.make(changes[i]);
    if (const auto* changed = std::get_if<columns::Changed>(&outcome)) made.push_back(*changed);
    else answer.refused = Refused{i, std::get<columns::Refusal>(outcome)};
  }
  for (auto change = made.rbegin(); change != made.rend(); ++change) answer.undo.push_back(change->undo);
  // What was taken back is looked at, too: its column may lie elsewhere now.
  if (answer.refused)
    for (const auto& back : std::exchange(answer.undo, {})) amendments_.make(back);
  answer.renewed = verdicts::renew(run_.results, run_.evaluation, made);
  if (answer.renewed.nodes != 0 && has_lists(run_)) list_findings(program_, dataset_, run_);
  return answer;
}

}  // namespace tdkt::engine
