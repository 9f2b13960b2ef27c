// SPDX-License-Identifier: Apache-2.0
// Changes in the words of rules, in both languages.
#pragma once

#include "mutations/mutations.hpp"

namespace tdkt::mutations {

Phrase title_of(const typed::Title& title);
Phrase name_of(const columns::Name& name);
Phrase sentence_of(const typed::Program& program, const typed::Expression& expression,
                   std::optional<std::uint8_t> level = std::nullopt);

// `c) at least 70% of staff …`, `“votes”`
Phrase labelled(const std::string& label, const Phrase& words);
Phrase sentence_of(const typed::Program& program, const typed::Criterion& criterion);

// `70% became 69%`, `“at least” became “more than”`: only the words in which the sentences differ.
Phrase became(const Phrase& before, const Phrase& after);

// The same with every word: `“any of” became “all of”`.
Phrase became_whole(const Phrase& before, const Phrase& after);

// `any of`, `at least 2 of`
Phrase group_words(const typed::Criterion& criterion);

// `this bar were dropped`
Phrase dropped(const Phrase& what);

}  // namespace tdkt::mutations
