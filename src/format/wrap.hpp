// SPDX-License-Identifier: Apache-2.0
// Sentences broken into lines.
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::format {

// A text as it is printed with breaks: a place where a line should rather be broken is `\v12\v`, where 12
// is the offset of the word before it in what was written (or nothing), one where it may be is `\f`.
std::string without_breaks(std::string_view marked);

// The offsets of the breaks, ascending.
std::vector<std::uint32_t> offsets_of_breaks(std::string_view marked);

struct Room {
  std::size_t first;        // columns of the first line
  std::size_t others;       // of the lines below it
  std::set<std::uint32_t> forced;                        // a line ends at these breaks
  std::function<bool(std::string_view)> may_begin;       // what a line may begin with
};

struct WrappedLine {
  std::string text;
  std::uint32_t behind = 0;  // the forced break that ended it, or 0
};

// The lines of a text. A line is broken at the outermost breaks first, and between any two words only
// where nothing else helps.
std::vector<WrappedLine> wrapped(std::string_view marked, const Room& room);

}  // namespace tdkt::format
