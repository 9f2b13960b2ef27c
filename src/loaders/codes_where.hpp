// SPDX-License-Identifier: Apache-2.0
// Those of a column's distinct texts that need a closer look: few, as a rule, of perhaps millions.
#pragma once

#include <algorithm>
#include <vector>

#include "loaders/dictionary.hpp"
#include "loaders/tasks.hpp"

namespace tdkt::loaders {

// The codes of which `is(code)` says so, ascending. Each is asked once, on several threads.
template <class Is>
std::vector<Code> codes_where(std::size_t codes, unsigned threads, const Is& is) {
  constexpr std::size_t stretch = std::size_t{1} << 16;
  std::vector<std::vector<Code>> found((codes + stretch - 1) / stretch);
  in_parallel(found.size(), threads, [&](std::size_t s) {
    for (auto code = s * stretch; code < std::min(codes, (s + 1) * stretch); ++code)
      if (is(static_cast<Code>(code))) found[s].push_back(static_cast<Code>(code));
  });
  std::vector<Code> all;
  for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace tdkt::loaders
