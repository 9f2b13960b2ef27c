// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/excerpt.hpp"

#include <algorithm>

namespace tdkt::diagnostics {

namespace {

constexpr std::size_t longest = 200;  // bytes of a line that are shown
constexpr std::size_t context = 60;   // of them before the span, in a longer line

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t character_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && continues(text[at])) --at;
  return std::min(at, text.size());
}

// A tab or another control character would move the carets away from their words.
std::string printable(std::string_view text) {
  std::string result(text);
  std::replace_if(
      result.begin(), result.end(),
      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return result;
}

}  // namespace

Excerpt excerpt_of(const source::Source& file, source::Span span) {
  Excerpt excerpt;
  excerpt.line = file.position(span.begin).line;
  const auto start = file.line_start(excerpt.line);
  const auto line = file.line(excerpt.line);
  const auto begin = std::min<std::size_t>(span.begin - start, line.size());
  const auto end = std::clamp<std::size_t>(span.end - std::min(span.end, start), begin, line.size());

  const bool long_line = line.size() > longest;
  const auto from = long_line && begin > context ? character_start(line, begin - context) : 0;
  const auto to = long_line ? character_start(line, std::min(line.size(), from + longest)) : line.size();
  const std::string left = from > 0 ? "…" : "", right = to < line.size() ? "…" : "";

  const auto marked = printable(line.substr(begin, std::min(end, to) - std::min(begin, to)));
  excerpt.text = left + printable(line.substr(from, to - from)) + right;
  excerpt.before = source::columns_wide(left) + source::columns_wide(printable(line.substr(from, begin - from)));
  excerpt.width = std::max<std::size_t>(1, source::columns_wide(marked));
  return excerpt;
}

}  // namespace tdkt::diagnostics
