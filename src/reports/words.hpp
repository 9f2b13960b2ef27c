// SPDX-License-Identifier: Apache-2.0
// Verdicts, periods and values in a reader's words.
#pragma once

#include <string>
#include <string_view>

#include "evaluate/evaluation.hpp"
#include "grammar/language.hpp"
#include "typed/program.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::reports {

using grammar::Language;

// `english` or `vietnamese`, as the reader's language is.
std::string_view either(Language language, std::string_view english, std::string_view vietnamese);

std::string_view words_of(verdicts::Outcome outcome, Language language);
std::string_view words_of(verdicts::Standing standing, Language language);

// `2021`, `first half of 2021`, `21/07/2017 – 31/08/2017`.
std::string words_of(values::Period period, Language language);

std::string words_of(values::Date date, Language language);

// `92.5`, `from 80 to 92.5`, `at least 80`, `unknown`.
std::string words_of(const typed::Program& program, const values::Interval& number, const typed::Type& type,
                     Language language);
std::string words_of(const typed::Program& program, const columns::Dataset& dataset, const evaluate::Value& value,
                     const typed::Type& type, Language language);

// What a candidate gets, or may get, with `; ` between; empty where it is nothing.
std::string offers_in_words(const typed::Nomination& nomination, const verdicts::Candidate& candidate, Language language);
// The values it is ranked by, with `; ` between.
void add_keys_in_words(std::string& text, const typed::Program& program, const typed::Nomination& nomination,
                       const verdicts::Candidate& candidate, Language language);

// `1`, `2–4`; empty where there is none.
std::string words_of(verdicts::Places places);

}  // namespace tdkt::reports
