// SPDX-License-Identifier: Apache-2.0
// The words of tried changes, for text and for the page.
#pragma once

#include "reports/mutations.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

// `no test would notice if 70% became 69%`
std::string would_notice(const TriedChange& change, Language language);

// `212 small changes tried: 180 noticed, 32 not noticed`
std::string counts_of(const Mutations& mutations, Language language);

}  // namespace tdkt::reports
