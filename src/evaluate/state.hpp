// SPDX-License-Identifier: Apache-2.0
// What an evaluation keeps: the columns worked out so far, and a way to work out more.
#pragma once

#include <map>
#include <mutex>

#include "evaluate/look_up.hpp"

namespace tdkt::evaluate {

struct Evaluation::State {
  State(std::shared_ptr<const graph::Graph> plan, const columns::Dataset& data, unsigned threads)
      : run(plan->program().schema, data, threads), look_up(std::move(plan), run) {}

  std::mutex mutex;  // of all below: answers may add nodes
  Run run;
  LookUp look_up;
  std::map<std::pair<typed::AwardId, values::Period>, std::unique_ptr<const RuleColumns>> rules;
  std::map<std::pair<columns::EntityId, values::Period>, columns::Bits> on_record;

  Cell cell(const Answer& answer, typed::ScaleId scale = {});
  std::size_t scale_values(const typed::Expression& expression) const;
  const columns::Bits& seen(columns::EntityId entity, values::Period period);
  std::unique_ptr<const RuleColumns> rule(typed::AwardId award, values::Period period);
  Truths whole(graph::NodeId node, std::size_t rows);
};

}  // namespace tdkt::evaluate
