// SPDX-License-Identifier: Apache-2.0
// The line of a span, cut to what a terminal shows, and where the span stands in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "source/source.hpp"

namespace tdkt::diagnostics {

struct Excerpt {
  std::uint32_t line = 1;
  std::string text;         // control characters shown as blanks
  std::size_t before = 0;   // columns of a terminal before the span's first
  std::size_t width = 1;    // of the span within the line, at least 1
};

// Of a span over several lines, the first.
Excerpt excerpt_of(const source::Source& file, source::Span span);

}  // namespace tdkt::diagnostics
