// SPDX-License-Identifier: Apache-2.0
// The words of the language: one table, a column for each of the two languages, that the grammar,
// the reader of sentences, the formatter and the translator share.
//
// clause_words.def holds what begins statements and clauses, sentence_words.def what stands inside
// sentences. Each line is KEYWORD(name, "English | other spelling", "tiếng Việt | cách viết khác"):
// all spellings are read, the first is written.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/language.hpp"

namespace tdkt::grammar {

enum class Keyword : std::uint16_t {
#define KEYWORD(name, english, vietnamese) name,
#include "grammar/clause_words.def"
#include "grammar/sentence_words.def"
#undef KEYWORD
  count_
};

// All spellings as written in the table, the preferred one first.
const std::vector<std::string>& spellings(Keyword keyword, Language language);
// The same as lists of folded words (`key_of`), each spelling split at its blanks.
const std::vector<std::vector<std::string>>& spelling_words(Keyword keyword, Language language);

std::string_view name_of(Keyword keyword);  // the identifier in the table
std::span<const Keyword> all_keywords();

}  // namespace tdkt::grammar
