// SPDX-License-Identifier: Apache-2.0
// When two spellings are one name.
//
// The key of a text unites what Vietnamese and word processors vary without a change of meaning:
// case; NFC and NFD; runs of blanks; the tone's place within oa, oe, uy (hóa/hoá); i and y as the
// sole vowel of an open syllable after h k l m s t v or after qu (kỷ/kỉ, quý/quí), never after
// another vowel (hai and hay stay two words).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tdkt::grammar {

// Requires: UTF-8. Words of the key are set apart by single blanks, none at the ends.
std::string key_of(std::string_view text);

// The key without diacritics (đ becomes d): for suggestions only, never for matching.
std::string bare_key_of(std::string_view text);

// Edits (insertions, deletions, replacements, swaps of neighbours) between two keys, by code point;
// above `most` the answer is most + 1. Damerau, CACM 7(3), 1964.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most);

// The nearest of `candidates` to `text`, best first, at most `count`, none further than a third of
// its length. Spellings without diacritics count as near.
std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& candidates,
                                 std::size_t count);

}  // namespace tdkt::grammar
