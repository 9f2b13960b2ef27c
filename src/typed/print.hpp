// SPDX-License-Identifier: Apache-2.0
// Typed rules as sentences, in either language: what explanations show and the translator writes.
#pragma once

#include <string>

#include "typed/program.hpp"

namespace tdkt::typed {

// A sentence that reads back as the same meaning.
std::string as_sentence(const Program& program, const Expression& expression, grammar::Language language);

// `12.5` in English, `12,5` in Vietnamese; `70%` for a percent.
std::string as_text(const Program& program, const values::Decimal& number, const Type& type,
                    grammar::Language language);

std::string name_of(const Program& program, const Type& type, grammar::Language language);

// Every level's entity by name, as in `of the unit`.
std::string as_sentence(const Program& program, const Scope& scope, grammar::Language language);

}  // namespace tdkt::typed
