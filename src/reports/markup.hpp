// SPDX-License-Identifier: Apache-2.0
// Text within XML and HTML.
#pragma once

#include <string>
#include <string_view>

namespace tdkt::reports {

// Signs that mean something there, as entities; characters that XML does not allow are left out.
std::string escaped(std::string_view text);

}  // namespace tdkt::reports
