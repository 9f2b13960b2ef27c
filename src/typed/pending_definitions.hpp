// SPDX-License-Identifier: Apache-2.0
// Definitions and tables that wait for the names which their words mention.
#pragma once

#include <optional>
#include <vector>

#include "typed/build_steps.hpp"

namespace tdkt::typed {

struct PendingDefinition {
  Item item;
  bool table = false;
  columns::Name name;
  Definition definition;        // of a definition, all but its body
  Sentence body;                // what may mention other names
  std::vector<std::size_t> mentions;
  bool done = false;
};

// pending_definitions.cpp. nullopt after a report.
std::optional<PendingDefinition> pending_definition(Build& build, const Item& item);
PendingDefinition pending_table(const Item& item);

// definition_order.cpp. Fills `mentions`.
void find_mentions(std::vector<PendingDefinition>& all);
// What is mentioned before who mentions it, as far as that is possible.
std::vector<std::size_t> in_order_of_mention(const std::vector<PendingDefinition>& all);
// One circle among those that are not done, beginning with `first`; empty where there is none.
std::vector<std::size_t> circle_from(const std::vector<PendingDefinition>& all, std::size_t first);

}  // namespace tdkt::typed
