// SPDX-License-Identifier: Apache-2.0
// The findings of a run: a table for people, CSV for spreadsheets, JSON for programs.
#pragma once

#include <cstddef>
#include <string>

#include "reports/findings.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

struct TableOptions {
  Language language = Language::english;
  bool colour = false;
  std::size_t most_rows = 0;  // of each award; 0: all
};

std::string findings_as_text(const Findings& findings, const TableOptions& options);
std::string verdicts_as_csv(const Findings& findings, Language language);
std::string nominations_as_csv(const Findings& findings, Language language);
// Totals of scorecards and classes of grades.
std::string scores_as_csv(const Findings& findings, Language language);
std::string findings_as_json(const Findings& findings, Language language);  // docs/schema/verdicts.schema.json

}  // namespace tdkt::reports
