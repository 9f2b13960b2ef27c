// SPDX-License-Identifier: Apache-2.0
// The words of explanations, in both languages (wording.def is the table).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace tdkt::verdicts {

using diagnostics::Phrase;

enum class Say : std::uint8_t {
#define SAY(name, english, vietnamese) name,
#include "verdicts/wording.def"
#undef SAY
  count_
};

struct Wording {
  std::string_view name, english, vietnamese;
};
const Wording& wording(Say say);

Phrase say(Say say, const std::vector<Phrase>& values = {});

Phrase number(std::int64_t value);

// `a, b, c`; with `most`, the first few and an ellipsis.
Phrase listed(const std::vector<Phrase>& parts, std::size_t most = 12);

// Parts one after the other, with a sign between: `13 of 20 = 65%, 1 short`.
Phrase joined(const Phrase& a, const Phrase& b, std::string_view between = ", ");

}  // namespace tdkt::verdicts
