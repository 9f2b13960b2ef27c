// SPDX-License-Identifier: Apache-2.0
// The two languages in which rules are written and answers are read.
#pragma once

#include <cstdint>

namespace tdkt::grammar {

enum class Language : std::uint8_t { english, vietnamese };

constexpr Language other(Language language) {
  return language == Language::english ? Language::vietnamese : Language::english;
}

}  // namespace tdkt::grammar
