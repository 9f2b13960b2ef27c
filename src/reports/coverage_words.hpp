// SPDX-License-Identifier: Apache-2.0
// The words of coverage, for text and for the page.
#pragma once

#include "reports/coverage.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

std::string_view words_of(Sight sight, Language language);
std::string_view words_of(CoveredRule::Kind kind, Language language);

// `14 of 21 seen, 66%`; the percentage is rounded down, so that 100% is all.
std::string share_of(std::size_t seen, std::size_t all, Language language);

// For programs: `not_met`, `scorecard`, `deferral`.
std::string_view name_of(Sight sight);
std::string_view name_of(CoveredRule::Kind kind);
std::string_view name_of(CoveragePoint::Of of);

}  // namespace tdkt::reports
