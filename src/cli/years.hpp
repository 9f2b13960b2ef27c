// SPDX-License-Identifier: Apache-2.0
// `2021`, `2019-2021`, `2019,2021`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace tdkt::cli {

// Ascending, each once; nullopt for what is no such list, or one of more than 200 years.
std::optional<std::vector<int>> years_of(std::string_view text);

}  // namespace tdkt::cli
