// SPDX-License-Identifier: Apache-2.0
// Typed rules as sentences, in either language: what explanations show and the translator writes.
#pragma once

#include <optional>
#include <string>

#include "typed/program.hpp"

namespace tdkt::typed {

// A sentence that reads back as the same meaning. `innermost` is the level whose facts need no owner's
// name: 0 in a rule, 1 among a nomination's candidates; by default the deepest that is read.
std::string as_sentence(const Program& program, const Expression& expression, grammar::Language language,
                        std::optional<std::uint8_t> innermost = std::nullopt);

// `12.5` in English, `12,5` in Vietnamese; `70%` for a percent; the value of a scale at this position,
// the date of this day.
std::string as_text(const Program& program, const values::Decimal& number, const Type& type,
                    grammar::Language language);

// `number of months`, `percent`, `rating`: as a declaration would write it.
std::string name_of(const Program& program, const Type& type, grammar::Language language);

// `for a unit, every year`
std::string as_sentence(const Program& program, const Scope& scope, grammar::Language language);

}  // namespace tdkt::typed
