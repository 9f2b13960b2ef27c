// SPDX-License-Identifier: Apache-2.0
// The findings of a run: a table for people, CSV for spreadsheets, JSON for programs.
#pragma once

#include <cstddef>
#include <string>

#include "reports/findings.hpp"
#include "reports/pieces.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

struct TableOptions {
  Language language = Language::english;
  bool colour = false;
  std::size_t most_rows = 10'000;  // of each award
  bool files = false;              // the rest is written to files
};

std::string findings_as_text(const Findings& findings, const TableOptions& options);

// How many lines verdicts and nominations are, about.
std::size_t lines_of(const Findings& findings);
std::size_t candidates_of(const Findings& findings, const graph::NominationCase& one);

// Documents, however long, without ever being held whole.
void verdicts_as_csv(const Findings& findings, Language language, const Sink& sink, const Advance& advance = {});
void nominations_as_csv(const Findings& findings, Language language, const Sink& sink, const Advance& advance = {});
// Totals of scorecards and classes of grades.
void scores_as_csv(const Findings& findings, Language language, const Sink& sink);
// docs/schema/verdicts.schema.json
void findings_as_json(const Findings& findings, Language language, const Sink& sink, const Advance& advance = {});

}  // namespace tdkt::reports
