// SPDX-License-Identifier: Apache-2.0
// The scales of the workload, lowest first: a value's code is its place.
#pragma once

#include "columns.hpp"
#include "csv.hpp"

namespace tdkt::bench::national {

inline const Words ratings(std::array<std::string_view, 4>{"failed", "completed", "good", "excellent"}, no_rating);
inline const Words disciplines(
    std::array<std::string_view, 5>{"none", "reprimand", "warning", "demotion", "dismissal"}, 0);
inline const Words initiatives(std::array<std::string_view, 4>{"none", "base", "province", "national"}, 0);

// none, LDTT, CSTDCS, CSTDT, CSTDTQ: the last three differ late, in their lengths and their sixth letters.
inline std::uint8_t title(Cursor& cursor) {
  const char* at = cursor.at;
  const bool fighter = *at == 'C', short_one = at[5] == ',';
  const auto code = fighter ? (short_one ? 3 : at[5] == 'S' ? 2 : 4) : *at == 'L';
  cursor.at += (fighter ? (short_one ? 5 : 6) : 4) + 1;
  return static_cast<std::uint8_t>(code);
}

}  // namespace tdkt::bench::national
