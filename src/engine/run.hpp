// SPDX-License-Identifier: Apache-2.0
// From a program and records to verdicts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "evaluate/evaluation.hpp"
#include "graph/request.hpp"
#include "reports/findings.hpp"
#include "typed/program.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::engine {

enum class Stage : unsigned char { reading_rules, reading_data, planning, evaluating, judging, writing };

struct RunOptions {
  std::vector<int> years;
  std::vector<std::string> titles;       // of awards, pledges, nominations; empty: all
  unsigned threads = 0;                  // 0: as many as the machine has
  std::function<void(Stage)> progress;   // called as each stage begins; may be empty
  std::function<void(std::size_t done, std::size_t of)> advance = {};  // how far the stage has come; may be empty
  bool settles_nominations = false;      // of all groups at once, as who tells of all of them needs it
  bool renewable = false;                // keeps what was worked out, for changes of the records (renewal.hpp)
};

struct Run {
  graph::Request request;
  evaluate::Evaluation evaluation;
  verdicts::Results results;
  std::vector<reports::Listed> listed;
  std::vector<reports::Suspect> suspects;
  std::vector<reports::Scored> scored;
  std::vector<reports::Graded> graded;
};

// The program and the dataset must outlive what is returned.
Run run(const typed::Program& program, const columns::Dataset& dataset, const RunOptions& options);

// The same for a request at hand. Look-backs without a beginning start where the records do.
Run run(const typed::Program& program, const columns::Dataset& dataset, graph::Request request,
        const RunOptions& options);

// Fills the lists of a run: reports, checks, scorecards and grades, one entry a row.
void list_findings(const typed::Program& program, const columns::Dataset& dataset, Run& run);

reports::Findings findings_of(const typed::Program& program, const columns::Dataset& dataset, const Run& run);

}  // namespace tdkt::engine
