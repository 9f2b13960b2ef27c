// SPDX-License-Identifier: Apache-2.0
// Numbers and days in words: `seventy-five percent`, `two thirds`, `31 December 2024`; `bảy mươi lăm phần trăm`,
// `hai phần ba`, `31 tháng 12 năm 2024`. For suggestions only: the language writes them in figures.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "grammar/keywords.hpp"

namespace tdkt::grammar {

struct Spoken {
  std::size_t words;    // how many it takes
  std::string figures;  // `75%`, `(2/3)`, `2024-12-31`
};

// What stands at the beginning of `words`, folded; numbers and signs as they are written.
std::optional<Spoken> spoken_number(std::span<const std::string> words, Language language);
std::optional<Spoken> spoken_day(std::span<const std::string> words, Language language);

}  // namespace tdkt::grammar
