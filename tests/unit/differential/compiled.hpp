// SPDX-License-Identifier: Apache-2.0
// Random packs and tables, ready to be evaluated.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "graph/request.hpp"
#include "loaders/loaders.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"
#include "typed/provenance.hpp"

namespace tdkt::differential {

struct Rules {
  std::string text;
  source::Sources sources;
  typed::Program program;
  typed::Provenance provenance;  // of the pack's sentences
  std::string complaints;        // empty where there was no error
};

// A pack in the words of vocabulary().
std::unique_ptr<Rules> compiled(const std::string& pack);

// Requires: the tables are right.
columns::Dataset bound(const Rules& rules, const std::vector<loaders::TextTable>& tables);

graph::Request request_for(const Rules& rules, const std::vector<int>& years);

}  // namespace tdkt::differential
