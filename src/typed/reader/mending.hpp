// SPDX-License-Identifier: Apache-2.0
// What to write instead of words that are read by other means than the chart: headers, expectations.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "syntax/tree.hpp"
#include "typed/reader/failure.hpp"

namespace tdkt::typed::reading {

// Everyday speech among the words and what may be written for it, in the order of its table.
std::vector<Edit> everyday_edits(const syntax::Sentence& sentence, grammar::Language language);

// A word as it is compared: its key, or the sign itself.
inline const std::string& said_key(const syntax::Word& word) {
  return word.kind == syntax::WordKind::word ? word.key : word.text;
}

// One slip, and each way to mend it.
struct Mend {
  diagnostics::Kind kind;
  std::uint32_t begin, end;
  std::vector<Edit> offers;
};

// Looks for everyday speech, a sign that says nothing, words that are nearly one of `spellings`, a
// name without its quotes, and a first word left out (one of `openings`); whatever is offered `reads`.
std::optional<Mend> mend(const syntax::Sentence& sentence, grammar::Language language, const std::vector<std::string>& spellings,
                         const std::vector<std::string>& openings, const std::function<bool(const syntax::Sentence&)>& reads);

}  // namespace tdkt::typed::reading
