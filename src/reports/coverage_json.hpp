// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/coverage.hpp"
#include "reports/json.hpp"

namespace tdkt::reports {

Json json_of(const Coverage& coverage, const std::optional<grammar::Language>& language);

}  // namespace tdkt::reports
