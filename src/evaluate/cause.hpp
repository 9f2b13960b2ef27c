// SPDX-License-Identifier: Apache-2.0
// Why a value is not known: the first thing that it hangs on, followed through the graph.
#pragma once

#include "evaluate/run.hpp"

namespace tdkt::evaluate {

bool is_known(const Column& column, std::size_t row);

// Cause::none where the value is known.
Cause cause_of(Run& run, const graph::Graph& graph, graph::NodeId node, std::size_t row);

// Why a row has no value of a fact. Safe for several threads.
Cause cause_of_fact(const Records& records, columns::FactId fact, const graph::When& when, Row row);

// Why a set's members are not all known, or that it has none.
Cause cause_of_set(Run& run, const graph::Graph& graph, graph::NodeId edges, std::size_t source);

}  // namespace tdkt::evaluate
