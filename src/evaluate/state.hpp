// SPDX-License-Identifier: Apache-2.0
// What an evaluation keeps: the columns worked out so far, and a way to work out more.
#pragma once

#include <map>
#include <mutex>

#include "evaluate/look_up.hpp"
#include "evaluate/renewal.hpp"
#include "evaluate/renewed.hpp"

namespace tdkt::evaluate {

struct Evaluation::State {
  State(std::shared_ptr<const graph::Graph> plan, const columns::Dataset& data, unsigned threads)
      : run(plan->program().schema, data, threads), look_up(std::move(plan), run) {}

  std::mutex mutex;  // of all below: answers may add nodes
  Run run;
  LookUp look_up;
  std::unique_ptr<Renewal> renewal;  // of those that are renewable
  std::map<std::pair<typed::AwardId, values::Period>, std::unique_ptr<RuleColumns>> rules;
  std::map<std::pair<columns::EntityId, values::Period>, columns::Bits> on_record;

  Cell cell(const Answer& answer, typed::ScaleId scale = {});
  std::size_t scale_values(const typed::Expression& expression) const;
  const columns::Bits& seen(columns::EntityId entity, values::Period period);
  std::unique_ptr<RuleColumns> rule(typed::AwardId award, values::Period period);
  Truths whole(graph::NodeId node, std::size_t rows);

  // renew.cpp: brings a rule's columns up to date and returns what differs as it was.
  std::vector<Renewed::RuleRow> renew(RuleColumns& columns, typed::AwardId award, values::Period period);
  Renewed::Nomination renewed(typed::NominationId nomination, values::Period period);
};

}  // namespace tdkt::evaluate
