// SPDX-License-Identifier: Apache-2.0
// The words at the head of columns that no vocabulary needs to declare: id, name, year, …
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace tdkt::loaders {

enum class HeaderWord : std::uint8_t {
#define HEADER(name, english, vietnamese) name,
#include "loaders/header_words.def"
#undef HEADER
  count_
};

// A name as headers and files have it: folded, with blanks for underscores and hyphens.
std::string loose_key(std::string_view text);

std::optional<HeaderWord> header_word(std::string_view header);
diagnostics::Phrase written(HeaderWord word);  // as it is best written

}  // namespace tdkt::loaders
