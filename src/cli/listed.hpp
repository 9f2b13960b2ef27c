// SPDX-License-Identifier: Apache-2.0
// `--entities`: who is to be judged although no table has a row about them in the period.
#pragma once

#include <string>
#include <vector>

#include "columns/dataset.hpp"
#include "diagnostics/diagnostic.hpp"
#include "typed/program.hpp"

namespace tdkt::cli {

// The ids and names of a file, one on a line, or of a list with commas. Throws Unavailable for a file
// that cannot be read.
std::vector<std::string> listed(const std::string& file_or_list);

// Puts them on record for these years. Reports those whom the records do not know at all.
void put_on_record(const std::vector<std::string>& names, const typed::Program& program, const std::vector<int>& years,
                   columns::Dataset& dataset, diagnostics::Diagnostics& diagnostics);

}  // namespace tdkt::cli
