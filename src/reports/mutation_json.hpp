// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reports/json.hpp"
#include "reports/mutations.hpp"

namespace tdkt::reports {

Json json_of(const Mutations& mutations, const std::optional<grammar::Language>& language);

}  // namespace tdkt::reports
