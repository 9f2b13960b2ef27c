// SPDX-License-Identifier: Apache-2.0
// The words at the head of columns that no vocabulary needs to declare: id, name, year, …
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "grammar/language.hpp"

namespace tdkt::grammar {

enum class HeaderWord : std::uint8_t {
#define HEADER(name, english, vietnamese) name,
#include "grammar/header_words.def"
#undef HEADER
  count_
};

// A name as headers and files have it: folded, with blanks for underscores and hyphens.
std::string loose_key(std::string_view text);

std::optional<HeaderWord> header_word(std::string_view header);
std::string_view written(HeaderWord word, Language language);  // as it is best written

// The spelling in `language` that stands at the place of `text` among those of the other; `text` itself
// where it is of that language, the first where there is none.
std::string spelling_at(HeaderWord word, const std::string& text, Language language);

}  // namespace tdkt::grammar
