// SPDX-License-Identifier: Apache-2.0
// What a person sees as one character: a grapheme cluster (Unicode Standard Annex 29).
#pragma once

#include <cstddef>
#include <string_view>

namespace tdkt::source {

// The end of the cluster that begins at `at`. Requires: at < text.size(), a cluster begins there.
std::size_t end_of_cluster(std::string_view text, std::size_t at);

}  // namespace tdkt::source
