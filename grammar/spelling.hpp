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

namespace tdkt::grammar {

// Requires: UTF-8. Words of the key are set apart by single blanks, none at the ends.
std::string key_of(std::string_view text);

// The key without diacritics (đ becomes d): for suggestions only, never for matching.
std::string bare_key_of(std::string_view text);

}  // namespace tdkt::grammar
