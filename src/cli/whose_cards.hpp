// SPDX-License-Identifier: Apache-2.0
// Whose cards are asked for: awards by their titles, criteria by their labels.
#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "engine/compile.hpp"

namespace tdkt::cli {

struct AwardOfUnit {
  std::size_t unit;
  typed::AwardId award;
};

// The awards and pledges of these titles in all packs; where some are written in the very words, those.
std::vector<AwardOfUnit> awards_called(const engine::Units& units, const std::vector<std::string>& titles);

// What nothing is called, with the nearest that there is.
void report_titles(const engine::Units& units, const std::vector<std::string>& titles, diagnostics::Diagnostics& unknown);
void report_criterion(const engine::Units& units, const std::vector<AwardOfUnit>& found, const std::string& criterion,
                      diagnostics::Diagnostics& unknown);

}  // namespace tdkt::cli
